// Which components and properties does an iCalendar file hold?
//
// Every line is kept as it stands (RFC 5545, unfolded), for libical drops what it cannot read; what
// a value means libical tells.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/quantity.h"
#include "catalog/result.h"

namespace kring::catalog {

inline constexpr std::size_t kMaxCalendarBytes = 67'108'864;  ///< one file, 64 MiB
inline constexpr std::size_t kMaxCalendarDepth = 4;  ///< VCALENDAR, VEVENT, VALARM, and one more
inline constexpr std::size_t kMaxCalendarLine = 1'048'576;  ///< bytes of one unfolded line, 1 MiB

struct CalendarProperty {
  std::string name;                                             ///< in capitals
  std::vector<std::pair<std::string, std::string>> parameters;  ///< names in capitals; unquoted
  std::string value;                                            ///< as written, escapes and all

  /// "" where it has no such parameter.
  [[nodiscard]] std::string parameter(std::string_view wanted) const;
};

struct CalendarComponent {
  std::string kind;  ///< "VEVENT", in capitals
  std::size_t line = 1;
  std::vector<CalendarProperty> properties;
  std::vector<CalendarComponent> parts;

  /// The first property called `name`; null where there is none.
  [[nodiscard]] const CalendarProperty* find(std::string_view name) const;
  /// Its value as plain text; "" where there is none.
  [[nodiscard]] std::string text(std::string_view name) const;
};

/// The VCALENDARs of a file. Line ends may be CRLF, LF or CR; a line without a colon goes on the
/// one before it, as broken folding leaves it. A problem where the file is no calendar, is no
/// UTF-8, is cut off, or passes a limit.
Result<std::vector<CalendarComponent>> parse_calendar_file(std::string_view bytes);

/// The property as lines of a calendar, folded, its value as it stands.
std::string write_property(const CalendarProperty& property);

/// `value` without its escapes ("\n", "\,"); a comma stays in the text.
std::string unescape_calendar_text(std::string_view value);

/// `value` at the commas that are not escaped.
std::vector<std::string> split_calendar_list(std::string_view value);

/// A time as written: local to a zone that the property names apart.
struct CalendarTime {
  Date day;
  std::optional<Minutes> time;  ///< of day; absent: the whole day
  bool is_utc = false;
  bool operator==(const CalendarTime&) const = default;
};

/// "20261201", "20261201T100000", "20261201T090000Z"; absent for anything else.
std::optional<CalendarTime> parse_calendar_time(std::string_view value);

/// "PT1H30M" in minutes; absent for anything else and for what runs backwards.
std::optional<int> parse_calendar_duration(std::string_view value);

}  // namespace kring::catalog
