// How does an HSDS schedule become a schedule?
#pragma once

#include <vector>

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"

namespace kring::catalog::formats {

/// The schedules of `owner` (a service or service_at_location).
std::vector<Schedule> read_hsds_schedules(const Fields& owner);

}  // namespace kring::catalog::formats
