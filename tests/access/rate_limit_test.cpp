// Is a client held to its rate, and is memory bounded?
#include "service/access/rate_limit.h"

#include <catch2/catch.hpp>

namespace kring::service::access {
namespace {

using namespace std::chrono_literals;

/// A clock that stands still until it is moved.
struct Watch {
  std::chrono::steady_clock::time_point now{};
  [[nodiscard]] SteadyClock clock() const {
    return [this] { return now; };
  }
};

}  // namespace

TEST_CASE("who asks too often waits until a token is back") {
  Watch watch;
  RateLimit limit({0.5, 2}, watch.clock());
  CHECK_FALSE(limit.take("a"));
  CHECK_FALSE(limit.take("a"));
  CHECK(limit.take("a") == 2s);
  CHECK_FALSE(limit.take("b"));
  watch.now += 1s;
  CHECK(limit.take("a") == 1s);
  watch.now += 1s;
  CHECK_FALSE(limit.take("a"));
}

TEST_CASE("a client that rests has its burst back and no more") {
  Watch watch;
  RateLimit limit({1, 2}, watch.clock());
  CHECK_FALSE(limit.take("a"));
  watch.now += 1h;
  CHECK_FALSE(limit.take("a"));
  CHECK_FALSE(limit.take("a"));
  CHECK(limit.take("a"));
}

TEST_CASE("beyond its number of clients it forgets who asked longest ago") {
  Watch watch;
  RateLimit limit({1, 1}, watch.clock(), 2);
  CHECK_FALSE(limit.take("a"));
  CHECK_FALSE(limit.take("b"));
  CHECK(limit.take("a"));
  CHECK_FALSE(limit.take("c"));
  CHECK(limit.take("a"));
  CHECK_FALSE(limit.take("b"));
}

}  // namespace kring::service::access
