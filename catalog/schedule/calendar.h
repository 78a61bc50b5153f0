// How are days, hours and rules written as iCalendar?
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "catalog/quantity.h"
#include "catalog/schedule/calendar_file.h"

namespace kring::catalog {

struct CalendarEntry {
  std::string uid;                ///< unique in the world; tells nothing of a person
  Date day;                       ///< local where the entry takes the whole day, else in UTC
  std::optional<Minutes> starts;  ///< since midnight UTC; absent: the whole day
  std::string summary;
  std::string description;  ///< "" where none; may have lines
  std::string location;     ///< "" where none
};

/// RFC 5545, folded and escaped. `stamped` is the day on which the entries were made: equal entries
/// and days give equal bytes. Entries are private; those of a whole day leave the time free.
std::string write_calendar(const std::vector<CalendarEntry>& entries, Date stamped);

/// Whether what a calendar tells of goes on.
enum class EntryState {
  kConfirmed,
  kTentative,
  kCancelled,
};

/// A public entry that recurs as its schedule says, on the clock of its zone.
struct CalendarSeries {
  std::string
      uid;  ///< unique in the world; added sessions of another length get "-1", "-2" … on it
  int sequence = 0;  ///< rises with every change
  Date stamped;      ///< the day of the last change; a rule without a first day begins here
  Schedule schedule;
  EntryState state = EntryState::kConfirmed;
  std::string summary;
  std::string description;
  std::string location;
  std::optional<Point> point;
  std::string url;
  std::vector<std::string> categories;
  std::vector<CalendarProperty> own;  ///< "X-…" properties of its source, as they were written
};

/// RFC 5545 with the zones that are named, folded and escaped; equal series give equal bytes. A
/// series that has no day is left out; "" where none is left, for a calendar is never empty. A
/// reader finds the sessions that expand() gives; schedules without hours become whole days.
std::string write_calendar(const std::vector<CalendarSeries>& all);

/// The same piece by piece, for a calendar that does not fit in memory: its beginning, with the
/// zones that its series name; the events of one series, "" where it has no day; and its end.
std::string begin_calendar(const std::set<std::string>& zones);
std::string write_events(const CalendarSeries& series);
inline constexpr std::string_view kCalendarEnd = "END:VCALENDAR\r\n";

/// The start of "2026-11-25T10:00:00+01:00" in UTC; absent where the text is no such time.
struct UtcTime {
  Date day;
  Minutes time;
};
std::optional<UtcTime> parse_utc(std::string_view rfc3339);

}  // namespace kring::catalog
