// What did a source say in the words of schema.org that Kring has no field for?
#pragma once

#include "catalog/json.h"
#include "catalog/store/store.h"

namespace kring::catalog::formats {

/// Adds to `node`, which tells of the activity, what the source's own node has besides: at the top,
/// and in places, addresses, offers and organisers. Persons stay out, as do times and texts that
/// Kring tells elsewhere in the node. Nothing where the record came in another format.
void add_own_members(const StoredActivity& stored, Json& node);

}  // namespace kring::catalog::formats
