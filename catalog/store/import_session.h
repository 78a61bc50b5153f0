// How does a feed become changes of the catalogue?
//
// What the importer reads is first staged, a later record replacing an earlier one with its key;
// finish() compares the staged records with those of the source and writes the differences. So the
// same feed twice changes nothing, whatever it repeats, and memory does not grow with the feed.
#pragma once

#include <memory>

#include "catalog/store/database.h"
#include "catalog/store/store.h"

namespace kring::catalog::store {

/// `subjects` are read where records are compared. requires: it and `database` outlive the session,
/// and `database` has no other running import.
std::unique_ptr<ImportSession> make_import_session(Database& database,
                                                   const duplicates::SubjectReader& subjects,
                                                   const ImportOptions& options);

}  // namespace kring::catalog::store
