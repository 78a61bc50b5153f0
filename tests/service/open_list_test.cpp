// Does the list of the open APIs find what a filter asks, and follow its catalogue?
#include "service/commands/open_list.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/formats/formats.h"
#include "service/commands/open_list_pages.h"
#include "service/commands/store_open_data.h"
#include "tests/bench/random.h"
#include "tests/catalog/scratch.h"
#include "tests/service/open_list_oracle.h"
#include "tests/service/open_rooms.h"

namespace kring::service::tests {
namespace {

using bench::Random;
using Ids = std::vector<std::string>;

constexpr int kRows = 120;
constexpr int kFilters = 400;
constexpr int kWords = 12;  ///< few, so that many rows share them
constexpr OpenSpan kAll = {0, 100'000};
const std::string kOwnTaxonomy = "kring";  // NOLINT(cert-err58-cpp): a short text

std::optional<catalog::Minutes> some_time(Random& random) {
  if (random.chance(20)) return std::nullopt;
  return catalog::Minutes{random.between(8, 22) * 60};
}

std::vector<OpenHours> some_hours(Random& random) {
  std::vector<OpenHours> hours(random.below(3));
  for (OpenHours& one : hours) {
    one = {static_cast<std::uint8_t>(random.below(128)), some_time(random), some_time(random)};
  }
  return hours;
}

std::vector<std::uint32_t> some_words(Random& random, std::size_t most) {
  std::string text;
  for (std::size_t left = random.below(most + 1); left > 0; --left)
    text += "woord" + std::to_string(random.below(kWords)) + " ";
  return hash_words(text);
}

Ids some_names(Random& random, const std::string& kind) {
  Ids names;
  for (std::size_t left = random.below(3); left > 0; --left)
    names.push_back(kind + std::to_string(random.below(4)));
  return names;
}

OpenSiteRow some_site(Random& random) {
  OpenSiteRow site;
  site.id = "site" + std::to_string(random.below(kRows));  // some are of two services
  if (random.chance(80)) site.postcode4 = random.between(6500, 6504);
  if (random.chance(60)) site.municipality = random.chance(50) ? "Nijmegen" : "Arnhem";
  if (random.chance(70)) site.point = {51.8 + random.between(0, 9) * 0.01, 5.8};
  site.hours = random.chance(50) ? some_hours(random) : std::vector<OpenHours>{};
  return site;
}

OpenServiceRow some_row(int number, Random& random) {
  OpenServiceRow row;
  row.service = {"service" + std::to_string(number * 7919 % 1000), "naam", "active", "2026-01-01"};
  if (random.chance(80)) row.organization_id = "org" + std::to_string(random.below(20));
  row.modified = random.between(0, 100);
  if (random.chance(60)) row.minimum_age = random.between(0, 80);
  if (random.chance(60)) row.maximum_age = random.between(20, 100);
  row.words = some_words(random, 8);
  row.terms = some_names(random, "term");
  row.taxonomies = some_names(random, "taxonomy");
  row.areas = some_names(random, "gebied");
  row.hours = some_hours(random);
  row.sites.resize(random.below(4));
  for (OpenSiteRow& site : row.sites)
    site = some_site(random);
  return row;
}

void ask_of_times(Random& random, OpenFilter& filter) {
  if (random.chance(20)) filter.start_time = catalog::Minutes{random.between(8, 22) * 60};
  if (random.chance(20)) filter.end_time = catalog::Minutes{random.between(8, 22) * 60};
  if (random.chance(20)) filter.day = static_cast<std::uint8_t>(1U << random.below(7));
}

void ask_of_places(Random& random, OpenFilter& filter) {
  if (!random.chance(40)) return;
  filter.near = catalog::Place{6502, "Nijmegen",   random.chance(80) ? "Nijmegen" : "",
                               "",   {51.84, 5.8}, false};
  filter.area_names = {"gebied1", "gebied3"};
  if (random.chance(50)) filter.proximity = catalog::Meters{random.between(0, 6) * 1000.0};
}

OpenFilter some_filter(Random& random) {
  OpenFilter filter;
  filter.own_taxonomy_id = kOwnTaxonomy;
  filter.own_terms = [](const std::string& id) {
    return id.size() % 2 == 0 ? Ids{"term3"} : Ids{};
  };
  if (random.chance(30)) filter.words = some_words(random, 2);
  if (random.chance(15)) filter.organization_id = "org" + std::to_string(random.below(20));
  if (random.chance(20)) filter.taxonomy_term_id = "term" + std::to_string(random.below(4));
  if (random.chance(20)) filter.taxonomy_id = random.chance(50) ? kOwnTaxonomy : "taxonomy1";
  if (random.chance(20)) filter.modified_after = random.between(0, 100);
  if (random.chance(15)) filter.minimum_age = random.between(0, 80);
  if (random.chance(15)) filter.maximum_age = random.between(20, 100);
  ask_of_times(random, filter);
  ask_of_places(random, filter);
  return filter;
}

Ids places_of(const OpenSitePage& page) {
  Ids places;
  places.reserve(page.sites.size());
  for (const OpenSite& site : page.sites)
    places.push_back(site.service_id + "/" + std::to_string(site.place));
  return places;
}

void put_all(const std::string& path, const std::vector<OpenServiceRow>& rows) {
  OpenListWriter writer(path);
  OpenListWriter::Update update(writer);
  for (const OpenServiceRow& row : rows) {
    update.remove(row.service.id);
    update.put(row);
  }
  update.commit({"catalogue", {1}, {1}});
}

std::vector<OpenServiceRow> some_rows(std::uint64_t seed) {
  Random random(seed);
  std::vector<OpenServiceRow> rows;
  rows.reserve(kRows);
  for (int number = 0; number < kRows; ++number)
    rows.push_back(some_row(number, random));
  return rows;
}

/// A catalogue with its list, as a service has it.
struct Followed {
  Followed() { import(make_services()); }

  void import(const std::string& services) {
    const auto session = store.begin_import({.source = "bron",
                                             .completeness = catalog::Completeness::kComplete,
                                             .mode = catalog::ImportMode::kWrite,
                                             .author = {"test", "", "2026-11-21T20:41:00Z"}});
    const std::vector<catalog::FeedFile> files = {{"services.json", services}};
    REQUIRE(catalog::find_format("hsds")->read(files, *session));
    session->finish();
  }

  kring::tests::ScratchFolder folder;
  std::string catalog = folder.file("catalog.db");
  std::string list = folder.file("index/open.db");
  catalog::ActivityStore store =
      catalog::ActivityStore::open(catalog, catalog::OpenMode::kCreateIfMissing);
  StoreOpenData data = StoreOpenData(catalog, list);
};

Ids ids_of(const OpenData& data) {
  return data.find_services({}, kAll).ids;
}

}  // namespace

TEST_CASE("the list finds what judging every service and site one by one finds") {
  const kring::tests::ScratchFolder folder;
  const std::uint64_t seed = 20261127;
  const std::vector<OpenServiceRow> rows = some_rows(seed);
  put_all(folder.file("open.db"), some_rows(seed + 1));  // what is replaced leaves no trace
  put_all(folder.file("open.db"), rows);
  const auto list = open_list(folder.file("open.db"));
  Random random(seed);
  for (int number = 0; number < kFilters; ++number) {
    CAPTURE(seed, number);
    const OpenFilter filter = some_filter(random);
    OpenFilter of_services = filter;  // nearness is asked of sites
    of_services.near.reset();
    CHECK(find_services(*list, of_services, kAll).ids == judge_services(rows, of_services));
    CHECK(find_organizations(*list, of_services, kAll).ids
          == judge_organizations(rows, of_services));
    CHECK(places_of(find_sites(*list, filter, kAll)) == judge_sites(rows, filter));
  }
}

TEST_CASE("a page of the list holds its part, and says how many there are in all") {
  const kring::tests::ScratchFolder folder;
  const std::vector<OpenServiceRow> rows = some_rows(7);
  put_all(folder.file("open.db"), rows);
  const auto list = open_list(folder.file("open.db"));
  OpenFilter filter;
  filter.modified_after = 50;
  const Ids all = judge_services(rows, filter);
  REQUIRE(all.size() > 20);
  const OpenPage page = find_services(*list, filter, {10, 15});
  CHECK(page.total == all.size());
  CHECK(page.ids == Ids(all.begin() + 10, all.begin() + 15));
  CHECK(find_services(*list, filter, {all.size(), all.size() + 10}).ids.empty());
  CHECK(find_sites(*list, {}, {0, 3}).sites.size() == 3);
  CHECK(find_organizations(*list, {}, {0, 3}).ids.size() == 3);
}

TEST_CASE("a search of as many words as a query may hold is answered") {
  const kring::tests::ScratchFolder folder;
  put_all(folder.file("open.db"), some_rows(7));
  const auto list = open_list(folder.file("open.db"));
  std::string text;
  for (int word = 0; text.size() < 400; ++word)
    text += static_cast<char>('a' + word % 26) + std::string(" ") + std::to_string(word) + " ";
  OpenFilter filter;
  filter.words = hash_words(text);
  CHECK(filter.words.size() > 100);
  CHECK(find_services(*list, filter, kAll).total == 0);
}

TEST_CASE("a service that begins again takes over the list that it left") {
  Followed followed;
  CHECK(followed.data.refresh());
  CHECK_FALSE(followed.data.refresh());
  const auto written = std::filesystem::last_write_time(followed.list);
  StoreOpenData next(followed.catalog, followed.list);
  CHECK(next.snapshot() == nullptr);
  CHECK(next.refresh());
  CHECK(ids_of(next) == Ids{kEatingClub, kWalking, kSinging});
  CHECK(std::filesystem::last_write_time(followed.list) == written);
}

TEST_CASE("a list that is lost, or of another catalogue, is made anew") {
  Followed followed;
  followed.data.refresh();
  std::filesystem::remove_all(std::filesystem::path(followed.list).parent_path());
  CHECK(followed.data.refresh());
  CHECK(ids_of(followed.data) == Ids{kEatingClub, kWalking, kSinging});
  const Followed other;
  StoreOpenData moved(other.catalog, followed.list);
  CHECK(moved.refresh());
  CHECK(ids_of(moved).size() == 3);
}

TEST_CASE("a list that is ahead of a catalogue that was put back is made anew") {
  Followed followed;
  const std::string kept = followed.folder.file("kept.db");
  std::filesystem::copy_file(followed.catalog, kept);
  std::filesystem::copy_file(followed.catalog + "-wal", kept + "-wal");
  followed.import(R"([{"id":"x","name":"Later","status":"active"}])");
  followed.data.refresh();
  REQUIRE(ids_of(followed.data).size() == 1);
  StoreOpenData restored(kept, followed.list);
  CHECK(restored.refresh());
  CHECK(ids_of(restored) == Ids{kEatingClub, kWalking, kSinging});
}

TEST_CASE("a list that is damaged is made anew at the next start, and a foreign file stays") {
  Followed followed;
  {
    StoreOpenData before(followed.catalog, followed.list);
    before.refresh();
  }
  std::string bytes = kring::tests::read_file(followed.list);
  constexpr std::size_t header = 4'096;
  REQUIRE(bytes.size() > 2 * header);
  std::fill(bytes.begin() + header, bytes.end(), '\xff');
  kring::tests::write_file(followed.list, bytes);
  StoreOpenData next(followed.catalog, followed.list);
  CHECK(next.refresh());
  CHECK(ids_of(next) == Ids{kEatingClub, kWalking, kSinging});
  const kring::tests::ScratchFolder folder;
  const std::string foreign(2 * header, 'x');
  kring::tests::write_file(folder.file("open.db"), foreign);
  StoreOpenData beside(followed.catalog, folder.file("open.db"));
  CHECK_THROWS_AS(beside.refresh(), catalog::Error);
  CHECK(kring::tests::read_file(folder.file("open.db")) == foreign);
}

TEST_CASE("a new postcode table moves the sites that the catalogue did not change") {
  Followed followed;
  followed.data.refresh();
  OpenFilter filter;
  filter.near = catalog::Place{6512, "Nijmegen", "Nijmegen", "GM0268", {51.842, 5.852}, false};
  filter.proximity = catalog::Meters{100};
  CHECK(followed.data.find_sites(filter, kAll).total == 0);
  followed.store.put_places({*filter.near}, {"test", "places", "2026-11-20T09:00:00Z"});
  CHECK(followed.data.refresh());
  CHECK(followed.data.find_sites(filter, kAll).total == 1);
}

TEST_CASE("a list that was replaced many times over is made anew, and finds the same") {
  const kring::tests::ScratchFolder folder;
  const std::string path = folder.file("open.db");
  OpenServiceRow row = some_rows(7).front();
  {
    OpenListWriter writer(path);
    OpenListWriter::Update update(writer);
    for (int turn = 0; turn < 11'000; ++turn) {
      update.remove(row.service.id);
      update.put(row);
    }
    update.commit({"catalogue", {1}, {1}});
  }
  OpenListWriter writer(path);
  CHECK(writer.is_worn());
  OpenListWriter::Update update(writer);
  update.clear();
  update.put(row);
  update.commit({"catalogue", {2}, {1}});
  CHECK_FALSE(writer.is_worn());
  CHECK(writer.state() == OpenListState{"catalogue", {2}, {1}});
  OpenFilter filter;
  filter.words = row.words;
  CHECK(find_services(*open_list(path), filter, kAll).ids == Ids{row.service.id});
}

TEST_CASE("a service that is asked to stop leaves the list as it was") {
  Followed followed;
  std::stop_source stopped;
  stopped.request_stop();
  CHECK_THROWS_AS(followed.data.refresh(stopped.get_token()), catalog::Error);
  CHECK(followed.data.snapshot() == nullptr);
  CHECK(OpenListWriter(followed.list).state() == OpenListState{});
}

TEST_CASE("a file of another program is not taken for a list, and a damaged one says what helps") {
  const kring::tests::ScratchFolder folder;
  const std::string path = folder.file("open.db");
  catalog::ActivityStore::open(path, catalog::OpenMode::kCreateIfMissing);
  CHECK_THROWS_WITH(OpenListWriter(path), Catch::Contains("is not of Kring"));
  kring::tests::write_file(folder.file("text.db"), "this is no database, whatever it is called");
  CHECK_THROWS_WITH(OpenListWriter(folder.file("text.db")), Catch::Contains("is not of Kring"));
  CHECK_THROWS_WITH(open_list(folder.file("absent.db")), Catch::Contains("makes it anew"));
}

}  // namespace kring::service::tests
