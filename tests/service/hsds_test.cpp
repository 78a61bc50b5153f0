// Does the HSDS API answer as the standard says, and refuse what it does not have?
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/service/open_rooms.h"

namespace kring::service::tests {
namespace {

using catalog::Json;
using Ids = std::vector<std::string>;

/// With all three services.
struct Filled {
  Filled() {
    open.import(make_services(),
                {.source = "bron", .publisher = {}, .licence = "CC0", .attribution = {}});
  }
  OpenRooms open;
};

std::string header(const Response& response, const char* name) {
  return std::string(find_header(response.headers, name).value_or(""));
}

std::vector<std::string> codes_of(const Response& response) {
  std::vector<std::string> codes;
  const Json document = catalog::parse_json(response.body).value();
  for (const Json& error : document["errors"].array())
    codes.emplace_back(error["code"].string().value_or(""));
  return codes;
}

std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("/hsds says which version it is and where its document stands") {
  const Filled filled;
  const Response response = filled.open.rooms().get("/hsds", {{"Host", "kring.example:8080"}});
  const Json about = catalog::parse_json(response.body).value();
  CHECK(about["version"] == Json("3.1"));
  CHECK(about["openapi_url"] == Json("http://kring.example:8080/hsds/openapi.json"));
  CHECK(filled.open.read("/hsds/")["version"] == Json("3.1"));
  CHECK(filled.open.read("/hsds/openapi.json")["openapi"] == Json("3.1.0"));
}

TEST_CASE("a host that is none never stands in an answer") {
  const Filled filled;
  const Response response = filled.open.rooms().get("/hsds", {{"Host", "a\"><b>"}});
  CHECK(response.body.find("http://localhost/hsds/openapi.json") != std::string::npos);
}

TEST_CASE("a list has the envelope of a page, and pages hold each service once") {
  const Filled filled;
  const Json first = filled.open.read("/hsds/services?per_page=2");
  CHECK(first["total_items"] == Json(3));
  CHECK(first["total_pages"] == Json(2));
  CHECK(first["page_number"] == Json(1));
  CHECK(first["size"] == Json(2));
  CHECK(first["first_page"] == Json(true));
  CHECK(first["last_page"] == Json(false));
  CHECK(first["empty"] == Json(false));
  CHECK(filled.open.ids("/hsds/services?per_page=2") == Ids{kEatingClub, kWalking});
  CHECK(filled.open.ids("/hsds/services?per_page=2&page=2") == Ids{kSinging});
  const Json past = filled.open.read("/hsds/services?per_page=2&page=3");
  CHECK(past["empty"] == Json(true));
  CHECK(past["last_page"] == Json(true));
}

TEST_CASE("a list has no lists within; full has them, minimal has id and moment alone") {
  const Filled filled;
  const Json plain = filled.open.read("/hsds/services")["contents"].array().at(0);
  CHECK(plain.find("schedules") == nullptr);
  CHECK(plain["organization"]["name"] == Json("De Brink"));
  const Json full = filled.open.read("/hsds/services?full=true")["contents"].array().at(0);
  CHECK(full["schedules"].array().size() == 1);
  const Json minimal = filled.open.read("/hsds/services?minimal=true")["contents"].array().at(0);
  CHECK(minimal
        == Json(Json::Object{{"id", kEatingClub}, {"last_modified", "2026-03-01T10:00:00Z"}}));
}

TEST_CASE("NDJSON has one object a line and names the next page in a header") {
  const Filled filled;
  const Response all = filled.open.rooms().get("/hsds/services?format=ndjson");
  CHECK(header(all, "Content-Type") == "application/x-ndjson");
  CHECK(count_lines(all.body) == 3);
  CHECK(header(all, "Link").empty());
  const Response some = filled.open.rooms().get(
      "/hsds/services?format=ndjson&per_page=2&search=a%26b%20c", {{"Host", "h"}});
  CHECK(header(some, "Link").empty());
  const Response part =
      filled.open.rooms().get("/hsds/services?format=ndjson&per_page=2", {{"Host", "h"}});
  CHECK(header(part, "Link")
        == "<http://h/hsds/services?page=2&format=ndjson&per_page=2>; rel=\"next\"");
}

TEST_CASE("filters of HSDS and Open Referral UK narrow, and all must hold") {
  const Filled filled;
  const auto ids = [&filled](const std::string& query) {
    return filled.open.ids("/hsds/services?" + query);
  };
  CHECK(ids("search=EEN%20eetclub") == Ids{kEatingClub});
  CHECK(ids("search=nijmegen").size() == 2);
  CHECK(ids("modified_after=2026-05-01T08:00:00Z") == Ids{kWalking, kSinging});
  CHECK(ids("modified_after=2026-11-21") == Ids{kSinging});
  CHECK(ids("minimum_age=18") == Ids{kEatingClub, kWalking});
  CHECK(ids("maximum_age=80") == Ids{kWalking});
  CHECK(ids("day=TH") == Ids{kEatingClub});
  CHECK(ids("day=woensdag") == Ids{kWalking});
  CHECK(ids("start_time=12:00") == Ids{kEatingClub});
  CHECK(ids("end_time=12:00&day=wednesday") == Ids{kWalking});
  CHECK(ids("start_time=12:00&day=WE").empty());
  CHECK(ids("minimum_age=18&search=wandelen") == Ids{kWalking});
}

TEST_CASE("services are found by Kring's own terms and by those of their source") {
  const Filled filled;
  const Json terms = filled.open.read("/hsds/taxonomy_terms?search=buddy_general");
  REQUIRE(terms["contents"].array().size() == 1);
  const Json& term = terms["contents"].array().at(0);
  const std::string id(*term["id"].string());
  CHECK(filled.open.ids("/hsds/services?taxonomy_term_id=" + id) == Ids{kEatingClub});
  CHECK(filled.open.ids("/hsds/services?taxonomy_id=" + std::string(*term["taxonomy_id"].string()))
        == Ids{kEatingClub});
  const Json service = filled.open.read("/hsds/services/" + std::string(kEatingClub));
  REQUIRE(service["attributes"].array().size() == 2);
  CHECK(service["attributes"].array().at(1)["taxonomy_term"] == term);
  const std::string own(*service["attributes"].array().at(0)["taxonomy_term"]["id"].string());
  CHECK(filled.open.ids("/hsds/services?taxonomy_term_id=" + own) == Ids{kEatingClub});
  CHECK(filled.open.read("/hsds/taxonomy_terms/" + id) == term);
  CHECK(filled.open.read("/hsds/taxonomies")["total_items"] == Json(1));
}

TEST_CASE("an organisation has its services, whole where that is asked") {
  const Filled filled;
  const Json page = filled.open.read("/hsds/organizations");
  REQUIRE(page["contents"].array().size() == 1);
  const std::string id(*page["contents"].array().at(0)["id"].string());
  const Json organization = filled.open.read("/hsds/organizations/" + id);
  CHECK(organization["name"] == Json("De Brink"));
  REQUIRE(organization["services"].array().size() == 2);
  CHECK(organization["services"].array().at(0).object().size() == 3);
  const Json whole = filled.open.read("/hsds/organizations/" + id + "?full_service=true");
  CHECK(whole["services"].array().at(0)["schedules"].array().size() == 1);
  CHECK(filled.open.ids("/hsds/services?organization_id=" + id) == Ids{kEatingClub, kWalking});
}

TEST_CASE("places are found within metres of a postcode, or by what a service covers") {
  const Filled filled;
  const auto services = [&filled](const std::string& query) {
    Ids ids;
    const Json page = filled.open.read("/hsds/service_at_locations?" + query);
    for (const Json& site : page["contents"].array())
      ids.emplace_back(site["service"]["id"].string().value_or(""));
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  CHECK(services("").size() == 3);
  CHECK(services("postcode=6512&proximity=500") == Ids{kEatingClub});
  CHECK(services("postcode=6512%20AB&proximity=5000") == Ids{kEatingClub, kWalking});
  CHECK(services("postcode=6811") == Ids{kWalking, kSinging});
  CHECK(services("postcode=6525&search=eetclub") == Ids{kEatingClub});
  CHECK(services("day=WE") == Ids{kWalking});
}

TEST_CASE("every fault of a query is a 400, all at once, and says what would do") {
  const Filled filled;
  const auto codes = [&filled](const std::string& target) {
    const Response response = filled.open.rooms().get(target);
    CHECK(response.status == 400);
    CHECK(header(response, "Access-Control-Allow-Origin") == "*");
    return codes_of(response);
  };
  CHECK(codes("/hsds/services?colour=red&page=0&day=someday")
        == Ids{"unknown_parameter", "bad_value", "bad_value"});
  CHECK(codes("/hsds/services?page=1&page=2") == Ids{"given_twice"});
  CHECK(codes("/hsds/services?per_page=501") == Ids{"bad_value"});
  CHECK(codes("/hsds/services?per_page=2001&format=ndjson") == Ids{"bad_value"});
  CHECK(codes("/hsds/organizations?per_page=51&full_service=true") == Ids{"bad_value"});
  CHECK(codes("/hsds/services?full=maybe") == Ids{"bad_value"});
  CHECK(codes("/hsds/services?modified_after=gisteren") == Ids{"bad_value"});
  CHECK(codes("/hsds/services?minimum_age=nan") == Ids{"bad_value"});
  CHECK(codes("/hsds/services?search=") == Ids{"bad_value"});
  CHECK(codes("/hsds/services?search=" + std::string(401, 'x')) == Ids{"bad_value"});
  CHECK(codes("/hsds/service_at_locations?proximity=10") == Ids{"no_postcode"});
  CHECK(codes("/hsds/service_at_locations?postcode=9999") == Ids{"unknown_postcode"});
  CHECK(codes("/hsds/services/x?full=true") == Ids{"unknown_parameter"});
}

TEST_CASE("a POST takes the same parameters in its body, so that none stands in the address") {
  const Filled filled;
  const auto& rooms = filled.open.rooms();
  const Response found =
      rooms.post("/hsds/services", R"({"search": "wandelen", "minimum_age": 50, "full": true})");
  CHECK(found.status == 200);
  const Json page = catalog::parse_json(found.body).value();
  CHECK(page["contents"].array().at(0)["id"] == Json(kWalking));
  CHECK(rooms.post("/hsds/taxonomies", "").status == 200);
  CHECK(codes_of(rooms.post("/hsds/services", R"({"search": ["a"]})")) == Ids{"bad_body"});
  CHECK(codes_of(rooms.post("/hsds/services?page=1", R"({"page": 2})")) == Ids{"given_twice"});
  CHECK(rooms.post("/hsds/services", "{").status == 400);
  CHECK(rooms.post("/hsds/services/" + std::string(kWalking), "{}").status == 405);
}

TEST_CASE("an answer may be kept, is asked for again by its tag, and read from any site") {
  const Filled filled;
  const auto& rooms = filled.open.rooms();
  const Response first = rooms.get("/hsds/services");
  CHECK(header(first, "Cache-Control").starts_with("public"));
  CHECK(header(first, "Last-Modified") == "Sat, 21 Nov 2026 20:41:00 GMT");
  CHECK(header(first, "Access-Control-Allow-Origin") == "*");
  const Response again = rooms.get("/hsds/services", {{"If-None-Match", header(first, "ETag")}});
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(rooms.get("/hsds/services", {{"If-None-Match", "\"other\""}}).status == 200);
  CHECK(rooms.send(Method::kHead, "/hsds/services", "").status == 200);
  const Response preflight = rooms.send(Method::kOptions, "/hsds/services", "");
  CHECK(preflight.status == 204);
  CHECK(header(preflight, "Access-Control-Allow-Methods").find("POST") != std::string::npos);
}

TEST_CASE("what is not there is a 404, and without a catalogue all is a 503") {
  const Filled filled;
  for (const char* list :
       {"services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"}) {
    CHECK(filled.open.rooms().get("/hsds/" + std::string(list) + "/none").status == 404);
  }
  const OpenRooms empty;
  const Response response = empty.rooms().get("/hsds/services");
  CHECK(response.status == 503);
  CHECK(response.body.find("no_catalogue") != std::string::npos);
}

TEST_CASE(
    "a source says its terms beside each record, and is left out where they forbid passing on") {
  OpenRooms open;
  open.import(make_services(), {.source = "bron",
                                .publisher = "Gemeente",
                                .licence = "CC BY 4.0",
                                .attribution = "Bron: Gemeente"});
  const Json service = open.read("/hsds/services/" + std::string(kWalking));
  CHECK(service["data_source"]
        == Json(Json::Object{{"name", "bron"},
                             {"publisher", "Gemeente"},
                             {"licence", "CC BY 4.0"},
                             {"attribution", "Bron: Gemeente"}}));
  open.import(make_services(), {.source = "bron",
                                .publisher = {},
                                .licence = "https://creativecommons.org/licenses/by-nd/4.0/",
                                .attribution = {}});
  CHECK(open.ids("/hsds/services").empty());
  CHECK(open.rooms().get("/hsds/services/" + std::string(kWalking)).status == 404);
  CHECK(open.ids("/hsds/organizations").empty());
  open.import(make_services(), {.source = "bron",
                                .publisher = {},
                                .licence = {},
                                .attribution = {},
                                .may_pass_on = catalog::Answer::kYes});
  CHECK(open.ids("/hsds/services").size() == 3);
}

TEST_CASE(
    "what the catalogue loses the API loses, and a valid form stands where the source's was "
    "faulty") {
  Filled filled;
  CHECK(filled.open.read("/hsds/services/" + std::string(kEatingClub))["url"]
        == Json("http://www.eetclub.example"));
  filled.open.import(
      R"([{"id": "22222222-2222-4222-8222-222222222222", "name": "Wandelen", "status": "active"}])",
      {.source = "bron", .publisher = {}, .licence = {}, .attribution = {}});
  CHECK(filled.open.ids("/hsds/services") == Ids{kWalking});
  CHECK(filled.open.ids("/hsds/organizations").empty());
}

TEST_CASE("moments are read with and without zone, and nothing else is") {
  CHECK(parse_instant("1970-01-02") == 86'400);
  CHECK(parse_instant("1970-01-01T01:00:00+01:00") == 0);
  CHECK(parse_instant("1970-01-01T00:00:01.250Z") == 1);
  CHECK(parse_instant("1970-01-01T00:01") == 60);
  for (const char* text : {"", "1970", "1970-13-01", "1970-01-01T", "1970-01-01T00:00:61Z",
                           "1970-01-01T00:00:00+1", "1970-01-01X00:00"}) {
    INFO(text);
    CHECK(!parse_instant(text));
  }
}

}  // namespace kring::service::tests
