// Does the index on disk read back as written, and is every damage found?

#include <array>
#include <cstring>

#include <catch2/catch.hpp>

#include "catalog/result.h"
#include "indexer/format/columns.h"
#include "indexer/format/manifest.h"
#include "indexer/format/snapshot.h"
#include "tests/indexer/small_catalogue.h"

namespace kring::tests {
namespace {

using indexer::ColumnFile;
using indexer::Verify;

constexpr std::array<std::uint32_t, 3> kNumbers = {7, 8, 0xFFFFFFFFU};

void write_numbers(const std::string& path) {
  indexer::write_columns(
      path,
      {{"numbers", sizeof(std::uint32_t), std::as_bytes(std::span(kNumbers))}, {"nothing", 1, {}}});
}

// Whether a reader of the whole file sees that it is damaged.
bool is_found(const std::string& path) {
  try {
    ColumnFile::open(path, Verify::kWholeFile);
    return false;
  } catch (const catalog::Error&) {
    return true;
  }
}

// Makes the manifest one of another version.
void put_schema(const std::string& index_dir, int schema) {
  const std::string manifest = index_dir + "/manifest.json";
  std::string text = read_file(manifest);
  const std::string present = "\"schema\": " + std::to_string(indexer::kIndexSchema);
  text.replace(text.find(present), present.size(), "\"schema\": " + std::to_string(schema));
  write_file(manifest, text);
}

}  // namespace

TEST_CASE("columns read back as written, aligned, empty ones too") {
  const ScratchFolder folder;
  const std::string path = folder.file("table.kcol");
  write_numbers(path);
  const ColumnFile file = ColumnFile::open(path, Verify::kWholeFile);
  const auto bytes = file.column("numbers", sizeof(std::uint32_t));
  REQUIRE(bytes.size() == sizeof kNumbers);
  REQUIRE(std::memcmp(bytes.data(), kNumbers.data(), sizeof kNumbers) == 0);
  REQUIRE(reinterpret_cast<std::uintptr_t>(bytes.data()) % 64 == 0);
  REQUIRE(file.column("nothing", 1).empty());
}

TEST_CASE("a missing column or another element size is refused") {
  const ScratchFolder folder;
  const std::string path = folder.file("table.kcol");
  write_numbers(path);
  const ColumnFile file = ColumnFile::open(path, Verify::kHeader);
  REQUIRE_THROWS_AS(file.column("other", 4), catalog::Error);
  REQUIRE_THROWS_AS(file.column("numbers", 8), catalog::Error);
}

TEST_CASE("every flipped byte of a column file is found") {
  const ScratchFolder folder;
  const std::string path = folder.file("table.kcol");
  write_numbers(path);
  const std::string good = read_file(path);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x20);
    write_file(path, bad);
    INFO("byte " << i << " of " << good.size());
    REQUIRE(is_found(path));
  }
}

TEST_CASE("a column file that is cut off anywhere, or grown, is found by its header alone") {
  const ScratchFolder folder;
  const std::string path = folder.file("table.kcol");
  write_numbers(path);
  const std::string good = read_file(path);
  for (std::size_t length = 0; length < good.size(); length += 7) {
    write_file(path, good.substr(0, length));
    INFO("cut at " << length);
    REQUIRE_THROWS_AS(ColumnFile::open(path, Verify::kHeader), catalog::Error);
  }
  write_file(path, good + "x");
  REQUIRE_THROWS_AS(ColumnFile::open(path, Verify::kHeader), catalog::Error);
}

TEST_CASE("another version of the column file is refused with the command that mends it") {
  const ScratchFolder folder;
  const std::string path = folder.file("table.kcol");
  write_numbers(path);
  std::string other = read_file(path);
  other[8] = static_cast<char>(indexer::kColumnVersion + 1);
  write_file(path, other);
  REQUIRE_THROWS_WITH(ColumnFile::open(path, Verify::kHeader),
                      Catch::Contains("kring index") && Catch::Contains("--rebuild"));
}

TEST_CASE("a manifest reads back as written") {
  const ScratchFolder folder;
  indexer::Manifest manifest;
  manifest.generation = 12;
  manifest.catalog = "one";
  manifest.revision = {34};
  manifest.places_revision = {5};
  manifest.vocabulary = "v";
  manifest.weights = "w";
  manifest.sessions_from = kToday;
  manifest.documents = "documents-12";
  manifest.segments = {{"segment-3", "tombstones-12.kcol"}, {"segment-12", ""}};
  indexer::put_manifest(folder.file(""), manifest);
  REQUIRE(indexer::find_manifest(folder.file("")) == manifest);
}

TEST_CASE("a folder without a manifest has no index, and a matcher is told how to make one") {
  const ScratchFolder folder;
  REQUIRE_FALSE(indexer::find_manifest(folder.file("none")));
  REQUIRE_THROWS_WITH(indexer::Snapshot::open(folder.file("none")), Catch::Contains("kring index"));
}

TEST_CASE("an index of another schema is refused with the command that mends it, which does") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  import_records(store, make_options("source"), make_records(3));
  const std::string index_dir = folder.file("index");
  build(store, index_dir);
  put_schema(index_dir, 999);
  REQUIRE_THROWS_WITH(indexer::Snapshot::open(index_dir),
                      Catch::Contains("kring index") && Catch::Contains("--rebuild"));
  REQUIRE_THROWS_AS(build(store, index_dir), catalog::Error);
  REQUIRE(build(store, index_dir, indexer::BuildMode::kRebuild).live == 3);
  REQUIRE(indexer::Snapshot::open(index_dir).count() == 3);
}

TEST_CASE("an index of an earlier schema is made anew by the next update") {
  const ScratchFolder folder;
  auto store = open_store(folder);
  import_records(store, make_options("source"), make_records(3));
  const std::string index_dir = folder.file("index");
  build(store, index_dir);
  put_schema(index_dir, indexer::kIndexSchema - 1);
  REQUIRE_THROWS_AS(indexer::Snapshot::open(index_dir), catalog::Error);
  REQUIRE(build(store, index_dir).written == 3);
  REQUIRE(indexer::Snapshot::open(index_dir).count() == 3);
}

TEST_CASE("a manifest that is no manifest is refused") {
  const ScratchFolder folder;
  for (const char* const text : {"", "{", "[]", "null", "\xff", R"({"schema": "1"})"}) {
    write_file(folder.file("manifest.json"), text);
    INFO(text);
    REQUIRE_THROWS_AS(indexer::find_manifest(folder.file("")), catalog::Error);
  }
}

}  // namespace kring::tests
