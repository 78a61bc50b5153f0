// Do calendars leave out the days on which an activity says that it is closed?
#include "catalog/schedule/planned_days.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/formats/schema_org_json.h"
#include "catalog/schedule/activity_calendar.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::Date;
using catalog::DaysOff;
using catalog::Schedule;

Date day(const char* text) {
  return *catalog::parse_date(text);
}

/// Reads two texts as the language of the indexer would.
DaysOff read(std::string_view text) {
  DaysOff days_off;
  days_off.has_public_holidays = text == "Niet op feestdagen.";
  if (text == "Niet in de kerstvakantie.") days_off.add(catalog::SchoolHoliday::kChristmas);
  return days_off;
}

Activity on_fridays(const char* description, const char* note) {
  Activity activity;
  activity.id = {"5b0e4d2a-6c1f-4b57-9a3e-d1f2c8a7e604"};
  activity.name = "Zingen";
  activity.description = description;
  Schedule schedule;
  schedule.rrule = "FREQ=WEEKLY;INTERVAL=1;BYDAY=FR";
  schedule.first_day = day("2026-12-04");
  schedule.opens = catalog::Minutes{600};
  schedule.description = note;
  activity.schedules = {schedule};
  return activity;
}

std::vector<Date> days_off_of(const Activity& activity) {
  return catalog::with_days_off(activity, read, {}).schedules.front().except;
}

bool has(const std::vector<Date>& days, const char* wanted) {
  return std::find(days.begin(), days.end(), day(wanted)) != days.end();
}

}  // namespace

TEST_CASE("days off are exceptions of the rule, whether all texts say so or a schedule's own") {
  for (const Activity& activity :
       {on_fridays("Niet op feestdagen.", ""), on_fridays("", "Niet op feestdagen.")}) {
    const std::vector<Date> off = days_off_of(activity);
    CHECK(has(off, "2026-12-25"));
    CHECK(has(off, "2027-01-01"));
    CHECK(!has(off, "2026-12-18"));
    CHECK(off.front() >= day("2026-12-04"));
    CHECK(off.back() <= day("2029-12-31"));
  }
  CHECK(days_off_of(on_fridays("Gezellig.", "")).empty());
}

TEST_CASE("school holidays without a place are those that all regions have") {
  const std::vector<Date> off = days_off_of(on_fridays("", "Niet in de kerstvakantie."));
  CHECK(has(off, "2027-01-01"));
  CHECK(!has(off, "2027-01-15"));
}

TEST_CASE("a session that was added on a day off does not go on either") {
  Activity activity = on_fridays("Niet op feestdagen.", "");
  activity.schedules.front().added = {{day("2026-12-26"), {}, {}}, {day("2026-12-28"), {}, {}}};
  const auto added = catalog::with_days_off(activity, read, {}).schedules.front().added;
  REQUIRE(added.size() == 1);
  CHECK(added.front().day == day("2026-12-28"));
}

TEST_CASE("calendar and linked data name the days off") {
  const Activity planned = catalog::with_days_off(on_fridays("Niet op feestdagen.", ""), read, {});
  const std::string calendar =
      catalog::write_calendar(catalog::calendar_of(planned, {day("2026-11-01"), 1}, {}));
  CHECK(calendar.find("EXDATE;TZID=Europe/Amsterdam:20261225T100000\r\n") != std::string::npos);
  const catalog::Json node = catalog::formats::schema_org_node(planned, {});
  CHECK(node["eventSchedule"].array().front()["exceptDate"].array().front()
        == catalog::Json("2026-12-25"));
}

}  // namespace kring::tests
