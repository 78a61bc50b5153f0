// What did a source's own table say in columns that the template does not have?
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "catalog/store/store.h"

namespace kring::catalog::formats {

/// A column by its heading, and which of the columns with that heading it is, from 0.
using OwnColumn = std::pair<std::string, std::size_t>;
using OwnCells = std::map<OwnColumn, std::string>;

/// A source's terms, as an export names them; the table they come back in keeps them.
OwnCells make_terms_cells(const SourceTerms& terms);

/// Of each row of the table that the record was read from, in their order; empty where it was read
/// from another format.
std::vector<OwnCells> own_cells_of(const StoredActivity& stored);

}  // namespace kring::catalog::formats
