// How are the schedules of an activity written in schema.org?
#pragma once

#include <vector>

#include "catalog/activity.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

/// Sets startDate and endDate, subEvent or eventSchedule of `event`. A rule that schema.org cannot
/// say (BYSETPOS) becomes its first hundred dates.
void set_schedules(Json& event, const std::vector<Schedule>& schedules);

}  // namespace kring::catalog::formats
