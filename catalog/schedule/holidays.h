// When are the Dutch public holidays and school holidays?
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "catalog/days_off.h"
#include "catalog/places.h"
#include "catalog/quantity.h"

namespace kring::catalog {

struct PublicHoliday {
  Date day;
  std::string_view name;   ///< Dutch
  bool is_day_off = true;  ///< Bevrijdingsdag is one for most in lustrum years only
  bool operator==(const PublicHoliday&) const = default;
};

/// The "feestdagen" of a year, by day: those of Easter, Koningsdag (on the 26th where the 27th of
/// April is a Sunday), Bevrijdingsdag, Christmas and New Year's Day. Good Friday is none.
std::vector<PublicHoliday> public_holidays(int year);

/// Whether "feestdag" means that day: one of public_holidays() that is a day off.
bool is_public_holiday(Date day);

/// The Netherlands spread their school holidays over three regions.
enum class SchoolRegion : std::uint8_t {
  kNorth,
  kMiddle,
  kSouth,
};

/// The region of a municipality by its CBS code ("GM0268"); absent where the code is unknown or
/// the municipality lies in two regions (Altena, De Ronde Venen, Montferland, Neder-Betuwe).
std::optional<SchoolRegion> find_school_region(std::string_view municipality_code);

/// The region of the municipality in which the site's postcode lies.
std::optional<SchoolRegion> find_school_region(const Site& site, const Places& places);

/// Whether `day` lies in one of the holidays of `days_off`, by the dates that the ministry sets or
/// advises (school_holidays.tsv); of all regions where `region` is absent. Unknown where regions
/// differ, and where the table has no dates: before 2024, after the summer of 2029, and in the
/// gaps that it names.
Answer is_school_holiday(const DaysOff& days_off, std::optional<SchoolRegion> region, Date day);

/// Whether an activity that is closed on `days_off` is closed on `day`.
Answer is_day_off(const DaysOff& days_off, std::optional<SchoolRegion> region, Date day);

}  // namespace kring::catalog
