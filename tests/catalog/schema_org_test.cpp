// How do events of schema.org become activities?
#include "catalog/formats/schema_org.h"

#include <string>

#include <catch2/catch.hpp>

#include "tests/catalog/recording_sink.h"

namespace kring::tests {
namespace {

using catalog::Attendance;
using catalog::Cents;
using catalog::Minutes;

std::string event(const std::string& name,
                  const std::string& venue,
                  const std::string& url,
                  const std::string& start) {
  return R"({"@context":"https://schema.org","@type":"Event","name":")" + name + R"(","url":")"
         + url + R"(","startDate":")" + start + R"(","location":{"@type":"Place","name":")" + venue
         + R"("}})";
}

catalog::Activity read_one(const std::string& members) {
  RecordingSink sink;
  REQUIRE(read_text(
      "schema-org",
      R"({"@context":"https://schema.org","@type":"Event","name":"Zingen",)" + members + "}",
      sink));
  REQUIRE(sink.records.size() == 1);
  return sink.records.front().activity;
}

}  // namespace

TEST_CASE("occurrences with the same url, name and venue are one activity with several dates") {
  RecordingSink sink;
  REQUIRE(read_text(
      "schema-org",
      "[" + event("Zingen", "De Brink", "https://example.org/z", "2026-12-01T20:00") + ","
          + event("zingen ", "de brink", "https://example.org/z", "2026-12-08T20:00") + "]",
      sink));
  REQUIRE(sink.records.size() == 1);
  CHECK(sink.records[0].key == "https://example.org/z");
  CHECK(sink.records[0].activity.schedules.size() == 2);
  CHECK(sink.records[0].document.array().size() == 2);
  CHECK(sink.folded == 1);
}

TEST_CASE("a url that events of several names share identifies none of them") {
  RecordingSink sink;
  REQUIRE(read_text("schema-org",
                    "[" + event("Zingen", "De Brink", "https://example.org/", "2026-12-01T20:00")
                        + ","
                        + event("Dansen", "De Brink", "https://example.org/", "2026-12-02T20:00")
                        + "," + event("Dansen", "De Brink", "", "2026-12-09T20:00") + "]",
                    sink));
  REQUIRE(sink.records.size() == 2);
  CHECK(sink.records[0].key == "zingen\nde brink");
  CHECK(sink.records[1].activity.schedules.size() == 2);
}

TEST_CASE("an object, a list, a graph and lines are all read; places in a graph are no faults") {
  const std::string one = event("Zingen", "De Brink", "https://example.org/z", "2026-12-01T20:00");
  for (const std::string& feed :
       {one, "[" + one + "]",
        R"({"@context":"https://schema.org","@graph":[{"@type":"Place","name":"x"},)" + one + "]}",
        one + "\n" + event("Dansen", "x", "", "2026-12-01") + "\n"}) {
    RecordingSink sink;
    CAPTURE(feed);
    REQUIRE(read_text("schema-org", feed, sink));
    CHECK(!sink.records.empty());
    CHECK(sink.rejected.empty());
  }
}

TEST_CASE("an event without a name and a thing that is no event are rejected where they stand") {
  RecordingSink sink;
  REQUIRE(read_text("schema-org",
                    R"([{"@type":"Event"},{"@type":"Place","name":"x"},)"
                        + event("Zingen", "x", "", "2026-12-01") + "]",
                    sink));
  REQUIRE(sink.rejected.size() == 2);
  CHECK(sink.rejected[0].problem.code == "missing_name");
  CHECK(sink.rejected[1].problem.code == "not_an_event");
  CHECK(sink.records.size() == 1);
}

TEST_CASE("an end before the start is read as a time past midnight, and said") {
  RecordingSink sink;
  REQUIRE(read_text(
      "schema-org",
      R"({"@type":"Event","name":"Dansen","startDate":"2026-12-01T22:00","endDate":"2026-12-01T01:00"})",
      sink));
  CHECK(sink.records[0].activity.schedules[0].closes == Minutes{60});
  CHECK(sink.warns_of("end_before_start"));
}

TEST_CASE("an end equal to the start is no end, and several days are every day of them") {
  CHECK(!read_one(R"("startDate":"2026-12-01T20:00","endDate":"2026-12-01T20:00")")
             .schedules[0]
             .closes);
  const catalog::Schedule days =
      read_one(R"("startDate":"2026-12-01T10:00","endDate":"2026-12-05T17:00")").schedules[0];
  CHECK(days.rrule == "FREQ=DAILY;INTERVAL=1");
  CHECK(days.last_day == catalog::parse_date("2026-12-05"));
  CHECK(days.closes == Minutes{1020});
}

TEST_CASE("prices are numbers or texts, one offer or several, and free is free") {
  CHECK(read_one(R"("offers":{"price":"15.00","priceCurrency":"EUR"})").costs.at(0).amount
        == Cents{1500});
  CHECK(read_one(R"("offers":[{"price":7.5},{"price":0}])").costs.size() == 2);
  CHECK(read_one(R"("isAccessibleForFree":true,"offers":null)").costs.at(0).amount == Cents{0});
  CHECK(read_one(R"("isAccessibleForFree":false,"offers":{"url":"https://example.org"})")
            .costs.empty());
}

TEST_CASE("an online event has a virtual place and no journey") {
  const catalog::Activity activity = read_one(
      R"("eventAttendanceMode":"https://schema.org/OnlineEventAttendanceMode","location":{"@type":"Place","name":"Kantoor","address":{"postalCode":"6512 AB"}})");
  REQUIRE(activity.sites.size() == 1);
  CHECK(activity.sites[0].attendance.has(Attendance::kOnline));
  CHECK(activity.sites[0].postcode.empty());
}

TEST_CASE("a cancelled event is not live, and ages, languages and keywords are read") {
  CHECK(read_one(
            R"("eventStatus":"https://schema.org/EventCancelled","startDate":"2026-12-01T20:00")")
            .status
        == catalog::Status::kInactive);
  const catalog::Activity activity =
      read_one(R"("typicalAgeRange":"6-12","inLanguage":"nl","keywords":"zang, koor")");
  CHECK(activity.min_age == 6);
  CHECK(activity.max_age == 12);
  CHECK(activity.languages == std::vector<std::string>{"nl"});
  CHECK(activity.tags == std::vector<std::string>{"zang", "koor"});
}

TEST_CASE("an age below zero is none") {
  CHECK(!read_one(R"("typicalAgeRange":"6--12")").max_age);
}

TEST_CASE("a duration that stops within, or goes beyond all measure, is none") {
  std::string endless = "PT83503H46M";  // 2^32 + 30 minutes with those to come
  for (int i = 0; i < 715; ++i) {
    endless += "99999H";
  }
  for (const std::string& duration : {std::string("PT30"), std::string("P"), endless}) {
    const catalog::Activity activity = read_one(
        R"("eventSchedule":{"startTime":"10:00","byDay":"Monday","duration":")" + duration + "\"}");
    CHECK(activity.schedules.at(0).opens == Minutes{600});
    CHECK(!activity.schedules.at(0).closes);
  }
}

TEST_CASE("a feed without events says so") {
  RecordingSink sink;
  const auto facts = read_text("schema-org", R"([{"@type":"Place","name":"x"}])", sink);
  REQUIRE(!facts);
  CHECK(facts.error().front().code == "no_events");
}

}  // namespace kring::tests
