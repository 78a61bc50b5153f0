// How are millions of numbers about a table's rows kept without holding them all?
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "catalog/formats/scratch_bytes.h"

namespace kring::catalog::formats {

struct NumberPair {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  auto operator<=>(const NumberPair&) const = default;
};

/// Pairs of one list that are held while it is filled, 1 MiB; a longer list stands on disk.
inline constexpr std::size_t kMaxHeldPairs = 65'536;

/// A list that is filled, then stored, then read. It holds 1 MiB at most while it is filled, sorted
/// runs of it in a temporary file; then a block of 4 KiB, and the beginning of each block. One
/// thread at a time.
class PairList {
 public:
  enum class Order : std::uint8_t {
    kAsAdded,
    kAscending,
  };

  explicit PairList(Order order) : order_(order) {}

  /// Throws Error where there is no room for a file. requires: not stored yet
  void add(NumberPair pair);
  /// Throws Error where there is no room for a file.
  void store();

  [[nodiscard]] std::size_t size() const { return size_; }
  /// Throws Error where the file cannot be read. requires: stored, index < size()
  [[nodiscard]] NumberPair at(std::size_t index) const;
  /// Index of the first pair whose `first` is not below; size() where there is none. Throws as
  /// at(). requires: stored in ascending order
  [[nodiscard]] std::size_t find_first(std::uint64_t first) const;

 private:
  void sort_held();
  void write_held();
  void merge_runs();
  /// Holds the block of the pair at `index`.
  void hold(std::size_t index) const;

  Order order_;
  std::size_t size_ = 0;
  std::unique_ptr<ScratchBytes> file_;     ///< null: all are held
  std::vector<std::uint64_t> beginnings_;  ///< `first` of each block of the file, if ascending
  mutable std::vector<NumberPair> held_;   ///< a run, a block, or all
  mutable std::size_t held_from_ = 0;      ///< index of the first of them
};

}  // namespace kring::catalog::formats
