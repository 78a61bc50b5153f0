// Where does a hit hold the words of a search?
#pragma once

#include <cstdint>
#include <vector>

#include "engine/search.h"
#include "engine/search/query.h"
#include "indexer/format/record.h"

namespace kring::engine {

/// For each word of the query, but those whose bit is set in `missing`, where it stands in its best
/// tier: in name and tags before the text, in the first of `records` before the others, for which
/// it stands. `read.finder` should know the words of records.
std::vector<FoundWord> find_evidence(const std::vector<indexer::Record>& records,
                                     const Query& query,
                                     std::uint32_t missing,
                                     const QueryReader& read,
                                     catalog::Language language);

}  // namespace kring::engine
