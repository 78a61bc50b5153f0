// How are gaps put into words?
#pragma once

#include <string>

#include "catalog/result.h"
#include "engine/answer.h"

namespace kring::engine {

/// A gap whose value is known: gap = 1 - value.
Gap make_gap(std::string_view name, int value_points, Yardstick yardstick);

/// A gap of which nothing is known; `ask` is what to ask.
Gap make_unknown_gap(std::string_view name, const std::string& ask);

/// value as points: 10,000 x part / whole, rounded, at most 10,000. requires: whole > 0.
int share(int part, int whole);

}  // namespace kring::engine
