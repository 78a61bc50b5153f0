// On what terms is a source kept after an import?
#pragma once

#include <string>

#include "catalog/formats/formats.h"
#include "catalog/store/store.h"

namespace kring::service {

/// What was `said` of `source` goes before what its records tell, and that before what its feed
/// tells. Records on several terms make one of each, after "; "; where not all came, beside those
/// that `store` has.
catalog::SourceTerms make_kept_terms(const catalog::ActivityStore& store,
                                     const std::string& source,
                                     catalog::SourceTerms said,
                                     const catalog::FeedFacts& facts);

/// Adds the terms of further records of a feed.
void add_terms(const catalog::RecordTerms& more, catalog::RecordTerms& all);

}  // namespace kring::service
