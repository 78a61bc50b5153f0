// How do RPDE pages of OpenActive become activities?
#include "catalog/formats/openactive.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/store/database.h"
#include "catalog/store/store.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/recording_sink.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::Cents;
using catalog::Completeness;
using catalog::FeedFile;
using catalog::Minutes;

std::string item(const std::string& id,
                 int modified,
                 const std::string& data,
                 const std::string& kind = "SessionSeries") {
  return R"({"state":"updated","kind":")" + kind + R"(","id":")" + id + R"(","modified":)"
         + std::to_string(modified) + R"(,"data":)" + data + "}";
}

std::string deleted(const std::string& id, int modified) {
  return R"({"state":"deleted","kind":"SessionSeries","id":")" + id + R"(","modified":)"
         + std::to_string(modified) + "}";
}

std::string page(const std::string& items) {
  return R"({"next":"https://example.org/next","items":[)" + items
         + R"(],"license":"https://creativecommons.org/licenses/by/4.0/"})";
}

std::string series(const std::string& id, const std::string& name, const std::string& more = "") {
  return R"({"@type":"SessionSeries","@id":")" + id + R"(","name":")" + name + "\""
         + (more.empty() ? "" : "," + more) + "}";
}

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

namespace {

std::string session(int number, int modified, const std::string& parent) {
  const std::string day = (number < 10 ? "0" : "") + std::to_string(number);
  return item(std::to_string(number), modified,
              R"({"@type":"ScheduledSession","superEvent":)" + parent + R"(,"startDate":"2026-12-)"
                  + day + R"(T20:00:00+01:00","endDate":"2026-12-)" + day + R"(T21:00:00+01:00"})",
              "ScheduledSession");
}

std::string deleted_session(int number, int modified) {
  return R"({"state":"deleted","kind":"ScheduledSession","id":")" + std::to_string(number)
         + R"(","modified":)" + std::to_string(modified) + "}";
}

/// A catalogue that reads pages, each in an import of its own.
struct Harvested {
  catalog::ImportReport import(const std::string& items) {
    const auto session = store.begin_import({.source = "sport",
                                             .completeness = Completeness::kComplete,
                                             .mode = catalog::ImportMode::kWrite,
                                             .author = {"test", "", "2026-11-21T20:41:00Z"}});
    const std::vector<FeedFile> pages = {{"page.json", page(items)}};
    REQUIRE(catalog::formats::read_openactive(pages, *session));
    session->mark_partial();
    return session->finish();
  }

  std::vector<catalog::StoredActivity> activities() {
    std::vector<catalog::StoredActivity> all;
    store.for_each([&all](const catalog::StoredActivity& stored) { all.push_back(stored); });
    return all;
  }

  /// The one that there is. requires: there is one.
  catalog::StoredActivity only() {
    const auto all = activities();
    REQUIRE(all.size() == 1);
    return all.front();
  }

  ScratchFolder folder;
  catalog::ActivityStore store =
      catalog::ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
};

}  // namespace

TEST_CASE("series and sessions make the same activity, whichever came first") {
  const std::string whole =
      item("s", 3, series("https://x/1", "Pilates", R"("description":"Rustig")"));
  const std::string name = R"("https://x/1")";
  Harvested at_once;
  at_once.import(whole + "," + session(1, 1, name) + "," + session(2, 2, name));
  const catalog::StoredActivity wanted = at_once.only();
  CHECK(wanted.activity.schedules.size() == 2);
  std::vector<std::string> items = {whole, session(1, 1, name), session(2, 2, name)};
  std::sort(items.begin(), items.end());
  do {
    Harvested apart;
    for (const std::string& one : items)
      apart.import(one);
    const catalog::StoredActivity told = apart.only();
    CHECK(told.activity == wanted.activity);
    CHECK(told.document == wanted.document);
    CHECK(told.feed_key == wanted.feed_key);
  } while (std::next_permutation(items.begin(), items.end()));
}

TEST_CASE("a session that waits is counted as such, and loses nothing of what it says") {
  Harvested harvested;
  const catalog::ImportReport first = harvested.import(session(1, 1, R"("https://x/1")"));
  CHECK(first.read == 1);
  CHECK(first.waiting == 1);
  CHECK(first.rejected.count() == 0);
  CHECK(harvested.activities().empty());
  const catalog::ImportReport second =
      harvested.import(item("s", 2, series("https://x/1", "Pilates")));
  CHECK(second.read == 1);
  CHECK(second.added == 1);
  CHECK(second.waiting == 0);
  CHECK(harvested.only().activity.schedules.size() == 1);
}

TEST_CASE("a series that changes keeps the sessions of before, and one that goes takes them out") {
  Harvested harvested;
  const std::string name = R"("https://x/1")";
  harvested.import(item("s", 1, series("https://x/1", "Pilates")) + "," + session(1, 2, name) + ","
                   + session(2, 3, name));
  harvested.import(item("s", 4, series("https://x/1", "Pilates nieuw")));
  CHECK(harvested.only().activity.name == "Pilates nieuw");
  CHECK(harvested.only().activity.schedules.size() == 2);
  harvested.import(deleted_session(1, 5));
  CHECK(harvested.only().activity.schedules.size() == 1);
  harvested.import(session(2, 6, R"("https://x/2")"));
  CHECK(harvested.only().activity.schedules.empty());
  harvested.import(deleted("s", 7));
  CHECK(harvested.activities().empty());
  harvested.import(item("t", 8, series("https://x/2", "Yoga")));
  CHECK(harvested.only().activity.schedules.size() == 1);
}

TEST_CASE("what a session brings along gives way to the series' own item") {
  Harvested harvested;
  harvested.import(session(1, 1, series("https://x/1", "Kort")));
  CHECK(harvested.only().activity.name == "Kort");
  harvested.import(item("s", 2, series("https://x/1", "Voluit", R"("description":"Rustig")")));
  CHECK(harvested.only().activity.name == "Voluit");
  CHECK(harvested.only().activity.schedules.size() == 1);
  harvested.import(deleted("s", 3));
  CHECK(harvested.only().activity.name == "Kort");
  harvested.import(deleted_session(1, 4));
  CHECK(harvested.activities().empty());
}

TEST_CASE("a series keeps the place it refers to, whatever later harvests tell of it") {
  const std::string place = item(
      "p", 1,
      R"({"@type":"Place","@id":"https://x/p","name":"De Brink","address":{"addressLocality":"Venlo"}})",
      "Place");
  Harvested harvested;
  harvested.import(place + ","
                   + item("s", 2, series("https://x/1", "Pilates", R"("location":"https://x/p")")));
  REQUIRE(harvested.only().activity.sites.size() == 1);
  const auto sites = harvested.only().activity.sites;
  CHECK(sites[0].city == "Venlo");
  harvested.import(session(3, 3, R"("https://x/1")"));
  CHECK(harvested.only().activity.schedules.size() == 1);
  CHECK(harvested.only().activity.sites == sites);
  // A place is no series, whoever says so.
  harvested.import(session(4, 4, R"("https://x/p")"));
  CHECK(harvested.activities().size() == 1);
}

namespace {

/// Takes the catalogue back to before items of feeds were kept.
void forget_parts(const std::string& path) {
  catalog::store::Database database(path, catalog::store::Access::kWrite);
  for (const char* const statement :
       {"DROP TABLE feed_part", "DROP TABLE feed_part_name", "DROP INDEX activity_by_source"}) {
    database.execute(statement);
  }
  database.set_schema_version(4);
}

/// A feed in the middle of its series, with a page that waits to be confirmed.
catalog::KeptFeed held_feed(const std::string& source, const std::string& format) {
  catalog::KeptFeed feed;
  feed.source = source;
  feed.url = "https://example.org/" + source;
  feed.format = format;
  feed.next = feed.url + "?after=1";
  feed.etag = "tag";
  feed.held = 3;
  return feed;
}

}  // namespace

TEST_CASE("a feed whose items were not kept is walked anew, and nothing of it waits") {
  Harvested harvested;
  harvested.import(item("s", 1, series("https://x/1", "Pilates")));
  import_records(harvested.store, make_options("wijk"), {make_record("a", "Koffie")});
  // Of "sport" an activity tells the format, of "leeg" nothing came yet.
  for (const char* const source : {"sport", "leeg", "wijk"}) {
    harvested.store.add_feed_page(held_feed(source, ""), {"https://example.org/page", "{}"});
  }
  const std::string path = harvested.folder.file("catalog.db");
  forget_parts(path);
  const auto newer = catalog::ActivityStore::open(path, catalog::OpenMode::kReadWrite);
  for (const char* const source : {"sport", "leeg"}) {
    catalog::KeptFeed anew = held_feed(source, "");
    anew.next = anew.etag = "";
    anew.held = 0;
    CHECK(newer.find_feed(source) == anew);
    CHECK(newer.count_feed_pages(source) == 0);
  }
  CHECK(newer.find_feed("wijk") == held_feed("wijk", ""));
  CHECK(newer.count_feed_pages("wijk") == 1);
  CHECK(newer.count() == 2);
}

TEST_CASE("slots find a facility by each of its uses, in whatever harvest they come") {
  const std::string facility =
      R"({"@type":"FacilityUse","@id":"https://x/f","name":"Baan","individualFacilityUse":[{"@id":"https://x/f1"},{"@id":"https://x/f2"}]})";
  const auto slot = [](int number, const std::string& use) {
    return item(
        std::to_string(number), number,
        R"({"@type":"Slot","facilityUse":")" + use
            + R"(","startDate":"2026-12-01T20:00:00+01:00","endDate":"2026-12-01T21:00:00+01:00"})",
        "Slot");
  };
  Harvested harvested;
  harvested.import(slot(1, "https://x/f1"));
  harvested.import(item("f", 5, facility, "FacilityUse"));
  harvested.import(slot(2, "https://x/f2") + "," + slot(3, "https://x/f"));
  CHECK(catalog::parse_json(harvested.only().document)->array().size() == 4);
}

TEST_CASE("a series that only a session brought along is gone once, where the session leaves it") {
  Harvested harvested;
  harvested.import(session(1, 1, series("https://x/1", "Kort")));
  const catalog::ImportReport moved =
      harvested.import(session(1, 2, series("https://x/2", "Lang")));
  CHECK(moved.added == 1);
  CHECK(moved.removed == 1);
  CHECK(harvested.only().activity.name == "Lang");
  const catalog::ImportReport alone = harvested.import(session(1, 3, R"("https://x/2")"));
  CHECK(alone.removed == 1);
  CHECK(alone.waiting == 1);
  CHECK(harvested.activities().empty());
}

TEST_CASE("a series that a session left stays where another brings it along, or it came itself") {
  Harvested harvested;
  const std::string brought = series("https://x/1", "Kort");
  harvested.import(session(1, 1, brought) + "," + session(2, 2, brought));
  CHECK(harvested.import(session(1, 3, R"("https://x/9")")).removed == 0);
  CHECK(harvested.only().activity.name == "Kort");
  harvested.import(item("s", 4, series("https://x/1", "Voluit")));
  harvested.import(session(2, 5, R"("https://x/9")"));
  CHECK(harvested.only().activity.name == "Voluit");
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
