// Does an activity come back from schema.org and from a calendar as it went out?
#include "catalog/formats/schema_org_json.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/activity_json.h"
#include "catalog/schedule/activity_calendar.h"
#include "catalog/schedule/expand.h"
#include "tests/catalog/recording_sink.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::Cents;
using catalog::Minutes;
using catalog::Schedule;
using catalog::Session;

catalog::Date day(const char* text) {
  return *catalog::parse_date(text);
}

Schedule weekly() {
  Schedule schedule;
  schedule.rrule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU";
  schedule.first_day = day("2026-01-06");
  schedule.last_day = day("2026-12-20");
  schedule.opens = Minutes{600};
  schedule.closes = Minutes{690};
  schedule.except = {day("2026-02-03")};
  schedule.attendance.add(catalog::Attendance::kInPerson);
  return schedule;
}

Schedule dated(const char* on) {
  Schedule schedule;
  schedule.first_day = day(on);
  schedule.opens = Minutes{1200};
  schedule.closes = Minutes{60};
  return schedule;
}

Activity make_activity(std::vector<Schedule> schedules) {
  Activity activity;
  activity.id = {"5b0e4d2a-6c1f-4b57-9a3e-d1f2c8a7e604"};
  activity.name = "Zingen, samen";
  activity.description = "Voor iedereen.\nOok wie nooit zong.";
  activity.url = "https://koor.example/zingen";
  activity.email = "info@koor.example";
  activity.phones = {{"024 123", ""}};
  activity.organization = {"https://koor.example/#koor", "Het Koor", "Wij zingen.",
                           "info@koor.example", "https://koor.example"};
  catalog::Site site;
  site.name = "De Brink";
  site.street = "Plein 1";
  site.postcode = "6511 AB";
  site.city = "Nijmegen";
  site.country = "NL";
  site.point = catalog::Point{51.84, 5.86};
  site.accessibility = {"Rolstoeltoegankelijk"};
  activity.sites = {site};
  activity.schedules = std::move(schedules);
  activity.costs = {{Cents{350}, "EUR", "per keer"}, {Cents{0}, "EUR", "leden"}};
  activity.min_age = 18;
  activity.languages = {"nl"};
  activity.tags = {"koor", "zang"};
  activity.modified_on = day("2025-12-01");
  return activity;
}

Activity through(const std::string& format, const std::string& bytes) {
  RecordingSink sink;
  REQUIRE(read_text(format, bytes, sink));
  REQUIRE(sink.records.size() == 1);
  CHECK(sink.warnings.empty());
  return sink.records[0].activity;
}

Activity through_schema_org(const Activity& activity) {
  return through("schema-org", write_json(catalog::formats::schema_org_document(activity, {})));
}

std::vector<Session> sessions_of(const Activity& activity) {
  std::vector<Session> sessions;
  for (const Schedule& schedule : activity.schedules) {
    const auto more = catalog::expand(schedule, day("2026-01-01"), day("2026-12-31"));
    sessions.insert(sessions.end(), more.begin(), more.end());
  }
  std::sort(sessions.begin(), sessions.end());
  return sessions;
}

}  // namespace

TEST_CASE("an event of schema.org is read back with the same facts") {
  Activity activity = make_activity({weekly()});
  Activity read = through_schema_org(activity);
  activity.id = {};
  CHECK(activity_to_json(read) == activity_to_json(activity));
}

TEST_CASE("one date, several dates, and dates beside a rule fall on the same days again") {
  Schedule moved = weekly();
  moved.added = {{day("2026-02-04"), Minutes{840}, Minutes{900}},
                 {day("2026-02-06"), std::nullopt, std::nullopt}};
  Schedule last = dated("2026-05-29");
  last.rrule = "FREQ=MONTHLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1";
  for (const std::vector<Schedule>& schedules :
       {std::vector{dated("2026-03-28")}, std::vector{dated("2026-03-28"), dated("2026-04-01")},
        std::vector{moved, dated("2026-10-24")}, std::vector{last}}) {
    const Activity activity = make_activity(schedules);
    REQUIRE(!sessions_of(activity).empty());
    CHECK(sessions_of(through_schema_org(activity)) == sessions_of(activity));
  }
}

TEST_CASE("what is by appointment has no rule, and keeps its words") {
  Schedule appointment;
  appointment.description = "Op afspraak.";
  Activity activity = make_activity({appointment, weekly()});
  const catalog::Json node = catalog::formats::schema_org_node(activity, {});
  const catalog::Json& words = node["eventSchedule"].array().front();
  CHECK(words["description"] == catalog::Json("Op afspraak."));
  CHECK(words.find("repeatFrequency") == nullptr);
  CHECK(words.find("repeatCount") == nullptr);
  activity.schedules.pop_back();
  CHECK(through_schema_org(activity).schedules == activity.schedules);
}

TEST_CASE("texts for which schema.org has no word come back") {
  Activity activity = make_activity({weekly()});
  activity.application_process = "Bel eerst.";
  activity.fees_description = "Koffie is gratis.";
  activity.wait_time = "Zes weken.";
  activity.eligibility_description = "Voor wie in Nijmegen woont.";
  activity.alert = "Vol tot de zomer.";
  const Activity read = through_schema_org(activity);
  activity.id = {};
  CHECK(activity_to_json(read) == activity_to_json(activity));
}

TEST_CASE("keywords are the source's own; concepts stand beside them, and come back too") {
  Activity activity = make_activity({weekly()});
  activity.tags = {"koor", "meet_games_hobby"};
  const catalog::Json node = catalog::formats::schema_org_node(activity, {});
  CHECK(node["keywords"] == catalog::Json(catalog::Json::Array{"koor"}));
  CHECK(node["about"]["termCode"] == catalog::Json("meet_games_hobby"));
  CHECK(through_schema_org(activity).tags == activity.tags);
}

TEST_CASE("an id of Kring is the key by which a record is known again") {
  const Activity activity = make_activity({weekly()});
  RecordingSink sink;
  REQUIRE(read_text("schema-org", write_json(catalog::formats::schema_org_document(activity, {})),
                    sink));
  CHECK(sink.records.front().key == activity.id.value);
}

TEST_CASE("what has no date is a service, with its area and places") {
  Activity activity = make_activity({});
  activity.areas = {{"Nijmegen", ""}};
  const catalog::Json node = catalog::formats::schema_org_node(activity, {});
  CHECK(node["@type"] == catalog::Json("Service"));
  activity.id = {};
  CHECK(activity_to_json(through_schema_org(activity)) == activity_to_json(activity));
}

TEST_CASE("a cancelled or postponed event says so") {
  Activity activity = make_activity({weekly()});
  activity.status = catalog::Status::kInactive;
  CHECK(through_schema_org(activity).status == catalog::Status::kInactive);
  activity.status = catalog::Status::kTemporarilyClosed;
  CHECK(through_schema_org(activity).status == catalog::Status::kTemporarilyClosed);
}

TEST_CASE("a calendar that Kring writes is read back with the same sessions and texts") {
  Schedule moved = weekly();
  moved.added = {{day("2026-02-06"), std::nullopt, std::nullopt}};
  const Activity activity = make_activity({moved});
  const std::string text =
      catalog::write_calendar(catalog::calendar_of(activity, {day("2025-12-02"), 7}, {}));
  const Activity read = through("ics", text);
  CHECK(sessions_of(read) == sessions_of(activity));
  CHECK(read.name == activity.name);
  CHECK(read.tags == activity.tags);
  CHECK(read.url == activity.url);
  CHECK(read.sites[0].postcode == "6511 AB");
  CHECK(text.find("UID:5b0e4d2a-6c1f-4b57-9a3e-d1f2c8a7e604@kring.invalid\r\n")
        != std::string::npos);
  CHECK(text.find("DTSTAMP:20251201T000000Z\r\n") != std::string::npos);
  CHECK(text.find("SEQUENCE:7\r\n") != std::string::npos);
  CHECK(text.find("BEGIN:VTIMEZONE") != std::string::npos);
}

TEST_CASE("what has no dates has no calendar") {
  CHECK(catalog::write_calendar(catalog::calendar_of(make_activity({}), {day("2026-01-01"), 1}, {}))
            .empty());
}

}  // namespace kring::tests
