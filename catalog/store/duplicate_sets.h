// Which sets do the links make, and what changes with them?
#pragma once

#include <vector>

#include "catalog/store/database.h"
#include "catalog/store/revisions.h"
#include "catalog/store/store.h"

namespace kring::catalog::store {

/// Makes the sets anew of the links. Every live record whose set is another now gets a revision, so
/// that an index follows. requires: a running transaction.
void refresh_sets(Database& database, RevisionLog& log);

std::vector<DuplicateSet> read_sets(Database& database);
std::vector<ActivityId> read_set_of(Database& database, const ActivityId& id);

}  // namespace kring::catalog::store
