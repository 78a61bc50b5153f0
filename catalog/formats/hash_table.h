// Which hash stands beside another, of millions?
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kring::catalog::formats {

/// From hash to hash, at 16 bytes a slot; a fifth of the slots and more are free. Nothing is taken
/// out.
class HashTable {
 public:
  /// What stands beside `key`; `value` where nothing did, and does from now on.
  std::uint64_t find_or_put(std::uint64_t key, std::uint64_t value);
  [[nodiscard]] std::size_t size() const { return count_; }

 private:
  struct Slot {
    std::uint64_t key = 0;  ///< 0: free
    std::uint64_t value = 0;
  };

  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const;
  void grow();

  std::vector<Slot> slots_;  ///< a power of two of them, or none
  std::size_t count_ = 0;
};

}  // namespace kring::catalog::formats
