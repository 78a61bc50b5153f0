#include "indexer/language/sign_table.h"

#include <utility>

namespace kring::indexer {
namespace {

constexpr unsigned kFirstBits = 8;
constexpr unsigned kKeyBits = 64;

}  // namespace

SignTable::SignTable()
    : keys_(std::size_t{1} << kFirstBits), numbers_(keys_.size()), shift_(kKeyBits - kFirstBits) {}

SignTable::Added SignTable::add(std::uint64_t key) {
  std::size_t slot = slot_of(key);
  if (keys_[slot] == key) return {numbers_[slot], false};
  if (2 * (size_ + 1) > keys_.size()) {
    grow();
    slot = slot_of(key);
  }
  keys_[slot] = key;
  numbers_[slot] = static_cast<std::uint32_t>(size_++);
  return {numbers_[slot], true};
}

void SignTable::grow() {
  const std::vector<std::uint64_t> keys = std::move(keys_);
  const std::vector<std::uint32_t> numbers = std::move(numbers_);
  keys_.assign(keys.size() * 2, 0);
  numbers_.assign(keys_.size(), 0);
  --shift_;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == 0) continue;
    const std::size_t slot = slot_of(keys[i]);
    keys_[slot] = keys[i];
    numbers_[slot] = numbers[i];
  }
}

}  // namespace kring::indexer
