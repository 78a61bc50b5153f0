// Which duplicates has a change of the catalogue brought or taken away?
#pragma once

#include <cstddef>
#include <vector>

#include "catalog/store/database.h"
#include "catalog/store/revisions.h"
#include "catalog/store/store.h"

namespace kring::catalog::store {

/// The links that a comparison found.
struct FoundLinks {
  std::size_t count = 0;             ///< all of them
  std::vector<DuplicateLink> first;  ///< the first kMaxListed, by ids
};

/// Compares the records that were touched after `since` with all others, keeps the links and makes
/// the sets anew. A catalogue whose links another version of the
/// comparison made is compared whole. Memory: some 200 bytes a record, and some 30 MB, 100 at most,
/// for what is being compared. requires: a running transaction.
FoundLinks refresh_duplicates(Database& database,
                              const duplicates::SubjectReader& subjects,
                              Revision since,
                              const Author& author);

/// Keeps a person's decision on every pair of `ids`. requires: a running transaction.
void decide_duplicates(Database& database,
                       const duplicates::SubjectReader& subjects,
                       const std::vector<ActivityId>& ids,
                       duplicates::LinkState state,
                       const Author& author);

}  // namespace kring::catalog::store
