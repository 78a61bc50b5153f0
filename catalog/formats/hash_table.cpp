#include "catalog/formats/hash_table.h"

#include <utility>

namespace kring::catalog::formats {
namespace {

constexpr std::size_t kFewestSlots = 1'024;
constexpr std::uint64_t kNotFree = 0x9e3779b97f4a7c15;  ///< stands for a key of 0

}  // namespace

std::uint64_t HashTable::find_or_put(std::uint64_t key, std::uint64_t value) {
  if (5 * (count_ + 1) > 4 * slots_.size()) grow();
  const std::uint64_t present = key == 0 ? kNotFree : key;
  Slot& slot = slots_[slot_of(present)];
  if (slot.key == 0) {
    slot = {present, value};
    ++count_;
  }
  return slot.value;
}

/// That of the key, or the free one where it would stand.
std::size_t HashTable::slot_of(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = static_cast<std::size_t>(key) & mask;
  while (slots_[at].key != 0 && slots_[at].key != key)
    at = (at + 1) & mask;
  return at;
}

void HashTable::grow() {
  const std::vector<Slot> before =
      std::exchange(slots_, std::vector<Slot>(slots_.empty() ? kFewestSlots : 2 * slots_.size()));
  for (const Slot& slot : before) {
    if (slot.key != 0) slots_[slot_of(slot.key)] = slot;
  }
}

}  // namespace kring::catalog::formats
