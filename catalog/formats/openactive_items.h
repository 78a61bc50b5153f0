// How do series and their sessions, which are items of their own, become activities?
#pragma once

#include <cstdint>
#include <vector>

#include "catalog/formats/feed.h"
#include "catalog/formats/feed_parts.h"
#include "catalog/formats/rpde.h"

namespace kring::catalog::formats {

/// What becomes of a session whose series is not known.
enum class Orphans : std::uint8_t {
  kWait,       ///< in the parts, until its series comes
  kAreFaults,  ///< nothing more comes
};

/// Puts the items among `parts` and gives each activity that they change, whole: the same, whatever
/// the order and the batches in which its items came; a place that is an item of its own counts for
/// the activities that are given after it. False where the items hold no activity and no
/// removal.
bool read_openactive_items(const std::vector<RpdeItem>& items,
                           FeedParts& parts,
                           Orphans orphans,
                           FeedSink& sink);

}  // namespace kring::catalog::formats
