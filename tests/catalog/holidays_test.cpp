// Are the named days off where the calendar has them?
#include "catalog/schedule/holidays.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace kring::tests {
namespace {

using catalog::Answer;
using catalog::DaysOff;
using catalog::SchoolHoliday;
using catalog::SchoolRegion;

catalog::Date day(const char* text) {
  return *catalog::parse_date(text);
}

std::vector<std::string> days_of(int year) {
  std::vector<std::string> days;
  for (const catalog::PublicHoliday& holiday : catalog::public_holidays(year)) {
    days.push_back(catalog::format_date(holiday.day).substr(5));
  }
  return days;
}

DaysOff all_school() {
  DaysOff days_off;
  days_off.school = DaysOff::kAllSchool;
  return days_off;
}

}  // namespace

TEST_CASE("public holidays follow Easter, and Koningsdag leaves the Sunday") {
  using Days = std::vector<std::string>;
  CHECK(days_of(2025)
        == Days{"01-01", "04-20", "04-21", "04-26", "05-05", "05-29", "06-08", "06-09", "12-25",
                "12-26"});
  CHECK(days_of(2026)
        == Days{"01-01", "04-05", "04-06", "04-27", "05-05", "05-14", "05-24", "05-25", "12-25",
                "12-26"});
  CHECK(days_of(2038)[1] == "04-25");
  CHECK(days_of(2285)[1] == "03-22");
}

TEST_CASE("Bevrijdingsdag is a day off in lustrum years only, and Good Friday never") {
  CHECK(catalog::is_public_holiday(day("2025-05-05")));
  CHECK(!catalog::is_public_holiday(day("2026-05-05")));
  CHECK(!catalog::is_public_holiday(day("2026-04-03")));
  CHECK(catalog::is_public_holiday(day("2026-12-26")));
}

TEST_CASE("a municipality has the region of its schools, unless it has two") {
  CHECK(catalog::find_school_region("GM0268") == SchoolRegion::kSouth);   // Nijmegen
  CHECK(catalog::find_school_region("GM0344") == SchoolRegion::kMiddle);  // Utrecht
  CHECK(catalog::find_school_region("GM0244") == SchoolRegion::kNorth);   // Hattem
  CHECK(!catalog::find_school_region("GM1955"));                          // Montferland
  CHECK(!catalog::find_school_region("GM9999"));
}

TEST_CASE("school holidays differ by region, and are unknown where the table is silent") {
  const auto at = [](std::optional<SchoolRegion> region, const char* text) {
    return catalog::is_school_holiday(all_school(), region, day(text));
  };
  CHECK(at(SchoolRegion::kNorth, "2026-10-12") == Answer::kYes);
  CHECK(at(SchoolRegion::kSouth, "2026-10-12") == Answer::kNo);
  CHECK(at(std::nullopt, "2026-10-12") == Answer::kUnknown);
  CHECK(at(std::nullopt, "2026-12-28") == Answer::kYes);
  CHECK(at(std::nullopt, "2026-11-26") == Answer::kNo);
  CHECK(at(SchoolRegion::kSouth, "2027-02-10") == Answer::kUnknown);
  CHECK(at(SchoolRegion::kSouth, "2027-07-20") == Answer::kUnknown);
  CHECK(at(SchoolRegion::kNorth, "2030-08-01") == Answer::kUnknown);
  CHECK(at(SchoolRegion::kNorth, "2030-09-20") == Answer::kNo);
}

TEST_CASE("only the holidays that are named count") {
  DaysOff christmas;
  christmas.add(SchoolHoliday::kChristmas);
  CHECK(catalog::is_day_off(christmas, SchoolRegion::kSouth, day("2026-12-21")) == Answer::kYes);
  CHECK(catalog::is_day_off(christmas, SchoolRegion::kSouth, day("2026-10-19")) == Answer::kNo);
  DaysOff feasts;
  feasts.has_public_holidays = true;
  CHECK(catalog::is_day_off(feasts, std::nullopt, day("2026-12-25")) == Answer::kYes);
  CHECK(catalog::is_day_off(feasts, std::nullopt, day("2026-12-28")) == Answer::kNo);
}

}  // namespace kring::tests
