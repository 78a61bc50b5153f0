// Which numbered documents does the catalogue carry?
#pragma once

#include <string>

#include "catalog/store/database.h"
#include "catalog/store/store.h"

namespace kring::catalog::store {

NumberedDocument find_document(Database& database, DocumentKind kind);

/// A new revision, unless the text is the one it has. requires: a running transaction.
void put_document(Database& database,
                  DocumentKind kind,
                  const std::string& text,
                  const Author& author);

}  // namespace kring::catalog::store
