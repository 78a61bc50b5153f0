// On which days and hours does a schedule fall?
#include "catalog/schedule/expand.h"

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

namespace kring::tests {
namespace {

using catalog::Date;
using catalog::Minutes;
using catalog::Schedule;
using catalog::Session;

Date day(const char* text) {
  return *catalog::parse_date(text);
}

Schedule make_schedule(const std::string& rrule,
                       const char* first_day,
                       const char* opens,
                       const char* closes) {
  Schedule schedule;
  schedule.rrule = rrule;
  schedule.first_day = catalog::parse_date(first_day);
  schedule.opens = catalog::parse_time_of_day(opens);
  schedule.closes = catalog::parse_time_of_day(closes);
  return schedule;
}

std::vector<std::string> days_of(const Schedule& schedule, const char* from, const char* to) {
  std::vector<std::string> days;
  for (const Session& session : catalog::expand(schedule, day(from), day(to))) {
    days.push_back(catalog::format_date(session.day));
  }
  return days;
}

using Days = std::vector<std::string>;

}  // namespace

TEST_CASE("a weekly schedule falls on its day of every week, with the zone's offset") {
  const Schedule schedule =
      make_schedule("FREQ=WEEKLY;INTERVAL=1;BYDAY=WE", "2021-09-08", "10:00", "12:00");
  const std::vector<Session> sessions =
      catalog::expand(schedule, day("2026-11-23"), day("2026-12-06"));
  REQUIRE(sessions.size() == 2);
  CHECK(sessions[0] == Session{day("2026-11-25"), Minutes{600}, Minutes{720}, Minutes{60}});
  CHECK(sessions[1].day == day("2026-12-02"));
}

TEST_CASE("every other week keeps the phase of the first day") {
  const Schedule schedule =
      make_schedule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-11-02", "10:00", "12:00");
  CHECK(days_of(schedule, "2026-11-10", "2026-12-20")
        == Days{"2026-11-16", "2026-11-30", "2026-12-14"});
}

TEST_CASE(
    "a rule that skips weeks counts from the week of its first day, also for a day later in it") {
  const Schedule sundays =
      make_schedule("FREQ=WEEKLY;INTERVAL=4;BYDAY=SU", "2025-10-22", "10:00", "12:00");
  CHECK(days_of(sundays, "2025-10-01", "2025-12-31")
        == Days{"2025-10-26", "2025-11-23", "2025-12-21"});
  const Schedule from_wednesday =
      make_schedule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=WE", "2020-02-01", "10:00", "12:00");
  CHECK(days_of(from_wednesday, "2021-09-08", "2021-09-30") == Days{"2021-09-14", "2021-09-28"});
}

TEST_CASE("the last Friday and the first and third Thursday of a month are found") {
  CHECK(days_of(make_schedule("FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR", "2026-01-01", "10:00", "11:00"),
                "2026-11-01", "2026-12-31")
        == Days{"2026-11-27", "2026-12-25"});
  CHECK(days_of(
            make_schedule("FREQ=MONTHLY;INTERVAL=1;BYDAY=1TH,3TH", "2026-01-01", "10:00", "11:00"),
            "2026-11-01", "2026-11-30")
        == Days{"2026-11-05", "2026-11-19"});
}

TEST_CASE(
    "excepted days fall out, the last day is the end, and a count counts from the first day") {
  Schedule schedule = make_schedule("FREQ=DAILY;INTERVAL=1", "2026-11-20", "10:00", "11:00");
  schedule.except = {day("2026-11-22")};
  schedule.last_day = day("2026-11-23");
  CHECK(days_of(schedule, "2026-11-01", "2026-12-31")
        == Days{"2026-11-20", "2026-11-21", "2026-11-23"});
  schedule.last_day.reset();
  schedule.count = 5;  // the excepted day is one of the five
  CHECK(days_of(schedule, "2026-11-23", "2026-12-31") == Days{"2026-11-23", "2026-11-24"});
}

TEST_CASE("a schedule without rule is one session, and none outside the asked days") {
  const Schedule schedule = make_schedule("", "2027-01-16", "14:00", "16:30");
  CHECK(days_of(schedule, "2027-01-01", "2027-01-31") == Days{"2027-01-16"});
  CHECK(days_of(schedule, "2027-02-01", "2027-02-28").empty());
}

TEST_CASE(
    "a closing time that is not after the opening lies past midnight; without one the end is "
    "unknown") {
  const Schedule late = make_schedule("", "2026-11-27", "22:00", "01:30");
  CHECK(catalog::expand(late, day("2026-11-27"), day("2026-11-27")).at(0).ends == Minutes{1530});
  Schedule open_end = late;
  open_end.closes.reset();
  CHECK(catalog::expand(open_end, day("2026-11-27"), day("2026-11-27")).at(0).ends
        == Minutes{1320});
}

TEST_CASE("without opening time or day there are no sessions") {
  Schedule schedule = make_schedule("FREQ=WEEKLY;INTERVAL=1;BYDAY=WE", "2026-01-01", "", "");
  CHECK(days_of(schedule, "2026-11-01", "2026-11-30").empty());
  schedule = make_schedule("", "", "10:00", "11:00");
  CHECK(days_of(schedule, "2026-11-01", "2026-11-30").empty());
}

TEST_CASE(
    "a weekly rule that names its day needs no first day; one that counts or skips weeks does") {
  CHECK(days_of(make_schedule("FREQ=WEEKLY;INTERVAL=1;BYDAY=TU", "", "10:00", "11:00"),
                "2026-11-23", "2026-12-04")
        == Days{"2026-11-24", "2026-12-01"});
  CHECK(days_of(make_schedule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "", "10:00", "11:00"),
                "2026-11-23", "2026-12-04")
            .empty());
  CHECK(days_of(make_schedule("FREQ=WEEKLY", "", "10:00", "11:00"), "2026-11-23", "2026-12-04")
            .empty());
}

TEST_CASE("a time that summer time skips moves forward") {
  const Schedule schedule = make_schedule("FREQ=DAILY;INTERVAL=1", "2026-03-28", "02:30", "04:00");
  const std::vector<Session> sessions =
      catalog::expand(schedule, day("2026-03-28"), day("2026-03-30"));
  REQUIRE(sessions.size() == 3);
  CHECK(sessions[0] == Session{day("2026-03-28"), Minutes{150}, Minutes{240}, Minutes{60}});
  CHECK(sessions[1] == Session{day("2026-03-29"), Minutes{210}, Minutes{240}, Minutes{120}});
  CHECK(sessions[2] == Session{day("2026-03-30"), Minutes{150}, Minutes{240}, Minutes{120}});
}

TEST_CASE("a time that winter time repeats is the first of the two") {
  const Schedule schedule = make_schedule("FREQ=DAILY;INTERVAL=1", "2026-10-24", "02:30", "04:00");
  const std::vector<Session> sessions =
      catalog::expand(schedule, day("2026-10-24"), day("2026-10-26"));
  REQUIRE(sessions.size() == 3);
  CHECK(sessions[1] == Session{day("2026-10-25"), Minutes{150}, Minutes{240}, Minutes{120}});
  CHECK(sessions[2].utc_offset == Minutes{60});
}

TEST_CASE("an evening on the day of the change has the new offset") {
  CHECK(catalog::utc_offset_at("Europe/Amsterdam", day("2026-03-29"), Minutes{20 * 60})
        == Minutes{120});
  CHECK(catalog::utc_offset_at("Europe/Amsterdam", day("2026-10-25"), Minutes{20 * 60})
        == Minutes{60});
  CHECK(catalog::utc_offset_at("Europe/Amsterdam", day("2026-10-24"), Minutes{23 * 60})
        == Minutes{120});
}

TEST_CASE("other zones are known, fixed ones too, and an unknown one is Amsterdam") {
  CHECK(catalog::utc_offset_at("America/Toronto", day("2026-07-01"), Minutes{600})
        == Minutes{-240});
  CHECK(catalog::utc_offset_at("UTC", day("2026-07-01"), Minutes{600}) == Minutes{0});
  CHECK(catalog::utc_offset_at("Etc/GMT+4", day("2026-07-01"), Minutes{600}) == Minutes{-240});
  CHECK(catalog::utc_offset_at("../../etc/passwd", day("2026-07-01"), Minutes{600})
        == Minutes{120});
}

TEST_CASE("a daily rule that names days or months falls on those of its own days") {
  CHECK(days_of(make_schedule("FREQ=DAILY;INTERVAL=1;BYDAY=MO,FR", "2026-01-01", "10:00", "11:00"),
                "2026-11-23", "2026-11-30")
        == Days{"2026-11-23", "2026-11-27", "2026-11-30"});
  // Every seven days from a Thursday is never a Friday.
  CHECK(days_of(make_schedule("FREQ=DAILY;INTERVAL=7;BYDAY=FR", "2026-01-01", "10:00", "11:00"),
                "2026-01-01", "2026-12-31")
            .empty());
  CHECK(days_of(make_schedule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=-1", "2026-01-01", "10:00", "11:00"),
                "2026-01-01", "2028-12-31")
        == Days{"2026-02-28", "2027-02-28", "2028-02-29"});
  Schedule counted = make_schedule("FREQ=DAILY;BYDAY=SA;COUNT=2", "2026-11-23", "10:00", "11:00");
  CHECK(days_of(counted, "2026-11-01", "2026-12-31") == Days{"2026-11-28", "2026-12-05"});
}

TEST_CASE("a rule asked for long after its start keeps its phase") {
  const Schedule weekly =
      make_schedule("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SU", "1995-03-01", "10:00", "11:00");
  const std::vector<Session> all = catalog::expand(weekly, day("1995-01-01"), day("2003-12-31"));
  const std::vector<Session> late = catalog::expand(weekly, day("2003-01-01"), day("2003-12-31"));
  REQUIRE(late.size() > 30);
  CHECK(std::vector<Session>(all.end() - static_cast<std::ptrdiff_t>(late.size()), all.end())
        == late);
}

TEST_CASE("rules that never end, never fall or fall every second cost little and give nothing") {
  const auto start = std::chrono::steady_clock::now();
  for (const char* rule :
       {"FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=1", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=5",
        "FREQ=DAILY;BYDAY=MO;BYSETPOS=3", "FREQ=DAILY;BYDAY=5MO",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=YEARLY;BYDAY=53MO;BYMONTH=1", "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=", "nonsense", "RSCALE=CHINESE;FREQ=DAILY", "FREQ=WEEKLY;FREQ=DAILY;;;=;",
        "FREQ=WEEKLY;BYDAY=99999MO"}) {
    CAPTURE(rule);
    CHECK(days_of(make_schedule(rule, "0001-01-01", "10:00", "11:00"), "2026-11-01", "2026-11-30")
              .size()
          <= 30);
  }
  CHECK(!catalog::is_valid_rrule("FREQ=SECONDLY"));
  CHECK(!catalog::is_valid_rrule(std::string(10'000, 'F')));
  CHECK(catalog::is_valid_rrule("FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE"));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

TEST_CASE("added sessions stand beside the rule, with their own hours or the schedule's") {
  Schedule schedule =
      make_schedule("FREQ=WEEKLY;INTERVAL=1;BYDAY=MO", "2026-11-02", "10:00", "12:00");
  schedule.except = {day("2026-11-09"), day("2026-11-16")};
  schedule.added = {{day("2026-11-09"), Minutes{840}, Minutes{60}},
                    {day("2026-11-11"), std::nullopt, std::nullopt}};
  const std::vector<Session> sessions =
      catalog::expand(schedule, day("2026-11-01"), day("2026-11-20"));
  REQUIRE(sessions.size() == 3);
  CHECK(sessions[0].day == day("2026-11-02"));
  CHECK(sessions[1] == Session{day("2026-11-09"), Minutes{840}, Minutes{1500}, Minutes{60}});
  CHECK(sessions[2] == Session{day("2026-11-11"), Minutes{600}, Minutes{720}, Minutes{60}});
}

TEST_CASE("a session that the rule gives and that was added too is one") {
  Schedule schedule =
      make_schedule("FREQ=WEEKLY;INTERVAL=1;BYDAY=MO", "2026-11-02", "10:00", "12:00");
  schedule.added = {{day("2026-11-02"), std::nullopt, std::nullopt}};
  CHECK(days_of(schedule, "2026-11-01", "2026-11-10") == Days{"2026-11-02", "2026-11-09"});
}

TEST_CASE("one expansion gives no more than its limit") {
  const Schedule daily = make_schedule("FREQ=DAILY;INTERVAL=1", "2000-01-01", "10:00", "11:00");
  CHECK(catalog::expand(daily, day("2000-01-01"), day("2026-11-23")).size()
        == catalog::kMaxSessions);
}

TEST_CASE("several threads may expand at once") {
  std::vector<std::thread> threads;
  std::vector<std::size_t> counts(4);
  for (std::size_t index = 0; index < counts.size(); ++index) {
    threads.emplace_back([&counts, index] {
      Schedule schedule = make_schedule("FREQ=DAILY;INTERVAL=1", "2026-01-01", "02:30", "03:30");
      schedule.zone = index % 2 == 0 ? "Europe/Amsterdam" : "Europe/London";
      counts[index] = catalog::expand(schedule, day("2026-01-01"), day("2026-12-31")).size();
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  CHECK(counts == std::vector<std::size_t>(4, 365));
}

}  // namespace kring::tests
