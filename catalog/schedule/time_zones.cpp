#include "catalog/schedule/time_zones.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <libical/ical.h>
#include <unicode/ucal.h>
#include <unicode/unistr.h>

#include "catalog/schedule/zone_guard.h"

namespace kring::catalog {

namespace {

constexpr std::size_t kMaxZoneName = 64;  ///< characters

/// A zone by its offsets, standard first, for calendars that name it in their own way.
struct OffsetZone {
  std::string_view standard;
  std::string_view summer;  ///< "" where the clock never changes
  std::string_view name;
};
constexpr std::array kOffsetZones = {
    OffsetZone{"+0100", "+0200", "Europe/Amsterdam"},
    OffsetZone{"+0000", "+0100", "Europe/London"},
    OffsetZone{"+0200", "+0300", "Europe/Helsinki"},
    OffsetZone{"+0100", "", "Etc/GMT-1"},
    OffsetZone{"+0000", "", "UTC"},
};

/// A zone is looked up as a file, so its name may hold nothing that leads elsewhere.
bool is_zone_name(const std::string& name) {
  const bool fits = std::all_of(name.begin(), name.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
           || (letter >= '0' && letter <= '9') || letter == '/' || letter == '_' || letter == '-'
           || letter == '+';
  });
  return fits && !name.empty() && name.size() <= kMaxZoneName && name.front() != '/'
         && name.find("//") == std::string::npos;
}

/// What follows a prefix that a program puts before the IANA name.
std::optional<std::string> find_tail(std::string name) {
  for (std::size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/')) {
    name.erase(0, slash + 1);
    if (name.find('/') != std::string::npos && is_known_zone(name)) {
      return name;
    }
  }
  return std::nullopt;
}

std::optional<std::string> find_windows_zone(const std::string& name) {
  if (name.size() > kMaxZoneName) {
    return std::nullopt;
  }
  const icu::UnicodeString wanted = icu::UnicodeString::fromUTF8(name);
  std::array<UChar, kMaxZoneName> found{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length =
      ucal_getTimeZoneIDForWindowsID(wanted.getBuffer(), wanted.length(), "NL", found.data(),
                                     static_cast<std::int32_t>(found.size()), &status);
  if (U_FAILURE(status) != 0 || length <= 0) {
    return std::nullopt;
  }
  std::string zone;
  icu::UnicodeString(found.data(), length).toUTF8String(zone);
  return zone;
}

std::string offset_of(const CalendarComponent& zone, std::string_view kind) {
  // The last observance is the one in force.
  const auto found = std::find_if(zone.parts.rbegin(), zone.parts.rend(),
                                  [&](const auto& part) { return part.kind == kind; });
  return found == zone.parts.rend() ? std::string() : found->text("TZOFFSETTO");
}

std::optional<std::string> find_by_offsets(const CalendarComponent& zone) {
  const std::string standard = offset_of(zone, "STANDARD");
  const std::string summer = offset_of(zone, "DAYLIGHT");
  const auto* const found = std::find_if(
      kOffsetZones.begin(), kOffsetZones.end(),
      [&](const OffsetZone& row) { return row.standard == standard && row.summer == summer; });
  return found == kOffsetZones.end() ? std::nullopt
                                     : std::optional<std::string>(std::string(found->name));
}

}  // namespace

bool is_known_zone(const std::string& name) {
  const std::lock_guard<std::mutex> lock(zone_guard());
  return is_zone_name(name) && icaltimezone_get_builtin_timezone(name.c_str()) != nullptr;
}

std::optional<std::string> find_zone(const std::string& tzid, const CalendarComponent& calendar) {
  if (is_known_zone(tzid)) {
    return tzid;
  }
  if (std::optional<std::string> tail = find_tail(tzid)) {
    return tail;
  }
  if (std::optional<std::string> windows = find_windows_zone(tzid)) {
    return windows;
  }
  for (const CalendarComponent& part : calendar.parts) {
    if (part.kind == "VTIMEZONE" && part.text("TZID") == tzid) {
      const std::string location = part.text("X-LIC-LOCATION");
      return is_known_zone(location) ? location : find_by_offsets(part);
    }
  }
  return std::nullopt;
}

}  // namespace kring::catalog
