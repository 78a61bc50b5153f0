// What is the whole part of a square root, on every machine the same?
#pragma once

#include <cstdint>

namespace kring::indexer {

/// requires: 0 <= square < 2^62.
constexpr std::int64_t square_root(std::int64_t square) {
  std::int64_t root = 0;
  for (std::int64_t bit = std::int64_t{1} << 30; bit > 0; bit >>= 1) {
    if ((root + bit) * (root + bit) <= square) root += bit;
  }
  return root;
}

}  // namespace kring::indexer
