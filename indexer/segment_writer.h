// How is one segment written?
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "catalog/activity.h"
#include "indexer/duplicates.h"
#include "indexer/feature_rows.h"

namespace kring::indexer {

/// Gives the record of the i-th activity; called once for each, in the order of the segment.
using RecordAt = std::function<IndexedRecord(std::size_t i)>;

/// Writes a whole segment of `count` activities into the new folder `folder`, synced to disk.
/// Throws catalog::Error.
void write_segment(const std::string& folder,
                   std::size_t count,
                   const RecordAt& record_at,
                   const RowContext& context);

/// The order in which activities with these points stand in a segment: by 1-km strip of latitude,
/// then longitude, then id; those without a point last, by id.
struct PlacedActivity {
  catalog::ActivityId id;
  std::optional<catalog::Point> point;
};
bool stands_before(const PlacedActivity& a, const PlacedActivity& b);

}  // namespace kring::indexer
