// What does a refused caller read, and does a route learn who asks?
#include "service/guard.h"

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "tests/service/rooms.h"

namespace kring::service::tests {
namespace {

Guard make_test_guard(access::GateOptions options = {}) {
  options.find_by_key = [](const access::ApiKey& key) -> std::optional<access::Caller> {
    if (key.text != "kring_auditor") return std::nullopt;
    return access::Caller{access::Identity::kKey, "key:1", {access::Role::kAuditor}, {}};
  };
  return make_guard(std::make_shared<access::Gate>(std::move(options)));
}

Rooms make_guarded_rooms(access::GateOptions options = {}) {
  return Rooms(make_stub_source(make_stub_matcher()), nullptr, make_test_guard(std::move(options)));
}

std::string challenge_of(const Response& response) {
  return std::string(find_header(response.headers, "WWW-Authenticate").value_or(""));
}

}  // namespace

TEST_CASE("who has no key reads how to get one, in Dutch and in English") {
  const Rooms rooms = make_guarded_rooms();
  const Response dutch = rooms.post("/v1/matches", "{}");
  CHECK(dutch.status == 401);
  CHECK(challenge_of(dutch) == "Bearer realm=\"kring\"");
  CHECK(find_header(dutch.headers, "Content-Type") == "application/problem+json");
  CHECK(dutch.body.find("kring keys create") != std::string::npos);
  const Response english =
      rooms.send(Method::kPost, "/v1/matches", "{}", {{"Accept-Language", "en"}});
  CHECK(english.body.find("The operator makes one") != std::string::npos);
  CHECK(rooms.get("/v1/concepts").status == 200);
}

TEST_CASE("who has the wrong key or the wrong role reads so") {
  const Rooms rooms = make_guarded_rooms();
  const Response wrong = rooms.get("/v1/concepts", {{"X-API-Key", "kring_x"}});
  CHECK(wrong.status == 401);
  CHECK(challenge_of(wrong) == "Bearer realm=\"kring\", error=\"invalid_token\"");
  const Response lacking =
      rooms.send(Method::kPost, "/v1/matches", "{}", {{"X-API-Key", "kring_auditor"}});
  CHECK(lacking.status == 403);
  CHECK(challenge_of(lacking) == "Bearer realm=\"kring\", error=\"insufficient_scope\"");
  CHECK(catalog::parse_json(lacking.body).value()["code"].string() == "forbidden");
}

TEST_CASE("who has a token of which the issuer's keys are awaited reads when to send it again") {
  const Rooms rooms = make_guarded_rooms({.find_by_token = [](const access::BearerToken&) {
    return access::Denial{.refusal = access::Refusal::kIssuerAwaited,
                          .retry_after = std::chrono::seconds(17)};
  }});
  const Response awaited = rooms.get("/v1/concepts", {{"Authorization", "Bearer a.b.c"}});
  CHECK(awaited.status == 503);
  CHECK(find_header(awaited.headers, "Retry-After") == "17");
  CHECK(challenge_of(awaited).empty());
  CHECK(catalog::parse_json(awaited.body).value()["code"].string() == "issuer_awaited");
}

TEST_CASE("who asks too often reads how long to wait") {
  const Rooms rooms = make_guarded_rooms({.anonymous_rate = {0.1, 1}});
  CHECK(rooms.get("/v1/concepts").status == 200);
  const Response refused = rooms.get("/v1/concepts");
  CHECK(refused.status == 429);
  CHECK(find_header(refused.headers, "Retry-After") == "10");
}

TEST_CASE("a refused request reaches no handler, and an admitted one brings its caller") {
  Router router;
  router.set_guard(make_test_guard({.network = access::Unnamed::kTrusted}));
  std::string who;
  router.add(Method::kPost, "/v1/gaps", [&who](const Call& call) {
    who = call.caller.who;
    return Response{};
  });
  Request request;
  request.method = Method::kPost;
  request.segments = {"v1", "gaps"};
  CHECK(router.route(request).response.status == 200);
  CHECK(who == "anonymous");
  who.clear();
  request.headers = {{"X-API-Key", "kring_auditor"}};
  CHECK(router.route(request).response.status == 403);
  CHECK(who.empty());
}

TEST_CASE("a guard that fails lets nobody in") {
  Router router;
  router.set_guard([](const Call&, Method, std::string_view) -> Admission {
    throw catalog::Error("the keys are gone");
  });
  bool is_reached = false;
  router.add(Method::kGet, "/things", [&is_reached](const Call&) {
    is_reached = true;
    return Response{};
  });
  Request request;
  request.segments = {"things"};
  const Routed routed = router.route(request);
  CHECK(routed.response.status == 500);
  CHECK(routed.failure == "the keys are gone");
  CHECK_FALSE(is_reached);
}

}  // namespace kring::service::tests
