// Does the index follow the catalogue, and keep what it showed?

#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "catalog/embedded.h"
#include "catalog/result.h"
#include "indexer/build_folder.h"
#include "indexer/format/snapshot.h"
#include "indexer/language/analysis.h"
#include "tests/indexer/small_catalogue.h"

namespace kring::tests {
namespace {

using indexer::BuildMode;
using indexer::Snapshot;

// Ten activities, of which the last import renamed one and left one out.
catalog::ActivityStore make_changed_store(const ScratchFolder& folder) {
  auto store = open_store(folder);
  import_records(store, make_options("source"), make_records(10));
  build(store, folder.file("index"));
  std::vector<catalog::FeedRecord> records = make_records(9);
  records.front().activity.name = "Theeclub";
  import_records(store, make_options("source"), records);
  return store;
}

std::vector<std::string> names_in(const Snapshot& snapshot, const catalog::ActivityStore& store) {
  std::vector<std::string> names;
  store.for_each([&](const catalog::StoredActivity& stored) {
    names.push_back(
        Snapshot::record(snapshot.find(stored.activity.id.value).value()).activity.name);
  });
  return names;
}

}  // namespace

TEST_CASE("a first build writes one segment of everything") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  import_records(store, make_options("source"), make_records(10));
  const indexer::BuildReport report = build(store, folder.file("index"));
  REQUIRE(report.written == 10);
  REQUIRE(report.live == 10);
  REQUIRE(report.segments == 1);
  REQUIRE(report.revision == store.revision());
  const indexer::IndexStatus status = indexer::read_status(folder.file("index"));
  REQUIRE(status.revision == store.revision());
  REQUIRE(status.catalog == store.identity());
  REQUIRE(status.today == kToday);
  REQUIRE(status.bytes > 0);
}

TEST_CASE("an empty catalogue has an index with nothing in it") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  REQUIRE(build(store, folder.file("index")).live == 0);
  REQUIRE(Snapshot::open(folder.file("index")).count() == 0);
}

TEST_CASE("an update writes a small segment and tombstones") {
  const ScratchFolder folder;
  auto store = make_changed_store(folder);
  const indexer::BuildReport report = build(store, folder.file("index"));
  REQUIRE(report.written == 1);
  REQUIRE(report.removed == 2);
  REQUIRE(report.live == 9);
  REQUIRE(report.segments == 2);
  const Snapshot snapshot = Snapshot::open(folder.file("index"));
  REQUIRE(snapshot.segments().front()->count() == 10);
  REQUIRE(snapshot.segments().front()->live_count() == 8);
  REQUIRE(snapshot.segments().back()->count() == 1);
}

TEST_CASE("an updated and a rebuilt index hold the same records") {
  const ScratchFolder folder;
  auto store = make_changed_store(folder);
  build(store, folder.file("index"));
  build(store, folder.file("whole"));
  const Snapshot updated = Snapshot::open(folder.file("index"));
  const Snapshot whole = Snapshot::open(folder.file("whole"));
  REQUIRE(updated.count() == whole.count());
  REQUIRE(names_in(updated, store) == names_in(whole, store));
}

TEST_CASE("an unchanged catalogue writes nothing") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  import_records(store, make_options("source"), make_records(10));
  build(store, folder.file("index"));
  const std::string manifest = read_file(folder.file("index/manifest.json"));
  const auto written_at = std::filesystem::last_write_time(folder.file("index/manifest.json"));
  const indexer::BuildReport report = build(store, folder.file("index"));
  REQUIRE(report.written == 0);
  REQUIRE(report.removed == 0);
  REQUIRE(report.live == 10);
  REQUIRE(read_file(folder.file("index/manifest.json")) == manifest);
  REQUIRE(std::filesystem::last_write_time(folder.file("index/manifest.json")) == written_at);
}

TEST_CASE("another day or another vocabulary makes the whole index anew") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  import_records(store, make_options("source"), make_records(10));
  build(store, folder.file("index"));
  const indexer::BuildReport next_day = indexer::build_index(
      store, {folder.file("index"), kToday + std::chrono::days{1}, BuildMode::kUpdate, {}});
  REQUIRE(next_day.written == 10);
  REQUIRE(next_day.segments == 1);
  store.put_document(catalog::DocumentKind::kVocabulary,
                     std::string(catalog::embedded_vocabulary()) + "\n", kAuthor);
  REQUIRE(build(store, folder.file("index")).written == 10);
}

TEST_CASE("a snapshot goes on answering after the index moved on") {
  const ScratchFolder folder;
  auto store = make_changed_store(folder);
  const Snapshot before = Snapshot::open(folder.file("index"));
  build(store, folder.file("index"));
  build(store, folder.file("index"), BuildMode::kRebuild);
  REQUIRE(before.count() == 10);
  const std::string stem = indexer::Analyser().terms_of("koffie").front();
  REQUIRE(before.segments().front()->words().find(indexer::kTextField, stem).size() == 10);
  for (std::uint32_t number = 0; number < 10; ++number) {
    const std::string name =
        Snapshot::record({before.segments().front().get(), number}).activity.name;
    REQUIRE(name.starts_with("Koffieclub"));
  }
}

TEST_CASE("who just read the manifest still finds its segments, and minutes later they go") {
  const ScratchFolder folder;
  auto store = make_changed_store(folder);
  const auto age_all = [&folder] {
    const auto long_ago = std::filesystem::file_time_type::clock::now() - 2 * indexer::kGrace;
    for (const auto& entry : std::filesystem::directory_iterator(folder.file("index")))
      std::filesystem::last_write_time(entry.path(), long_ago);
  };
  const auto has = [&folder](const std::string& name) {
    return std::filesystem::exists(folder.file("index/" + name));
  };
  const auto read = indexer::find_manifest(folder.file("index")).value();
  age_all();
  build(store, folder.file("index"), BuildMode::kRebuild);
  CHECK(has(read.documents));
  CHECK(has(read.segments.front().name));
  age_all();
  build(store, folder.file("index"));
  CHECK_FALSE(has(read.documents));
  CHECK_FALSE(has(read.segments.front().name));
  CHECK(Snapshot::open(folder.file("index")).count() == 9);
}

TEST_CASE("a second writer is refused, and the index stays") {
  const ScratchFolder folder;
  auto store = make_changed_store(folder);
  const int lock = ::open(folder.file("index/writer.lock").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(lock >= 0);
  REQUIRE(::flock(lock, LOCK_EX | LOCK_NB) == 0);
  REQUIRE_THROWS_AS(build(store, folder.file("index")), catalog::Error);
  REQUIRE(Snapshot::open(folder.file("index")).count() == 10);
  ::close(lock);
  REQUIRE(build(store, folder.file("index")).live == 9);
}

TEST_CASE("an index of another catalogue is replaced only on request") {
  const ScratchFolder folder;
  const ScratchFolder other_folder;
  auto store = open_store(folder);
  import_records(store, make_options("source"), make_records(3));
  build(store, folder.file("index"));
  auto other = open_store(other_folder);
  import_records(other, make_options("source"), make_records(5));
  REQUIRE_THROWS_WITH(build(other, folder.file("index")), Catch::Contains("--rebuild"));
  REQUIRE(build(other, folder.file("index"), BuildMode::kRebuild).live == 5);
}

TEST_CASE("progress is told for every activity") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  import_records(store, make_options("source"), make_records(10));
  std::vector<std::size_t> told;
  indexer::build_index(store, {folder.file("index"), kToday, BuildMode::kUpdate,
                               [&told](std::size_t done, std::size_t of) {
                                 REQUIRE(of == 10);
                                 told.push_back(done);
                               }});
  REQUIRE(told.size() == 10);
  REQUIRE(told.back() == 10);
}

namespace {

// The same group, as every source tells it.
catalog::FeedRecord make_choir(const std::string& phone) {
  catalog::FeedRecord record = make_record("choir", "Smartlappenkoor De Toeter");
  record.activity.description = "Zingen uit volle borst, met accordeon en koffie na.";
  record.activity.organization.name = "Stichting De Toeter";
  record.activity.phones = {{phone, ""}};
  return record;
}

std::vector<catalog::ActivityId> represented_in(const Snapshot& snapshot) {
  std::vector<catalog::ActivityId> ids;
  for (const auto& segment : snapshot.segments()) {
    for (std::uint32_t number = 0; number < segment->count(); ++number) {
      const bool is_represented = (segment->features().flags[number] & indexer::kRepresented) != 0;
      if (is_represented && !segment->is_dead(number)) {
        ids.push_back({std::string(segment->id(number))});
      }
    }
  }
  return ids;
}

}  // namespace

TEST_CASE("one record stands for its duplicates, and tells where they differ") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  import_records(store, make_options("gids"), {make_choir("024-000 00 01")});
  import_records(store, make_options("wijk"), {make_choir("024-000 00 02")});
  build(store, folder.file("index"));
  const Snapshot snapshot = Snapshot::open(folder.file("index"));
  const catalog::DuplicateSet set = store.duplicate_sets().at(0);
  REQUIRE(represented_in(snapshot).size() == 1);
  CHECK(represented_in(snapshot).front() != set.representative);
  const indexer::Record shown = Snapshot::record(snapshot.find(set.representative.value).value());
  REQUIRE(shown.same_as.size() == 1);
  CHECK(shown.same_as.front().id == represented_in(snapshot).front());
  REQUIRE(shown.conflicts.array().size() == 1);
  CHECK(shown.conflicts.array().front()["field"].string() == "phones");
  CHECK(shown.conflicts.array().front()["values"].array().size() == 2);
}

TEST_CASE("an update follows links that come, change and go") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  import_records(store, make_options("gids"), {make_choir("024-000 00 01")});
  build(store, folder.file("index"));
  CHECK(represented_in(Snapshot::open(folder.file("index"))).empty());

  import_records(store, make_options("wijk"), {make_choir("024-000 00 02")});
  build(store, folder.file("index"));
  CHECK(represented_in(Snapshot::open(folder.file("index"))).size() == 1);

  // A change of one is told by the other.
  const catalog::DuplicateSet set = store.duplicate_sets().at(0);
  import_records(store, make_options("wijk"), {make_choir("024-000 00 03")});
  build(store, folder.file("index"));
  for (const catalog::ActivityId& id : set.members) {
    const Snapshot snapshot = Snapshot::open(folder.file("index"));
    const std::string record = indexer::write_record(Snapshot::record(*snapshot.find(id.value)));
    CHECK(record.find("024-000 00 03") != std::string::npos);
    CHECK(record.find("024-000 00 02") == std::string::npos);
  }

  store.decide_duplicates(set.members, catalog::duplicates::LinkState::kRejected, kAuthor);
  build(store, folder.file("index"));
  CHECK(represented_in(Snapshot::open(folder.file("index"))).empty());
}

TEST_CASE("when the record that stood for its duplicates goes, another takes its place") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  import_records(store, make_options("gids"), {make_choir("024-000 00 01")});
  import_records(store, make_options("wijk"), {make_choir("024-000 00 02")});
  build(store, folder.file("index"));
  const catalog::DuplicateSet set = store.duplicate_sets().at(0);
  import_records(store, make_options(store.find(set.representative)->source), {});
  build(store, folder.file("index"));
  const Snapshot snapshot = Snapshot::open(folder.file("index"));
  CHECK_FALSE(snapshot.find(set.representative.value));
  CHECK(represented_in(snapshot).empty());
  CHECK(snapshot.count() == 1);
}

}  // namespace kring::tests
