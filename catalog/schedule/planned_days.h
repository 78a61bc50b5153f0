// On which days does an activity not go on, as calendars must be told?
#pragma once

#include <functional>
#include <string_view>

#include "catalog/activity.h"
#include "catalog/days_off.h"
#include "catalog/places.h"

namespace kring::catalog {

/// What a text says of named days on which there is nothing (indexer/language/days_off.h).
using DaysOffReader = std::function<DaysOff(std::string_view text)>;

/// The years whose days off are written out: those of which school_holidays.tsv has dates. No
/// clock: the same catalogue gives the same calendar.
inline constexpr int kFirstYearOfDaysOff = 2024;
inline constexpr int kLastYearOfDaysOff = 2029;

/// The activity with the days off that its texts tell as exceptions of its rules, where it is sure
/// that they are: those of its description and alert in all schedules, those of a schedule's own
/// description in that one. School holidays are those of the site's region; in the schedules of the
/// activity those that all its sites share.
Activity with_days_off(Activity activity, const DaysOffReader& read, const Places& places);

}  // namespace kring::catalog
