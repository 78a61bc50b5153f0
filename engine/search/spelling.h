// Which words of the catalogue are spelled much like one that it lacks?
#pragma once

#include <string>
#include <vector>

#include "indexer/format/snapshot.h"

namespace kring::engine {

/// The spellings that live activities hold and that lie nearest to the folded `word`: those with
/// the most activities first, then in alphabetical order; at most `count`. Nearness is the number
/// of letters left out, added, changed, or swapped with their neighbour: at most one in words of
/// four letters, two in words of eight; shorter words are never corrected. Words with the same
/// first letter come before others, as the first letter is seldom mistaken (Pollock and Zamora,
/// Automatic spelling correction in scientific and scholarly text, 1984).
std::vector<std::string> find_alike(const std::string& word,
                                    const indexer::Snapshot& snapshot,
                                    std::size_t count);

/// Damerau's distance with adjacent swaps (optimal string alignment), in bytes; `most + 1` where it
/// is larger than `most`.
std::size_t distance_of(const std::string& a, const std::string& b, std::size_t most);

}  // namespace kring::engine
