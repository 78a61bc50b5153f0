// Is every answer in the language that the client asks for, kept as long as it may be and no
// longer?
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "service/http/limits.h"
#include "tests/service/rooms.h"
#include "tests/service/running_server.h"
#include "tests/service/socket_client.h"

namespace kring::service::tests {
namespace {

constexpr const char* kKnownActivity = "/v1/activities/11111111-1111-4111-8111-111111111111";
constexpr const char* kUnknownPostcode = R"({"person":{"postcode":"9999"}})";

Headers json_in(const std::string& languages) {
  return {{"Content-Type", "application/json"}, {"Accept-Language", languages}};
}

std::string title_of(const Response& response) {
  return std::string(catalog::parse_json(response.body).value()["title"].string().value_or(""));
}

}  // namespace

TEST_CASE("faults of every kind come in English where the client prefers it, and say so") {
  const auto rooms = make_rooms();
  const Rooms empty(make_stub_source(nullptr));
  const auto english = json_in("de, en;q=0.7, nl;q=0.3");
  const std::vector<Response> faults = {
      rooms.send(Method::kPost, "/v1/matches", "{", english),
      rooms.send(Method::kPost, "/v1/matches", kUnknownPostcode, english),
      rooms.send(Method::kPost, "/v1/gaps", R"({"language":"nl","wensen":1})", english),
      rooms.send(Method::kPost, "/v1/plans", R"({"profile":{"language":"nl"},"goal":1})", english),
      rooms.send(Method::kPost, "/v1/plans", "{}", {{"Accept", "image/png"}, english[1]}),
      rooms.get("/v1/activities?page=0", english),
      rooms.get("/v1/activities/nothing", english),
      rooms.get("/v1/nothing", english),
      rooms.send(Method::kDelete, "/v1/concepts", "", english),
      empty.send(Method::kPost, "/v1/matches", "{}", english),
      empty.send(Method::kPost, "/v1/gaps", "{}", english),
      empty.send(Method::kPost, "/v1/plans", R"({"profile":{}})", english),
      empty.get("/v1/activities", english),
      empty.get("/v1/concepts", english)};
  for (const Response& fault : faults) {
    INFO(fault.status << " " << fault.body);
    CHECK(fault.status >= 400);
    CHECK(find_header(fault.headers, "Content-Language") == "en");
    CHECK(find_header(fault.headers, "Vary") == "Accept-Language");
  }
  CHECK(title_of(faults.front()) == "Bad Request");
}

TEST_CASE("what no handler sees is refused in the language of its head, as far as that was read") {
  const std::string line = "GET /health/live HTTP/1.1\r\nHost: a\r\n";
  const std::string english = "Accept-Language: fr, en;q=0.8\r\n";
  std::string many;
  for (std::size_t i = 0; i <= kMaxHeaders; ++i)
    many += "X-Many: 1\r\n";
  const std::string endless(kMaxHeadBytes, 'a');
  ServerOptions options = make_test_options();
  options.times.head = std::chrono::milliseconds(300);
  options.times.body = std::chrono::milliseconds(300);
  options.times.linger = std::chrono::milliseconds(100);
  RunningServer running(make_stub_source(make_stub_matcher()), options);
  const auto language_of = [&running](const std::string& bytes, int status) {
    SocketClient client(running.address());
    client.send(bytes);
    const std::string answer = client.read_response();
    INFO(answer);
    CHECK(status_of(answer) == status);
    const bool is_english = answer.find("Content-Language: en\r\n") != std::string::npos;
    return std::string(is_english ? "en" : "nl");
  };
  const std::string too_large = "Content-Length: 9999999\r\n\r\n";
  const std::string endless_cookie = "Cookie: " + endless;
  const std::string half_body = "Content-Length: 9\r\n\r\n{";
  for (const bool is_english : {true, false}) {
    const std::string head = line + (is_english ? english : "");
    const std::string expected = is_english ? "en" : "nl";
    CHECK(language_of(head + too_large, 413) == expected);
    CHECK(language_of(head + half_body, 408) == expected);
    CHECK(language_of(head + "Cookie:", 408) == expected);
    CHECK(language_of(head + many + "\r\n", 431) == expected);
    CHECK(language_of(head + endless_cookie, 431) == expected);
    CHECK(language_of(head + "Expect: wonders\r\n\r\n", 417) == expected);
    CHECK(language_of(head + "no header\r\n\r\n", 400) == expected);
  }
  CHECK(language_of("GET /" + endless, 414) == "nl");
}

TEST_CASE("who asks too often reads in its language for how long") {
  ServerOptions options = make_test_options();
  options.rate = {0.01, 1};
  RunningServer running(make_stub_source(make_stub_matcher()), options);
  SocketClient client(running.address());
  const std::string question =
      "GET /health/live HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.1\r\nAccept-Language: "
      "en\r\n\r\n";
  client.send(question);
  CHECK(status_of(client.read_response()) == 200);
  client.send(question);
  const std::string refused = client.read_response();
  CHECK(status_of(refused) == 429);
  CHECK(refused.find("Retry-After: 100\r\n") != std::string::npos);
  CHECK(refused.find("Content-Language: en\r\n") != std::string::npos);
}

TEST_CASE("who asks for a form that is not there is told which are") {
  const auto rooms = make_rooms();
  const auto told = [](const Response& response) {
    REQUIRE(response.status == 406);
    const auto problem = catalog::parse_json(response.body).value();
    return std::string(problem["errors"].array().at(0)["detail"].string().value_or(""));
  };
  CHECK(told(rooms.get(kKnownActivity, {{"Accept", "image/png"}}))
        == "Vraag een van deze vormen: application/json, application/ld+json, text/calendar.");
  CHECK(told(rooms.send(Method::kPost, "/v1/plans", "{}",
                        {{"Accept", "image/png"}, {"Accept-Language", "en"}}))
        == "Ask for one of these forms: application/json, text/html, application/pdf, text/plain, "
           "text/calendar.");
}

TEST_CASE("a fault of a profile is in Dutch where neither client nor profile says otherwise") {
  const auto rooms = make_rooms();
  const auto language_of = [&rooms](const std::string& body, const Headers& headers) {
    const auto response = rooms.send(Method::kPost, "/v1/matches", body, headers);
    REQUIRE(response.status == 400);
    return std::string(find_header(response.headers, "Content-Language").value_or(""));
  };
  const Headers silent = {{"Content-Type", "application/json"}};
  CHECK(language_of(kUnknownPostcode, silent) == "nl");
  CHECK(language_of(R"({"language":"en","person":{"postcode":"9999"}})", silent) == "en");
  CHECK(language_of(R"({"language":"en","person":{"postcode":"9999"}})", json_in("nl")) == "nl");
  CHECK(language_of(R"({"language":"en","person":{"postcode":"9999"}})", json_in("fr")) == "en");
}

TEST_CASE("an answer says in which language its sentences are") {
  const auto rooms = make_rooms();
  const auto language_of = [](const Response& response) {
    REQUIRE(response.status == 200);
    return std::string(find_header(response.headers, "Content-Language").value_or(""));
  };
  CHECK(language_of(rooms.post("/v1/matches", "{}")) == "nl");
  CHECK(language_of(rooms.post("/v1/matches", R"({"language":"en"})")) == "en");
  CHECK(language_of(rooms.post("/v1/gaps", R"({"language":"en"})")) == "en");
  CHECK(language_of(rooms.get("/v1/activities", json_in("en"))) == "en");
}

TEST_CASE("what tells of a person is never kept on its way") {
  const auto rooms = make_rooms();
  const std::vector<Response> personal = {rooms.post("/v1/matches", "{}"),
                                          rooms.post("/v1/gaps", "{}"),
                                          rooms.post("/v1/plans", R"({"profile":{}})"),
                                          rooms.post("/v1/matches", "{"),
                                          rooms.post("/v1/gaps", kUnknownPostcode),
                                          rooms.get("/v1/activities?page=0")};
  for (const Response& response : personal) {
    CHECK(find_header(response.headers, "Cache-Control") == "no-store");
    CHECK_FALSE(find_header(response.headers, "ETag"));
  }
}

TEST_CASE("what the catalogue says is sent again only once it changed") {
  const auto rooms = make_rooms();
  for (const char* const path : {"/v1/activities?q=eten", kKnownActivity, "/v1/concepts"}) {
    INFO(path);
    const auto first = rooms.get(path);
    REQUIRE(first.status == 200);
    CHECK(find_header(first.headers, "Cache-Control") == "no-cache");
    const std::string tag(find_header(first.headers, "ETag").value_or(""));
    const auto again = rooms.get(path, {{"If-None-Match", "\"other\", W/" + tag}});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(find_header(again.headers, "ETag") == tag);
    CHECK(find_header(again.headers, "Cache-Control") == "no-cache");
    CHECK(rooms.get(path, {{"If-None-Match", "\"other\""}}).status == 200);
    CHECK(rooms.get(path, {{"If-None-Match", tag.substr(1)}}).status == 200);
  }
}

TEST_CASE("each form and language of a catalogue's answer has a tag of its own") {
  const auto rooms = make_rooms();
  const auto tag_of = [&rooms](const char* path, const Headers& headers) {
    return std::string(find_header(rooms.get(path, headers).headers, "ETag").value_or(""));
  };
  CHECK(tag_of(kKnownActivity, {}) != tag_of(kKnownActivity, {{"Accept", "application/ld+json"}}));
}

}  // namespace kring::service::tests
