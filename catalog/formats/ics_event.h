// How does a VEVENT become an activity?
#pragma once

#include "catalog/activity.h"
#include "catalog/formats/field_reader.h"
#include "catalog/formats/ics_schedule.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

/// The activity that `series` tells of; what it could not use stands in the notes. Its id is empty.
/// An ORGANIZER is taken where its address is shared ("info@", "agenda@"); the address of a person
/// is left out, and noted.
Activity read_ics_event(const EventSeries& series, Notes& notes);

/// The event by its properties, each a list of {"parameters", "value"}, values as written; what it
/// holds within (VALARM) is listed by kind in the same way. Persons are left out: every ATTENDEE,
/// and an ORGANIZER whose address is not shared.
Json ics_document(const CalendarComponent& event);

/// The "X-…" properties of an event's document.
std::vector<CalendarProperty> own_properties(const Json& document);

}  // namespace kring::catalog::formats
