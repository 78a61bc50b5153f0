// Which hash stands beside another, of millions?
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace kring::catalog::formats {

/// From hash to hash, at 20 to 25 bytes each. Nothing is taken out. One of its parts grows at a
/// time, so that no more than a part is ever held twice.
class HashTable {
 public:
  /// What stands beside `key`; `value` where nothing did, and does from now on.
  std::uint64_t find_or_put(std::uint64_t key, std::uint64_t value);
  [[nodiscard]] std::size_t size() const { return count_; }

 private:
  static constexpr unsigned kPartBits = 6;  ///< the highest of a key, which choose its part

  struct Slot {
    std::uint64_t key = 0;  ///< 0: free
    std::uint64_t value = 0;
  };
  struct Part {
    std::vector<Slot> slots;  ///< a fifth of them and more are free
    std::size_t count = 0;    ///< of those that are not
  };

  static Slot& slot_of(std::vector<Slot>& slots, std::uint64_t key);
  static void grow(Part& part);

  std::array<Part, 1U << kPartBits> parts_;
  std::size_t count_ = 0;
};

}  // namespace kring::catalog::formats
