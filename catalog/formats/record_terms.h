// On what terms do a feed's records themselves say that they may be used?
//
// APIs that pass on what others gather, Kring's own among them, write into each record where it
// comes from: `data_source` {name, publisher, licence, attribution}.
#pragma once

#include "catalog/formats/formats.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

inline constexpr std::size_t kMaxTerms = 100;  ///< licences, and as many attributions, of one feed

/// Adds what `record` says of its source and was not said before.
void add_terms_of(const Json& record, RecordTerms& terms);

}  // namespace kring::catalog::formats
