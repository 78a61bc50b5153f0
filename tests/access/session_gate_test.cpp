// Who is let in by a session, and is a request refused that another site had the browser send?
#include <catch2/catch.hpp>

#include "service/access/gate.h"

namespace kring::service::access {
namespace {

const Header kOwn{"Sec-Fetch-Site", "same-origin"};
const Header kLoggedIn{"Cookie", "__Host-kring-session=ab12"};

Gate make_gate() {
  return Gate({.sessions = SessionEntrance{
                   "__Host-kring-session", "https://kring.example",
                   [](std::string_view number) -> std::optional<Caller> {
                     if (number != "ab12") return std::nullopt;
                     return Caller{Identity::kToken, "token:i#u", {Role::kProfessional}, {}};
                   }}});
}

/// "" where let in.
std::optional<Refusal> find_refusal(Method method, std::string_view pattern, Headers headers) {
  Gate gate = make_gate();
  Request request;
  request.client = {ClientPlace::kElsewhere, "192.0.2.7"};
  request.headers = std::move(headers);
  const auto admitted = gate.admit(request, method, pattern);
  const auto* const denial = std::get_if<Denial>(&admitted);
  if (denial == nullptr) return std::nullopt;
  return denial->refusal;
}

}  // namespace

TEST_CASE("who is logged in may what their roles may") {
  CHECK_FALSE(find_refusal(Method::kPost, "/v1/matches", {kLoggedIn, kOwn}));
  CHECK(find_refusal(Method::kGet, "/metrics", {kLoggedIn}) == Refusal::kForbidden);
  CHECK_FALSE(find_refusal(Method::kGet, "/v1/concepts", {kLoggedIn}));
}

TEST_CASE("who is not logged in, or not any more, reads the public part and is told to log in") {
  const Header ended{"Cookie", "__Host-kring-session=cd34"};
  for (const Headers& headers : {Headers{}, Headers{ended, kOwn}}) {
    CHECK(find_refusal(Method::kPost, "/v1/matches", headers) == Refusal::kNotLoggedIn);
    CHECK_FALSE(find_refusal(Method::kGet, "/v1/concepts", headers));
  }
}

TEST_CASE("what another site had the browser send is refused, and what only reads is not") {
  const Header other{"Sec-Fetch-Site", "cross-site"};
  CHECK(find_refusal(Method::kPost, "/v1/matches", {kLoggedIn, other}) == Refusal::kCrossSite);
  CHECK(find_refusal(Method::kPost, "/v1/matches", {kLoggedIn}) == Refusal::kCrossSite);
  CHECK(find_refusal(Method::kPost, "/logout", {kLoggedIn, {"Origin", "https://evil.example"}})
        == Refusal::kCrossSite);
  CHECK_FALSE(find_refusal(Method::kPost, "/logout", {kLoggedIn, kOwn}));
  CHECK_FALSE(find_refusal(Method::kGet, "/v1/concepts", {kLoggedIn, other}));
}

TEST_CASE("a key that goes along counts, not the session") {
  CHECK(find_refusal(Method::kPost, "/v1/matches", {kLoggedIn, kOwn, {"X-API-Key", "kring_x"}})
        == Refusal::kBadCredential);
}

}  // namespace kring::service::access
