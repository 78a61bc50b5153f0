// On what terms may records be passed on, and does a follower of the catalogue see it when they
// change?
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::ActivityStore;
using catalog::Answer;
using catalog::SourceTerms;

SourceTerms with_licence(const std::string& licence) {
  SourceTerms terms;
  terms.licence = licence;
  return terms;
}

void import_with(ActivityStore& store, const SourceTerms& terms) {
  const auto session = store.begin_import(make_options("bron"));
  session->add(make_record("a", "Eetclub"));
  session->add(make_record("b", "Wandelen"));
  session->set_terms(terms);
  session->finish();
}

}  // namespace

TEST_CASE(
    "a licence that forbids passing on, or changed copies, is heeded unless somebody decided") {
  for (const char* licence : {"", "CC0 1.0", "https://creativecommons.org/licenses/by/4.0/",
                              "CC BY-NC-SA 4.0", "Open Government Licence - Toronto"}) {
    INFO(licence);
    CHECK(catalog::may_pass_on(with_licence(licence)));
  }
  for (const char* licence :
       {"All rights reserved", "Alle rechten voorbehouden",
        "https://creativecommons.org/licenses/by-nd/4.0/", "CC BY-NC-ND 4.0", "proprietary"}) {
    INFO(licence);
    CHECK(!catalog::may_pass_on(with_licence(licence)));
  }
  SourceTerms decided = with_licence("All rights reserved");
  decided.may_pass_on = Answer::kYes;
  CHECK(catalog::may_pass_on(decided));
  decided = with_licence("CC0");
  decided.may_pass_on = Answer::kNo;
  CHECK(!catalog::may_pass_on(decided));
}

TEST_CASE("what an import does not say of a source's terms stays as it was") {
  const ScratchFolder folder;
  ActivityStore store =
      ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  CHECK(store.source_terms().empty());
  import_with(store, {"", "Gemeente", "CC0", "Bron: Gemeente", Answer::kNo});
  const catalog::Revision before = store.revision();
  import_with(store, {});
  CHECK(store.revision() == before);
  import_with(store, with_licence("CC BY 4.0"));
  CHECK(store.source_terms()
        == std::vector<SourceTerms>{
            {"bron", "Gemeente", "CC BY 4.0", "Bron: Gemeente", Answer::kNo}});
}

TEST_CASE("new terms are a change of each record of their source, in the order of the log") {
  const ScratchFolder folder;
  ActivityStore store =
      ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  import_records(store, make_options("other"), {make_record("c", "Zingen")});
  import_with(store, {});
  const catalog::Revision before = store.revision();
  import_with(store, with_licence("CC0"));
  const auto changes = store.changes_after(before, 10);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].revision < changes[1].revision);
  CHECK(changes[0].source == "bron");
  CHECK(changes[0].stored.has_value());
  CHECK(store.changes_of(changes[0].id).back().fields == std::vector<std::string>{"terms"});
  CHECK(store.time_of(changes[0].revision) == kAuthor.at);
}

TEST_CASE(
    "changes come in the order of their revisions, a page at a time, removals without a record") {
  const ScratchFolder folder;
  ActivityStore store =
      ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  import_records(store, make_options("bron"),
                 {make_record("b", "Zingen"), make_record("a", "Lopen"), make_record("c", "Eten")});
  import_records(store, make_options("bron"),
                 {make_record("a", "Lopen"), make_record("c", "Eten")});
  const auto first = store.changes_after({}, 2);
  REQUIRE(first.size() == 2);
  CHECK(first[0].stored->activity.name == "Lopen");
  const auto rest = store.changes_after(first.back().revision, 2);
  REQUIRE(rest.size() == 1);
  CHECK(!rest[0].stored);
  CHECK(rest[0].revision == store.revision());
  CHECK(store.changes_after(store.revision(), 2).empty());
}

}  // namespace kring::tests
