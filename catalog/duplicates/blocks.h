// Which records are worth comparing?
//
// Records meet where they share a key: phone, e-mail, page, address, a word of name or
// organisation or a name in the text, alone or with the postcode's region, all that they are about
// with a word of where they are for, and, without an address, a word of the name with that. A key
// that many share tells nothing and is passed over, so that a million records take a million times
// a few comparisons.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "catalog/duplicates/traits.h"

namespace kring::catalog::duplicates {

inline constexpr std::size_t kMaxBlock = 50;  ///< records of one key; a fuller one is passed over

/// Ascending, each once.
using Keys = std::vector<std::uint32_t>;
Keys keys_of(const Traits& traits);

/// The one of keys_of() that all records of one organisation in one list share, or all that name
/// none.
std::uint32_t owner_key_of(const Traits& traits);

/// Those of keys_of() that tell whose it is and where: owner, phone, e-mail, page and address.
Keys naming_keys_of(const Traits& traits);

/// The keys of many records, eight bytes each. A record is a number.
class KeyList {
 public:
  /// Makes room for so many keys, so that none are moved while they are added.
  void reserve(std::size_t keys) { entries_.reserve(keys); }
  void add(std::uint32_t record, const Keys& keys);

 private:
  friend class Blocks;
  std::vector<std::uint64_t> entries_;  ///< key in the upper half, record in the lower
};

/// Records by the keys that some share and not too many.
class Blocks {
 public:
  explicit Blocks(KeyList list);

  /// Those that share a key with `record`, ascending, without it.
  [[nodiscard]] std::vector<std::uint32_t> partners_of(std::uint32_t record,
                                                       const Keys& keys) const;

  /// How many records have `key`: 1 where nobody shares it, kMaxBlock + 1 where more do.
  [[nodiscard]] std::size_t count_of(std::uint32_t key) const;

 private:
  using Range = std::pair<std::vector<std::uint64_t>::const_iterator,
                          std::vector<std::uint64_t>::const_iterator>;
  [[nodiscard]] Range range_of(std::uint32_t key) const;

  std::vector<std::uint32_t> crowded_;  ///< keys that too many share; ascending
  std::vector<std::uint64_t> entries_;  ///< key in the upper half, record in the lower; ascending
};

}  // namespace kring::catalog::duplicates
