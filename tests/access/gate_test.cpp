// Who is let in, by their place, their credential and their role?
#include "service/access/gate.h"

#include <catch2/catch.hpp>

namespace kring::service::access {
namespace {

Request make_request(ClientPlace place, Headers headers = {}) {
  Request request;
  request.headers = std::move(headers);
  request.client = {place, place == ClientPlace::kThisMachine ? "127.0.0.1" : "192.0.2.7"};
  return request;
}

/// Knows "kring_<role>" as the key of a caller with that role.
std::optional<Caller> find_by_role(const ApiKey& key) {
  const auto role = find_role(std::string_view(key.text).substr(kKeyPrefix.size()));
  if (!role) return std::nullopt;
  return Caller{Identity::kKey, "key:" + std::string(name_of(*role)), {*role}, {"GM0268", ""}};
}

GateOptions make_options() {
  return {.find_by_key = find_by_role};
}

/// What happens to a request for a route: who is let in, or the refusal.
std::variant<Caller, Refusal> ask(const Request& request,
                                  Method method,
                                  std::string_view pattern,
                                  const GateOptions& options = make_options()) {
  Gate gate(options);
  auto admitted = gate.admit(request, method, pattern);
  if (const auto* denial = std::get_if<Denial>(&admitted)) return denial->refusal;
  return std::get<Caller>(admitted);
}

bool is_refused(const std::variant<Caller, Refusal>& outcome, Refusal refusal) {
  const auto* found = std::get_if<Refusal>(&outcome);
  return found != nullptr && *found == refusal;
}

Headers with_key(const std::string& role) {
  return {{"X-API-Key", std::string(kKeyPrefix) + role}};
}

}  // namespace

TEST_CASE("who asks on this machine matches without a key, and who asks elsewhere does not") {
  const auto here = ask(make_request(ClientPlace::kThisMachine), Method::kPost, "/v1/matches");
  CHECK(std::get<Caller>(here).identity == Identity::kLocal);
  const auto there = ask(make_request(ClientPlace::kElsewhere), Method::kPost, "/v1/matches");
  CHECK(is_refused(there, Refusal::kNoCredential));
}

TEST_CASE("where this machine is trusted no more than others, it needs a key too") {
  GateOptions options = make_options();
  options.local = Unnamed::kPublicOnly;
  const auto here =
      ask(make_request(ClientPlace::kThisMachine), Method::kPost, "/v1/plans", options);
  CHECK(is_refused(here, Refusal::kNoCredential));
}

TEST_CASE("where everyone is trusted, nobody needs a key to match") {
  GateOptions options = make_options();
  options.network = Unnamed::kTrusted;
  const auto there =
      ask(make_request(ClientPlace::kElsewhere), Method::kPost, "/v1/matches", options);
  CHECK(std::get<Caller>(there).identity == Identity::kAnonymous);
}

TEST_CASE("anyone reads the public catalogue and the health of the service") {
  const auto request = make_request(ClientPlace::kElsewhere);
  CHECK(std::holds_alternative<Caller>(ask(request, Method::kGet, "/v1/activities")));
  CHECK(std::holds_alternative<Caller>(ask(request, Method::kGet, "/health/ready")));
  CHECK(is_refused(ask(request, Method::kGet, "/metrics"), Refusal::kNoCredential));
}

TEST_CASE("a key opens what its roles open and nothing else") {
  const auto place = ClientPlace::kElsewhere;
  for (const char* role : {"professional", "record_system"}) {
    const auto in = ask(make_request(place, with_key(role)), Method::kPost, "/v1/matches");
    CHECK(std::get<Caller>(in).scope.municipality == "GM0268");
  }
  for (const char* role : {"editor", "publisher", "owner", "admin", "auditor", "monitor"}) {
    CAPTURE(role);
    const auto out = ask(make_request(place, with_key(role)), Method::kPost, "/v1/matches");
    CHECK(is_refused(out, Refusal::kForbidden));
  }
  const auto figures = ask(make_request(place, with_key("monitor")), Method::kGet, "/metrics");
  CHECK(std::holds_alternative<Caller>(figures));
}

TEST_CASE("a credential that is not valid lets nobody in, not even where none is needed") {
  const auto place = ClientPlace::kThisMachine;
  const auto key = ask(make_request(place, with_key("x")), Method::kGet, "/v1/activities");
  CHECK(is_refused(key, Refusal::kBadCredential));
  const Headers token = {{"Authorization", "Bearer a.b.c"}};
  const auto unknown = ask(make_request(place, token), Method::kPost, "/v1/matches");
  CHECK(is_refused(unknown, Refusal::kBadCredential));
}

TEST_CASE("a route that the table lacks is refused to everyone") {
  const auto request = make_request(ClientPlace::kThisMachine, with_key("admin"));
  CHECK(is_refused(ask(request, Method::kGet, "/v1/secrets"), Refusal::kForbidden));
  CHECK(is_refused(ask(request, Method::kDelete, "/v1/activities"), Refusal::kForbidden));
}

TEST_CASE("wrong keys cannot be tried without end") {
  GateOptions options = make_options();
  options.anonymous_rate = {0.001, 2};
  Gate gate(options);
  const auto request = make_request(ClientPlace::kElsewhere, with_key("x"));
  const auto refusal_of = [&] {
    return std::get<Denial>(gate.admit(request, Method::kPost, "/v1/matches")).refusal;
  };
  CHECK(refusal_of() == Refusal::kBadCredential);
  CHECK(refusal_of() == Refusal::kBadCredential);
  CHECK(refusal_of() == Refusal::kTooManyRequests);
}

TEST_CASE("an editor's right ends at the municipality, and an owner's at the organisation") {
  const Caller editor{Identity::kKey, "key:a", {Role::kEditor}, {"GM0268", ""}};
  CHECK(may_edit(editor, "GM0268"));
  CHECK_FALSE(may_edit(editor, "GM0202"));
  CHECK_FALSE(may_edit(editor, ""));
  CHECK_FALSE(may_publish(editor, "GM0268"));
  const Caller owner{Identity::kKey, "key:b", {Role::kOwner}, {"", "o1"}};
  CHECK(owns(owner, "o1"));
  CHECK_FALSE(owns(owner, "o2"));
  CHECK_FALSE(owns(Caller{}, ""));
}

}  // namespace kring::service::access
