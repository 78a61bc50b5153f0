// How does an older catalogue become a present one?
#pragma once

#include "catalog/store/database.h"

namespace kring::catalog::store {

/// The schema that this program writes.
int current_schema();

/// Runs the missing migrations in one transaction; makes a fresh file a catalogue with the
/// program's vocabulary and weights. Where writing is allowed, vocabulary and weights of an older
/// program are renewed, unless someone edited them. Throws Error where the schema is newer, or
/// older and the access is read only.
void migrate(Database& database);

}  // namespace kring::catalog::store
