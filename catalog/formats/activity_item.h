// How does an activity look to those who read schema.org?
#pragma once

#include "catalog/activity.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

/// An Event of schema.org with what it can say of `activity`.
Json make_activity_item(const Activity& activity);

}  // namespace kring::catalog::formats
