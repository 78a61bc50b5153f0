// Which kinds of number does Kring tell apart?
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kring::catalog {

// NOLINTBEGIN(modernize-use-nullptr): clang-tidy 14 takes the 0 of a comparison by <=> for a
// pointer

/// A yes / no / unknown fact. Unknown is never yes and never no.
enum class Answer : std::uint8_t {
  kUnknown = 0,
  kYes = 1,
  kNo = 2,
};

/// Money in hundredths of a euro; >= 0.
struct Cents {
  std::int64_t value = 0;
  auto operator<=>(const Cents&) const = default;
};

/// A length of time, or a time of day as minutes since local midnight (then 0..1440).
struct Minutes {
  int value = 0;
  auto operator<=>(const Minutes&) const = default;
};

/// Distance over ground; >= 0.
struct Meters {
  double value = 0;
  auto operator<=>(const Meters&) const = default;
};

/// Points of a score or a weight, in 1/10,000; a whole score lies in 0..10,000.
struct Score {
  std::int32_t points = 0;
  auto operator<=>(const Score&) const = default;
};
inline constexpr std::int32_t kScoreOne = 10'000;

/// An activity's key: a uuid in lower case, 36 characters.
struct ActivityId {
  std::string value;
  auto operator<=>(const ActivityId&) const = default;
};

/// Number of a change of the catalogue; 0 is the empty catalogue.
struct Revision {
  std::int64_t number = 0;
  auto operator<=>(const Revision&) const = default;
};

/// A calendar day without zone.
using Date = std::chrono::sys_days;

/// "2026-11-23" (a time part after 'T' or a blank is passed over); absent where `text` is no date
/// that exists.
std::optional<Date> parse_date(std::string_view text);

/// As "2026-11-23".
std::string format_date(Date date);

/// "10:00", "10:00:00" or "24:00" as minutes since midnight; absent otherwise.
std::optional<Minutes> parse_time_of_day(std::string_view text);

/// As "09:05"; 24:00 for 1440.
std::string format_time_of_day(Minutes minutes);

/// 0 = Monday .. 6 = Sunday.
int weekday_index(Date date);

/// A point on earth, WGS 84 degrees.
struct Point {
  double latitude = 0;   ///< -90..90
  double longitude = 0;  ///< -180..180
  bool operator==(const Point&) const = default;
};

/// Great-circle distance on a sphere of 6,371,008.8 m (IUGG mean radius), by the haversine formula.
Meters distance_between(Point a, Point b);

// NOLINTEND(modernize-use-nullptr)

}  // namespace kring::catalog
