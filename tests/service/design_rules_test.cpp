// Does /v1 itself keep to what the Dutch API Design Rules ask of a service, besides its
// description?
#include <array>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "service/api.h"
#include "tests/service/rooms.h"

namespace kring::service::tests {
namespace {

constexpr const char* kKnownActivity = "/v1/activities/11111111-1111-4111-8111-111111111111";

/// One of every kind of answer: found, refused, of another method, and not there.
std::vector<Response> kinds_of_answers(const Rooms& rooms) {
  return {rooms.post("/v1/matches", "{}"),
          rooms.post("/v1/gaps", "{}"),
          rooms.post("/v1/plans", R"({"profile":{}})"),
          rooms.get("/v1/activities"),
          rooms.get(kKnownActivity),
          rooms.get("/v1/concepts"),
          rooms.get("/v1/openapi.json"),
          rooms.get("/health/live"),
          rooms.post("/v1/matches?limit=0", "{}"),
          rooms.get("/v1/activities/nothing"),
          rooms.get("/v1/nothing"),
          rooms.send(Method::kDelete, "/v1/matches", "")};
}

}  // namespace

TEST_CASE("every answer names the version and has the security headers of the design rules") {
  static constexpr std::array<std::string_view, 4> kDemanded = {
      "API-Version", "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options"};
  const auto rooms = make_rooms();
  for (const Response& response : kinds_of_answers(rooms)) {
    for (const std::string_view name : kDemanded) {
      INFO(response.status << " " << name);
      CHECK(find_header(response.headers, name).has_value());
    }
    CHECK(find_header(response.headers, "API-Version") == kApiVersion);
    CHECK(find_header(response.headers, "Content-Type").has_value());
  }
}

TEST_CASE("a fault is a problem with status, title and detail, whatever went wrong") {
  const auto rooms = make_rooms();
  int faults = 0;
  for (const Response& response : kinds_of_answers(rooms)) {
    if (response.status < 400) continue;
    ++faults;
    CHECK(find_header(response.headers, "Content-Type") == "application/problem+json");
    const auto problem = catalog::parse_json(response.body);
    REQUIRE(problem);
    CHECK((*problem)["status"].integer() == response.status);
    CHECK((*problem)["title"].string().has_value());
    CHECK((*problem)["detail"].string().has_value());
  }
  CHECK(faults == 4);
}

TEST_CASE("an address with a slash behind it is not there") {
  const auto rooms = make_rooms();
  const std::array<std::string, 5> paths = {"/v1/activities/", std::string(kKnownActivity) + "/",
                                            "/v1/concepts/", "/v1/openapi.json/", "/health/live/"};
  for (const std::string& path : paths) {
    INFO(path);
    CHECK(rooms.get(path).status == 404);
  }
  CHECK(rooms.post("/v1/matches/", "{}").status == 404);
}

TEST_CASE("a service that the world reaches over https says to come back that way") {
  CHECK_FALSE(find_header(make_rooms().get("/health/live").headers, "Strict-Transport-Security"));
  const Rooms secure(make_stub_source(make_stub_matcher()), nullptr, {},
                     {.transport = Transport::kHttps});
  for (const Response& response : kinds_of_answers(secure)) {
    CHECK(find_header(response.headers, "Strict-Transport-Security") == "max-age=31536000");
  }
}

TEST_CASE("a page of another site reads the description, and nothing that tells of a person") {
  const auto rooms = make_rooms();
  const Headers other_site = {{"Origin", "https://elders.example.org"}};
  const auto description = rooms.get("/v1/openapi.json", other_site);
  CHECK(find_header(description.headers, "Access-Control-Allow-Origin") == "*");
  for (const char* const path : {"/v1/matches", "/v1/gaps", "/v1/plans"}) {
    const auto preflight = rooms.send(Method::kOptions, path, "", other_site);
    INFO(path);
    CHECK(preflight.status == 204);
    CHECK_FALSE(find_header(preflight.headers, "Access-Control-Allow-Origin"));
  }
}

}  // namespace kring::service::tests
