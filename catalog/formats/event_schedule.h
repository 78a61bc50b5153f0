// When does an Event of schema.org or OpenActive happen?
#pragma once

#include <string>
#include <vector>

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"
#include "catalog/schedule/place_zone.h"

namespace kring::catalog::formats {

/// The schedules of `event`, of the first that has times: eventSchedule (a rule), subEvent (one
/// each), its own start and end, hoursAvailable. `place`: where it happens (it decides on what
/// clock: moment.h).
std::vector<Schedule> read_event_schedules(const Fields& event, const Whereabouts& place);

/// The one meeting that `event` itself is; none where it has no start or is cancelled.
std::vector<Schedule> read_dated_schedule(const Fields& event, const Whereabouts& place);

/// As read_dated_schedule, on the clock of the IANA `zone`, for a feed that is known to be of
/// there.
std::vector<Schedule> read_dated_schedule_in(const Fields& event, const std::string& zone);

/// What eventStatus says.
Status read_event_status(const Fields& event);

}  // namespace kring::catalog::formats
