// How do the links between duplicates stand in their table?
#pragma once

#include <string>
#include <vector>

#include "catalog/duplicates/sets.h"
#include "catalog/store/database.h"
#include "catalog/store/store.h"

namespace kring::catalog::store {

/// Links of which both records live, by ids.
std::vector<DuplicateLink> read_links(Database& database);

/// Of the same links what the sets are made of: a fraction of their size.
std::vector<duplicates::Tie> read_ties(Database& database);

/// Writes links within one transaction.
class LinkWriter {
 public:
  explicit LinkWriter(Database& database);

  /// Forgets what the comparison found of `id`; what people decided stays.
  void forget_found(const ActivityId& id);
  /// Adds a link that the comparison found; false where a person decided on the pair.
  bool add_found(const DuplicateLink& link);
  /// Puts a person's decision in place of what was there.
  void decide(const DuplicateLink& link);

 private:
  bool is_decided(const DuplicateLink& link);
  void insert(const DuplicateLink& link);

  Statement forget_;
  Statement find_;
  Statement remove_;
  Statement insert_;
};

}  // namespace kring::catalog::store
