// Does a record keep its activity's id when its source numbers anew, and does a sudden drop wait?
#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/store/store.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {

using catalog::ActivityStore;
using catalog::FeedRecord;
using catalog::ImportReport;
using catalog::OpenMode;

namespace {

constexpr int kTuesdays = 10;

/// Meets at a venue of its own hour, so that nothing but its key changes when that does.
FeedRecord make_meeting(const std::string& key, const std::string& name, int hour = kTuesdays) {
  static constexpr int kMinutes = 60;
  FeedRecord record = make_record(key, name);
  catalog::Site site;
  site.name = "De Brink";
  record.activity.organization = {"org-" + key, "Welzijn", "", "", ""};
  record.activity.sites = {site};
  catalog::Schedule schedule;
  schedule.rrule = "FREQ=WEEKLY;BYDAY=TU";
  schedule.opens = catalog::Minutes{hour * kMinutes};
  record.activity.schedules = {schedule};
  return record;
}

std::string only_id(const ActivityStore& store) {
  std::string id;
  store.for_each([&id](const catalog::StoredActivity& stored) { id = stored.activity.id.value; });
  return id;
}

std::vector<FeedRecord> make_meetings(int count) {
  std::vector<FeedRecord> records;
  for (int index = 0; index < count; ++index) {
    const std::string number = std::to_string(index);
    records.push_back(make_meeting("k" + number, "Groep " + number));
  }
  return records;
}

/// What a complete feed with drops held reports.
ImportReport import_holding(ActivityStore& store, const std::vector<FeedRecord>& records) {
  const auto session = store.begin_import(make_options("feed"));
  session->hold_drops();
  for (const FeedRecord& record : records) {
    session->add(record);
  }
  return session->finish();
}

}  // namespace

TEST_CASE("a record under a new id of its source stays the activity that it was") {
  const ScratchFolder folder;
  ActivityStore store = ActivityStore::open(folder.file("a.db"), OpenMode::kCreateIfMissing);
  import_records(store, make_options("feed"), {make_meeting("old", "Koffie")});
  const std::string id = only_id(store);
  const ImportReport report =
      import_records(store, make_options("feed"), {make_meeting("new", "Koffie")});
  CHECK(report.renamed == 1);
  CHECK(report.added + report.changed + report.unchanged + report.removed == 0);
  CHECK(only_id(store) == id);
  CHECK(store.find({id})->feed_key == "new");
  const ImportReport again =
      import_records(store, make_options("feed"), {make_meeting("new", "Koffie")});
  CHECK(again.unchanged == 1);
  CHECK(again.renamed == 0);
}

TEST_CASE("a record without venue and hours is known again by its text and its phone") {
  const auto make_line = [](const std::string& key, const std::string& number) {
    FeedRecord record = make_record(key, "Luisterlijn");
    record.activity.description = "Bel als u uw verhaal kwijt wilt.";
    record.activity.phones = {{number, ""}};
    return record;
  };
  const ScratchFolder folder;
  ActivityStore store = ActivityStore::open(folder.file("a.db"), OpenMode::kCreateIfMissing);
  import_records(store, make_options("feed"), {make_line("old", "024-0000114")});
  ImportReport report =
      import_records(store, make_options("feed"), {make_line("new", "024-0000114")});
  CHECK(report.renamed == 1);
  CHECK(report.added + report.removed == 0);
  report = import_records(store, make_options("feed"), {make_line("newer", "024-0000115")});
  CHECK(report.renamed == 0);
  report = import_records(store, make_options("feed"), {make_record("bare", "Luisterlijn")});
  CHECK(report.renamed == 0);
  report = import_records(store, make_options("feed"), {make_record("barer", "Luisterlijn")});
  CHECK(report.renamed == 0);
}

TEST_CASE("a deletion and an addition of the same record in a change feed are one renaming") {
  const ScratchFolder folder;
  ActivityStore store = ActivityStore::open(folder.file("a.db"), OpenMode::kCreateIfMissing);
  import_records(store, make_options("feed"), {make_meeting("old", "Koffie")});
  const std::string id = only_id(store);
  const auto session = store.begin_import(make_options("feed", catalog::Completeness::kPartial));
  session->remove("old");
  session->add(make_meeting("new", "Koffie"));
  const ImportReport report = session->finish();
  CHECK(report.renamed == 1);
  CHECK(report.removed == 0);
  CHECK(only_id(store) == id);
}

TEST_CASE("a record that differs in its hours, or of which there are two, is a new one") {
  const ScratchFolder folder;
  ActivityStore store = ActivityStore::open(folder.file("a.db"), OpenMode::kCreateIfMissing);
  import_records(store, make_options("feed"), {make_meeting("old", "Koffie")});
  static constexpr int kEvening = 19;
  ImportReport report =
      import_records(store, make_options("feed"), {make_meeting("new", "Koffie", kEvening)});
  CHECK(report.renamed == 0);
  CHECK(report.removed == 1);
  report = import_records(
      store, make_options("feed"),
      {make_meeting("a", "Koffie", kEvening), make_meeting("b", "Koffie", kEvening)});
  CHECK(report.renamed == 0);
  CHECK(report.added == 2);
}

TEST_CASE("a record of another source is never taken over") {
  const ScratchFolder folder;
  ActivityStore store = ActivityStore::open(folder.file("a.db"), OpenMode::kCreateIfMissing);
  import_records(store, make_options("one"), {make_meeting("old", "Koffie")});
  const ImportReport report =
      import_records(store, make_options("two"), {make_meeting("new", "Koffie")});
  CHECK(report.added == 1);
  CHECK(store.count() == 2);
}

TEST_CASE("a drop of more than three in ten is held, and what is new comes in all the same") {
  const ScratchFolder folder;
  ActivityStore store = ActivityStore::open(folder.file("a.db"), OpenMode::kCreateIfMissing);
  static constexpr int kAll = 10;
  import_holding(store, make_meetings(kAll));
  static constexpr int kTooFew = 6;
  std::vector<FeedRecord> few = make_meetings(kTooFew);
  few.push_back(make_meeting("extra", "Nieuw"));
  const ImportReport held = import_holding(store, few);
  CHECK(held.held == 4);
  CHECK(held.removed == 0);
  CHECK(held.added == 1);
  CHECK(store.count() == 11);
  few = make_meetings(7);
  few.push_back(make_meeting("extra", "Nieuw"));
  const ImportReport let_through = import_holding(store, few);
  CHECK(let_through.held == 0);
  CHECK(let_through.removed == 3);
}

TEST_CASE("a feed is kept with its pages, and forgotten with them") {
  const ScratchFolder folder;
  ActivityStore store = ActivityStore::open(folder.file("a.db"), OpenMode::kCreateIfMissing);
  catalog::KeptFeed feed;
  feed.source = "feed";
  feed.url = "https://example.org/feed";
  feed.every_minutes = 60;
  feed.allowed_hosts = {"a.example.org", "b.example.org"};
  store.put_feed(feed);
  feed.next = "https://example.org/feed?page=2";
  feed.tried_at = 1;
  const std::string body("{\"a\": \"\0\xff\"}", 11);
  store.add_feed_page(feed, {feed.url, body});
  REQUIRE(store.find_feed("feed"));
  CHECK(*store.find_feed("feed") == feed);
  CHECK(store.feeds() == std::vector<catalog::KeptFeed>{feed});
  CHECK(store.has_feed_page("feed", feed.url));
  std::string kept;
  store.for_each_feed_page("feed", [&kept](const catalog::FeedPage& page) { kept = page.body; });
  CHECK(kept == body);
  CHECK(store.remove_feed("feed"));
  CHECK(store.count_feed_pages("feed") == 0);
  CHECK_FALSE(store.remove_feed("feed"));
}

}  // namespace kring::tests
