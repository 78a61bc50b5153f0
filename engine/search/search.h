// How is the catalogue searched?
#pragma once

#include "catalog/result.h"
#include "engine/search.h"
#include "engine/search/place_names.h"
#include "indexer/format/snapshot.h"
#include "indexer/language/concepts.h"

namespace kring::engine {

/// What every search of one snapshot shares. The members must outlive it.
struct SearchWorld {
  const indexer::Snapshot& snapshot;
  const PlaceNames& places;
  const indexer::ConceptFinder& of_people;  ///< knows how people say what they want
  const indexer::ConceptFinder& of_records;
  const Versions& versions;
};

/// Engine::search().
catalog::Result<SearchAnswer> search(const SearchRequest& request, const SearchWorld& world);

}  // namespace kring::engine
