// In which batches are the pages of a feed handed to their importer?
#include "service/commands/page_import.h"

#include <string>

#include <catch2/catch.hpp>

#include "tests/catalog/scratch.h"
#include "tests/catalog/zip_builder.h"
#include "tests/service/open_rooms.h"

namespace kring::service::tests {
namespace {

/// What reading a page of `filler` (packed) and then a page of services says; "" where it is read.
std::string fault_of(const std::string& filler) {
  const kring::tests::ScratchFolder folder;
  auto store =
      catalog::ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  catalog::KeptFeed feed;
  feed.source = "bron";
  store.add_feed_page(feed,
                      {"https://example.org/1", kring::tests::make_zip({{"other.json", filler}})});
  store.add_feed_page(feed, {"https://example.org/2", make_services()});
  PageImport import;
  import.source = "bron";
  import.series = {"bron"};
  import.author = {"test", "", "2026-11-21T20:41:00Z"};
  const auto report = import_pages(store, store, import);
  return report ? "" : report.error().front().code;
}

/// A document of no format, of that many bytes and more. It packs well, but not suspiciously.
std::string make_filler(std::size_t bytes) {
  std::string text = R"({"filler":")";
  for (std::size_t number = 0; text.size() < bytes; ++number)
    text += std::to_string(number * number) + std::string(100, ' ');
  return text + "\"}";
}

std::string make_change(const std::string& id, const std::string& attribution) {
  return R"({"next":"https://example.org/2","license":"https://example.org/terms","items":[{
    "state":"updated","kind":"Activity","id":")"
         + id + R"(","modified":1,"data":{"@type":"Event","name":"Soep","data_source":{
    "licence":"CC0","attribution":")"
         + attribution + R"("}}}]})";
}

/// The terms of the source after its feed's page `page` came too.
catalog::SourceTerms terms_after(catalog::ActivityStore& store, const std::string& page) {
  catalog::KeptFeed feed;
  feed.source = "bron";
  store.add_feed_page(feed, {"https://example.org/1", page});
  PageImport import;
  import.source = "bron";
  import.series = {"bron"};
  import.author = {"test", "", "2026-11-21T20:41:00Z"};
  REQUIRE(import_pages(store, store, import));
  store.clear_feed_pages(feed);
  REQUIRE(store.source_terms().size() == 1);
  return store.source_terms().front();
}

}  // namespace

TEST_CASE("terms of records that came before stay beside those of later changes") {
  const kring::tests::ScratchFolder folder;
  auto store =
      catalog::ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  CHECK(terms_after(store, make_change("a", "Bron: een")).attribution == "Bron: een");
  const catalog::SourceTerms terms = terms_after(store, make_change("b", "Bron: twee"));
  CHECK(terms.licence == "CC0");
  CHECK(terms.attribution == "Bron: een; Bron: twee");
}

TEST_CASE("a packed page fills a batch with what it unpacks to") {
  // Only together with the next page can such a page be told to be of a format.
  CHECK(fault_of(make_filler(1'000)).empty());
  CHECK(fault_of(make_filler(kBatchBytes)) == "unknown_format");
}

}  // namespace kring::service::tests
