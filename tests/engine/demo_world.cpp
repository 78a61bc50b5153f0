#include "tests/engine/demo_world.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <catch2/catch.hpp>

#include "catalog/demo/demo_data.h"
#include "catalog/formats/formats.h"
#include "catalog/formats/place_rows.h"
#include "indexer/indexer.h"

namespace kring::tests {
namespace {

const catalog::Author kTestAuthor{"test", "a test", "2026-11-21T20:41:00Z"};

}  // namespace

std::vector<std::string> demo_lines(std::size_t catalogue) {
  const std::string_view records = catalog::demo_catalogues().at(catalogue).records;
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < records.size()) {
    const std::size_t end = std::min(records.find('\n', begin), records.size());
    if (end > begin) lines.emplace_back(records.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

void import_lines(catalog::ActivityStore& store,
                  const std::string& source,
                  const std::vector<std::string>& lines) {
  std::string bytes;
  for (const std::string& line : lines)
    bytes += catalog::write_json(*catalog::parse_json(line)) + "\n";
  const std::array files = {catalog::FeedFile{"services.ndjson", bytes}};
  const auto session = store.begin_import(
      {source, catalog::Completeness::kComplete, catalog::ImportMode::kWrite, kTestAuthor});
  REQUIRE(catalog::find_format("hsds")->read(files, *session));
  const catalog::ImportReport report = session->finish();
  REQUIRE(report.rejected.count() == 0);
  REQUIRE(report.read == lines.size());
}

void import_demo_places(catalog::ActivityStore& store) {
  const auto places =
      catalog::formats::read_place_rows({"places.csv", std::string(catalog::demo_places())});
  REQUIRE(places);
  store.put_places(places->rows, kTestAuthor);
}

catalog::ActivityStore make_demo_store(const ScratchFolder& folder) {
  auto store = catalog::ActivityStore::open(folder.file("catalogue.db"),
                                            catalog::OpenMode::kCreateIfMissing);
  import_demo_places(store);
  import_lines(store, "nijmegen", demo_lines(0));
  import_lines(store, "limburg", demo_lines(1));
  return store;
}

std::shared_ptr<const engine::Engine> rebuild(const catalog::ActivityStore& store,
                                              const std::string& index_dir) {
  indexer::build_index(store, {index_dir, kToday, indexer::BuildMode::kRebuild, {}});
  return engine::Engine::open(index_dir);
}

const engine::Engine& demo_engine() {
  static const std::shared_ptr<const engine::Engine> kEngine = engine::Engine::open(demo_index());
  return *kEngine;
}

std::string demo_index() {
  static const ScratchFolder kFolder;
  static const std::shared_ptr<const engine::Engine> kBuilt =
      rebuild(make_demo_store(kFolder), kFolder.file("index"));
  return kFolder.file("index");
}

std::shared_ptr<const engine::Engine> engine_of(const ScratchFolder& folder,
                                                const std::vector<std::string>& lines) {
  auto store = catalog::ActivityStore::open(folder.file("catalogue.db"),
                                            catalog::OpenMode::kCreateIfMissing);
  import_demo_places(store);
  import_lines(store, "test", lines);
  return rebuild(store, folder.file("index"));
}

engine::Profile make_profile(const std::string& text) {
  auto profile = engine::parse_profile_text(text);
  if (!profile) FAIL(profile.error().front().pointer << " " << profile.error().front().text.en);
  engine::Profile made = *std::move(profile);
  if (!made.date) made.date = kToday;
  return made;
}

engine::MatchAnswer match(const engine::Engine& engine, const engine::Profile& profile, int limit) {
  auto answer = engine.match(profile, limit);
  if (!answer) FAIL(answer.error().front().pointer << " " << answer.error().front().text.en);
  return *std::move(answer);
}

std::string bytes_of(const engine::MatchAnswer& answer) {
  return catalog::write_json(engine::to_json(answer));
}

std::vector<JudgedProfile> judged_profiles() {
  std::vector<JudgedProfile> profiles;
  for (const char* const region : {"nijmegen", "limburg"}) {
    const std::string folder =
        std::string(KRING_SOURCE_DIR) + "/tests/judged/" + region + "/profiles";
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      profiles.push_back({entry.path().filename(), read_file(entry.path())});
  }
  std::sort(profiles.begin(), profiles.end(),
            [](const JudgedProfile& a, const JudgedProfile& b) { return a.name < b.name; });
  return profiles;
}

}  // namespace kring::tests
