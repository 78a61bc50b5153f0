#include "engine/journey.h"

#include <cmath>

namespace kring::engine {
namespace {

constexpr std::int64_t kDetourTenths = 13;  // roads are 1.3 times the great circle

struct Pace {
  std::int64_t meters_per_hour;
  std::int64_t minutes_before;  // to get going: walk to the stop, wait, park
};

Pace pace_of(TravelMode mode) {
  switch (mode) {
    case TravelMode::kWalk:
      return {4'000, 0};
    case TravelMode::kWheelchair:
      return {3'000, 0};
    case TravelMode::kBicycle:
      return {14'000, 0};
    case TravelMode::kPublicTransport:
      return {15'000, 12};
    case TravelMode::kCar:
    case TravelMode::kLift:
      return {35'000, 5};
  }
  return {4'000, 0};
}

}  // namespace

int minutes_by(TravelMode mode, catalog::Meters distance) {
  const Pace pace = pace_of(mode);
  const std::int64_t tenths = std::llround(distance.value) * kDetourTenths;
  const std::int64_t per_minute_tenths = pace.meters_per_hour * 10;
  const std::int64_t moving = (tenths * 60 + per_minute_tenths - 1) / per_minute_tenths;
  return static_cast<int>(pace.minutes_before + moving);
}

std::optional<catalog::Point> point_of(const SiteAt& at) {
  const std::int32_t latitude = at.features().latitude[at.row];
  if (latitude == indexer::kNoNumber) return std::nullopt;
  return catalog::Point{indexer::unpack_degrees(latitude),
                        indexer::unpack_degrees(at.features().longitude[at.row])};
}

std::optional<Journey> find_journey(const Asked& asked, const SiteAt& at) {
  const std::optional<catalog::Point> point = point_of(at);
  if (!asked.home || !asked.reach || !point) return std::nullopt;
  const catalog::Meters distance = catalog::distance_between(*asked.home, *point);
  std::optional<Journey> quickest;
  for (const Reach& reach : *asked.reach) {
    const int minutes = minutes_by(reach.mode, distance);
    if (minutes > reach.max_minutes) continue;
    if (!quickest || minutes < quickest->minutes.value) quickest = Journey{reach.mode, {minutes}};
  }
  return quickest;
}

catalog::AttendanceSet usable_forms(const Asked& asked, const SiteAt& at) {
  return {static_cast<std::uint8_t>(at.features().attendance[at.row] & asked.forms.bits)};
}

bool is_only_in_person(const Asked& asked, const SiteAt& at) {
  catalog::AttendanceSet in_person;
  in_person.add(catalog::Attendance::kInPerson);
  return usable_forms(asked, at) == in_person;
}

std::optional<Journey> find_visit(const Asked& asked, const SiteAt& at) {
  return is_only_in_person(asked, at) ? find_journey(asked, at) : std::nullopt;
}

}  // namespace kring::engine
