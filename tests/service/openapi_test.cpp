// Does the description of /v1 name the routes there are, no more and no fewer?
#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "engine/engine.h"
#include "engine/plan/sentences.h"
#include "engine/search.h"
#include "service/api.h"
#include "service/openapi/api_document.h"
#include "service/routes/activity_forms.h"
#include "service/routes/routes.h"
#include "service/sheet/plan_form.h"
#include "tests/service/rooms.h"
#include "tests/service/running_server.h"

namespace kring::service::tests {
namespace {

using Names = std::set<std::string>;

catalog::Json read_document(const std::string& public_address) {
  return catalog::parse_json(make_api_document(public_address)).value();
}

/// "GET /v1/concepts", of all that the description is of.
Names routes_of_service() {
  const CurrentMatcher matchers(make_stub_source(nullptr));
  Handovers handovers(make_fixed_clock());
  const auto router = make_router({.matchers = matchers,
                                   .clock = make_fixed_clock(),
                                   .metrics = [] { return ""; },
                                   .handovers = &handovers});
  Names names;
  for (const auto& [method, pattern] : router->list_routes()) {
    const bool is_described =
        pattern.starts_with("/v1/") || pattern.starts_with("/health/") || pattern == "/metrics";
    if (is_described && method != Method::kOptions)
      names.insert(std::string(name_of(method)) + " " + std::string(pattern));
  }
  return names;
}

/// "get" is a method; "servers" beside it is none.
std::string method_called(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return find_method(name) ? name : "";
}

catalog::Json parameter_called(const catalog::Json& document, std::string_view name) {
  for (const auto& [key, parameter] : document["components"]["parameters"].object()) {
    if (parameter["name"].string() == name) return parameter;
  }
  return {};
}

/// The names of the parameters in the query of GET /v1/activities.
Names search_parameters(const catalog::Json& document) {
  const auto& parameters = document["components"]["parameters"];
  static constexpr std::string_view kFolder = "#/components/parameters/";
  Names names;
  for (const auto& entry : document["paths"]["/activities"]["get"]["parameters"].array()) {
    const auto& parameter = parameters[entry["$ref"].string().value().substr(kFolder.size())];
    if (parameter["in"].string() == "query")
      names.insert(std::string(parameter["name"].string().value()));
  }
  return names;
}

Names media_types(const catalog::Json& operation) {
  Names types;
  for (const auto& [type, media] : operation["responses"]["200"]["content"].object())
    types.insert(type);
  return types;
}

template <class Forms>
Names media_types_of(const Forms& forms) {
  Names types;
  for (const auto& form : forms)
    types.insert(std::string(form.media_type));
  return types;
}

Names routes_of_document(const catalog::Json& document) {
  Names names;
  for (const auto& [path, item] : document["paths"].object()) {
    const std::string base = item.find("servers") != nullptr ? "" : "/v1";
    for (const auto& [name, operation] : item.object()) {
      std::string route = method_called(name);
      if (!route.empty()) names.insert(route.append(" ").append(base).append(path));
    }
  }
  return names;
}

}  // namespace

TEST_CASE("the description names every route of /v1, and no other") {
  CHECK(routes_of_document(read_document("")) == routes_of_service());
}

TEST_CASE("the description names every filter of a search, and no other parameter") {
  Names expected = {"q", "page", "perPage", "sort", "knownOnly", "date"};
  for (const std::string_view name : engine::filter_names())
    expected.insert(std::string(name));
  CHECK(search_parameters(read_document("")) == expected);
}

TEST_CASE("the limits in the description are those that hold") {
  const auto document = read_document("");
  const auto schema_of = [&document](std::string_view name) {
    return parameter_called(document, name)["schema"];
  };
  CHECK(schema_of("limit")["maximum"].integer() == engine::kMaxLimit);
  CHECK(schema_of("limit")["default"].integer() == engine::kDefaultLimit);
  CHECK(schema_of("page")["maximum"].integer() == engine::kMaxPage);
  CHECK(schema_of("perPage")["maximum"].integer() == engine::kMaxPerPage);
  CHECK(schema_of("perPage")["default"].integer() == engine::kDefaultPerPage);
  CHECK(schema_of("q")["maxLength"].integer() == static_cast<int>(engine::kMaxSearchBytes));
  CHECK(schema_of("attendance")["maxItems"].integer()
        == static_cast<int>(engine::kMaxFilterValues));
  const catalog::Json sort = schema_of("sort");
  std::string orders;
  for (const auto& order : sort["enum"].array())
    orders += (orders.empty() ? "" : ", ") + std::string(order.string().value());
  CHECK(orders == engine::list_search_orders());
}

TEST_CASE("the description names every language of sheets") {
  const auto document = read_document("");
  const auto& schemas = document["components"]["schemas"];
  const auto languages = engine::sheet_languages();
  for (const auto& property : {schemas["Profile"]["properties"]["sheet_language"],
                               schemas["Plan"]["properties"]["language"]}) {
    Names named;
    for (const auto& language : property["enum"].array())
      named.insert(std::string(language.string().value()));
    CHECK(named == Names(languages.begin(), languages.end()));
  }
}

TEST_CASE("the description names every form in which a plan or an activity is given") {
  const auto paths = read_document("")["paths"];
  CHECK(media_types(paths["/plans"]["post"]) == media_types_of(plan_forms()));
  CHECK(media_types(paths["/activities/{id}"]["get"]) == media_types_of(activity_forms()));
}

TEST_CASE("the description has the version that every answer names") {
  CHECK(read_document("")["info"]["version"].string() == kApiVersion);
}

TEST_CASE("the addresses in the description are those that the world knows") {
  const auto relative = read_document("");
  CHECK(relative["servers"].array().at(0)["url"].string() == "/v1");
  const auto known = read_document("https://kring.example.org");
  CHECK(known["servers"].array().at(0)["url"].string() == "https://kring.example.org/v1");
  CHECK(known["paths"]["/metrics"]["servers"].array().at(0)["url"].string()
        == "https://kring.example.org");
}

TEST_CASE("what the profile's schema says of itself holds within the description") {
  const auto schemas = read_document("")["components"]["schemas"];
  CHECK(schemas["Profile"]["properties"]["network_before"]["$ref"].string()
        == "#/components/schemas/Profile/properties/network");
}

TEST_CASE("anyone may read the description, from any site, and ask whether it changed") {
  const auto rooms = make_rooms();
  const auto response = rooms.get("/v1/openapi.json");
  REQUIRE(response.status == 200);
  CHECK(find_header(response.headers, "Access-Control-Allow-Origin") == "*");
  CHECK(find_header(response.headers, "API-Version") == kApiVersion);
  const std::string tag(find_header(response.headers, "ETag").value());
  CHECK(rooms.get("/v1/openapi.json", {{"If-None-Match", tag}}).status == 304);
  CHECK(rooms.get("/v1/openapi.json?x=1").status == 400);
  CHECK(rooms.get("/v1/openapi.json/").status == 404);
  CHECK(rooms.send(Method::kOptions, "/v1/openapi.json", "").status == 204);
}

}  // namespace kring::service::tests
