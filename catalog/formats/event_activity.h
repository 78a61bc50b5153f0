// How does an Event of schema.org or OpenActive become an activity?
//
// OpenActive's classes are schema.org's with members added, so one reading serves both.
#pragma once

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"

namespace kring::catalog::formats {

/// The activity that `event` tells of; what it could not use stands in the notes. Its id is empty.
Activity read_event(const Fields& event);

}  // namespace kring::catalog::formats
