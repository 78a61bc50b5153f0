// On which named days may an activity be closed?
//
// Values only; catalog/schedule/holidays.h knows their dates.
#pragma once

#include <cstdint>

namespace kring::catalog {

/// The Dutch school holidays.
enum class SchoolHoliday : std::uint8_t {
  kAutumn,     ///< herfstvakantie
  kChristmas,  ///< kerstvakantie
  kSpring,     ///< voorjaarsvakantie, carnavalsvakantie
  kMay,        ///< meivakantie
  kSummer,     ///< zomervakantie
};

/// A set of named days.
struct DaysOff {
  bool has_public_holidays = false;  ///< "niet op feestdagen"
  std::uint8_t school = 0;           ///< a bit for each SchoolHoliday

  static constexpr std::uint8_t kAllSchool = 0b11111;

  [[nodiscard]] bool has(SchoolHoliday holiday) const {
    return (school & (1U << static_cast<unsigned>(holiday))) != 0;
  }
  void add(SchoolHoliday holiday) {
    school = static_cast<std::uint8_t>(school | (1U << static_cast<unsigned>(holiday)));
  }
  [[nodiscard]] bool empty() const { return !has_public_holidays && school == 0; }
  bool operator==(const DaysOff&) const = default;
};

/// The days of both.
inline DaysOff joined(const DaysOff& left, const DaysOff& right) {
  DaysOff both = left;
  both.has_public_holidays = left.has_public_holidays || right.has_public_holidays;
  both.school = static_cast<std::uint8_t>(left.school | right.school);
  return both;
}

}  // namespace kring::catalog
