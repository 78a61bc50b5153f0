// Does a patient come from a record system to the page once, for a while, and leave no trace?
#include "service/handovers.h"

#include <array>
#include <chrono>
#include <future>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "service/api.h"
#include "service/handover.h"
#include "service/http/target.h"
#include "service/idempotency_key.h"
#include "service/routes/routes.h"
#include "tests/service/running_server.h"
#include "tests/service/stub_matcher.h"

namespace kring::service::tests {
namespace {

constexpr const char* kFields =
    R"({"person":{"postcode":"6822","age":45},"needs":[{"concept":"peer_group"}]})";

/// The service with handovers and a clock that a test moves.
class HandingRooms {
 public:
  HandingRooms()
      : matchers_(make_stub_source(make_stub_matcher())),
        handovers_([this] { return now_; }),
        application_(make_application(make_router(make_surroundings()), make_stream_log(log_))) {}

  Response post(const std::string& target, std::string body, Headers more = {}) const {
    const auto parsed = parse_target(target).value();
    more.push_back({"Content-Type", "application/json"});
    return application_.handle(
        {Method::kPost, parsed.segments, parsed.query, std::move(more), std::move(body)});
  }
  /// With the header Idempotency-Key.
  [[nodiscard]] Response post_with_key(std::string body, const std::string& key) const {
    return post("/v1/handovers", std::move(body), {{"Idempotency-Key", key}});
  }
  /// The ticket of kFields.
  [[nodiscard]] catalog::Json hand_over() const {
    const Response response = post("/v1/handovers", kFields);
    REQUIRE(response.status == 201);
    return *catalog::parse_json(response.body);
  }
  [[nodiscard]] Response claim(std::string_view token) const {
    return post("/v1/handovers/claims", R"({"token":")" + std::string(token) + R"("})");
  }
  void wait(std::chrono::seconds time) { now_ += time; }
  [[nodiscard]] std::string log() const { return log_.str(); }
  Handovers& handovers() { return handovers_; }

 private:
  [[nodiscard]] Surroundings make_surroundings() {
    return {.matchers = matchers_,
            .clock = make_fixed_clock(),
            .public_address = "https://kring.example.org",
            .handovers = &handovers_};
  }

  std::chrono::system_clock::time_point now_ = make_fixed_clock()();
  std::ostringstream log_;
  CurrentMatcher matchers_;
  Handovers handovers_;
  Application application_;
};

std::string token_of(const catalog::Json& ticket) {
  return std::string(ticket["token"].string().value());
}

bool is_kept(const std::variant<HandoverTicket, NotKept>& kept) {
  return std::holds_alternative<HandoverTicket>(kept);
}

/// The pointers of what is refused in a body.
std::vector<std::string> refused_in(const std::string& body) {
  std::vector<std::string> pointers;
  const auto handover = parse_handover(*catalog::parse_json(body));
  if (handover) return pointers;
  for (const catalog::Problem& problem : handover.error())
    pointers.push_back(problem.pointer);
  return pointers;
}

/// As many more as there is room for.
void fill(Handovers& handovers) {
  for (std::size_t count = 0; count < kMaxHandovers; ++count) {
    static_cast<void>(handovers.keep("{}", "key:" + std::to_string(count / kMaxHandoversOfOne)));
  }
}

}  // namespace

TEST_CASE("a token opens what was handed over, once") {
  const HandingRooms rooms;
  const auto ticket = rooms.hand_over();
  const Response response = rooms.claim(token_of(ticket));
  CHECK(response.status == 200);
  CHECK(*catalog::parse_json(response.body) == *catalog::parse_json(kFields));
  CHECK(find_header(response.headers, "Cache-Control") == "no-store");
  const Response again = rooms.claim(token_of(ticket));
  CHECK(again.status == 404);
  CHECK(again.body.find("handover_gone") != std::string::npos);
}

TEST_CASE("the link says nothing of the patient, and its token never reaches a server's log") {
  const HandingRooms rooms;
  const auto ticket = rooms.hand_over();
  CHECK(ticket["link"].string()
        == "https://kring.example.org/ontslag#overdracht=" + token_of(ticket));
  CHECK(token_of(ticket).size() == kHandoverTokenBytes * 2);
  CHECK(token_of(ticket) != token_of(rooms.hand_over()));
  static_cast<void>(rooms.claim(token_of(ticket)));
  CHECK(rooms.log().find(token_of(ticket)) == std::string::npos);
  CHECK(rooms.log().find("6822") == std::string::npos);
  CHECK(rooms.log().find("/v1/handovers/claims 200") != std::string::npos);
}

TEST_CASE("a token lives for a while, and the ticket says until when") {
  HandingRooms rooms;
  const auto ticket = rooms.hand_over();
  CHECK(ticket["expires_at"].string().value().ends_with("Z"));
  rooms.wait(kHandoverLife);
  CHECK(rooms.claim(token_of(ticket)).status == 404);
  const auto other = rooms.hand_over();
  rooms.wait(kHandoverLife - std::chrono::seconds(1));
  CHECK(rooms.claim(token_of(other)).status == 200);
}

TEST_CASE("only so many wait at once, and those that nobody came for make room") {
  HandingRooms rooms;
  fill(rooms.handovers());
  CHECK(rooms.post("/v1/handovers", kFields).status == 503);
  rooms.wait(kHandoverLife);
  rooms.handovers().drop_expired();
  CHECK(rooms.post("/v1/handovers", kFields).status == 201);
}

TEST_CASE("one caller cannot take the room of all others") {
  HandingRooms rooms;
  for (std::size_t count = 0; count < kMaxHandoversOfOne; ++count)
    REQUIRE(is_kept(rooms.handovers().keep("{}", "key:1")));
  CHECK_FALSE(is_kept(rooms.handovers().keep("{}", "key:1")));
  CHECK(is_kept(rooms.handovers().keep("{}", "key:2")));
}

TEST_CASE("who asks again with the same key gets the same ticket, and nothing waits twice") {
  HandingRooms rooms;
  const std::string key = "8e03978e-40d5-43dd-bc93-6894a57f9324";
  const Response first = rooms.post_with_key(kFields, key);
  REQUIRE(first.status == 201);
  rooms.wait(std::chrono::seconds(60));
  const Response again = rooms.post_with_key(kFields, key);
  CHECK(again.status == 201);
  CHECK(again.body == first.body);
  CHECK(rooms.post_with_key(kFields, '"' + key + '"').body == first.body);
  CHECK(rooms.post_with_key(kFields, "another").body != first.body);
  CHECK(rooms.log().find(key) == std::string::npos);
  const std::string token = token_of(*catalog::parse_json(first.body));
  CHECK(rooms.claim(token).status == 200);
  CHECK(rooms.claim(token).status == 404);
}

TEST_CASE("a key is refused for other fields while the first wait, and free after that") {
  HandingRooms rooms;
  const Response first = rooms.post_with_key(kFields, "k");
  const Response other = rooms.post_with_key("{}", "k");
  CHECK(other.status == 422);
  CHECK(other.body.find("idempotency_key_reused") != std::string::npos);
  static_cast<void>(rooms.claim(token_of(*catalog::parse_json(first.body))));
  const Response claimed = rooms.post_with_key(kFields, "k");
  CHECK(claimed.status == 201);
  CHECK(claimed.body != first.body);
  rooms.wait(kHandoverLife);
  CHECK(rooms.post_with_key("{}", "k").status == 201);
}

TEST_CASE("a key is one caller's own") {
  HandingRooms rooms;
  const auto one = rooms.handovers().keep("{}", "key:1", "k");
  const auto other = rooms.handovers().keep("{}", "key:2", "k");
  REQUIRE(is_kept(other));
  CHECK(std::get<HandoverTicket>(one).token != std::get<HandoverTicket>(other).token);
}

TEST_CASE("a repeat is answered where there is no room for another") {
  HandingRooms rooms;
  const Response first = rooms.post_with_key(kFields, "k");
  fill(rooms.handovers());
  CHECK(rooms.post("/v1/handovers", kFields).status == 503);
  CHECK(rooms.post_with_key(kFields, "k").body == first.body);
}

TEST_CASE("of requests with one key at once, one is kept") {
  HandingRooms rooms;
  std::array<std::future<std::variant<HandoverTicket, NotKept>>, 8> asked;
  for (auto& answer : asked) {
    answer = std::async(std::launch::async,
                        [&rooms] { return rooms.handovers().keep("{}", "key:1", "k"); });
  }
  std::set<std::string> tokens;
  for (auto& answer : asked)
    tokens.insert(std::get<HandoverTicket>(answer.get()).token);
  CHECK(tokens.size() == 1);
}

TEST_CASE("a key that is none is refused, and not repeated") {
  const HandingRooms rooms;
  for (const std::string& key :
       {std::string(), std::string("\"\""), std::string("jan jansen"), std::string("a\"b"),
        std::string("a\\b"), std::string("caf\xC3\xA9"),
        std::string(kMaxIdempotencyKey + 1, 'k')}) {
    const Response response = rooms.post_with_key(kFields, key);
    CHECK(response.status == 400);
    CHECK(response.body.find("bad_idempotency_key") != std::string::npos);
    CHECK(response.body.find("jan jansen") == std::string::npos);
  }
  CHECK(rooms.post_with_key(kFields, std::string(kMaxIdempotencyKey, 'k')).status == 201);
  CHECK(rooms.post("/v1/handovers", kFields, {{"Idempotency-Key", "a"}, {"idempotency-key", "a"}})
            .status
        == 400);
}

TEST_CASE("no more of a patient is taken than the page asks, and that is checked as a profile is") {
  CHECK(refused_in(kFields).empty());
  CHECK(refused_in("{}").empty());
  CHECK(refused_in(R"({"network":{"contacts":[]},"person":{"gender":"woman"},
                       "practical":{"access_needs":["quiet"]}})")
        == std::vector<std::string>{"/network", "/person/gender", "/practical/access_needs"});
  CHECK(refused_in(R"({"needs":[{"text":"a"},{"text":"b"},{"text":"c"}]})")
        == std::vector<std::string>{"/needs"});
  CHECK(refused_in(R"({"person":{"age":"oud","postcode":"12"}})").size() == 2);
}

TEST_CASE("what is no handover or no claim is refused") {
  const HandingRooms rooms;
  CHECK(rooms.post("/v1/handovers", "[]").status == 400);
  CHECK(rooms.post("/v1/handovers?x=1", kFields).status == 400);
  for (const char* body : {"{}", "[]", R"({"token":1})", R"({"token":"a","more":1})"})
    CHECK(rooms.post("/v1/handovers/claims", body).status == 400);
  CHECK(rooms.claim("").status == 404);
}

}  // namespace kring::service::tests
