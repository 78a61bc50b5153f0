// How do events of a calendar file become activities?
#include "catalog/formats/ics.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/schedule/expand.h"
#include "tests/catalog/recording_sink.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::Attendance;
using catalog::Minutes;
using Lines = std::vector<std::string>;

std::string calendar(const std::string& events, const std::string& head = "") {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//NL\r\n" + head + events
         + "END:VCALENDAR\r\n";
}

std::string event(const std::string& lines) {
  return "BEGIN:VEVENT\r\nUID:1@x\r\nSUMMARY:Zingen\\, samen\r\n" + lines + "END:VEVENT\r\n";
}

std::unique_ptr<RecordingSink> read_calendar(const std::string& bytes) {
  auto sink = std::make_unique<RecordingSink>();
  REQUIRE(read_text("ics", bytes, *sink, "agenda.ics"));
  return sink;
}

Activity read_one(const std::string& lines, const std::string& head = "") {
  const auto sink = read_calendar(calendar(event(lines), head));
  REQUIRE(sink->records.size() == 1);
  return sink->records[0].activity;
}

/// The sessions of 2026 as "01-06 10:00-11:30".
Lines sessions_of(const Activity& activity) {
  Lines lines;
  for (const catalog::Schedule& schedule : activity.schedules) {
    for (const catalog::Session& session : catalog::expand(
             schedule, *catalog::parse_date("2026-01-01"), *catalog::parse_date("2026-12-31"))) {
      lines.push_back(catalog::format_date(session.day).substr(5) + " "
                      + catalog::format_time_of_day(session.starts) + "-"
                      + catalog::format_time_of_day(Minutes{session.ends.value % 1440}));
    }
  }
  return lines;
}

const std::string kSeries =
    "DTSTART;TZID=Europe/Amsterdam:20260106T100000\r\n"
    "DTEND;TZID=Europe/Amsterdam:20260106T113000\r\n"
    "RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU;COUNT=6\r\n";

}  // namespace

TEST_CASE("a VEVENT is read with its texts, place, tags and contact") {
  const auto sink = read_calendar(calendar(event(
      "DTSTART:20260106T090000Z\r\nDURATION:PT1H30M\r\n"
      "DESCRIPTION:Voor iedereen\\;\\n neem een\r\n  kop mee\r\n"
      "LOCATION:Plein 1\\, 6511 AB Nijmegen\r\nGEO:51.84;5.86\r\nURL:https://koor.example\r\n"
      "CATEGORIES:Muziek,Koor\r\nCATEGORIES:Muziek\r\nLAST-MODIFIED:20251201T000000Z\r\n"
      "ORGANIZER;CN=\"Het Koor: zang\":mailto:Info@koor.example\r\nX-EIGEN;X-P=1:a\\,b\r\n")));
  REQUIRE(sink->records.size() == 1);
  const Activity& activity = sink->records[0].activity;
  CHECK(sink->records[0].key == "1@x");
  CHECK(activity.name == "Zingen, samen");
  CHECK(activity.description == "Voor iedereen;\nneem een kop mee");
  CHECK(activity.organization.name == "Het Koor: zang");
  CHECK(activity.email == "info@koor.example");
  CHECK(activity.tags == Lines{"Muziek", "Koor"});
  REQUIRE(activity.sites.size() == 1);
  CHECK(activity.sites[0].postcode == "6511 AB");
  CHECK(activity.sites[0].point);
  CHECK(activity.modified_on == catalog::parse_date("2025-12-01"));
  CHECK(sessions_of(activity) == Lines{"01-06 10:00-11:30"});
  const catalog::Json& own = sink->records[0].document.array()[0]["X-EIGEN"].array()[0];
  CHECK(own["value"] == catalog::Json("a\\,b"));
  CHECK(own["parameters"]["X-P"] == catalog::Json("1"));
}

TEST_CASE("the address of a person is left out and counted, in the document too") {
  const auto sink = read_calendar(calendar(
      event("DTSTART:20260106T090000Z\r\nORGANIZER;CN=Jan de Vries:mailto:jan@koor.example\r\n"
            "ATTENDEE:mailto:piet@koor.example\r\n")));
  REQUIRE(sink->records.size() == 1);
  CHECK(sink->records[0].activity.email.empty());
  CHECK(sink->records[0].activity.organization.name.empty());
  CHECK(sink->warnings.size() == 2);
  CHECK(sink->warns_of("person_left_out"));
  CHECK(write_json(sink->records[0].document).find("koor.example") == std::string::npos);
}

TEST_CASE("a rule keeps its dates, without those excepted and with those added") {
  CHECK(sessions_of(read_one(kSeries
                             + "EXDATE;TZID=Europe/Amsterdam:20260203T100000\r\n"
                               "RDATE;TZID=Europe/Amsterdam:20260401T140000\r\n"
                               "RDATE;VALUE=PERIOD:20260402T080000Z/PT3H\r\n"))
        == Lines{"01-06 10:00-11:30", "01-20 10:00-11:30", "02-17 10:00-11:30", "03-03 10:00-11:30",
                 "03-17 10:00-11:30", "04-01 14:00-15:30", "04-02 10:00-13:00"});
}

TEST_CASE("changed occurrences move, change their hours or fall out") {
  const std::string changes = event(
                                  "RECURRENCE-ID;TZID=Europe/Amsterdam:20260120T100000\r\n"
                                  "DTSTART;TZID=Europe/Amsterdam:20260121T130000\r\n")
                              + event(
                                  "RECURRENCE-ID:20260203T090000Z\r\nSTATUS:CANCELLED\r\n"
                                  "DTSTART;TZID=Europe/Amsterdam:20260203T100000\r\n")
                              + event(
                                  "RECURRENCE-ID;TZID=Europe/Amsterdam:20260217T100000\r\n"
                                  "DTSTART;TZID=Europe/Amsterdam:20260217T100000\r\n"
                                  "DTEND;TZID=Europe/Amsterdam:20260217T120000\r\n");
  const auto sink = read_calendar(calendar(changes + event(kSeries)));
  REQUIRE(sink->records.size() == 1);
  CHECK(sink->folded == 3);
  CHECK(sink->records[0].document.array().size() == 4);
  CHECK(sessions_of(sink->records[0].activity)
        == Lines{"01-06 10:00-11:30", "01-21 13:00-14:30", "02-17 10:00-12:00", "03-03 10:00-11:30",
                 "03-17 10:00-11:30"});
}

TEST_CASE("a rule ends with UNTIL, and DTSTART is a session whatever the rule says") {
  CHECK(sessions_of(read_one("DTSTART;TZID=Europe/Amsterdam:20260105T100000\r\n"
                             "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20260113T085959Z\r\n"))
        == Lines{"01-05 10:00-10:00", "01-06 10:00-10:00"});
}

TEST_CASE("zones are known by IANA, Windows and prefixed names, and by their offsets") {
  const std::string own_zone =
      "BEGIN:VTIMEZONE\r\nTZID:Onze tijd\r\nBEGIN:STANDARD\r\nDTSTART:19961027T030000\r\n"
      "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\n"
      "DTSTART:19960331T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\n"
      "END:VTIMEZONE\r\n";
  const auto zone_of = [&](const std::string& tzid) {
    return read_one("DTSTART;TZID=" + tzid + ":20260106T100000\r\n", own_zone).schedules[0].zone;
  };
  CHECK(zone_of("W. Europe Standard Time") == "Europe/Amsterdam");
  CHECK(zone_of("\"/freeassociation.sourceforge.net/Europe/London\"") == "Europe/London");
  CHECK(zone_of("Onze tijd") == "Europe/Amsterdam");
  CHECK(zone_of("../../etc/passwd") == "Europe/Amsterdam");
  CHECK(zone_of("America/New_York") == "America/New_York");
}

TEST_CASE("whole days have no hours; several of them are every day") {
  const Activity one = read_one("DTSTART;VALUE=DATE:20260106\r\n");
  CHECK(!one.schedules[0].opens);
  const Activity three = read_one("DTSTART;VALUE=DATE:20260106\r\nDTEND;VALUE=DATE:20260109\r\n");
  CHECK(three.schedules[0].last_day == catalog::parse_date("2026-01-08"));
}

TEST_CASE("a link where the place stands is an online place") {
  const Activity activity =
      read_one("DTSTART:20260106T090000Z\r\nLOCATION:https://video.example/1\r\n");
  REQUIRE(activity.sites.size() == 1);
  CHECK(activity.sites[0].attendance.has(Attendance::kOnline));
}

TEST_CASE("a cancelled event is not active; METHOD:CANCEL removes it") {
  CHECK(read_one("DTSTART:20260106T090000Z\r\nSTATUS:CANCELLED\r\n").status
        == catalog::Status::kInactive);
  const auto sink =
      read_calendar(calendar(event("DTSTART:20260106T090000Z\r\n"), "METHOD:CANCEL\r\n"));
  CHECK(sink->removed == Lines{"1@x"});
}

TEST_CASE("private and nameless events are refused, the others stay") {
  const auto sink = read_calendar(calendar(
      "BEGIN:VEVENT\r\nUID:2\r\nDTSTART:20260106T090000Z\r\nEND:VEVENT\r\n"
      + event("CLASS:PRIVATE\r\n") + "BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Blijft\r\nEND:VEVENT\r\n"));
  CHECK(sink->records.size() == 1);
  REQUIRE(sink->rejected.size() == 2);
  CHECK(sink->rejected[0].problem.code == "missing_name");
  CHECK(sink->rejected[1].problem.code == "private_event");
}

TEST_CASE("a letter that folding cut in two is whole again") {
  CHECK(read_one("DESCRIPTION:caf\xc3\r\n \xa9\r\n").description == "caf\xc3\xa9");
}

TEST_CASE("what is no calendar, cut off or too deep is refused with its line") {
  for (const auto& [bytes, code] :
       {std::pair<std::string, std::string>{"", "not_a_calendar"},
        {"SUMMARY:x\r\n", "not_a_calendar"},
        {"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n", "cut_off"},
        {"BEGIN:VCALENDAR\nBEGIN:A\nBEGIN:B\nBEGIN:C\nBEGIN:D\n", "too_deep"},
        {"BEGIN:VCALENDAR\nEND:VEVENT\n", "unbalanced"},
        {calendar("X-A:\xe9\r\n"), "not_utf8"},
        {calendar(""), "no_events"}}) {
    RecordingSink sink;
    const auto read = read_text("ics", bytes, sink, "agenda.ics");
    REQUIRE(!read);
    CHECK(read.error()[0].code == code);
  }
}

}  // namespace kring::tests
