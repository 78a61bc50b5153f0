// Which words of the catalogue are spelled much like one that it lacks?
#pragma once

#include <string>
#include <vector>

#include "engine/search/tiers.h"
#include "indexer/format/snapshot.h"

namespace kring::engine {

/// The spellings that live activities hold and that lie nearest to the folded `word`: those with
/// the most activities first, then in alphabetical order; at most `count`. Nearness is the number
/// of mistakes: letters left out, added, changed, or swapped with their neighbour. Words with the
/// same first letter come before others, as the first letter is seldom mistaken (Pollock and
/// Zamora, Automatic spelling correction in scientific and scholarly text, 1984).
std::vector<std::string> find_alike(const std::string& word,
                                    const indexer::Snapshot& snapshot,
                                    const LiveActivities& live,
                                    std::size_t count);

/// How many mistakes a folded word may have: one from five letters on, two from eight; none where
/// it has a digit. A letter beyond ASCII counts as its bytes.
std::size_t mistakes_allowed(const std::string& word);

}  // namespace kring::engine
