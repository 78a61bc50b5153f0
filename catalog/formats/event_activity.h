// How does an Event of schema.org or OpenActive become an activity?
//
// OpenActive's classes are schema.org's with members added, so one reading serves both.
#pragma once

#include <optional>
#include <string_view>

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"

namespace kring::catalog::formats {

/// The activity that `event` tells of; what it could not use stands in the notes. Its id is empty.
Activity read_event(const Fields& event);

/// Whole years, both inclusive; absent where there is no limit.
struct AgeRange {
  std::optional<int> min;
  std::optional<int> max;
};

/// "6-12", "18+", "-12", "-" of schema.org's typicalAgeRange; no limits where it is none of these.
AgeRange parse_typical_ages(std::string_view range);

}  // namespace kring::catalog::formats
