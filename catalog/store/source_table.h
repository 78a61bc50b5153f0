// On what terms does each source let its records be used?
#pragma once

#include <vector>

#include "catalog/store/database.h"
#include "catalog/store/store.h"

namespace kring::catalog::store {

std::vector<SourceTerms> read_source_terms(Database& database);

/// Keeps what `said` says and what was said before; each activity of the source changes where that
/// differs. To be used within one transaction.
void put_source_terms(Database& database, const SourceTerms& said, const Author& author);

}  // namespace kring::catalog::store
