// Which requests leave a trace, and what does it tell?
#include <vector>

#include <catch2/catch.hpp>

#include "service/api.h"
#include "service/guard.h"
#include "tests/service/rooms.h"

namespace kring::service::tests {
namespace {

const std::string kCorrelation = "7d444840-9dc0-11d1-b245-5ffdce74fad2";

Guard make_test_guard() {
  return make_guard(std::make_shared<
                    access::Gate>(access::GateOptions{.find_by_key = [](const access::ApiKey& key)
                                                          -> std::optional<access::Caller> {
    if (key.text != "kring_ward") return std::nullopt;
    return access::Caller{access::Identity::kKey, "key:ward", {access::Role::kRecordSystem}, {}};
  }}));
}

/// The service with a trail in memory.
struct TracedRooms {
  std::vector<audit::Entry> entries;
  Rooms rooms{make_stub_source(make_stub_matcher()),
              nullptr,
              make_test_guard(),
              {.tracing = {[this](const audit::Entry& entry) { entries.push_back(entry); }}}};

  Response post(const std::string& target, const std::string& body, Headers headers) const {
    headers.push_back({"Content-Type", "application/json"});
    return rooms.send(Method::kPost, target, body, std::move(headers));
  }
};

}  // namespace

TEST_CASE("a match leaves a trace of who, for what and with which result") {
  TracedRooms traced;
  const Response response = traced.post("/v1/matches", "{}",
                                        {{"X-API-Key", "kring_ward"},
                                         {"Kring-Purpose", "discharge"},
                                         {"X-Correlation-Id", kCorrelation}});
  CHECK(response.status == 200);
  CHECK(find_header(response.headers, "X-Correlation-Id") == kCorrelation);
  REQUIRE(traced.entries.size() == 1);
  const audit::Entry& entry = traced.entries.front();
  CHECK(entry.caller.who == "key:ward");
  CHECK(entry.action == "POST /v1/matches");
  CHECK(entry.purpose == audit::Purpose::kDischarge);
  CHECK(entry.status == 200);
  CHECK(entry.correlation == kCorrelation);
}

TEST_CASE("a refused request leaves a trace, and so does one with faults") {
  TracedRooms traced;
  CHECK(traced.post("/v1/gaps", "{}", {}).status == 401);
  CHECK(traced.post("/v1/gaps", "{", {{"X-API-Key", "kring_ward"}}).status == 400);
  REQUIRE(traced.entries.size() == 2);
  CHECK(traced.entries[0].caller.who == "anonymous");
  CHECK(traced.entries[0].status == 401);
  CHECK(traced.entries[1].status == 400);
}

TEST_CASE("reading the public catalogue leaves no trace") {
  TracedRooms traced;
  CHECK(traced.rooms.get("/v1/concepts").status == 200);
  CHECK(traced.rooms.get("/health/live").status == 200);
  CHECK(traced.rooms.get("/nothing").status == 404);
  CHECK(traced.entries.empty());
}

TEST_CASE("a purpose outside the list is a fault of the request, and is not repeated") {
  TracedRooms traced;
  const Response response = traced.post(
      "/v1/matches", "{}", {{"X-API-Key", "kring_ward"}, {"Kring-Purpose", "for Mrs De Vries"}});
  CHECK(response.status == 400);
  CHECK(response.body.find("social_support") != std::string::npos);
  CHECK(response.body.find("Vries") == std::string::npos);
  REQUIRE(traced.entries.size() == 1);
  CHECK(traced.entries.front().purpose == audit::Purpose::kNotStated);
}

TEST_CASE("what cannot be recorded is not answered") {
  const Rooms rooms(
      make_stub_source(make_stub_matcher()), nullptr, make_test_guard(),
      {.tracing = {[](const audit::Entry&) { throw catalog::Error("the disk is full"); }}});
  const Response response =
      rooms.send(Method::kPost, "/v1/matches", "{}",
                 {{"X-API-Key", "kring_ward"}, {"Content-Type", "application/json"}});
  CHECK(response.status == 503);
  CHECK(response.body.find("no_audit_trail") != std::string::npos);
  CHECK(response.body.find("matches") == std::string::npos);
  CHECK(rooms.log().find("the disk is full") != std::string::npos);
  CHECK(rooms.get("/v1/concepts").status == 200);
}

}  // namespace kring::service::tests
