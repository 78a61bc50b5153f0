#include "catalog/duplicates/blocks.h"

#include <algorithm>
#include <utility>

namespace kring::catalog::duplicates {
namespace {

constexpr int kPostcodesOfRegion = 100;  // "65" of 6512
constexpr unsigned kHalf = 32;           // bits

enum class KeyKind : std::uint32_t {
  kPhone,
  kEmail,
  kPage,
  kPostcode,
  kStreet,
  kWord,
  kStem,
  kSubject,
  kOwner,
};

// Mixes by Knuth's multiplicative hash, so that kinds do not meet.
std::uint32_t mix(KeyKind kind, std::uint32_t value, std::uint32_t more = 0) {
  static constexpr std::uint32_t kGolden = 2'654'435'769U;
  return (value ^ ((more + 1) * kGolden) ^ (static_cast<std::uint32_t>(kind) << 28U)) * kGolden;
}

std::uint32_t region_of(const Traits& traits) {
  return traits.addresses.empty()
             ? 0
             : static_cast<std::uint32_t>(traits.addresses.front().postcode4 / kPostcodesOfRegion);
}

// What has no address meets by its subjects, or a word of its name, and where it is for.
void add_keys_of_region(const Traits& traits, Keys& keys) {
  const std::uint32_t subjects =
      traits.subjects.none() ? 0 : short_hash(traits.subjects.to_string());
  for (const std::uint32_t region : traits.regions) {
    if (subjects != 0) keys.push_back(mix(KeyKind::kSubject, subjects, region));
    if (!traits.addresses.empty()) continue;
    for (const Word stem : traits.name) {
      keys.push_back(mix(KeyKind::kStem, stem, region));
    }
  }
}

}  // namespace

std::uint32_t owner_key_of(const Traits& traits) {
  return mix(KeyKind::kOwner, traits.organization_key, traits.list);
}

Keys naming_keys_of(const Traits& traits) {
  Keys keys;
  if (traits.list != 0) keys.push_back(owner_key_of(traits));
  for (const std::uint32_t phone : traits.phones) {
    keys.push_back(mix(KeyKind::kPhone, phone));
  }
  if (traits.email != 0) keys.push_back(mix(KeyKind::kEmail, traits.email));
  if (traits.address != 0) keys.push_back(mix(KeyKind::kPage, traits.address));
  for (const Address& address : traits.addresses) {
    if (address.postcode != 0) keys.push_back(mix(KeyKind::kPostcode, address.postcode));
    if (address.street != 0) keys.push_back(mix(KeyKind::kStreet, address.street, address.city));
  }
  return keys;
}

Keys keys_of(const Traits& traits) {
  Keys keys = naming_keys_of(traits);
  const std::uint32_t region = region_of(traits);
  for (const std::uint32_t word : traits.spellings) {
    keys.push_back(mix(KeyKind::kWord, word));
    if (region != 0) keys.push_back(mix(KeyKind::kWord, word, region));
  }
  for (const Word stem : traits.name) {
    if (region != 0) keys.push_back(mix(KeyKind::kStem, stem, region));
  }
  add_keys_of_region(traits, keys);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

void KeyList::add(std::uint32_t record, const Keys& keys) {
  for (const std::uint32_t key : keys) {
    entries_.push_back((std::uint64_t{key} << kHalf) | record);
  }
}

// A key of one record, or of too many, brings nobody together: it gives its room back.
Blocks::Blocks(KeyList list) : entries_(std::move(list.entries_)) {
  std::sort(entries_.begin(), entries_.end());
  auto kept = entries_.begin();
  for (auto block = entries_.begin(); block != entries_.end();) {
    const auto end = std::find_if(block, entries_.end(), [block](std::uint64_t entry) {
      return entry >> kHalf != *block >> kHalf;
    });
    const auto size = static_cast<std::size_t>(end - block);
    if (size > kMaxBlock) crowded_.push_back(static_cast<std::uint32_t>(*block >> kHalf));
    kept = size > 1 && size <= kMaxBlock ? std::copy(block, end, kept) : kept;
    block = end;
  }
  entries_.erase(kept, entries_.end());
  entries_.shrink_to_fit();
}

Blocks::Range Blocks::range_of(std::uint32_t key) const {
  const auto first =
      std::lower_bound(entries_.begin(), entries_.end(), std::uint64_t{key} << kHalf);
  const auto last =
      std::upper_bound(first, entries_.end(), (std::uint64_t{key} << kHalf) | UINT32_MAX);
  return {first, last};
}

std::size_t Blocks::count_of(std::uint32_t key) const {
  if (std::binary_search(crowded_.begin(), crowded_.end(), key)) return kMaxBlock + 1;
  const auto [first, last] = range_of(key);
  return std::max<std::size_t>(1, static_cast<std::size_t>(last - first));
}

std::vector<std::uint32_t> Blocks::partners_of(std::uint32_t record, const Keys& keys) const {
  std::vector<std::uint32_t> partners;
  for (const std::uint32_t key : keys) {
    const auto [first, last] = range_of(key);
    for (auto entry = first; entry != last; ++entry) {
      const auto partner = static_cast<std::uint32_t>(*entry);
      if (partner != record) partners.push_back(partner);
    }
  }
  std::sort(partners.begin(), partners.end());
  partners.erase(std::unique(partners.begin(), partners.end()), partners.end());
  return partners;
}

}  // namespace kring::catalog::duplicates
