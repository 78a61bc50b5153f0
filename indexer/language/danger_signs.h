// What in a text may tell a model of danger?
#pragma once

#include <vector>

#include "indexer/language/analysis.h"
#include "indexer/language/danger_reading.h"
#include "indexer/language/passage_model.h"

namespace kring::indexer {

/// The signs of each passage of a text: its words, and what phrases do (DangerReading::marks_in).
/// A passage is four sentences in a row, so that neither what surrounds danger drowns it, nor what
/// two sentences say together is lost. A short text is one passage. Pure.
std::vector<PassageSigns> read_danger_signs(const std::vector<Token>& tokens,
                                            const DangerReading& reading);

}  // namespace kring::indexer
