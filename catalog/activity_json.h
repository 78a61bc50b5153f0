// How is an Activity written as JSON and read back?
//
// The form in which the catalogue and the index keep it: read(write(a)) == a.
#pragma once

#include "catalog/activity.h"
#include "catalog/json.h"

namespace kring::catalog {

Json activity_to_json(const Activity& activity);

/// requires: `json` was made by activity_to_json (of this or an earlier version; unknown members
/// are passed over).
Activity activity_from_json(const Json& json);

}  // namespace kring::catalog
