// Where does the bench get its chances, the same on every machine?
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>

namespace kring::bench {

/// SplitMix64 (Steele, Lea, Flood 2014). Equal seeds give equal rows of numbers everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
  }

  /// 0 .. count - 1. requires: count > 0
  std::size_t below(std::size_t count) {
    assert(count > 0);
    return static_cast<std::size_t>(next() % count);
  }

  /// from .. to, both included. requires: from <= to
  int between(int from, int to) {
    return from + static_cast<int>(below(static_cast<std::size_t>(to - from + 1)));
  }

  bool chance(int percent) { return between(1, 100) <= percent; }

  template <class List>
  const auto& pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace kring::bench
