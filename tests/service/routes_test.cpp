// Do the routes answer as the contract says?
#include "service/routes/routes.h"

#include <memory>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "service/api.h"
#include "service/http/target.h"
#include "tests/service/running_server.h"
#include "tests/service/stub_matcher.h"

namespace kring::service::tests {
namespace {

constexpr const char* kKnownActivity = "/v1/activities/11111111-1111-4111-8111-111111111111";

/// The service without sockets.
class Rooms {
 public:
  explicit Rooms(MatcherSource source)
      : matchers_(std::move(source)),
        application_(
            make_application(make_router({matchers_, make_fixed_clock()}), make_stream_log(log_))) {
    matchers_.refresh();
  }

  Response get(const std::string& target) { return send(Method::kGet, target, {}); }
  Response post(const std::string& target, std::string body) {
    return send(Method::kPost, target, std::move(body),
                {{"Content-Type", "application/json; charset=UTF-8"}});
  }
  Response send(Method method, const std::string& target, std::string body, Headers headers = {}) {
    const auto parsed = parse_target(target).value();
    return application_.handle(
        {method, parsed.segments, parsed.query, std::move(headers), std::move(body)});
  }
  [[nodiscard]] std::string log() const { return log_.str(); }

 private:
  std::ostringstream log_;
  CurrentMatcher matchers_;
  Application application_;
};

Rooms make_rooms() {
  return Rooms(make_stub_source(make_stub_matcher()));
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

TEST_CASE("limit counts the matches and is 10 where it is not given") {
  auto rooms = make_rooms();
  CHECK(read(rooms.post("/v1/matches", "{}"))["matches"].array().size() == 10);
  CHECK(read(rooms.post("/v1/matches?limit=50", "{}"))["matches"].array().size() == 50);
  for (const char* limit : {"0", "51", "-1", "5.0", "", "5&limit=6", "99999999999999999999"}) {
    CAPTURE(limit);
    const auto response = rooms.post(std::string("/v1/matches?limit=") + limit, "{}");
    CHECK(response.status == 400);
    CHECK(read(response)["errors"].array()[0]["code"].string() == "bad_limit");
  }
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

TEST_CASE("a body that is no proper JSON is a 400 and nothing breaks") {
  auto rooms = make_rooms();
  const std::string deep(10'000, '[');
  for (const std::string& body :
       {std::string(), std::string("{"), deep, deep + std::string(10'000, ']'),
        std::string("{\"a\0b\":1}", 9), std::string(R"({"date":"2026-11-23","date":"2026-11-24"})"),
        std::string("\xef\xbb\xbf{}"), std::string("{\"interests\":[\"\xff\xfe\"]}"),
        std::string("[]"), std::string("{}{}"), std::string("NaN")}) {
    CAPTURE(body.substr(0, 40));
    const auto response = rooms.post("/v1/matches", body);
    CHECK(response.status == 400);
    CHECK_FALSE(read(response)["errors"].array().empty());
  }
  CHECK(rooms.post("/v1/matches", "{}").status == 200);
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
  const auto policy = find_header(rooms.get("/").headers, "Content-Security-Policy");
  REQUIRE(policy);
  CHECK(policy->find("unsafe-inline") == std::string_view::npos);
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
  for (const char* body :
       {R"({"person":{"postcode":"geheim"}})", R"({"needs":"geheim"})",
        R"({"person":{"gender":"geheim"}})", R"({"date":"geheim"})", R"({"interests":["geheim)"}) {
    CAPTURE(body);
    const auto response = rooms.post("/v1/matches?limit=geheim", body);
    CHECK(response.status == 400);
    CHECK(response.body.find("geheim") == std::string::npos);
  }
}

TEST_CASE("the page and all it loads are served") {
  auto rooms = make_rooms();
  const auto page = rooms.get("/");
  CHECK(find_header(page.headers, "Content-Type") == "text/html; charset=utf-8");
  CHECK(page.body.find("<script>") == std::string::npos);
  CHECK(page.body.find(" style=") == std::string::npos);
  for (const char* path : {"/assets/app.js", "/assets/answer.js", "/assets/form.js",
                           "/assets/texts.js", "/assets/style.css", "/assets/icon.svg"}) {
    CAPTURE(path);
    CHECK(rooms.get(path).status == 200);
    CHECK_FALSE(rooms.get(path).body.empty());
  }
  CHECK(rooms.post("/v1/matches", rooms.get("/assets/example.json").body).status == 200);
}

}  // namespace kring::service::tests
