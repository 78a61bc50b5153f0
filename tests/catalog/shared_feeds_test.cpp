// What becomes of real feeds? The figures were counted apart, from the files themselves.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/formats/formats.h"
#include "catalog/schedule/expand.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::ActivityStore;
using catalog::FeedFile;
using catalog::ImportReport;

/// Figures of one import; the rejected by their codes.
struct Figures {
  std::size_t read = 0;
  std::size_t added = 0;
  std::size_t folded = 0;
  std::map<std::string, std::size_t> rejected;
  bool operator==(const Figures&) const = default;
};

Figures figures_of(const ImportReport& report) {
  Figures figures{report.read, report.added, report.folded, {}};
  for (const catalog::RecordIssue& issue : report.rejected.listed()) {
    ++figures.rejected[issue.problem.code];
  }
  return figures;
}

/// A feed's files, in the order of their names where it is a folder.
std::vector<FeedFile> load(const std::string& path) {
  std::vector<std::string> names;
  if (std::filesystem::is_directory(path)) {
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
      if (entry.path().extension() == ".json") names.push_back(entry.path().string());
    }
  } else if (std::filesystem::exists(path)) {
    names.push_back(path);
  }
  std::sort(names.begin(), names.end());
  REQUIRE(!names.empty());
  std::vector<FeedFile> files;
  files.reserve(names.size());
  for (const std::string& name : names) {
    files.push_back({name, read_file(name)});
  }
  return files;
}

ImportReport import_feed(ActivityStore& store,
                         const std::string& format,
                         const std::vector<FeedFile>& files) {
  const auto session = store.begin_import(make_options("feed"));
  const auto facts = catalog::find_format(format)->read(files, *session);
  REQUIRE(facts);
  if (facts->completeness == catalog::Completeness::kPartial) session->mark_partial();
  return session->finish();
}

/// Imports twice: the figures of the first time, and that the second changes nothing.
Figures import_twice(const std::string& format, const std::string& path) {
  const ScratchFolder folder;
  ActivityStore store =
      ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  const std::vector<FeedFile> files = load(path);
  const auto recognised = std::find_if(
      catalog::all_formats().begin(), catalog::all_formats().end(), [&](const auto& one) {
        return std::any_of(files.begin(), files.end(),
                           [&](const FeedFile& file) { return one.recognises(file); });
      });
  CHECK(recognised->name == format);
  const ImportReport first = import_feed(store, format, files);
  const catalog::Revision before = store.revision();
  const ImportReport second = import_feed(store, format, files);
  CHECK(second.unchanged == first.added);
  CHECK(second.added + second.changed + second.removed == 0);
  CHECK(store.revision() == before);
  return figures_of(first);
}

}  // namespace

TEST_CASE("the HSDS examples give their one service, and name what holds none") {
  const auto shared = shared_folder("the HSDS examples");
  if (!shared) return;
  const Figures expected{13, 1, 4, {{"not_a_service", 8}}};
  CHECK(import_twice("hsds", *shared + "/feeds/hsds-3-examples/examples") == expected);
}

TEST_CASE("Toronto's events are all kept, folded by url or by name and venue") {
  const auto shared = shared_folder("Toronto's events");
  if (!shared) return;
  const Figures expected{1727, 1627, 100, {}};
  CHECK(import_twice("schema-org", *shared + "/feeds/toronto-festivals-events/all.jsonld")
        == expected);
  const Figures extra{22, 22, 0, {}};
  CHECK(import_twice(
            "schema-org",
            *shared + "/feeds/toronto-festivals-events/extra-22-from-2025-06-snapshot.jsonld")
        == extra);
}

TEST_CASE("both publishers' RPDE pages are read, their deletions too") {
  const auto shared = shared_folder("OpenActive's RPDE pages");
  if (!shared) return;
  const std::string folder = *shared + "/feeds/openactive-rpde/";
  CHECK(import_twice("openactive", folder + "everyone-active_20200106.json")
        == Figures{500, 250, 0, {}});
  CHECK(import_twice("openactive", folder + "newham_20200102.json") == Figures{269, 198, 0, {}});
  CHECK(import_twice("openactive", folder + "example.json") == Figures{5, 5, 0, {}});
}

TEST_CASE(
    "OpenActive's examples of version 2 become series, with their sessions and slots in them") {
  const auto shared = shared_folder("OpenActive's examples");
  if (!shared) return;
  const std::string folder = *shared + "/feeds/openactive-examples";
  CHECK(import_twice("openactive", folder) == Figures{20, 6, 8, {{"not_an_activity", 6}}});
  CHECK(import_twice("openactive", folder + "/tutorials/describing-events")
        == Figures{2, 1, 1, {}});
}

TEST_CASE("every Toronto event has a session on its own day, by Toronto's clock") {
  const auto shared = shared_folder("Toronto's events");
  if (!shared) return;
  const ScratchFolder folder;
  ActivityStore store =
      ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  import_feed(store, "schema-org", load(*shared + "/feeds/toronto-festivals-events/all.jsonld"));
  std::size_t without = 0;
  std::size_t elsewhere = 0;
  store.for_each([&](const catalog::StoredActivity& stored) {
    const bool tells_country =
        !stored.activity.sites.empty() && stored.activity.sites.front().country == "CA";
    for (const catalog::Schedule& schedule : stored.activity.schedules) {
      without +=
          catalog::expand(schedule, *schedule.first_day, *schedule.first_day).empty() ? 1U : 0U;
      elsewhere += tells_country && schedule.zone != "America/Toronto" ? 1U : 0U;
    }
  });
  CHECK(without == 0);
  CHECK(elsewhere == 0);
}

}  // namespace kring::tests
