// Does every route stand in the table of needs, and nothing else?
#include "service/access/needs.h"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "service/commands/store_open_data.h"
#include "service/routes/routes.h"
#include "tests/service/running_server.h"
#include "tests/service/stub_matcher.h"

namespace kring::service::access {
namespace {

/// A router with every route that the service may have.
std::shared_ptr<const Router> make_whole_router() {
  static const CurrentMatcher kMatchers(tests::make_stub_source(tests::make_stub_matcher()));
  static const StoreOpenData kOpenData("absent.db", "absent-list.db");
  static Login login({}, {}, {});
  static Handovers handovers(tests::make_fixed_clock());
  Surroundings surroundings{kMatchers, tests::make_fixed_clock(), &kOpenData};
  surroundings.metrics = [] { return ""; };
  surroundings.login = &login;
  surroundings.handovers = &handovers;
  static const Tiles kTiles{"absent", "Hoogwater"};
  surroundings.tiles = &kTiles;
  return make_router(surroundings);
}

}  // namespace

TEST_CASE("every route of the service stands in the table of needs") {
  const auto router = make_whole_router();
  for (const auto& [method, pattern] : router->list_routes()) {
    CAPTURE(service::name_of(method), pattern);
    CHECK(find_need(method, pattern) != nullptr);
  }
}

TEST_CASE("the table names no route twice and none that the service lacks") {
  const auto router = make_whole_router();
  const auto routes = router->list_routes();
  for (const Need& need : needs()) {
    CAPTURE(service::name_of(need.method), need.pattern);
    CHECK(std::count(routes.begin(), routes.end(), std::pair(need.method, need.pattern)) == 1);
    CHECK(find_need(need.method, need.pattern) == &need);
  }
}

TEST_CASE("what tells of a person needs a role and leaves a trace") {
  for (const char* pattern :
       {"/v1/matches", "/v1/gaps", "/v1/plans", "/v1/handovers", "/v1/handovers/claims"}) {
    const Need* const need = find_need(Method::kPost, pattern);
    REQUIRE(need != nullptr);
    CHECK(need->entrance == Entrance::kRoles);
    CHECK(need->trace == Trace::kAlways);
  }
}

TEST_CASE("a route that needs a role names one, and no other does") {
  for (const Need& need : needs()) {
    CAPTURE(need.pattern);
    CHECK((need.entrance == Entrance::kRoles) != need.roles.empty());
  }
}

}  // namespace kring::service::access
