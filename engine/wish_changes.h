// Which small changes of a person's wishes are there, and how are they said?
#pragma once

#include <functional>
#include <vector>

#include "engine/answer.h"
#include "engine/spoken.h"
#include "engine/understanding.h"

namespace kring::engine {

/// One wish made wider.
struct WishChange {
  RelaxedLimit change;                   ///< of the profile as it was filled in
  Spoken condition;                      ///< as it stands behind "als" and "if"
  std::function<void(Practical&)> make;  ///< on the limits that it was found for
};

/// The wishes that limit what passes the gates: travel time by way of travel, cost, hours and form.
/// Each list runs from the smallest change to the largest.
std::vector<std::vector<WishChange>> find_wish_changes(const Understood& understood);

/// The hours of one whole day more (0 Monday). requires: hours are known, by field or words.
WishChange add_day(const Understood& understood, int day);

}  // namespace kring::engine
