#include "catalog/schedule/place_zone.h"

#include <algorithm>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include <libical/ical.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include "catalog/schedule/zone_guard.h"

namespace kring::catalog {

namespace {

struct CityZone {
  std::string name;
  std::optional<Point> city;  ///< absent for another name of a zone
};

constexpr std::size_t kCodeLetters = 2;

CityZone describe_zone(const std::string& name) {
  icaltimezone* const zone = icaltimezone_get_builtin_timezone(name.c_str());
  if (zone == nullptr) return {name, std::nullopt};
  const Point city{icaltimezone_get_latitude(zone), icaltimezone_get_longitude(zone)};
  return {name, city == Point{} ? std::nullopt : std::optional(city)};
}

/// Zones of a country by ICU, with their cities by libical: both after the tz database.
std::vector<CityZone> list_zones(const std::string& country) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> names(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, country.c_str(), nullptr, status));
  std::vector<CityZone> zones;
  while (U_SUCCESS(status) != 0) {
    const icu::UnicodeString* const name = names->snext(status);
    if (name == nullptr) break;
    std::string text;
    zones.push_back(describe_zone(name->toUTF8String(text)));
  }
  return zones;
}

const std::vector<CityZone>& zones_of(const std::string& country) {
  static std::map<std::string, std::vector<CityZone>> known;
  const std::lock_guard<std::mutex> lock(zone_guard());
  const auto [at, is_new] = known.try_emplace(country);
  if (is_new) at->second = list_zones(country);
  return at->second;
}

bool is_country_code(const std::string& text) {
  return text.size() == kCodeLetters && std::all_of(text.begin(), text.end(), [](char letter) {
           return letter >= 'A' && letter <= 'Z';
         });
}

}  // namespace

std::optional<std::string> find_zone_at(const Whereabouts& place) {
  if (!is_country_code(place.country)) return std::nullopt;
  const std::vector<CityZone>& zones = zones_of(place.country);
  if (zones.size() == 1) return zones.front().name;
  if (!place.point || zones.empty()) return std::nullopt;
  const auto far = [&](const CityZone& zone) {
    return zone.city ? distance_between(*zone.city, *place.point).value
                     : std::numeric_limits<double>::max();
  };
  return std::min_element(zones.begin(), zones.end(),
                          [&](const CityZone& a, const CityZone& b) { return far(a) < far(b); })
      ->name;
}

}  // namespace kring::catalog
