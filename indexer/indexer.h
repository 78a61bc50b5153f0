// How does the index follow the catalogue?
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "catalog/places.h"
#include "catalog/quantity.h"
#include "catalog/store/store.h"

namespace kring::indexer {

enum class BuildMode {
  kUpdate,   ///< a small segment with what changed; a whole one where there is no index yet, the
             ///< vocabulary, places or day moved
  kRebuild,  ///< one segment of everything
};

struct BuildOptions {
  std::string index_dir;
  catalog::Date today;  ///< first day of the expanded sessions; the clock is the caller's
  BuildMode mode = BuildMode::kUpdate;
  std::function<void(std::size_t done, std::size_t of)> on_progress;  ///< may be empty
};

/// A record whose coordinates contradict its postcode, or that the index could not place.
struct PlaceReport {
  catalog::ActivityId id;
  std::string name;
  catalog::CoordinateFault fault = catalog::CoordinateFault::kNone;
};

struct BuildReport {
  catalog::Revision revision;  ///< of the catalogue that the index now holds
  std::size_t written = 0;     ///< activities in the new segment
  std::size_t removed = 0;     ///< tombstones of older segments
  std::size_t live = 0;        ///< activities that a match sees
  std::size_t segments = 0;
  std::size_t learned_places = 0;
  std::vector<PlaceReport> places;
};

/// Brings the index up to the catalogue's revision: writes beside the old, verifies, and puts the
/// manifest in place by rename. On any failure the old index stays and keeps answering. One writer
/// a folder at a time (a lock file). Throws catalog::Error.
BuildReport build_index(const catalog::ActivityStore& store, const BuildOptions& options);

/// What `kring status` tells of an index.
struct IndexStatus {
  catalog::Revision revision;
  std::string catalog;  ///< identity of the catalogue it was made from
  std::string vocabulary;
  std::string weights;
  catalog::Date today;  ///< for which it was built: BuildOptions.today
  catalog::Date sessions_from;
  std::size_t live = 0;
  std::size_t segments = 0;
  std::size_t bytes = 0;
};
/// Throws catalog::Error where there is no readable index.
IndexStatus read_status(const std::string& index_dir);

}  // namespace kring::indexer
