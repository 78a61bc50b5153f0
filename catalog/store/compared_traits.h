// Where are the traits of the records that an import compares, when a million of them are?
#pragma once

#include <cstdint>
#include <vector>

#include "catalog/duplicates/traits.h"
#include "catalog/store/database.h"

namespace kring::catalog::store {

/// Traits of the records that changed, by number, in a table that lasts as long as the connection.
/// So memory does not grow with them.
class ComparedTraits {
 public:
  /// Begins an empty table.
  explicit ComparedTraits(Database& database);

  /// Keeps the next record's and gives its number, from 0.
  std::uint32_t add(const duplicates::Traits& traits);

  /// requires: `number` was given by add().
  duplicates::Traits read(std::uint32_t number);

 private:
  Statement insert_;
  Statement select_;
  std::uint32_t count_ = 0;
};

}  // namespace kring::catalog::store
