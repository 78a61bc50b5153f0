// Which signs do enough lessons show, and what number has each?
#pragma once

#include <map>
#include <string>

namespace kring::tests {

using Numbers = std::map<std::string, std::size_t>;

/// Of the signs that `seen` counts, those shown at least `fewest` times, numbered in alphabetical
/// order from 0.
inline Numbers number_signs(Numbers seen, std::size_t fewest) {
  std::erase_if(seen, [fewest](const auto& entry) { return entry.second < fewest; });
  std::size_t number = 0;
  for (auto& [sign, count] : seen) {
    count = number++;
  }
  return seen;
}

}  // namespace kring::tests
