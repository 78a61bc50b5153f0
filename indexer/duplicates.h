// Which records are plainly one activity?
#pragma once

#include <cstdint>

#include "catalog/activity.h"
#include "indexer/language/analysis.h"

namespace kring::indexer {

/// A key that is equal for records of one activity: same words in the name, same first venue's
/// postcode and house number. Records that do not tell a venue are keyed by organisation. 0 is
/// never a key.
std::uint64_t fold_key_of(const catalog::Activity& activity, const Analyser& analyser);

}  // namespace kring::indexer
