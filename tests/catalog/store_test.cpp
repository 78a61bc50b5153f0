// What does the catalogue promise to who keeps activities in it? Only the public header is used.
#include "catalog/store/store.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/embedded.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::ActivityId;
using catalog::ActivityStore;
using catalog::ChangedActivity;
using catalog::ChangeKind;
using catalog::Completeness;
using catalog::ImportReport;
using catalog::OpenMode;
using catalog::Revision;

ActivityStore make_store(const ScratchFolder& folder) {
  return ActivityStore::open(folder.file("catalog.db"), OpenMode::kCreateIfMissing);
}

std::vector<ActivityId> ids_of(const ActivityStore& store) {
  std::vector<ActivityId> ids;
  store.for_each([&](const catalog::StoredActivity& stored) { ids.push_back(stored.activity.id); });
  return ids;
}

const std::string kUuid = "0b5e4d2a-6c1f-4b57-9a3e-d1f2c8a7e604";

}  // namespace

TEST_CASE("a new catalogue carries the program's vocabulary and weights, and a name of its own") {
  const ScratchFolder folder;
  const ActivityStore store = make_store(folder);
  CHECK(store.document(catalog::DocumentKind::kVocabulary).text == catalog::embedded_vocabulary());
  CHECK(store.document(catalog::DocumentKind::kWeights).text == catalog::embedded_weights());
  const ActivityStore other =
      ActivityStore::open(folder.file("other.db"), OpenMode::kCreateIfMissing);
  CHECK(store.identity() != other.identity());
  CHECK(store.identity()
        == ActivityStore::open(folder.file("catalog.db"), OpenMode::kReadOnly).identity());
}

TEST_CASE("the same feed a second time changes nothing") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  const std::vector records = {make_record("a", "Koffie"), make_record("b", "Wandelen")};
  const ImportReport first = import_records(store, make_options("wijk"), records);
  CHECK(first.read == 2);
  CHECK(first.added == 2);
  CHECK(first.revision == store.revision());
  const Revision before = store.revision();
  const ImportReport second = import_records(store, make_options("wijk"), records);
  CHECK(second.unchanged == 2);
  CHECK(second.added + second.changed + second.removed == 0);
  CHECK(store.revision() == before);
}

TEST_CASE("a changed record is one revision that names who, when and the fields") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("wijk"),
                 {make_record("a", "Koffie"), make_record("b", "Soep")});
  const Revision before = store.revision();
  const ImportReport report = import_records(
      store, make_options("wijk"), {make_record("a", "Koffie en thee"), make_record("b", "Soep")});
  CHECK(report.changed == 1);
  CHECK(report.unchanged == 1);
  CHECK(store.revision().number == before.number + 1);
  std::vector<ChangedActivity> changed;
  store.for_each_changed(before, [&](const ChangedActivity& one) { changed.push_back(one); });
  REQUIRE(changed.size() == 1);
  REQUIRE(changed[0].stored);
  CHECK(changed[0].stored->activity.name == "Koffie en thee");
  CHECK(changed[0].stored->revision == store.revision());
  const std::vector<catalog::Change> log = store.changes_of(changed[0].id);
  REQUIRE(log.size() == 2);
  CHECK(log[0].kind == ChangeKind::kAdded);
  CHECK(log[1].kind == ChangeKind::kChanged);
  CHECK(log[1].fields == std::vector<std::string>{"name"});
  CHECK(log[1].author.at == kAuthor.at);
  CHECK(log[1].source == "wijk");
}

TEST_CASE("what a complete feed no longer names becomes a tombstone, and comes back as itself") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("wijk"),
                 {make_record("a", "Koffie"), make_record("b", "Soep")});
  const ActivityId id = ids_of(store).front();
  const std::string key = store.find(id)->feed_key;
  const std::string other = key == "a" ? "b" : "a";
  const Revision before = store.revision();
  const ImportReport gone = import_records(store, make_options("wijk"),
                                           {make_record(other, other == "a" ? "Koffie" : "Soep")});
  CHECK(gone.removed == 1);
  CHECK(gone.unchanged == 1);
  CHECK(!store.find(id));
  CHECK(store.count() == 1);
  CHECK(store.sources().at(0).removed == 1);
  std::vector<ChangedActivity> changed;
  store.for_each_changed(before, [&](const ChangedActivity& one) { changed.push_back(one); });
  REQUIRE(changed.size() == 1);
  CHECK(!changed[0].stored);
  const ImportReport back = import_records(store, make_options("wijk"),
                                           {make_record("a", "Koffie"), make_record("b", "Soep")});
  CHECK(back.added == 1);
  CHECK(store.find(id));
  CHECK(store.changes_of(id).back().kind == ChangeKind::kAdded);
}

TEST_CASE("a partial feed removes only what it deletes") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("wijk"),
                 {make_record("a", "Koffie"), make_record("b", "Soep"), make_record("c", "Taal")});
  const auto session = store.begin_import(make_options("wijk", Completeness::kPartial));
  session->remove("b");
  session->remove("nooit gezien");
  const ImportReport report = session->finish();
  CHECK(report.read == 2);
  CHECK(report.removed == 1);
  CHECK(store.count() == 2);
}

TEST_CASE("a feed may turn out to be partial, and its source to have a name, while it is read") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("wijk"),
                 {make_record("a", "Koffie"), make_record("b", "Soep")});
  const auto session = store.begin_import(make_options(""));
  session->add(make_record("a", "Koffie"));
  session->set_source("wijk");
  session->mark_partial();
  const ImportReport report = session->finish();
  CHECK(report.source == "wijk");
  CHECK(report.unchanged == 1);
  CHECK(report.removed == 0);
}

TEST_CASE("an import of one source never touches another") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("wijk"), {make_record("a", "Koffie")});
  const ImportReport report =
      import_records(store, make_options("stad"), {make_record("a", "Zwemmen")});
  CHECK(report.added == 1);
  CHECK(report.removed == 0);
  CHECK(store.count() == 2);
}

TEST_CASE("a record that is there but bad stays as it was") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("wijk"),
                 {make_record("a", "Koffie"), make_record("b", "Soep")});
  const auto session = store.begin_import(make_options("wijk"));
  session->add(make_record("a", "Koffie"));
  session->reject({"b", {"missing_name", "/name", {"geen naam", "no name"}}});
  const ImportReport report = session->finish();
  CHECK(report.removed == 0);
  CHECK(report.rejected.count() == 1);
  CHECK(report.read == 2);
  CHECK(store.count() == 2);
}

TEST_CASE("an id that is a uuid is kept in small letters; any other is made of source and key") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(
      store, make_options("wijk"),
      {make_record("0B5E4D2A-6C1F-4B57-9A3E-D1F2C8A7E604", "Koffie"), make_record("a", "Soep")});
  REQUIRE(store.find(ActivityId{kUuid}));
  // uuid v5 of "wijk\na" in the namespace of catalog/store/identity.h, by Python's uuid.uuid5.
  CHECK(store.find(ActivityId{"d183b23a-4c89-59b4-a9c5-4eb33bf416de"}));
}

TEST_CASE("a uuid that another source has already is not taken") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("wijk"), {make_record(kUuid, "Koffie")});
  import_records(store, make_options("stad"), {make_record(kUuid, "Zwemmen")});
  CHECK(store.count() == 2);
  CHECK(store.find(ActivityId{kUuid})->source == "wijk");
  const ImportReport again =
      import_records(store, make_options("stad"), {make_record(kUuid, "Zwemmen")});
  CHECK(again.unchanged == 1);
}

TEST_CASE("of records with one key the last counts, and every time the same") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  const std::vector records = {make_record("a", "Koffie"), make_record("a", "Thee")};
  const ImportReport first = import_records(store, make_options("wijk"), records);
  CHECK(first.read == 2);
  CHECK(first.added == 1);
  CHECK(first.folded == 1);
  const ImportReport second = import_records(store, make_options("wijk"), records);
  CHECK(second.unchanged == 1);
  CHECK(second.changed == 0);
  CHECK(store.find(ids_of(store).front())->activity.name == "Thee");
}

TEST_CASE("an import that is not finished leaves the catalogue as it was") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("wijk"), {make_record("a", "Koffie")});
  const Revision before = store.revision();
  {
    const auto session = store.begin_import(make_options("wijk"));
    session->add(make_record("b", "Soep"));
  }
  CHECK(store.revision() == before);
  CHECK(store.count() == 1);
  CHECK(import_records(store, make_options("wijk"), {make_record("a", "Koffie")}).unchanged == 1);
}

TEST_CASE("a dry run reports the same and keeps nothing") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  import_records(store, make_options("wijk"), {make_record("a", "Koffie")});
  const Revision before = store.revision();
  catalog::ImportOptions options = make_options("wijk");
  options.mode = catalog::ImportMode::kDryRun;
  const ImportReport report = import_records(store, options, {make_record("b", "Soep")});
  CHECK(report.added == 1);
  CHECK(report.removed == 1);
  CHECK(report.revision == before);
  CHECK(store.revision() == before);
  CHECK(store.count() == 1);
}

TEST_CASE("the source's document is kept whole, with its order and its spelling of numbers") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  catalog::FeedRecord record = make_record("a", "Koffie");
  record.document = *catalog::parse_json(R"({"z":1.50,"a":[1e3,null],"ü":"€"})");
  import_records(store, make_options("wijk"), {record});
  CHECK(store.find(ids_of(store).front())->document == R"({"z":1.50,"a":[1e3,null],"ü":"€"})");
  CHECK(store.find(ids_of(store).front())->format == "hsds");
}

TEST_CASE("places are added and replaced as one revision, and none where nothing differs") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  CHECK(store.places_revision().number == 0);
  const catalog::Place nijmegen{6512, "Nijmegen", "Nijmegen", "GM0268", {51.84, 5.85}, false};
  const catalog::Place lent{6663, "Lent", "Nijmegen", "GM0268", {51.86, 5.86}, false};
  store.put_places({nijmegen, lent}, kAuthor);
  const Revision first = store.places_revision();
  CHECK(first == store.revision());
  store.put_places({lent}, kAuthor);
  CHECK(store.revision() == first);
  catalog::Place moved = lent;
  moved.point.latitude = 51.87;
  store.put_places({moved}, kAuthor);
  CHECK(store.places_revision().number == first.number + 1);
  CHECK(store.places() == std::vector{nijmegen, moved});
}

TEST_CASE("a document is a new revision only where its text differs") {
  const ScratchFolder folder;
  ActivityStore store = make_store(folder);
  const Revision before = store.revision();
  store.put_document(catalog::DocumentKind::kWeights, std::string(catalog::embedded_weights()),
                     kAuthor);
  CHECK(store.revision() == before);
  store.put_document(catalog::DocumentKind::kWeights, "{}", kAuthor);
  CHECK(store.document(catalog::DocumentKind::kWeights).revision.number == before.number + 1);
}

TEST_CASE("the vocabulary of an older program is renewed, one that someone edited stays") {
  const ScratchFolder folder;
  const std::string path = folder.file("kring.db");
  const auto put = [&path](const char* who) {
    auto store = ActivityStore::open(path, OpenMode::kCreateIfMissing);
    store.put_document(catalog::DocumentKind::kVocabulary, "[]", {who, "test", ""});
  };
  const auto reopened = [&path] {
    return ActivityStore::open(path, OpenMode::kReadWrite)
        .document(catalog::DocumentKind::kVocabulary)
        .text;
  };
  put("kring");
  CHECK(reopened() == catalog::embedded_vocabulary());
  put("editor");
  CHECK(reopened() == "[]");
}

}  // namespace kring::tests
