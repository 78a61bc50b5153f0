// How are millions of numbers about a table's rows kept without holding them all?
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "catalog/formats/feed_bytes.h"

namespace kring::catalog::formats {

struct NumberPair {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  auto operator<=>(const NumberPair&) const = default;
};

/// A list that is filled, then stored, then read: in memory where it is short, else in a temporary
/// file. One thread at a time.
class PairList {
 public:
  enum class Order : std::uint8_t {
    kAsAdded,
    kAscending,
  };

  /// requires: not stored yet
  void add(NumberPair pair) { added_.push_back(pair); }
  /// Throws Error where there is no room for a file.
  void store(Order order);

  [[nodiscard]] std::size_t size() const { return size_; }
  /// requires: stored, index < size()
  [[nodiscard]] NumberPair at(std::size_t index) const;
  /// Index of the first pair whose `first` is not below; size() where there is none. requires:
  /// stored in ascending order
  [[nodiscard]] std::size_t find_first(std::uint64_t first) const;
  /// Lets go of the memory that reading took.
  void release() const { stored_.release(stored_); }

 private:
  std::vector<NumberPair> added_;
  std::size_t size_ = 0;
  FeedBytes stored_;
};

}  // namespace kring::catalog::formats
