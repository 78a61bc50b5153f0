// Is what goes out as HSDS complete, and does nothing of what came in get lost on the way?
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/formats/hsds.h"
#include "catalog/formats/hsds_completion.h"
#include "catalog/formats/hsds_values.h"
#include "catalog/store/identity.h"
#include "tests/catalog/recording_sink.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::Json;
using catalog::StoredActivity;
using catalog::formats::make_hsds_service;

constexpr const char* kId = "11111111-1111-4111-8111-111111111111";

StoredActivity make_stored(Activity activity) {
  activity.id = {kId};
  return {std::move(activity), "bron", "7", "{}", {1}, "schema-org"};
}

StoredActivity make_stored(const std::string& document) {
  StoredActivity stored = make_stored(Activity{});
  stored.document = document;
  stored.format = "hsds";
  return stored;
}

/// What the importer makes of an exported service, without its id.
Activity read_back(const Json& service) {
  RecordingSink sink;
  REQUIRE(read_text("hsds", "[" + catalog::write_json(service) + "]", sink));
  REQUIRE(sink.records.size() == 1);
  return sink.records.front().activity;
}

bool is_uuid(const Json& value) {
  return catalog::store::parse_uuid(value.string().value_or("")).has_value();
}

constexpr const char* kFaulty = R"({
  "id": "svc-7", "name": "Koken", "url": "www.koken.example", "email": "koken (at) example.org", "status": "Actief",
  "minimum_age": "18", "maximum_age": null, "last_modified": "2026-03-04",
  "organization": {"id": 12, "name": "De Brink"},
  "phones": {"number": 31240001}, "languages": ["nl"],
  "schedules": [{"freq": "weekly", "byday": "MO", "opens_at": "10:00", "timezone": "Europe/Amsterdam"}, {"freq": "YEARLY"}],
  "service_at_locations": [{"location": {"id": "hal", "addresses": [{"postal_code": 6512, "city": "Nijmegen"}]}}],
  "our_own_field": {"keeps": [1, null]}})";

}  // namespace

TEST_CASE("a faulty document goes out with all that HSDS requires") {
  const Json service = make_hsds_service(make_stored(kFaulty));
  CHECK(service["id"] == Json(kId));
  CHECK(service["status"] == Json("active"));
  CHECK(service["url"] == Json("http://www.koken.example"));
  CHECK(service.find("email") == nullptr);
  CHECK(service["minimum_age"] == Json(18));
  CHECK(service.find("maximum_age") == nullptr);
  CHECK(service["last_modified"] == Json("2026-03-04T00:00:00Z"));
  CHECK(is_uuid(service["organization"]["id"]));
  CHECK(service["organization"]["description"] == Json(""));
  CHECK(service["phones"].array().at(0)["number"] == Json("31240001"));
  CHECK(service.find("languages") == nullptr);
  const Json::Array& schedules = service["schedules"].array();
  CHECK(schedules.at(0)["freq"] == Json("WEEKLY"));
  CHECK(schedules.at(0).find("timezone") == nullptr);
  CHECK(schedules.at(1).find("freq") == nullptr);
  const Json& location = service["service_at_locations"].array().at(0)["location"];
  CHECK(location["location_type"] == Json("physical"));
  const Json& address = location["addresses"].array().at(0);
  CHECK(address["postal_code"] == Json("6512"));
  CHECK(address["state_province"] == Json(""));
  CHECK(service["our_own_field"] == *catalog::parse_json(R"({"keeps": [1, null]})"));
}

TEST_CASE("a completed document reads as the faulty one did, and is put back as it was") {
  const Json service = make_hsds_service(make_stored(kFaulty));
  const Json given = *catalog::parse_json(kFaulty);
  CHECK(read_back(service) == read_back(given));
  const Json restored = catalog::formats::restore_hsds_service(service);
  for (const char* name : {"url", "email", "status", "minimum_age", "last_modified", "phones",
                           "languages", "our_own_field"}) {
    INFO(name);
    CHECK(restored[name] == given[name]);
  }
  CHECK(restored["organization"]["id"] == given["organization"]["id"]);
  const Json again = catalog::formats::complete_hsds_service(restored, {"bron", kId});
  CHECK(read_back(again) == read_back(service));
}

TEST_CASE("services of one organisation without a uuid have the same organisation") {
  const auto id_of = [](const std::string& organization) {
    const std::string document =
        R"({"id":"a","name":"x","status":"active","organization":)" + organization + "}";
    return make_hsds_service(make_stored(document))["organization"]["id"];
  };
  CHECK(id_of(R"({"id":"org-1","name":"De Brink"})")
        == id_of(R"({"id":"org-1","name":"de brink"})"));
  CHECK(id_of(R"({"name":"De Brink"})") == id_of(R"("de brink")"));
  CHECK(id_of(R"({"id":"org-1"})") != id_of(R"({"id":"org-2"})"));
}

TEST_CASE("every fact of an activity of another format survives the way through HSDS") {
  Activity activity;
  activity.name = "Zingen";
  activity.organization = {"org-3", "Koor", "Een koor.", "koor@example.org",
                           "https://koor.example"};
  activity.url = "koor.example/zingen";
  catalog::Schedule schedule;
  schedule.rrule = "FREQ=YEARLY;INTERVAL=1";
  schedule.first_day = catalog::parse_date("2026-01-05");
  schedule.opens = catalog::Minutes{600};
  schedule.except = {*catalog::parse_date("2026-02-02"), *catalog::parse_date("2026-03-02")};
  schedule.zone = "America/Toronto";
  schedule.description = "Koffie na afloop.";
  activity.schedules = {schedule};
  catalog::Site site;
  site.key = "hal-1";
  site.name = "De Hal";
  site.city = "Toronto";
  site.country = "CA";
  activity.sites = {site};
  activity.tags = {"zang", "koor"};
  activity.costs = {{catalog::Cents{350}, "EUR", "per keer"}};
  CHECK(read_back(make_hsds_service(make_stored(activity))) == activity);
}

TEST_CASE("every day goes out as every week on all its days") {
  Activity activity;
  activity.name = "Markt";
  catalog::Schedule schedule;
  schedule.rrule = "FREQ=DAILY;INTERVAL=1";
  activity.schedules = {schedule};
  const Json service = make_hsds_service(make_stored(activity));
  CHECK(service["schedules"].array().at(0)["freq"] == Json("WEEKLY"));
  CHECK(service["schedules"].array().at(0)["byday"] == Json("MO,TU,WE,TH,FR,SA,SU"));
}

TEST_CASE("only what is meant as a web address becomes one") {
  using catalog::formats::write_uri;
  CHECK(write_uri("https://a.example/ë b") == "https://a.example/%C3%AB%20b");
  CHECK(write_uri("toronto.ca/hall") == "http://toronto.ca/hall");
  CHECK(write_uri("a.example:8080/x") == "http://a.example:8080/x");
  CHECK(write_uri("mailto:a@b.example") == "mailto:a@b.example");
  for (const char* text :
       {"", "volgt nog", "geen", "http://", "https://a.example:x/", "zie a.example"}) {
    INFO(text);
    CHECK(!write_uri(text));
  }
}

TEST_CASE("only what mail can be sent to goes out as an email address") {
  using catalog::formats::write_email;
  CHECK(write_email(" info@De-Brink.example ") == "info@De-Brink.example");
  for (const char* text : {"info", "info@brink", "a b@c.example", "@c.example", "a..b@c.example",
                           "a@-c.example", "a@c.example."}) {
    INFO(text);
    CHECK(!write_email(text));
  }
}

}  // namespace kring::tests
