// How does an HSDS schedule become a schedule?
#pragma once

#include <string>
#include <vector>

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"

namespace kring::catalog::formats {

/// The schedules of `owner` (a service or service_at_location).
std::vector<Schedule> read_hsds_schedules(const Fields& owner);

/// The sentence that stands for `days` in the notes of a schedule; "" where there are none.
std::string tell_days_off(const std::vector<Date>& days);

}  // namespace kring::catalog::formats
