// Do the items of OpenActive make the same activities, in whatever harvests they come?
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/formats/openactive.h"
#include "catalog/store/database.h"
#include "catalog/store/store.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/openactive_builder.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {

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
                                             .completeness = catalog::Completeness::kComplete,
                                             .mode = catalog::ImportMode::kWrite,
                                             .author = {"test", "", "2026-11-21T20:41:00Z"}});
    const std::vector<catalog::FeedFile> pages = {{"page.json", page(items)}};
    REQUIRE(catalog::formats::read_openactive(pages, *session));
    session->mark_partial();
    return session->finish();
  }

  [[nodiscard]] std::vector<catalog::StoredActivity> activities() const {
    std::vector<catalog::StoredActivity> all;
    store.for_each([&all](const catalog::StoredActivity& stored) { all.push_back(stored); });
    return all;
  }

  /// The one that there is. requires: there is one.
  [[nodiscard]] catalog::StoredActivity only() const {
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

TEST_CASE("a feed that is removed leaves no items for one that comes in its place") {
  Harvested harvested;
  const std::string name = R"("https://x/1")";
  const std::string pilates = item("s", 1, series("https://x/1", "Pilates"));
  harvested.import(pilates + "," + session(1, 2, name));
  CHECK_FALSE(harvested.store.remove_feed("sport"));
  harvested.import(session(2, 3, name));
  CHECK(harvested.only().activity.schedules.size() == 2);
  harvested.store.put_feed(held_feed("sport", "openactive"));
  CHECK(harvested.store.remove_feed("sport"));
  CHECK(harvested.only().activity.schedules.size() == 2);
  // What went while nobody read the feed is not told when it is read again.
  CHECK(harvested.import(session(3, 4, name)).waiting == 1);
  harvested.import(pilates);
  CHECK(harvested.only().activity.schedules.size() == 1);
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

}  // namespace kring::tests
