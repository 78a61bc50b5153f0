// Do the routes answer as the contract says?
#include "service/routes/routes.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "service/api.h"
#include "tests/service/rooms.h"

namespace kring::service::tests {
namespace {

constexpr const char* kKnownActivity = "/v1/activities/11111111-1111-4111-8111-111111111111";

/// "" where the answer has no errors.
std::string first_code(const Response& response) {
  const auto document = catalog::parse_json(response.body);
  if (!document || (*document)["errors"].array().empty()) return "";
  return std::string((*document)["errors"].array().front()["code"].string().value_or(""));
}

catalog::Json read(const Response& response) {
  const auto document = catalog::parse_json(response.body);
  REQUIRE(document);
  return *document;
}

}  // namespace

TEST_CASE("a profile without a date is matched for today in Amsterdam") {
  auto rooms = make_rooms();
  const auto response = rooms.post("/v1/matches", "{}");
  CHECK(response.status == 200);
  CHECK(read(response)["date"].string() == "2026-11-23");
  CHECK(read(rooms.post("/v1/gaps", R"({"date":"2027-01-02"})"))["date"].string() == "2027-01-02");
}

TEST_CASE("places are told all at once, so that no address tells where a person lives") {
  const auto rooms = make_rooms();
  const auto response = rooms.get("/v1/places");
  const auto places = read(response)["places"];
  REQUIRE(places.array().size() == 2);
  CHECK(places.array().at(0)["municipality"].string() == "Berg en Dal");
  CHECK(places.array().at(0)["postcode"].string() == "6573");
  CHECK(places.array().at(1)["municipality"].is_null());
  CHECK(find_header(response.headers, "ETag"));
  CHECK(rooms.get("/v1/places?q=Malden").status == 400);
}

TEST_CASE("limit counts the matches and is 10 where it is not given") {
  auto rooms = make_rooms();
  CHECK(read(rooms.post("/v1/matches", "{}"))["matches"].array().size() == 10);
  CHECK(read(rooms.post("/v1/matches?limit=50", "{}"))["matches"].array().size() == 50);
}

TEST_CASE("a limit that is no number from 1 to 50, or stands twice, is refused") {
  auto rooms = make_rooms();
  const std::vector<std::string> limits = {
      "0", "51", "-1", "5.0", "", "5&limit=6", "99999999999999999999"};
  std::vector<std::string> codes;
  codes.reserve(limits.size());
  for (const std::string& limit : limits) {
    codes.push_back(first_code(rooms.post("/v1/matches?limit=" + limit, "{}")));
  }
  CHECK(codes == std::vector<std::string>(limits.size(), "bad_limit"));
}

TEST_CASE("every fault of query and profile comes at once") {
  auto rooms = make_rooms();
  const auto response =
      rooms.post("/v1/matches?limit=x&radius=3", R"({"person":{"age":"oud"},"wensen":[]})");
  CHECK(response.status == 400);
  CHECK(read(response)["errors"].array().size() >= 4);
}

TEST_CASE("what the engine finds wrong is a 400 with its pointer") {
  auto rooms = make_rooms();
  const auto response =
      rooms.post("/v1/matches", R"({"language":"en","person":{"postcode":"9999"}})");
  CHECK(response.status == 400);
  const auto error = read(response)["errors"].array().at(0);
  CHECK(error["pointer"].string() == "/person/postcode");
  CHECK(error["detail"].string() == "This postcode is not known.");
}

TEST_CASE("a body that is no proper JSON is a 400 with its fault, and nothing breaks") {
  auto rooms = make_rooms();
  const std::string deep(10'000, '[');
  const std::vector<std::string> bodies = {"",
                                           "{",
                                           deep,
                                           deep + std::string(10'000, ']'),
                                           std::string("{\"a\0b\":1}", 9),
                                           R"({"date":"2026-11-23","date":"2026-11-24"})",
                                           "\xef\xbb\xbf{}",
                                           "{\"interests\":[\"\xff\xfe\"]}",
                                           "[]",
                                           "{}{}",
                                           "NaN"};
  const auto refused =
      std::count_if(bodies.begin(), bodies.end(), [&rooms](const std::string& body) {
        const auto response = rooms.post("/v1/matches", body);
        return response.status == 400 && !first_code(response).empty();
      });
  CHECK(refused == std::ssize(bodies));
  CHECK(rooms.post("/v1/matches", "{}").status == 200);
}

TEST_CASE("a body that says one thing twice is a 400 that tells where") {
  const auto rooms = make_rooms();
  const auto pointers_of = [&rooms](const char* path, const std::string& body) {
    const auto response = rooms.post(path, body);
    CHECK(response.status == 400);
    std::vector<std::string> pointers;
    const auto problem = *catalog::parse_json(response.body);
    for (const auto& error : problem["errors"].array())
      pointers.emplace_back(error["pointer"].string().value_or(""));
    return pointers;
  };
  const std::string profile = R"({"person":{"age":28,"age":82},"needs":[{"text":"a\u0000b"}]})";
  CHECK(pointers_of("/v1/matches", profile)
        == std::vector<std::string>{"/person/age", "/needs/0/text"});
  CHECK(pointers_of("/v1/plans", R"({"profile":)" + profile + "}")
        == std::vector<std::string>{"/profile/person/age", "/profile/needs/0/text"});
}

TEST_CASE("a body that is not called JSON is a 415") {
  auto rooms = make_rooms();
  CHECK(rooms.send(Method::kPost, "/v1/matches", "{}").status == 415);
  CHECK(rooms.send(Method::kPost, "/v1/gaps", "{}", {{"Content-Type", "text/plain"}}).status
        == 415);
  CHECK(rooms
            .send(Method::kPost, "/v1/gaps", "{}",
                  {{"Content-Type", "application/json; charset=latin1"}})
            .status
        == 415);
}

TEST_CASE("an activity and the vocabulary can be read") {
  auto rooms = make_rooms();
  CHECK(read(rooms.get(kKnownActivity))["name"].string() == "Eetclub");
  CHECK(rooms.get("/v1/activities/nothing").status == 404);
  const auto concepts = read(rooms.get("/v1/concepts"));
  CHECK(concepts["version"].string() == "v1");
  CHECK(concepts["concepts"].array().at(0)["label"]["en"].string() == "Buddy");
  CHECK(concepts["concepts"].array().at(0)["plain"]["en"].string() == "A buddy");
}

TEST_CASE("an activity is given as JSON, as linked data or as a calendar, as the client prefers") {
  auto rooms = make_rooms();
  const auto linked = rooms.get(kKnownActivity, {{"Accept", "application/ld+json"}});
  CHECK(find_header(linked.headers, "Content-Type") == "application/ld+json");
  CHECK(find_header(linked.headers, "Vary") == "Accept");
  CHECK(read(linked)["@type"].string() == "Event");
  const auto dates = rooms.get(kKnownActivity, {{"Accept", "text/calendar"}});
  CHECK(find_header(dates.headers, "Content-Type") == "text/calendar; charset=utf-8");
  CHECK(dates.body.find("DTSTART;TZID=Europe/Amsterdam:20261201T180000\r\n") != std::string::npos);
  CHECK(read(rooms.get(kKnownActivity, {{"Accept", "text/html, */*;q=0.1"}}))["name"].string()
        == "Eetclub");
  CHECK(rooms.get(kKnownActivity, {{"Accept", "image/png"}}).status == 406);
}

TEST_CASE("a search hands on its words, filters, order and page") {
  const auto response = make_rooms().get(
      "/v1/activities?q=samen%20eten&attendance=phone&attendance=online&maxCost=3,50"
      "&sort=next_session&page=2&perPage=5&knownOnly=true&date=2026-11-23");
  REQUIRE(response.status == 200);
  const auto answer = *catalog::parse_json(response.body);
  CHECK(answer["query"]["text"].string() == "samen eten");
  CHECK(answer["order"]["by"].string() == "next_session");
  CHECK(answer["page_number"].integer() == 2);
  CHECK(answer["date"].string() == "2026-11-23");
  REQUIRE(answer["facets"].array().size() == 3);
  CHECK(answer["facets"].array()[1]["field"].string() == "attendance");
  CHECK(answer["facets"].array()[1]["label"].string() == "online");
}

TEST_CASE("every fault of a search comes at once, and none repeats what was sent") {
  const auto response = make_rooms().get(
      "/v1/activities?page=0&perPage=1000&sort=geheim&knownOnly=geheim&date=geheim");
  CHECK(response.status == 400);
  CHECK((*catalog::parse_json(response.body))["errors"].array().size() == 5);
  const auto twice = make_rooms().get("/v1/activities?q=koffie&q=thee&page=1&page=2");
  CHECK(first_code(twice) == "given_twice");
  CHECK(response.body.find("geheim") == std::string::npos);
}

TEST_CASE("without an index the service lives, is not ready, and says why") {
  Rooms rooms(make_stub_source(nullptr));
  CHECK(rooms.get("/health/live").status == 200);
  const auto ready = rooms.get("/health/ready");
  CHECK(ready.status == 503);
  CHECK(read(ready)["code"].string() == "no_index");
  CHECK(find_header(ready.headers, "Retry-After").has_value());
  CHECK(rooms.post("/v1/matches", "{}").status == 503);
  CHECK(make_rooms().get("/health/ready").status == 200);
}

TEST_CASE("personal answers are not kept and every answer has its safety headers") {
  auto rooms = make_rooms();
  const auto response = rooms.post("/v1/matches", "{}");
  CHECK(find_header(response.headers, "Cache-Control") == "no-store");
  CHECK(find_header(response.headers, "API-Version") == "1.0.0");
  CHECK(find_header(response.headers, "X-Content-Type-Options") == "nosniff");
  CHECK(find_header(response.headers, "Referrer-Policy") == "no-referrer");
  const auto page = rooms.get("/");
  const auto policy = find_header(page.headers, "Content-Security-Policy");
  REQUIRE(policy);
  CHECK(policy->find("unsafe-inline") == std::string_view::npos);
}

TEST_CASE("a browser that came in TLS is told to keep to it") {
  std::ostringstream lines;
  const auto application =
      make_application(std::make_shared<const Router>(), make_stream_log(lines));
  Request request{Method::kGet, {"x"}, {}, {}, ""};
  const Response plain = application.handle(request);
  CHECK_FALSE(find_header(plain.headers, "Strict-Transport-Security"));
  request.security = Security::kTls;
  const Response secure = application.handle(request);
  CHECK(find_header(secure.headers, "Strict-Transport-Security") == "max-age=31536000");
}

TEST_CASE("the log tells method, pattern, status and time, and nothing that was sent") {
  auto rooms = make_rooms();
  rooms.post("/v1/matches",
             R"({"needs":[{"text":"geheim verdriet"}],"person":{"postcode":"6822"}})");
  rooms.post("/v1/matches?limit=geheim", R"({"geheim":1})");
  rooms.get("/v1/activities/geheim");
  rooms.get("/geheim?geheim=1");
  CHECK(rooms.log().find("POST /v1/matches 200 ") != std::string::npos);
  CHECK(rooms.log().find("GET /v1/activities/{id} 404 ") != std::string::npos);
  CHECK(rooms.log().find("GET - 404 ") != std::string::npos);
  CHECK(rooms.log().find("geheim") == std::string::npos);
  CHECK(rooms.log().find("6822") == std::string::npos);
}

TEST_CASE("no problem repeats what was sent") {
  auto rooms = make_rooms();
  const std::vector<std::string> bodies = {R"({"person":{"postcode":"geheim"}})",
                                           R"({"needs":"geheim"})",
                                           R"({"person":{"gender":"geheim"}})",
                                           R"({"date":"geheim"})",
                                           R"({"interests":["geheim)",
                                           R"({"not_meant":[{"need":0,"name":"geheim"}]})"};
  const auto silent =
      std::count_if(bodies.begin(), bodies.end(), [&rooms](const std::string& body) {
        const auto response = rooms.post("/v1/matches?limit=geheim", body);
        return response.status == 400 && response.body.find("geheim") == std::string::npos;
      });
  CHECK(silent == std::ssize(bodies));
}

TEST_CASE("a page has nothing inline, and all that it loads is served") {
  auto rooms = make_rooms();
  const std::regex loaded(R"re((?:href|src)="(/assets/[^"]+)")re");
  for (const std::string path :
       {"/", "/gesprek", "/ontslag", "/zoeken", "/toegankelijkheid", "/privacy"}) {
    INFO(path);
    const auto page = rooms.get(path);
    CHECK(find_header(page.headers, "Content-Type") == "text/html; charset=utf-8");
    CHECK(page.body.find("<script>") == std::string::npos);
    CHECK(page.body.find(" style=") == std::string::npos);
    std::sregex_iterator link(page.body.begin(), page.body.end(), loaded);
    CHECK(std::distance(link, {}) >= 4);
    for (; link != std::sregex_iterator(); ++link) {
      CHECK(rooms.get((*link)[1]).status == 200);
    }
  }
}

TEST_CASE("the example that the pages bring is a profile") {
  auto rooms = make_rooms();
  CHECK(rooms.post("/v1/matches", rooms.get("/assets/example.json").body).status == 200);
}

}  // namespace kring::service::tests
