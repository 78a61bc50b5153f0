// How is told what a search understood?
#pragma once

#include "engine/search.h"
#include "engine/search/conditions.h"
#include "engine/search/query.h"

namespace kring::engine {

/// The query with the places asked for, in filter or text; without spelling.
ReadQuery describe_query(const Query& query,
                         const Conditions& conditions,
                         const catalog::Vocabulary& vocabulary);

}  // namespace kring::engine
