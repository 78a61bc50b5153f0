// How many mistakes lie between two words?
#pragma once

#include <cstddef>
#include <string>

namespace kring::catalog {

/// Damerau's distance with adjacent swaps (optimal string alignment), in bytes; `most + 1` where it
/// is larger than `most`.
std::size_t distance_of(const std::string& a, const std::string& b, std::size_t most);

}  // namespace kring::catalog
