#include "catalog/formats/hash_table.h"

#include <utility>

namespace kring::catalog::formats {
namespace {

constexpr std::size_t kFewestSlots = 16;  ///< of a part
constexpr unsigned kKeyBits = 64;
constexpr std::uint64_t kNotFree = 0x9e3779b97f4a7c15;  ///< stands for a key of 0

}  // namespace

std::uint64_t HashTable::find_or_put(std::uint64_t key, std::uint64_t value) {
  const std::uint64_t present = key == 0 ? kNotFree : key;
  Part& part = parts_.at(present >> (kKeyBits - kPartBits));
  if (5 * (part.count + 1) > 4 * part.slots.size()) grow(part);
  Slot& slot = slot_of(part.slots, present);
  if (slot.key == 0) {
    slot = {present, value};
    ++part.count;
    ++count_;
  }
  return slot.value;
}

/// That of the key, or the free one where it would stand.
HashTable::Slot& HashTable::slot_of(std::vector<Slot>& slots, std::uint64_t key) {
  std::size_t at = static_cast<std::size_t>(key % slots.size());
  while (slots[at].key != 0 && slots[at].key != key)
    at = at + 1 == slots.size() ? 0 : at + 1;
  return slots[at];
}

/// By a quarter: memory counts for more here than the time of moving.
void HashTable::grow(Part& part) {
  const std::size_t count = part.slots.size();
  const std::vector<Slot> before =
      std::exchange(part.slots, std::vector<Slot>(count == 0 ? kFewestSlots : count + count / 4));
  for (const Slot& slot : before) {
    if (slot.key != 0) slot_of(part.slots, slot.key) = slot;
  }
}

}  // namespace kring::catalog::formats
