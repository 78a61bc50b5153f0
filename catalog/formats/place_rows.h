// How does a table of postcodes become places?
//
// Three shapes, told by the content: our own columns (catalog/demo/places.csv), GeoNames as CSV
// with a header, and GeoNames' own tab-separated file without one.
#pragma once

#include <cstddef>
#include <vector>

#include "catalog/formats/feed.h"
#include "catalog/formats/formats.h"
#include "catalog/places.h"

namespace kring::catalog::formats {

struct PlaceRows {
  std::vector<Place> rows;            ///< at most one a postcode, by postcode
  std::size_t read = 0;               ///< rows of the file; rows.size() + folded + rejected.size()
  std::size_t folded = 0;             ///< further rows of a postcode: the first keeps the name
  std::vector<RecordIssue> rejected;  ///< by line; the pointer names the column
};

/// A table of another shape, or without one good row, is a problem of the whole.
Result<PlaceRows> read_place_rows(const FeedFile& file);

}  // namespace kring::catalog::formats
