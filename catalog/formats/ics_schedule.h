// On which days and hours does a VEVENT fall?
#pragma once

#include <vector>

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"
#include "catalog/schedule/calendar_file.h"

namespace kring::catalog::formats {

/// A series and its occurrences that were changed or cancelled one by one; all outlive it.
struct EventSeries {
  const CalendarComponent* calendar = nullptr;  ///< where it stands: VTIMEZONEs, X-WR-TIMEZONE
  const CalendarComponent* event = nullptr;
  std::vector<const CalendarComponent*> changes;  ///< those with a RECURRENCE-ID
};

/// The schedules of `series`, one a rule; none without a DTSTART. Times are on the clock of its
/// TZID; in UTC they are Dutch time, unless a rule repeats them in UTC. Whole days have no hours.
std::vector<Schedule> read_ics_schedules(const EventSeries& series, Notes& notes);

/// Whether STATUS says that it does not take place.
bool is_cancelled(const CalendarComponent& event);

}  // namespace kring::catalog::formats
