// How is a list of days and hours written as iCalendar?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/quantity.h"

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

/// The start of "2026-11-25T10:00:00+01:00" in UTC; absent where the text is no such time.
struct UtcTime {
  Date day;
  Minutes time;
};
std::optional<UtcTime> parse_utc(std::string_view rfc3339);

}  // namespace kring::catalog
