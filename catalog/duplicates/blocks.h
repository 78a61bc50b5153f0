// Which records are worth comparing?
//
// Records meet where they share a key: phone, e-mail, page, address, a word of name or
// organisation or a name in the text, alone or with the postcode's region, all that they are about
// with a word of where they are for, and, without an address, a word of the name with that. A key
// that many share tells nothing and is passed over, so that a million records take a million times
// a few comparisons.
#pragma once

#include <cstdint>
#include <vector>

#include "catalog/duplicates/traits.h"

namespace kring::catalog::duplicates {

inline constexpr std::size_t kMaxBlock = 50;  ///< records of one key; a fuller one is passed over

/// Ascending, each once.
using Keys = std::vector<std::uint32_t>;
Keys keys_of(const Traits& traits);

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

 private:
  std::vector<std::uint64_t> entries_;  ///< key in the upper half, record in the lower; ascending
};

}  // namespace kring::catalog::duplicates
