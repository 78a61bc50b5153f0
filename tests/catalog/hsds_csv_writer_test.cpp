// Does a catalogue go out as a package of tables, and come back with every field?
#include <algorithm>
#include <map>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "catalog/demo/demo_data.h"
#include "catalog/formats/archive.h"
#include "catalog/formats/hsds_csv.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/leaf_values.h"
#include "tests/catalog/packages.h"
#include "tests/catalog/recording_sink.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::ActivityStore;
using catalog::FeedFile;
using catalog::Json;

Package load_zip(const std::string& bytes) {
  Package files;
  const auto archive = catalog::formats::parse_archive(bytes);
  REQUIRE(archive);
  for (const std::string& name : archive->names()) {
    files.push_back({name, *archive->read(name)});
  }
  return files;
}

ActivityStore import_into(const ScratchFolder& folder,
                          const std::string& format,
                          const Package& files) {
  ActivityStore store =
      ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  const auto session = store.begin_import(make_options("bron"));
  REQUIRE(catalog::find_format(format)->read(files, *session));
  session->finish();
  return store;
}

std::map<std::string, Json> documents_of(const ActivityStore& store) {
  std::map<std::string, Json> documents;
  store.for_each([&](const catalog::StoredActivity& stored) {
    documents.emplace(stored.feed_key, *catalog::parse_json(stored.document));
  });
  return documents;
}

std::string zip_of(const ActivityStore& store) {
  std::ostringstream out;
  catalog::formats::write_hsds_csv({store, catalog::Recipient::kAnyone}, out);
  return out.str();
}

/// Every value of every document comes back after an export and an import.
void check_round_trip(const std::string& format, const Package& files) {
  const ScratchFolder first;
  const ScratchFolder second;
  const ActivityStore before = import_into(first, format, files);
  const std::string zip = zip_of(before);
  const ActivityStore after = import_into(second, "hsds-csv", load_zip(zip));
  const std::map<std::string, Json> kept = documents_of(after);
  const std::map<std::string, Json> given = documents_of(before);
  CHECK(kept.size() == given.size());
  for (const auto& [key, document] : given) {
    INFO(key);
    REQUIRE(kept.contains(key));
    const std::string missing = missing_leaves(document, kept.at(key));
    INFO(missing);
    CHECK(missing.empty());
  }
  const bool is_same_again = zip_of(before) == zip;
  CHECK(is_same_again);
}

}  // namespace

TEST_CASE("a package that Kring wrote holds no formula, and comes back as it was") {
  Package package = small_package();
  package[1].bytes =
      "id,organization_id,name,description,status,Extra\n"
      "s1,o1,\"=HYPERLINK(\"\"http://x\"\")\",@sum,active,'=x\n";
  package.push_back({"phones.csv", "id,service_id,number\np1,s1,+31 24 000 00 00\n"});
  package[2].bytes = "id,name,latitude,longitude\nl1,- Brink,51.5,-5.9\n";
  const ScratchFolder folder;
  const Package written = load_zip(zip_of(import_into(folder, "hsds-csv", package)));
  for (const FeedFile& file : written) {
    CHECK(file.bytes.view().find(",=") == std::string::npos);
    CHECK(file.bytes.view().find(",\"=") == std::string::npos);
    CHECK(file.bytes.view().find(",@") == std::string::npos);
    if (file.name == "phones.csv")
      CHECK(file.bytes.view().find(",+31 24 000") != std::string::npos);
    if (file.name == "locations.csv") CHECK(file.bytes.view().find(",-5.9") != std::string::npos);
  }
  check_round_trip("hsds-csv", package);
}

TEST_CASE("what an old package holds comes back after an export as HSDS 3") {
  check_round_trip("hsds-csv", dirty_old_package());
}

TEST_CASE("the demo catalogues go out as tables and come back with every field") {
  for (const catalog::DemoCatalogue& demo : catalog::demo_catalogues()) {
    INFO(demo.source);
    check_round_trip("hsds", {{"services.ndjson", std::string(demo.records)}});
  }
}

TEST_CASE("a folder gets the files of the package") {
  const ScratchFolder folder;
  const ScratchFolder target;
  const ActivityStore store = import_into(folder, "hsds-csv", small_package());
  catalog::formats::write_hsds_csv_folder({store, catalog::Recipient::kAnyone}, target.file(""));
  const Package written = load_folder(target.file(""));
  const auto descriptor = std::find_if(written.begin(), written.end(), [](const FeedFile& file) {
    return file.name.ends_with("datapackage.json");
  });
  REQUIRE(descriptor != written.end());
  const auto json = catalog::parse_json(descriptor->bytes);
  REQUIRE(json);
  CHECK((*json)["profile"] == Json("tabular-data-package"));
  CHECK((*json)["resources"].array().size() + 1 == written.size());
  RecordingSink sink;
  REQUIRE(catalog::formats::read_hsds_csv(written, sink));
  CHECK(sink.records.size() == 1);
}

TEST_CASE("outside packages keep after an export what an import kept") {
  const auto shared = shared_folder("outside packages of HSDS tables");
  if (!shared) return;
  check_round_trip("hsds-csv", load_folder(*shared + "/feeds/hsds-3-examples/examples/csv"));
  check_round_trip("hsds-csv", load_folder(*shared + "/feeds/ohana-sample"));
}

}  // namespace kring::tests
