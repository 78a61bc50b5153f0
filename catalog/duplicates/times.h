// On which weekdays and at which hours does a record say that it happens?
#pragma once

#include "catalog/activity.h"
#include "catalog/duplicates/traits.h"

namespace kring::catalog::duplicates {

/// Of the schedules of activity and sites; where none names a day, of the name; else of the words
/// of description and schedule notes.
Times times_of(const Activity& activity);

}  // namespace kring::catalog::duplicates
