// Where does the catalogue keep its postcodes?
#pragma once

#include <vector>

#include "catalog/store/database.h"
#include "catalog/store/store.h"

namespace kring::catalog::store {

std::vector<Place> read_places(Database& database);

Revision places_revision(Database& database);

/// Adds or replaces; one revision, none where nothing differs. requires: a running transaction.
void put_places(Database& database, const std::vector<Place>& rows, const Author& author);

}  // namespace kring::catalog::store
