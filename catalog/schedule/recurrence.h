// On which days does a recurrence rule fall?
#pragma once

#include <vector>

#include "catalog/activity.h"
#include "catalog/quantity.h"

namespace kring::catalog {

/// The days of the schedule's rule in [from, to], ascending, at most kMaxSessions; EXDATEs are not
/// taken out. A rule that cannot be read, or needs a first day and has none, gives none.
/// Thread-safe; bounded whatever the rule says.
std::vector<Date> recurring_days(const Schedule& schedule, Date from, Date to);

}  // namespace kring::catalog
