// Does a package of tables come in as whole services?
#include "catalog/formats/hsds_csv.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/formats/table_warnings.h"
#include "tests/catalog/leaf_values.h"
#include "tests/catalog/packages.h"
#include "tests/catalog/recording_sink.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::FeedFile;
using catalog::Json;

constexpr int kRows = 200;  // more than are named

void read_package(const Package& files, RecordingSink& sink) {
  REQUIRE(catalog::formats::read_hsds_csv(files, sink));
}

const catalog::RecordIssue* find_warning(const RecordingSink& sink, const std::string& code) {
  const auto found = std::find_if(sink.warnings.begin(), sink.warnings.end(),
                                  [&](const auto& issue) { return issue.problem.code == code; });
  return found == sink.warnings.end() ? nullptr : &*found;
}

/// The standard's example without what the tables do not lead to (attributes and metadata, whose
/// keys lead nowhere there) and without the person.
Json without_withheld(const Json& value) {
  if (value.is_array()) {
    Json::Array items;
    for (const Json& item : value.array()) {
      items.push_back(without_withheld(item));
    }
    return items;
  }
  if (!value.is_object()) return value;
  const bool is_contact = value.find("department") != nullptr;
  Json::Object members;
  for (const auto& [name, inner] : value.object()) {
    const bool is_person = is_contact && (name == "name" || name == "title" || name == "email");
    if (name != "attributes" && name != "metadata" && !is_person) {
      members.emplace_back(name, without_withheld(inner));
    }
  }
  return members;
}

const catalog::FeedRecord& record_called(const RecordingSink& sink, const std::string& key) {
  const auto found = std::find_if(sink.records.begin(), sink.records.end(),
                                  [&](const auto& record) { return record.key == key; });
  REQUIRE(found != sink.records.end());
  return *found;
}

}  // namespace

TEST_CASE("the tables of a package become one service with all that belongs to it") {
  RecordingSink sink;
  read_package(small_package(), sink);
  REQUIRE(sink.records.size() == 1);
  const catalog::Activity& activity = sink.records[0].activity;
  CHECK(sink.records[0].key == "s1");
  CHECK(sink.records[0].format == "hsds");
  CHECK(activity.organization.name == "Stichting De Kade");
  CHECK(activity.min_age == 18);
  REQUIRE(activity.sites.size() == 1);
  CHECK(activity.sites[0].street == "Kerkstraat 1");
  CHECK(activity.sites[0].point == catalog::Point{51.5, 5.9});
  REQUIRE(activity.sites[0].schedules.size() == 1);
  CHECK(activity.sites[0].schedules[0].rrule == "FREQ=WEEKLY;INTERVAL=1;BYDAY=WE");
  CHECK(sink.warnings.empty());
}

TEST_CASE("a package is told by the names and headings of its tables") {
  for (const FeedFile& file : small_package()) {
    CHECK(catalog::formats::recognises_hsds_csv(file));
  }
  for (const FeedFile& file : dirty_old_package()) {
    INFO(file.name);
    CHECK(catalog::formats::recognises_hsds_csv(file));
  }
  CHECK(!catalog::formats::recognises_hsds_csv({"services.csv", "Services-ID,Title\n1,x\n"}));
  CHECK(!catalog::formats::recognises_hsds_csv({"places.csv", "id,name\n1,x\n"}));
  CHECK(catalog::formats::recognises_hsds_csv({"x/datapackage.json", R"({"resources":[]})"}));
}

TEST_CASE("a package of HSDS 1.1 is renamed into HSDS 3") {
  RecordingSink sink;
  read_package(dirty_old_package(), sink);
  CHECK(sink.records.size() == 3);
  const catalog::FeedRecord& walk_in = record_called(sink, "1");
  const Json& document = walk_in.document;
  CHECK(document["organization"]["website"] == Json("https://hand.example.org"));
  CHECK(document["eligibility_description"] == Json("Anyone over 60"));
  CHECK(document["Internal Ref"] == Json("A-1"));
  CHECK(document["phones"].array()[0]["type"] == Json("voice"));
  const Json& location = document["service_at_locations"].array()[0]["location"];
  CHECK(location["addresses"].array()[0]["address_type"] == Json("physical"));
  CHECK(location["accessibility"].array()[0]["description"] == Json("ramp"));
  CHECK(location["latitude"] == Json(Json::Number{"25.7"}));
  REQUIRE(document["schedules"].array().size() == 2);
  CHECK(document["schedules"].array()[0]["byday"] == Json("MO"));
  CHECK(document["schedules"].array()[0]["original_text"] == Json("Mon 9-5"));
  CHECK(document["schedules"].array()[1]["byday"] == Json("WE"));
  CHECK(walk_in.activity.schedules[0].opens == catalog::Minutes{540});
  CHECK(walk_in.activity.schedules[0].closes == catalog::Minutes{1020});
  CHECK(walk_in.activity.schedules[0].except
        == std::vector<catalog::Date>{*catalog::parse_date("2026-12-28")});
  CHECK(walk_in.activity.languages == std::vector<std::string>{"es"});
  CHECK(record_called(sink, "2").activity.name == "Lunch club");
}

TEST_CASE("a person's mobile number in a table of its own is counted, not kept") {
  Package package = small_package();
  package.push_back({"contacts.csv", "id,service_id,name\nc1,s1,Jan Voorbeeld\n"});
  package.push_back(
      {"phones.csv", "id,contact_id,number\np1,c1,06-00000001\np2,c1,024-000 00 02\n"});
  RecordingSink sink;
  read_package(package, sink);
  const Json& contact = record_called(sink, "s1").document["contacts"].array()[0];
  REQUIRE(contact["phones"].array().size() == 1);
  CHECK(contact["phones"].array()[0]["number"] == Json("024-000 00 02"));
  CHECK_FALSE(sink.warns_of("rows_without_service"));
  REQUIRE(find_warning(sink, "persons_withheld") != nullptr);
  CHECK(find_warning(sink, "persons_withheld")->problem.text.en.find(": 2 details")
        != std::string::npos);
}

TEST_CASE("persons and licensed terms stay out of the catalogue, and are counted") {
  RecordingSink sink;
  read_package(dirty_old_package(), sink);
  const Json& walk_in = record_called(sink, "1").document;
  const std::string text = write_json(walk_in);
  CHECK(text.find("Jane") == std::string::npos);
  CHECK(text.find("jane@") == std::string::npos);
  CHECK(text.find("Congregate") == std::string::npos);
  CHECK(record_called(sink, "1").activity.tags == std::vector<std::string>{"Older adults"});
  CHECK(record_called(sink, "2").document["contacts"].array()[0]["title"] == Json("Front desk"));
  REQUIRE(find_warning(sink, "persons_withheld") != nullptr);
  CHECK(find_warning(sink, "persons_withheld")->problem.text.en.find(": 3 details")
        != std::string::npos);
  REQUIRE(find_warning(sink, "licensed_terms_withheld") != nullptr);
  CHECK(find_warning(sink, "licensed_terms_withheld")->problem.text.en.find(": 1 categories")
        != std::string::npos);
}

TEST_CASE("a key that leads nowhere is told with file, line and heading, and costs nothing else") {
  RecordingSink sink;
  read_package(dirty_old_package(), sink);
  const auto* const owner = find_warning(sink, "dangling_organization_id");
  REQUIRE(owner != nullptr);
  CHECK(owner->record == "services.csv:3");
  CHECK(owner->problem.pointer == "/organization_id");
  REQUIRE(find_warning(sink, "dangling_location_id") != nullptr);
  CHECK(find_warning(sink, "dangling_location_id")->record == "services_at_location.csv:3");
  REQUIRE(find_warning(sink, "empty_key") != nullptr);
  CHECK(record_called(sink, "2").document["organization_id"] == Json("99"));
  REQUIRE(sink.rejected.size() == 1);
  CHECK(sink.rejected[0].problem.code == "missing_name");
}

TEST_CASE("rows that no service leads to are counted, table by table") {
  RecordingSink sink;
  read_package(dirty_old_package(), sink);
  std::map<std::string, std::string> told;
  for (const auto& issue : sink.warnings) {
    if (issue.problem.code == "rows_without_service") told[issue.record] = issue.problem.text.en;
  }
  CHECK(told["locations.csv"].find(": 1 rows") != std::string::npos);
  CHECK(told["phones.csv"].find(": 1 rows") != std::string::npos);
  CHECK(told["eligibility.csv"].find(": 1 rows") != std::string::npos);
  CHECK(told.size() == 3);
}

TEST_CASE("an id means a row of its own table, also where another table has it too") {
  Package package = small_package();
  package.push_back({"phones.csv", "id,location_id,service_id,number\nl1,s1,,1\ns1,,s1,2\n"});
  RecordingSink sink;
  read_package(package, sink);
  REQUIRE(sink.records[0].document["phones"].array().size() == 1);
  CHECK(sink.records[0].document["phones"].array()[0]["number"] == Json("2"));
}

TEST_CASE("a bare carriage return, another delimiter, a BOM's rest and old letters do no harm") {
  Package package = small_package();
  package[0].bytes = "id;name\ro1;Caf\xe9 De Kade\r";
  RecordingSink sink;
  read_package(package, sink);
  CHECK(sink.records[0].activity.organization.name == "Café De Kade");
  CHECK(sink.warns_of("not_utf8"));
}

TEST_CASE("a table of UTF-16 is read, and said to be no UTF-8") {
  Package package = small_package();
  std::string wide = "\xff\xfe";
  for (const char letter : std::string("id,name\r\no1,Caf\xe9 De Kade\r\n"))
    wide.append({letter, '\0'});  // the first 256 characters are Latin-1's
  package[0].bytes = wide;
  RecordingSink sink;
  read_package(package, sink);
  CHECK(sink.records[0].activity.organization.name == "Café De Kade");
  CHECK(sink.warns_of("not_utf8"));
}

TEST_CASE("a column that is called as a table is keeps its cells beside the table's rows") {
  Package package = small_package();
  package[1].bytes = "id,organization_id,name,status,phones\ns1,o1,Koffie,active,zie site\n";
  package.push_back({"phones.csv", "id,service_id,number\np1,s1,024\n"});
  RecordingSink sink;
  read_package(package, sink);
  CHECK(sink.records[0].document["phones_cell"] == Json("zie site"));
  CHECK(sink.records[0].activity.phones.size() == 1);
}

TEST_CASE("many faults of one kind are named first and then counted") {
  Package package = small_package();
  std::string rows = "id,service_id,number\n";
  for (int row = 0; row < kRows; ++row) {
    rows += std::to_string(row) + ",nobody,1\n";
  }
  package.push_back({"phones.csv", rows});
  RecordingSink sink;
  read_package(package, sink);
  const auto count =
      std::count_if(sink.warnings.begin(), sink.warnings.end(),
                    [](const auto& issue) { return issue.problem.code == "dangling_service_id"; });
  CHECK(static_cast<std::size_t>(count) == catalog::formats::kMaxNamedFaults + 1);
}

TEST_CASE("a package without services, and a quote that never closes, change nothing") {
  RecordingSink sink;
  const Package none = {{"organizations.csv", "id,name\n1,x\n"}};
  CHECK(!catalog::formats::read_hsds_csv(none, sink));
  const Package open = {{"services.csv", "id,name\n1,\"x\n"}};
  const auto read = catalog::formats::read_hsds_csv(open, sink);
  REQUIRE(!read);
  CHECK(read.error()[0].text.en.find("services.csv, line") != std::string::npos);
}

TEST_CASE("the tables of the standard's example give what its JSON says") {
  const auto shared = shared_folder("the HSDS examples as tables");
  if (!shared) return;
  const std::string folder = *shared + "/feeds/hsds-3-examples/examples/";
  const Package package = load_folder(folder + "csv");
  RecordingSink sink;
  read_package(package, sink);
  REQUIRE(sink.records.size() == 1);
  const auto full = catalog::parse_json(read_file(folder + "service_full.json"));
  const std::string missing = missing_leaves(without_withheld(*full), sink.records[0].document);
  INFO(missing);
  CHECK(missing.empty());
  CHECK(sink.warns_of("persons_withheld"));
  CHECK(sink.warns_of("dangling_link_id"));
}

TEST_CASE("Ohana's tables of version 1.0 give all their services, with place, hours and terms") {
  const auto shared = shared_folder("Ohana's sample tables");
  if (!shared) return;
  const Package package = load_folder(*shared + "/feeds/ohana-sample");
  RecordingSink sink;
  read_package(package, sink);
  CHECK(sink.records.size() == 23);
  CHECK(sink.rejected.empty());
  CHECK(std::all_of(sink.records.begin(), sink.records.end(),
                    [](const auto& record) { return record.activity.sites.size() == 1; }));
}

TEST_CASE("tables that another tool made of a legal aid directory join as they say") {
  const auto shared = shared_folder("the legal aid directory's tables");
  if (!shared) return;
  const Package package = load_folder(
      *shared + "/feeds/hsds-transformer-ilao-florida/spec/fixtures/custom/ilao/output");
  RecordingSink sink;
  read_package(package, sink);
  CHECK(sink.records.size() == 429);
  CHECK(sink.rejected.size() == 1);  // without a name
  // Of the rest the table of organisations has no row.
  const auto with_owner =
      std::count_if(sink.records.begin(), sink.records.end(),
                    [](const auto& record) { return !record.activity.organization.name.empty(); });
  CHECK(with_owner == 89);
  CHECK(sink.warns_of("dangling_organization_id"));
}

}  // namespace kring::tests
