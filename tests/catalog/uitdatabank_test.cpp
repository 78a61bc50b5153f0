// How do events and places of UiTdatabank become activities?
#include "catalog/formats/uitdatabank.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/schedule/expand.h"
#include "tests/catalog/recording_sink.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::Attendance;
using catalog::Cents;
using catalog::Status;

const std::string kId = "https://io.uitdatabank.be/event/23017cb7-e515-47b4-87c4-780735acc942";

std::string record(const std::string& members) {
  return R"({"@id":")" + kId + R"(","mainLanguage":"nl","name":{"fr":"Chanter","nl":"Zingen"},)"
         + members + "}";
}

Activity read_one(const std::string& members) {
  RecordingSink sink;
  REQUIRE(read_text("uitdatabank", record(members), sink));
  REQUIRE(sink.records.size() == 1);
  return sink.records.front().activity;
}

/// The sessions of a year as "02-06 09:00-17:00".
std::vector<std::string> sessions_of(const Activity& activity, const std::string& year) {
  std::vector<catalog::Session> sessions;
  for (const catalog::Schedule& schedule : activity.schedules) {
    const auto more = catalog::expand(schedule, *catalog::parse_date(year + "-01-01"),
                                      *catalog::parse_date(year + "-12-31"));
    sessions.insert(sessions.end(), more.begin(), more.end());
  }
  std::sort(sessions.begin(), sessions.end());
  std::vector<std::string> lines;
  lines.reserve(sessions.size());
  for (const catalog::Session& session : sessions) {
    lines.push_back(catalog::format_date(session.day).substr(5) + " "
                    + catalog::format_time_of_day(session.starts) + "-"
                    + catalog::format_time_of_day(catalog::Minutes{session.ends.value % 1440}));
  }
  return lines;
}

/// The sessions in 2017 of one of UiTdatabank's own examples.
std::vector<std::string> sessions_of_example(const std::string& folder, const std::string& name) {
  RecordingSink sink;
  const std::string path = folder + "/feeds/uitdatabank-calendar-fixtures/" + name + ".json";
  REQUIRE(read_text("uitdatabank", read_file(path), sink, path));
  REQUIRE(sink.records.size() == 1);
  return sessions_of(sink.records.front().activity, "2017");
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an event of UiTdatabank is read in Dutch, with its prices, terms and contacts") {
  const Activity activity = read_one(R"(
    "description":{"nl":"Samen zingen.\n\nVoor iedereen."}, "calendarType":"single",
    "startDate":"2026-12-01T20:00:00+01:00", "endDate":"2026-12-01T22:00:00+01:00",
    "labels":["koor"], "hiddenLabels":["intern"], "typicalAgeRange":"6-12",
    "terms":[{"id":"0.50.4.0.0","label":"Concert","domain":"eventtype"},
             {"id":"3.27.0.0.0","label":"Rolstoeltoegankelijk","domain":"facility"}],
    "priceInfo":[{"category":"base","name":{"nl":"Basistarief"},"price":5,"priceCurrency":"EUR"},
                 {"category":"tariff","name":{"fr":"Enfants"},"price":2.5,"priceCurrency":"EUR"}],
    "contactPoint":{"phone":["016 123"],"email":["info@koor.example"],"url":["https://koor.example"]},
    "bookingInfo":{"url":"https://koor.example/boek","urlLabel":{"nl":"Reserveer plaatsen"}},
    "organizer":{"@id":"https://io.uitdatabank.be/organizers/1","name":{"nl":"Het Koor"}},
    "location":{"@id":"https://io.uitdatabank.be/place/2","name":{"nl":"De Brink"},
      "address":{"nl":{"streetAddress":"Markt 1","postalCode":"3000","addressLocality":"Leuven",
                       "addressCountry":"BE"}},"geo":{"latitude":50.8,"longitude":4.7}})");
  CHECK(activity.name == "Zingen");
  CHECK(activity.description == "Samen zingen.\n\nVoor iedereen.");
  CHECK(activity.tags == Lines{"Concert", "koor", "do_music_theatre"});
  CHECK(activity.min_age == 6);
  CHECK(activity.max_age == 12);
  REQUIRE(activity.costs.size() == 2);
  CHECK(activity.costs[0] == catalog::CostOption{Cents{500}, "EUR", "Basistarief"});
  CHECK(activity.costs[1] == catalog::CostOption{Cents{250}, "EUR", "Enfants"});
  CHECK(activity.phones == std::vector<catalog::Phone>{{"016 123", ""}});
  CHECK(activity.email == "info@koor.example");
  CHECK(activity.url == "https://koor.example");
  CHECK(activity.application_process == "Reserveer plaatsen: https://koor.example/boek");
  CHECK(activity.organization.name == "Het Koor");
  REQUIRE(activity.sites.size() == 1);
  CHECK(activity.sites[0].city == "Leuven");
  CHECK(activity.sites[0].point);
  CHECK(activity.sites[0].accessibility == Lines{"Rolstoeltoegankelijk"});
  CHECK(activity.schedules[0].zone == "Europe/Brussels");
  CHECK(sessions_of(activity, "2026") == Lines{"12-01 20:00-22:00"});
}

TEST_CASE("the uuid at the end of the @id is the key, and a deleted record is removed") {
  RecordingSink sink;
  const std::string page = R"({"totalItems":40,"member":[)"
                           + record(R"("calendarType":"permanent")")
                           + R"(,{"@id":"https://io.uitdatabank.be/event/9","name":{"nl":"Weg"},
                               "calendarType":"permanent","workflowStatus":"DELETED"}]})";
  const auto facts = read_text("uitdatabank", page, sink);
  REQUIRE(facts);
  CHECK(facts->completeness == catalog::Completeness::kPartial);
  REQUIRE(sink.records.size() == 1);
  CHECK(sink.records[0].key == "23017cb7-e515-47b4-87c4-780735acc942");
  CHECK(sink.removed == Lines{"9"});
}

TEST_CASE("what is cancelled, put off or full is told by UiTdatabank's status") {
  CHECK(read_one(R"("calendarType":"permanent","status":{"type":"Unavailable"})").status
        == Status::kInactive);
  const Activity later = read_one(
      R"("calendarType":"permanent","status":{"type":"TemporarilyUnavailable",
         "reason":{"nl":"Wegens ziekte"}},"bookingAvailability":{"type":"Unavailable"})");
  CHECK(later.status == Status::kTemporarilyClosed);
  CHECK(later.alert == "Wegens ziekte Volzet: reserveren kan niet meer.");
}

TEST_CASE("an online event of UiTdatabank has no place to travel to, a mixed one has both") {
  const std::string common =
      R"("calendarType":"permanent","onlineUrl":"https://a.example","location":{"name":{"nl":"Online"}},)";
  const Activity online = read_one(common + R"("attendanceMode":"online")");
  REQUIRE(online.sites.size() == 1);
  CHECK(online.sites[0].attendance.has(Attendance::kOnline));
  CHECK(online.sites[0].url == "https://a.example");
  CHECK(read_one(common + R"("attendanceMode":"mixed")").sites.size() == 2);
}

TEST_CASE("an organiser on its own completes the events that name it") {
  RecordingSink sink;
  REQUIRE(read_text(
      "uitdatabank",
      "["
          + record(
              R"("calendarType":"permanent","organizer":{"@id":"x/organizers/1","name":{"nl":"K"}})")
          + R"(,{"@id":"x/organizers/1","name":{"nl":"Het Koor"},"url":"https://koor.example"},
               {"@id":"x/organizers/2","name":{"nl":"Niemand"}}])",
      sink));
  REQUIRE(sink.records.size() == 1);
  CHECK(sink.records[0].activity.organization.url == "https://koor.example");
  CHECK(sink.folded == 1);
  CHECK(sink.rejected.size() == 1);
}

TEST_CASE("a range of closed days that never ends is cut, with a warning") {
  RecordingSink sink;
  REQUIRE(read_text("uitdatabank", record(R"("calendarType":"permanent",
                    "openingHours":[{"dayOfWeek":["monday"],"opens":"09:00","closes":"10:00"}],
                    "openingHoursClosedDays":[{"startDate":"2017-01-01","endDate":"9999-01-01"}])"),
                    sink));
  CHECK(sink.warns_of("range_too_long"));
  CHECK(sink.records[0].activity.schedules[0].except.size() < 200);
}

TEST_CASE("all examples of UiTdatabank are read") {
  const auto shared = shared_folder("UiTdatabank's examples");
  if (!shared) return;
  std::size_t files = 0;
  for (const char* kind : {"event", "place"}) {
    const std::string folder = *shared + "/feeds/uitdatabank-calendar-fixtures/" + kind;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      INFO(entry.path());
      RecordingSink sink;
      const catalog::FeedFile file{entry.path().string(), read_file(entry.path().string())};
      CHECK(catalog::formats::recognises_uitdatabank(file));
      REQUIRE(catalog::formats::read_uitdatabank(std::vector{file}, sink));
      CHECK(sink.records.size() == 1);
      CHECK(sink.rejected.empty());
      ++files;
    }
  }
  CHECK(files == 80);
}

TEST_CASE("closed, adjusted and extra days of UiTdatabank's examples fall as it says") {
  const auto shared = shared_folder("UiTdatabank's examples");
  if (!shared) return;
  const auto read = [&](const std::string& name) { return sessions_of_example(*shared, name); };
  CHECK(read("event/original-periodic-with-adjusted-multi-day-range")
        == Lines{"02-06 09:00-17:00", "02-07 09:00-17:00", "02-08 10:00-13:00", "02-09 10:00-13:00",
                 "02-10 09:00-17:00", "02-13 09:00-17:00", "02-14 09:00-17:00", "02-15 09:00-17:00",
                 "02-16 09:00-17:00", "02-17 09:00-17:00"});
  CHECK(read("event/original-periodic-with-adjusted-day-exceptional-opening")
        == Lines{"02-06 09:00-17:00", "02-07 09:00-17:00", "02-08 09:00-17:00", "02-09 09:00-17:00",
                 "02-10 09:00-17:00", "02-11 10:00-14:00", "02-13 09:00-17:00", "02-14 09:00-17:00",
                 "02-15 09:00-17:00", "02-16 09:00-17:00", "02-17 09:00-17:00"});
  CHECK(
      read("event/original-periodic-adjusted-day-overridden-by-closed-day")
      == Lines{"02-06 09:00-17:00", "02-07 09:00-17:00", "02-09 09:00-17:00", "02-10 09:00-17:00"});
  CHECK(read("place/original-with-period-and-adjusted-multi-day-range")
        == Lines{"04-24 10:00-11:00", "04-26 10:00-11:00", "04-28 08:30-09:17"});
}

TEST_CASE("dates and hours past midnight of UiTdatabank's examples fall as it says") {
  const auto shared = shared_folder("UiTdatabank's examples");
  if (!shared) return;
  const auto read = [&](const std::string& name) { return sessions_of_example(*shared, name); };
  CHECK(read("event/original-with-multiple-dates")
        == Lines{"04-30 00:00-00:00", "05-01 00:00-00:00", "05-07 00:00-00:00"});
  CHECK(read("event/original-with-unavailable-dates") == Lines{"04-30 00:00-00:00"});
  CHECK(read("event/original-with-attendance-mode-mixed") == Lines{"04-22 12:00-20:00"});
  CHECK(read("event/original-periodic-with-midnight-crossing-opening-hours")
        == Lines{"01-02 09:00-12:00", "01-03 20:00-02:00"});
  CHECK(read("event/original-permanent-with-midnight-crossing-adjusted-opening-hours")
        == Lines{"06-01 20:00-02:00"});
  CHECK(read("event/original-with-multiple-dates-and-invalid-subevent-date-range")
        == Lines{"04-30 09:00-12:00", "05-01 20:00-02:00"});
  CHECK(read("event/original-periodic-with-wrong-opening-hours").empty());
}

}  // namespace kring::tests
