// How do RPDE pages of OpenActive become activities?
#include "catalog/formats/openactive.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/catalog/openactive_builder.h"
#include "tests/catalog/recording_sink.h"

namespace kring::tests {
namespace {

using catalog::Cents;
using catalog::Completeness;
using catalog::FeedFile;
using catalog::Minutes;

}  // namespace

TEST_CASE(
    "of several versions of an item the last modified counts, whatever the order of the pages") {
  RecordingSink sink;
  const std::vector<FeedFile> pages = {
      {"2.json", page(item("a", 5, series("x", "Nieuw")) + "," + deleted("b", 6))},
      {"1.json", page(item("a", 3, series("x", "Oud")) + "," + item("b", 4, series("y", "Weg"))
                      + "," + item("c", 2, series("z", "Blijft")))}};
  const auto facts = catalog::formats::read_openactive(pages, sink);
  REQUIRE(facts);
  REQUIRE(sink.records.size() == 2);
  CHECK(sink.records[0].activity.name == "Blijft");
  CHECK(sink.records[1].activity.name == "Nieuw");
  CHECK(sink.removed == std::vector<std::string>{"SessionSeries/b"});
  CHECK(sink.folded == 2);
  CHECK(facts->completeness == Completeness::kPartial);
  CHECK(facts->next == "https://example.org/next");
  CHECK(facts->licence == "https://creativecommons.org/licenses/by/4.0/");
}

TEST_CASE("a service without dates is an activity, on the terms that records tell") {
  RecordingSink sink;
  const std::string service =
      R"({"@type":"Service","name":"Maatje","provider":{"name":"De Kade"},"data_source":{"name":"a",
          "publisher":null,"licence":"CC0","attribution":"Bron: De Kade"}})";
  const std::string event =
      R"({"@type":"Event","name":"Soep","data_source":{"licence":"CC0","attribution":"Bron: Soep"}})";
  const auto facts =
      read_text("openactive",
                page(item("a", 1, service, "Activity") + "," + item("b", 2, event, "Activity") + ","
                     + item("c", 3, event, "Activity")),
                sink);
  REQUIRE(facts);
  CHECK(sink.rejected.empty());
  REQUIRE(sink.records.size() == 3);
  CHECK(sink.records[0].activity.organization.name == "De Kade");
  CHECK(facts->record_terms.licences == std::vector<std::string>{"CC0"});
  CHECK(facts->record_terms.attributions
        == std::vector<std::string>{"Bron: De Kade", "Bron: Soep"});
}

TEST_CASE("the key is the id where that is a uuid, else kind and id") {
  RecordingSink sink;
  REQUIRE(read_text("openactive",
                    page(item("C5EE1E55-2DE6-44F7-A865-42F268A82C63", 1, series("x", "Een")) + ","
                         + item("7", 2, series("y", "Twee")) + ","
                         + item("7", 3, R"({"type":"Event","name":"Drie"})", "Event")),
                    sink));
  REQUIRE(sink.records.size() == 3);
  CHECK(sink.records[0].key == "C5EE1E55-2DE6-44F7-A865-42F268A82C63");
  CHECK(sink.records[1].key == "SessionSeries/7");
  CHECK(sink.records[2].key == "Event/7");
}

TEST_CASE("the old shape and the new give the same facts") {
  RecordingSink sink;
  const std::string old_shape =
      R"({"type":"Event","name":"Zumba","activity":["Zumba"],"genderRestriction":"http://openactive.io/ns#Female","offer":{"price":"7.60","priceCurrency":"GBP"},
    "location":{"name":"Gym","address":"Gym, Romford Road, London, E15 4JF, England","geo":{"latitude":null,"longitude":null}},"organizer":{"name":"Active"},
    "subEvent":[{"type":"Event","startDate":"2020-01-02T18:30:00Z","endDate":"2020-01-02T19:29:59Z"}]})";
  const std::string new_shape =
      R"({"@type":"Event","name":"Zumba","activity":[{"@type":"Concept","prefLabel":"Zumba"}],"genderRestriction":"https://openactive.io/FemaleOnly","offers":[{"price":7.6,"priceCurrency":"GBP"}],
    "location":{"name":"Gym","address":{"streetAddress":"Romford Road","addressLocality":"London","postalCode":"E15 4JF","addressCountry":"GB"}},"organizer":{"name":"Active"},
    "subEvent":[{"@type":"ScheduledSession","startDate":"2020-01-02T18:30:00Z","endDate":"2020-01-02T19:30:00Z"}]})";
  REQUIRE(read_text(
      "openactive",
      page(item("a", 1, old_shape, "session") + "," + item("b", 2, new_shape, "Event")), sink));
  REQUIRE(sink.records.size() == 2);
  const catalog::Activity& older = sink.records[0].activity;
  const catalog::Activity& newer = sink.records[1].activity;
  CHECK(older.tags == newer.tags);
  CHECK(older.costs.at(0).amount == Cents{760});
  CHECK(older.costs == newer.costs);
  CHECK(older.schedules == newer.schedules);
  CHECK(older.schedules.at(0).closes == Minutes{19 * 60 + 30});
  CHECK(older.sites.at(0).postcode == newer.sites.at(0).postcode);
  CHECK(older.sites.at(0).city == "London");
  CHECK(older.sites.at(0).country == "GB");
  CHECK(older.eligibility_description == newer.eligibility_description);
  CHECK(older.eligibility_description == "Alleen voor vrouwen.");
}

TEST_CASE("a schedule of days as links becomes a rule, in the zone that the feed names") {
  RecordingSink sink;
  REQUIRE(read_text(
      "openactive",
      page(item(
          "a", 1,
          series(
              "x", "Pilates",
              R"("eventSchedule":[{"repeatFrequency":"P2W","startDate":"2026-01-06","endDate":"2026-06-30","startTime":"20:15","duration":"PT30M",
      "byDay":["https://schema.org/Tuesday","http://schema.org/Sunday"],"exceptDate":["2026-02-03"],"scheduleTimezone":"Europe/London"}])"))),
      sink));
  const catalog::Schedule& schedule = sink.records.at(0).activity.schedules.at(0);
  CHECK(schedule.rrule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU");
  CHECK(schedule.opens == Minutes{20 * 60 + 15});
  CHECK(schedule.closes == Minutes{20 * 60 + 45});
  CHECK(schedule.zone == "Europe/London");
  CHECK(schedule.except.size() == 1);
}

TEST_CASE("sessions join the series they refer to, embed or cannot name") {
  const std::string session =
      R"("startDate":"2026-12-01T20:00:00+01:00","endDate":"2026-12-01T21:00:00+01:00")";
  RecordingSink sink;
  REQUIRE(read_text(
      "openactive",
      page(item("s", 1, series("https://x/1", "Pilates")) + ","
           + item("1", 2,
                  R"({"@type":"ScheduledSession","superEvent":"https://x/1",)" + session + "}",
                  "ScheduledSession")
           + ","
           + item("2", 3,
                  R"({"@type":"ScheduledSession","superEvent":"https://x/9",)" + session + "}",
                  "ScheduledSession")
           + ","
           + item("3", 4,
                  R"({"@type":"ScheduledSession","superEvent":)" + series("https://x/2", "Yoga")
                      + "," + session + "}",
                  "ScheduledSession")),
      sink));
  REQUIRE(sink.records.size() == 2);
  CHECK(sink.records[0].activity.schedules.size() == 1);
  CHECK(sink.records[0].document.array().size() == 2);
  CHECK(sink.records[1].activity.name == "Yoga");
  CHECK(sink.records[1].key == "https://x/2");
  CHECK(sink.records[1].activity.schedules.size() == 1);
  CHECK(sink.rejected.empty());
  CHECK(sink.waiting == 1);
  CHECK(sink.folded == 1);
}

TEST_CASE("a session without a page, whose series is not there, has nothing to wait for") {
  RecordingSink sink;
  REQUIRE(read_text(
      "openactive",
      R"([{"@context":"https://openactive.io/","@type":"Event","name":"Skaten","url":"https://example.org/1"},
          {"@type":"ScheduledSession","@id":"https://x/7","superEvent":"https://x/9"},
          {"@type":"ScheduledSession","@id":"https://x/8","superEvent":"https://x/9"}])",
      sink));
  CHECK(sink.waiting == 0);
  REQUIRE(sink.rejected.size() == 2);
  CHECK(sink.rejected[0].record == "https://x/7");
  CHECK(sink.rejected[1].problem.code == "unknown_series");
}

TEST_CASE("bad items are named and the good ones stay") {
  RecordingSink sink;
  REQUIRE(read_text(
      "openactive",
      page(
          R"({"state":"updated","kind":"Event","modified":1,"data":{}},{"state":"updated","kind":"Event","id":"n","data":{}},
      {"state":"updated","kind":"Event","id":"d","modified":2},{"state":"weg","kind":"Event","id":"w","modified":3,"data":{}},7,)"
          + item("p", 4, R"({"@type":"Place","name":"De Brink"})", "Place") + ","
          + item("z", 5, R"({"@type":"Event"})", "Event") + ","
          + item("g", 6, series("x", "Goed"))),
      sink));
  CHECK(sink.records.size() == 1);
  std::vector<std::string> codes;
  for (const auto& issue : sink.rejected) {
    codes.push_back(issue.problem.code);
  }
  std::sort(codes.begin(), codes.end());
  CHECK(codes
        == std::vector<std::string>{"missing_data", "missing_id", "missing_id", "missing_modified",
                                    "missing_name", "not_an_activity", "unknown_state"});
}

TEST_CASE(
    "objects without a page are read as a complete feed, and an empty page is the end of one") {
  RecordingSink sink;
  const auto facts = read_text(
      "openactive",
      R"({"@context":"https://openactive.io/","@type":"Event","name":"Skaten","url":"https://example.org/1"})",
      sink);
  REQUIRE(facts);
  CHECK(facts->completeness == Completeness::kComplete);
  CHECK(sink.records.at(0).key == "https://example.org/1");
  RecordingSink empty;
  CHECK(read_text("openactive", R"({"next":"https://example.org/x","items":[]})", empty));
  const auto none = read_text("openactive", R"([{"name":"lijst"}])", empty);
  REQUIRE(!none);
  CHECK(none.error().front().code == "no_activities");
}

}  // namespace kring::tests
