// How does HSDS come in, and does it go out as it came?
#include "catalog/formats/hsds.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "catalog/demo/demo_data.h"
#include "catalog/formats/place_rows.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/recording_sink.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::Attendance;
using catalog::Cents;
using catalog::Completeness;
using catalog::Json;
using catalog::Minutes;
using catalog::Status;

const std::string kServiceWithPersons =
    R"({"id":"s","name":"Soep","email":"info@example.org",
    "organization":{"id":"o","name":"De Kade","phones":[{"number":"024-000 00 03"}],
                    "contacts":[{"name":"Bea Voorbeeld","department":"Zorg"}]},
    "contacts":[{"name":"Anna Voorbeeld","title":"Voorbeeldfunctie","email":"anna@example.org",
                 "phones":[{"number":"024-000 00 01"}]},
                {"name":"","title":"Balie","phones":[{"number":"024-000 00 02"}]}],
    "service_at_locations":[{"contacts":{"name":"Cas Voorbeeld"},
                             "location":{"name":"De Brink","admin_emails":"dirk.voorbeeld@example.org Voorbeeld"}}],
    "metadata":[{"last_action_type":"update","updated_by":"Eva Voorbeeld"}]})";

Activity read_one(const std::string& json) {
  RecordingSink sink;
  REQUIRE(read_text("hsds", json, sink));
  REQUIRE(sink.records.size() == 1);
  return sink.records.front().activity;
}

/// Services of an export by id.
std::map<std::string, Json> services_of(const std::string& exported) {
  std::map<std::string, Json> services;
  const catalog::Result<Json> json = catalog::parse_json(exported);
  REQUIRE(json);
  for (const Json& service : json->array()) {
    services.emplace(std::string(*service["id"].string()), service);
  }
  return services;
}

std::string export_of(const catalog::ActivityStore& store) {
  std::ostringstream out;
  catalog::formats::write_hsds({store, catalog::Recipient::kAnyone}, out);
  return out.str();
}

void import_text(catalog::ActivityStore& store,
                 const std::string& format,
                 const std::string& bytes) {
  const auto session = store.begin_import(make_options("bron"));
  const std::vector<catalog::FeedFile> files = {{"feed.ndjson", bytes}};
  REQUIRE(catalog::find_format(format)->read(files, *session));
  session->finish();
}

}  // namespace

TEST_CASE("a service with all that Kring uses is read") {
  const Activity activity = read_one(
      R"({"id":"s1","name":" Soep\nen brood ","description":"<p>Samen eten</p>","status":"temporarily closed",
    "organization":{"id":"o","name":"De Kade","website":"https://example.org"},
    "schedules":[{"freq":"WEEKLY","interval":1,"byday":"WE","wkst":"MO","dtstart":"2026-09-02","until":"2027-06-30","valid_to":"2027-04-01",
                  "opens_at":"12:00:00","closes_at":"13:30:00","attending_type":"Op locatie","description":"niet in schoolvakanties"}],
    "service_at_locations":[{"location":{"id":"l","location_type":"physical","name":"De Brink","latitude":"51.5","longitude":5.9,
      "transportation":"bus 5","accessibility":[{"description":"drempelvrij"}],
      "addresses":[{"address_1":"Postbus 1","postal_code":"6500 AA"},{"address_1":"Kerkstraat 1","city":"Weert","region":"Weert","state_province":"Limburg","postal_code":"6001 AB","country":"NL","address_type":"physical"}]}}],
    "cost_options":[{"amount":"3,50","currency":"EUR","option":"per keer"}],"minimum_age":"18","languages":[{"code":"nl"},{"name":"Turks"}],
    "attributes":[{"taxonomy_term":{"name":"eten"}}],"assured_date":"2026-10-28","last_modified":"2026-10-29T10:00:00.000Z"})");
  CHECK(activity.name == "Soep en brood");
  CHECK(activity.description == "Samen eten");
  CHECK(activity.status == Status::kTemporarilyClosed);
  CHECK(activity.organization.name == "De Kade");
  REQUIRE(activity.schedules.size() == 1);
  CHECK(activity.schedules[0].rrule == "FREQ=WEEKLY;INTERVAL=1;BYDAY=WE");
  CHECK(activity.schedules[0].last_day == catalog::parse_date("2027-04-01"));
  CHECK(activity.schedules[0].closes == Minutes{810});
  CHECK(activity.schedules[0].attendance.has(Attendance::kInPerson));
  REQUIRE(activity.sites.size() == 1);
  CHECK(activity.sites[0].street == "Kerkstraat 1");
  CHECK(activity.sites[0].municipality == "Weert");
  CHECK(activity.sites[0].point == catalog::Point{51.5, 5.9});
  CHECK(activity.sites[0].attendance.empty());
  CHECK(activity.costs == std::vector<catalog::CostOption>{{Cents{350}, "EUR", "per keer"}});
  CHECK(activity.min_age == 18);
  CHECK(activity.languages == std::vector<std::string>{"nl", "tr"});
  CHECK(activity.tags == std::vector<std::string>{"eten"});
  CHECK(activity.verified_on == catalog::parse_date("2026-10-28"));
  CHECK(activity.modified_on == catalog::parse_date("2026-10-29"));
}

TEST_CASE("a virtual place is online, unless its name says phone") {
  const auto place = [](const std::string& name) {
    return read_one(
               R"({"id":"s","name":"x","status":"active","service_at_locations":[{"location":{"location_type":"virtual","name":")"
               + name + R"("}}]})")
        .sites.at(0)
        .attendance;
  };
  CHECK(place("Online").has(Attendance::kOnline));
  CHECK(!place("Telefoon").has(Attendance::kOnline));
  CHECK(place("Telefoon").has(Attendance::kPhone));
}

TEST_CASE("a province where the municipality is meant is not taken for one") {
  CHECK(
      read_one(
          R"({"id":"s","name":"x","status":"active","service_at_locations":[{"location":{"name":"y","addresses":[{"city":"Weert","region":"Limburg"}]}}]})")
          .sites.at(0)
          .municipality.empty());
}

TEST_CASE("list, one object, page, lines and an organisation with services are all read") {
  const std::string one = R"({"id":"a","name":"Koffie","status":"active"})";
  const std::string two = R"({"id":"b","name":"Soep","status":"active"})";
  // ONE and TWO stand for the two services.
  for (std::string feed :
       {R"([ONE,TWO])", "ONE\nTWO\n", "ONETWO",
        R"({"total_pages":1,"page_number":1,"contents":[ONE,TWO]})",
        R"({"id":"o","name":"De Kade","services":[ONE,TWO]})",
        R"([{"id":"l","location":{"id":"x"},"service":ONE},{"id":"m","service":TWO}])"}) {
    feed.replace(feed.find("ONE"), 3, one);
    feed.replace(feed.find("TWO"), 3, two);
    RecordingSink sink;
    CAPTURE(feed);
    REQUIRE(read_text("hsds", feed, sink));
    CHECK(sink.records.size() == 2);
    CHECK(sink.rejected.empty());
  }
}

TEST_CASE("services of an organisation keep their organisation") {
  const Activity activity = read_one(
      R"({"id":"o","name":"De Kade","email":"a@example.org","services":[{"id":"a","name":"Koffie","status":"active"}]})");
  CHECK(activity.organization.name == "De Kade");
}

TEST_CASE("a service given place by place gets all its places") {
  const std::string service = R"("service":{"id":"a","name":"Koffie","status":"active"})";
  RecordingSink sink;
  REQUIRE(read_text("hsds",
                    R"([{"location":{"name":"Oost"},)" + service
                        + R"(},{"location":{"name":"West"},)" + service + "}]",
                    sink));
  REQUIRE(sink.records.size() == 1);
  CHECK(sink.records[0].activity.sites.size() == 2);
  CHECK(sink.folded == 1);
}

TEST_CASE("one page of several is partial, and all pages together are complete") {
  const auto page = [](int number) {
    return R"({"total_pages":2,"page_number":)" + std::to_string(number) + R"(,"contents":[{"id":")"
           + std::to_string(number) + R"(","name":"x","status":"active"}]})";
  };
  RecordingSink sink;
  CHECK(read_text("hsds", page(1), sink)->completeness == Completeness::kPartial);
  const std::vector<catalog::FeedFile> both = {{"1.json", page(1)}, {"2.json", page(2)}};
  CHECK(catalog::formats::read_hsds(both, sink)->completeness == Completeness::kComplete);
}

TEST_CASE("a service without a name is rejected by its id, and the others stay") {
  RecordingSink sink;
  REQUIRE(read_text(
      "hsds",
      R"([{"id":"a","status":"active"},{"id":"b","name":"Soep","status":"active"},{"name":"Taal","status":"active"},7])",
      sink));
  CHECK(sink.records.size() == 2);
  REQUIRE(sink.rejected.size() == 2);
  CHECK(sink.rejected[0].record == "a");
  CHECK(sink.rejected[0].problem.pointer == "/name");
  CHECK(sink.rejected[1].record == "feed.json/3");
  CHECK(sink.warns_of("missing_id"));
}

TEST_CASE("fields of the wrong kind are noted with their place and cost nothing else") {
  RecordingSink sink;
  REQUIRE(read_text(
      "hsds",
      R"([{"id":1,"name":"Koffie","status":"soms","schedules":"elke dag","phones":{"number":"\"024-1\""},"minimum_age":"veel",
      "maximum_age":-3,"cost_options":[null,{"amount":[]}],"service_at_locations":[{"location":7},{"location":{"latitude":"x","name":["y"]}}],
      "organization":[],"organization_id":"weg","languages":[{"name":"in overleg"}],"assured_date":"gisteren","description":{"nl":"x"},
      "service_areas":5,"attributes":[{"taxonomy_term":[]}],"url":false}])",
      sink));
  REQUIRE(sink.records.size() == 1);
  CHECK(sink.records[0].key == "1");
  CHECK(sink.records[0].activity.phones == std::vector<catalog::Phone>{{"024-1", ""}});
  CHECK(sink.records[0].activity.status == Status::kActive);
  CHECK(sink.warns_of("dangling_organization"));
  CHECK(sink.warnings.size() >= 8);
}

TEST_CASE("a file without services says so") {
  for (const char* text :
       {R"({"id":"x","location_type":"physical","name":"De Brink","addresses":[]})", "[]",
        R"({"contents":[]})", R"({"id":"t","name":"term","taxonomy":"x"})"}) {
    RecordingSink sink;
    const auto facts = read_text("hsds", text, sink);
    CAPTURE(text);
    REQUIRE(!facts);
    CHECK(facts.error().front().code == "no_services");
    CHECK(sink.records.empty());
  }
}

TEST_CASE(
    "a feed without one good service is a problem of the feed, so that nothing is taken for gone") {
  RecordingSink sink;
  const auto facts = read_text(
      "hsds",
      R"([{"id":"a","title":"Koffie","status":"active"},{"title":"Soep","status":"active"}])",
      sink);
  REQUIRE(!facts);
  CHECK(facts.error().size() == 2);
  CHECK(facts.error().front().code == "missing_name");
}

TEST_CASE("the demo catalogues go out as they came in") {
  for (const catalog::DemoCatalogue& demo : catalog::demo_catalogues()) {
    const ScratchFolder folder;
    auto store = catalog::ActivityStore::open(folder.file("catalog.db"),
                                              catalog::OpenMode::kCreateIfMissing);
    import_text(store, "hsds", std::string(demo.records));
    std::size_t lines = 0;
    const std::map<std::string, Json> exported = services_of(export_of(store));
    std::istringstream records{std::string(demo.records)};
    for (std::string line; std::getline(records, line); ++lines) {
      const Json record = *catalog::parse_json(line);
      CHECK(exported.at(std::string(*record["id"].string())) == record);
    }
    CHECK(exported.size() == lines);
  }
}

TEST_CASE("an export reads back into the same catalogue without a change") {
  const ScratchFolder folder;
  auto store =
      catalog::ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  import_text(store, "hsds", std::string(catalog::demo_catalogues()[0].records));
  const catalog::Revision before = store.revision();
  import_text(store, "hsds", export_of(store));
  CHECK(store.revision() == before);
}

TEST_CASE("what came in another format goes out as HSDS that says the same") {
  const ScratchFolder folder;
  auto store =
      catalog::ActivityStore::open(folder.file("catalog.db"), catalog::OpenMode::kCreateIfMissing);
  import_text(
      store, "schema-org",
      R"([{"@context":"https://schema.org","@type":"Event","name":"Zingen","startDate":"2026-12-01T20:00",
    "endDate":"2026-12-01T22:00","url":"https://example.org/zingen","keywords":["zang"],"offers":{"price":"5.00","priceCurrency":"EUR"},
    "location":{"name":"De Brink","address":{"streetAddress":"Kerkstraat 1","postalCode":"6001 AB","addressLocality":"Weert","addressCountry":"NL"},"geo":{"latitude":"51.25","longitude":5.7}}}])");
  RecordingSink sink;
  REQUIRE(read_text("hsds", export_of(store), sink));
  REQUIRE(sink.records.size() == 1);
  Activity original;
  store.for_each([&](const catalog::StoredActivity& stored) { original = stored.activity; });
  const Activity& copy = sink.records[0].activity;
  CHECK(sink.records[0].key == original.id.value);
  CHECK(copy.name == original.name);
  CHECK(copy.tags == original.tags);
  CHECK(copy.costs == original.costs);
  REQUIRE(copy.schedules.size() == 1);
  CHECK(copy.schedules[0] == original.schedules[0]);
  REQUIRE(copy.sites.size() == 1);
  CHECK(copy.sites[0].postcode == "6001 AB");
  CHECK(copy.sites[0].point == original.sites[0].point);
}

TEST_CASE("persons in a service, its places and its organisation are counted, not kept") {
  RecordingSink sink;
  REQUIRE(read_text("hsds", kServiceWithPersons, sink));
  REQUIRE(sink.records.size() == 1);
  const Json& kept = sink.records[0].document;
  CHECK(write_json(kept).find("Voorbeeld") == std::string::npos);
  CHECK(sink.records[0].activity.email == "info@example.org");
  const Json& role = kept["contacts"].array()[1];
  CHECK(role["title"] == Json("Balie"));
  CHECK(role["phones"].array()[0]["number"] == Json("024-000 00 02"));
  CHECK(kept["contacts"].array()[0]["phones"].array()[0]["number"] == Json("024-000 00 01"));
  CHECK(kept["organization"]["phones"].array()[0]["number"] == Json("024-000 00 03"));
  CHECK(kept["organization"]["contacts"].array()[0]["department"] == Json("Zorg"));
  CHECK(kept["service_at_locations"].array()[0]["location"]["name"] == Json("De Brink"));
  const auto told = std::find_if(
      sink.warnings.begin(), sink.warnings.end(),
      [](const catalog::RecordIssue& issue) { return issue.problem.code == "persons_withheld"; });
  REQUIRE(told != sink.warnings.end());
  CHECK(told->problem.text.en.find(": 7 details") != std::string::npos);
  CHECK(told->problem.text.nl.find("Voorbeeld") == std::string::npos);
}

TEST_CASE("a mobile number of a contact that is a person's alone is counted, not kept") {
  RecordingSink sink;
  REQUIRE(read_text("hsds", R"({"id":"s","name":"Soep","phones":[{"number":"06-00000009"}],
    "contacts":[{"name":"Jan Voorbeeld","phones":[{"number":"06-00000001"},{"number":"024-000 00 02"},
                                              {"number":"+31 (0)6 0000 0003"},{"number":"0031600000004"}]},
                {"name":"Bea Voorbeeld","department":"Zorg","phones":[{"number":"06-00000005"}]},
                {"title":"Balie","phones":[{"number":"06-00000006"}]}]})",
                    sink));
  REQUIRE(sink.records.size() == 1);
  const Json& kept = sink.records[0].document;
  CHECK(write_json(kept["contacts"])
        == R"([{"phones":[{"number":"024-000 00 02"}]},)"
           R"({"department":"Zorg","phones":[{"number":"06-00000005"}]},)"
           R"({"title":"Balie","phones":[{"number":"06-00000006"}]}])");
  CHECK(kept["phones"].array().size() == 1);
  REQUIRE(sink.warns_of("persons_withheld"));
  CHECK(sink.warnings.back().problem.text.en.find(": 5 details") != std::string::npos);
}

TEST_CASE("an organisation's person is counted once, not for each of its services") {
  RecordingSink sink;
  REQUIRE(read_text("hsds",
                    R"({"id":"o","name":"De Kade","contacts":[{"name":"Anna Voorbeeld"}],
                        "services":[{"id":"a","name":"Soep"},{"id":"b","name":"Brood"}]})",
                    sink));
  REQUIRE(sink.records.size() == 2);
  CHECK(write_json(sink.records[1].document).find("Anna") == std::string::npos);
  REQUIRE(sink.warns_of("persons_withheld"));
  CHECK(sink.warnings.back().problem.text.en.find(": 1 details") != std::string::npos);
}

TEST_CASE("codes of licensed taxonomies are counted wherever they stand, not kept") {
  static const std::string kTerms =
      R"([{"taxonomy_term":{"id":"t1","code":"BD-1800.2000","name":"Maaltijden",
                           "taxonomy":"AIRS","taxonomy_detail":{"name":"AIRS/211 LA County"}}},
          {"taxonomy_term_id":"BD-1800.2000-640"},
          {"taxonomy_term":{"id":"t2","code":"soep","name":"Soep eten","taxonomy":"eigen"}}])";
  RecordingSink sink;
  REQUIRE(read_text("hsds",
                    R"({"id":"s","name":"Soep","attributes":)" + kTerms
                        + R"(,"taxonomy_terms":[{"code":"BD-1800","name":"Eten"}],
                    "organization":{"id":"o","name":"De Kade","attributes":)"
                        + kTerms + "}}",
                    sink));
  REQUIRE(sink.records.size() == 1);
  const std::string kept = write_json(sink.records[0].document);
  CHECK(kept.find("BD-1800") == std::string::npos);
  CHECK(kept.find("Maaltijden") == std::string::npos);
  CHECK(sink.records[0].activity.tags == std::vector<std::string>{"Soep eten"});
  REQUIRE(sink.warns_of("licensed_terms_withheld"));
  CHECK(sink.warnings.back().problem.text.en.find(": 5 categories") != std::string::npos);
}

TEST_CASE("no export has the licensed codes of a document that was kept with them") {
  catalog::StoredActivity stored;
  stored.format = "hsds";
  stored.document =
      R"({"id":"s","name":"Soep","attributes":[{"taxonomy_term":{"code":"BD-1800.2000"}}]})";
  CHECK(write_json(catalog::formats::make_hsds_service(stored)).find("BD-1800")
        == std::string::npos);
}

TEST_CASE("no export has the persons of a document that was kept with them") {
  catalog::StoredActivity stored;
  stored.format = "hsds";
  stored.document = kServiceWithPersons;
  const std::string exported = write_json(catalog::formats::make_hsds_service(stored));
  CHECK(exported.find("Voorbeeld") == std::string::npos);
  CHECK(exported.find("Balie") != std::string::npos);
}

}  // namespace kring::tests
