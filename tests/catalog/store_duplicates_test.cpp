// What does the catalogue promise about records of one activity? Only the public header is used.
#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/store/store.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::ActivityId;
using catalog::ActivityStore;
using catalog::DuplicateSet;
using catalog::FeedRecord;
using catalog::OpenMode;
using catalog::Revision;
using catalog::duplicates::LinkState;

const catalog::Author kEditor{"editor", "looked", "2026-11-22T09:00:00Z"};

ActivityStore make_store(const ScratchFolder& folder) {
  return ActivityStore::open(folder.file("catalog.db"), OpenMode::kCreateIfMissing);
}

// A group that meets on the given day of the week ("WE").
FeedRecord make_group(const std::string& key, const std::string& name, const std::string& day) {
  FeedRecord record = make_record(key, name);
  record.activity.organization.name = "Stichting De Waalkring";
  record.activity.description = name + " in de buurtkamer, met koffie en breiwerk.";
  catalog::Site site;
  site.street = "Populierenhof 20";
  site.postcode = "6544 TD";
  site.city = "Nijmegen";
  record.activity.sites = {site};
  catalog::Schedule schedule;
  schedule.rrule = "FREQ=WEEKLY;BYDAY=" + day;
  record.activity.schedules = {schedule};
  return record;
}

void fill(ActivityStore& store) {
  import_records(store, make_options("gids"),
                 {make_group("1", "Breiclub", "WE"), make_group("2", "Kookgroep Vlaams", "MO")});
  import_records(store, make_options("wijk"), {make_group("9", "Breiclub", "WE")});
}

std::vector<std::string> sources_of(const ActivityStore& store, const DuplicateSet& set) {
  std::vector<std::string> sources;
  for (const ActivityId& id : set.members) {
    sources.push_back(store.find(id)->source);
  }
  std::sort(sources.begin(), sources.end());
  return sources;
}

}  // namespace

TEST_CASE("an import links its records with those of other sources, and says so") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("gids"), {make_group("1", "Breiclub", "WE")});
  CHECK(store.duplicate_sets().empty());
  const auto report =
      import_records(store, make_options("wijk"), {make_group("9", "Breiclub", "WE")});
  REQUIRE(report.likely_duplicates.size() == 1);
  CHECK(report.likely_duplicates.front().first_name == "Breiclub");
  const std::vector<DuplicateSet> sets = store.duplicate_sets();
  REQUIRE(sets.size() == 1);
  CHECK(sources_of(store, sets.front()) == std::vector<std::string>{"gids", "wijk"});
  REQUIRE(sets.front().links.size() == 1);
  CHECK(sets.front().links.front().state == LinkState::kFound);
  CHECK(sets.front().links.front().who == kAuthor.who);
  CHECK_FALSE(sets.front().links.front().score.parts.empty());
  CHECK(store.find(sets.front().members.front())->representative == sets.front().representative);
}

TEST_CASE("a dry run tells likely duplicates and keeps nothing") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("gids"), {make_group("1", "Breiclub", "WE")});
  const Revision before = store.revision();
  auto options = make_options("wijk");
  options.mode = catalog::ImportMode::kDryRun;
  const auto report = import_records(store, options, {make_group("9", "Breiclub", "WE")});
  CHECK(report.likely_duplicates.size() == 1);
  CHECK(store.duplicate_sets().empty());
  CHECK(store.revision() == before);
}

TEST_CASE("of more duplicates than a report has room for the first are listed and all counted") {
  static constexpr int kGroups = 480;
  static constexpr int kListings = 7;  // of a group, linked two by two: 21 pairs
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  std::vector<FeedRecord> records;
  for (int number = 0; number < kGroups * kListings; ++number) {
    const std::string group = std::to_string(number / kListings);
    records.push_back(make_group(std::to_string(number), "Breiclub " + group, "WE"));
    records.back().activity.sites.front().street = "Populierenhof " + group;
    records.back().activity.sites.front().postcode = std::to_string(1'000 + number / kListings);
  }
  const auto report = import_records(store, make_options("gids"), records);
  std::vector<std::pair<ActivityId, ActivityId>> pairs;
  for (const DuplicateSet& set : store.duplicate_sets()) {
    for (const catalog::DuplicateLink& link : set.links)
      pairs.emplace_back(link.first, link.second);
  }
  std::sort(pairs.begin(), pairs.end());
  CHECK(report.found_duplicates == pairs.size());
  REQUIRE(pairs.size() > catalog::kMaxListed);
  REQUIRE(report.likely_duplicates.size() == catalog::kMaxListed);
  CHECK(std::equal(report.likely_duplicates.begin(), report.likely_duplicates.end(), pairs.begin(),
                   [](const catalog::LikelyDuplicate& listed, const auto& pair) {
                     return std::pair(listed.link.first, listed.link.second) == pair;
                   }));
}

TEST_CASE("a feed that gives its record a new id makes no second activity") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  auto partial = make_options("gids", catalog::Completeness::kPartial);
  import_records(store, partial, {make_group("old", "Breiclub", "WE")});
  import_records(store, partial, {make_group("new", "Breiclub", "WE")});
  CHECK(store.duplicate_sets().size() == 1);
}

TEST_CASE("members of a new set get a revision, and the same feed again none") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("gids"), {make_group("1", "Breiclub", "WE")});
  const Revision before = store.revision();
  import_records(store, make_options("wijk"), {make_group("9", "Breiclub", "WE")});
  std::size_t changed = 0;
  store.for_each_changed(before, [&](const catalog::ChangedActivity&) { ++changed; });
  CHECK(changed == 2);
  const Revision after = store.revision();
  import_records(store, make_options("wijk"), {make_group("9", "Breiclub", "WE")});
  CHECK(store.revision() == after);
}

TEST_CASE("when the representative goes, the others are told and stand for themselves") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  fill(store);
  const DuplicateSet set = store.duplicate_sets().at(0);
  const std::string source = store.find(set.representative)->source;
  const Revision before = store.revision();
  import_records(store, make_options(source), {});
  CHECK(store.duplicate_sets().empty());
  std::vector<ActivityId> touched;
  store.for_each_changed(
      before, [&](const catalog::ChangedActivity& changed) { touched.push_back(changed.id); });
  for (const ActivityId& id : set.members) {
    CHECK(std::find(touched.begin(), touched.end(), id) != touched.end());
    if (id != set.representative) CHECK_FALSE(store.find(id)->representative);
  }
}

TEST_CASE("what a person took apart is never linked again, whatever is imported") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  fill(store);
  const std::vector<ActivityId> members = store.duplicate_sets().at(0).members;
  store.decide_duplicates(members, LinkState::kRejected, kEditor);
  CHECK(store.duplicate_sets().empty());
  FeedRecord again = make_group("9", "Breiclub", "WE");
  again.activity.email = "nieuw@example.org";
  const auto report = import_records(store, make_options("wijk"), {again});
  CHECK(report.changed == 1);
  CHECK(report.likely_duplicates.empty());
  CHECK(store.duplicate_sets().empty());
  store.find_duplicates(kEditor);
  CHECK(store.duplicate_sets().empty());
}

TEST_CASE("a person puts together what the comparison did not, and it outlives imports") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("gids"),
                 {make_group("1", "Breiclub", "WE"), make_group("2", "Kookgroep Vlaams", "MO")});
  CHECK(store.duplicate_sets().empty());
  std::vector<ActivityId> ids;
  store.for_each([&](const catalog::StoredActivity& stored) { ids.push_back(stored.activity.id); });
  store.decide_duplicates(ids, LinkState::kConfirmed, kEditor);
  REQUIRE(store.duplicate_sets().size() == 1);
  CHECK(store.duplicate_sets().front().links.front().who == "editor");
  CHECK(store.duplicate_sets().front().links.front().at == kEditor.at);
  FeedRecord changed = make_group("2", "Kookgroep Waals", "MO");
  import_records(store, make_options("gids"), {make_group("1", "Breiclub", "WE"), changed});
  CHECK(store.duplicate_sets().size() == 1);
}

TEST_CASE("who put records together and took them apart stands in their log") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  fill(store);
  const std::vector<ActivityId> members = store.duplicate_sets().at(0).members;
  store.decide_duplicates(members, LinkState::kRejected, kEditor);
  const catalog::Change last = store.changes_of(members.front()).back();
  CHECK(last.author.who == "editor");
  CHECK(last.kind == catalog::ChangeKind::kChanged);
  CHECK(last.fields == std::vector<std::string>{"duplicates"});
}

TEST_CASE("comparing everything anew finds what the imports found") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  fill(store);
  const std::vector<DuplicateSet> before = store.duplicate_sets();
  const Revision revision = store.revision();
  store.find_duplicates(kEditor);
  REQUIRE(store.duplicate_sets().size() == before.size());
  CHECK(store.duplicate_sets().front().members == before.front().members);
  CHECK(store.revision() == revision);
}

TEST_CASE(
    "who can tell what records are about compares a catalogue anew that another opened without") {
  const ScratchFolder folder;
  FeedRecord bare = make_group("9", "Breiclub", "WE");
  bare.activity.sites.clear();
  bare.activity.schedules.clear();
  bare.activity.description.clear();
  {
    ActivityStore store = make_store(folder);
    import_records(store, make_options("gids"), {make_group("1", "Breiclub", "WE")});
    import_records(store, make_options("wijk"), {bare});
    REQUIRE(store.duplicate_sets().empty());
  }
  const auto tell = [](const catalog::Activity& activity) {
    return catalog::duplicates::Subjects(activity.name == "Breiclub" ? 1 : 2);
  };
  auto store = ActivityStore::open(folder.file("catalog.db"), OpenMode::kReadWrite, {"1", tell});
  import_records(store, make_options("buur"), {make_group("5", "Kookgroep Vlaams", "MO")});
  REQUIRE(store.duplicate_sets().size() == 1);
  CHECK(store.duplicate_sets().front().members.size() == 2);
}

TEST_CASE("the order of records and of imports changes no set") {
  static constexpr unsigned kSeed = 20261126;
  std::mt19937 random(kSeed);
  std::vector<std::vector<ActivityId>> first;
  for (int round = 0; round < 4; ++round) {
    std::vector<FeedRecord> records;
    for (int i = 0; i < 12; ++i) {
      const std::string name = i % 3 == 0 ? "Breiclub" : "Schaken " + std::to_string(i / 2);
      records.push_back(make_group(std::to_string(i), name, i % 4 < 2 ? "WE" : "FR"));
    }
    std::shuffle(records.begin(), records.end(), random);
    const ScratchFolder folder;
    ActivityStore store = make_store(folder);
    const auto half = records.begin() + 6;
    const auto partial = make_options("gids", catalog::Completeness::kPartial);
    import_records(store, partial, {records.begin(), half});
    import_records(store, partial, {half, records.end()});
    std::vector<std::vector<ActivityId>> members;
    for (const DuplicateSet& set : store.duplicate_sets()) {
      members.push_back(set.members);
    }
    INFO("seed " << kSeed << ", round " << round);
    if (round == 0) first = members;
    CHECK_FALSE(members.empty());
    CHECK(members == first);
  }
}

}  // namespace kring::tests
