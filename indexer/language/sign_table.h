// Which signs are known, and what number has each?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace kring::indexer {

/// Numbers by the key of a sign (sign.h), from 0 in the order in which they were added. Looked up
/// for most words of every text, mostly in vain: a table of keys alone, at most half full, tells
/// that by one look. Once filled, thread-safe.
class SignTable {
 public:
  SignTable();

  struct Added {
    std::uint32_t number = 0;
    bool is_new = false;
  };

  /// A key of 0 is no sign's: it is never new.
  Added add(std::uint64_t key);

  /// Absent where the sign is not known.
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t key) const {
    const std::size_t slot = slot_of(key);
    return keys_[slot] == 0 ? std::nullopt : std::optional(numbers_[slot]);
  }

 private:
  // Where the key is, or would stand.
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const {
    static constexpr std::uint64_t kSpread = 0xD6E8'FEB8'6659'FD93U;  // odd; its top bits mix all
    std::size_t slot = (key * kSpread) >> shift_;
    while (keys_[slot] != 0 && keys_[slot] != key) {
      slot = (slot + 1) & (keys_.size() - 1);
    }
    return slot;
  }
  void grow();

  std::vector<std::uint64_t> keys_;     // by slot, a power of two of them; 0 where it is free
  std::vector<std::uint32_t> numbers_;  // by slot
  unsigned shift_;                      // leaves the bits of a slot
  std::size_t size_ = 0;
};

/// What is told of each sign, by its key. Once filled, thread-safe.
template <typename Item>
class SignLists {
 public:
  /// requires: key != 0, which is no sign's.
  void add(std::uint64_t key, Item item) {
    const SignTable::Added sign = signs_.add(key);
    if (sign.is_new) lists_.emplace_back();
    lists_[sign.number].push_back(std::move(item));
  }

  /// In the order in which they were added; empty where the sign is not known.
  [[nodiscard]] std::span<const Item> find(std::uint64_t key) const {
    const std::optional<std::uint32_t> number = signs_.find(key);
    return number ? std::span<const Item>(lists_[*number]) : std::span<const Item>();
  }

 private:
  SignTable signs_;
  std::vector<std::vector<Item>> lists_;  // by number of the sign
};

}  // namespace kring::indexer
