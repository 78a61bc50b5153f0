// Is a token for one request taken once, and remembered until it expires?
#include "service/access/spent_tokens.h"

#include <atomic>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

namespace kring::service::access::tests {
namespace {

using catalog::Json;

constexpr std::int64_t kNow = 1'795'000'000;  ///< seconds since 1970

std::chrono::system_clock::time_point at(std::int64_t seconds) {
  return std::chrono::system_clock::time_point(std::chrono::seconds(seconds));
}

Json make_claims(Json id, std::int64_t expires) {
  return Json::Object{{"jti", std::move(id)}, {"exp", expires}};
}

}  // namespace

TEST_CASE("a token is taken the first time, and refused until it has expired") {
  SpentTokens spent;
  const Json claims = make_claims("1", kNow + 600);
  CHECK_FALSE(spent.spend(claims, at(kNow)));
  CHECK(spent.spend(claims, at(kNow)) == TokenFault::kReplayed);
  CHECK(spent.spend(claims, at(kNow + 659)) == TokenFault::kReplayed);
  CHECK_FALSE(spent.spend(make_claims("2", kNow + 600), at(kNow)));
}

TEST_CASE("a token without an id to know it by is refused") {
  SpentTokens spent;
  for (const Json& id : {Json(), Json(""), Json(7), Json(std::string(257, 'a'))})
    CHECK(spent.spend(make_claims(id, kNow + 600), at(kNow)) == TokenFault::kNoTokenId);
  CHECK(spent.spend(Json::Object{{"exp", kNow + 600}}, at(kNow)) == TokenFault::kNoTokenId);
}

TEST_CASE("a token that would have to be remembered for long is refused") {
  SpentTokens spent;
  CHECK(spent.spend(make_claims("1", kNow + 661), at(kNow)) == TokenFault::kLongLived);
  CHECK_FALSE(spent.spend(make_claims("1", kNow + 660), at(kNow)));
}

TEST_CASE("tokens are remembered up to a number, and none is forgotten early") {
  SpentTokens spent;
  for (std::size_t i = 0; i < kMaxSpentTokens; ++i)
    REQUIRE_FALSE(spent.spend(make_claims(std::to_string(i), kNow + 600), at(kNow)));
  const Json next = make_claims("next", kNow + 1'200);
  CHECK(spent.spend(next, at(kNow + 659)) == TokenFault::kCrowded);
  CHECK_FALSE(spent.spend(next, at(kNow + 660)));
  CHECK(spent.spend(next, at(kNow + 660)) == TokenFault::kReplayed);
}

TEST_CASE("of threads that send one token at once, one gets in") {
  SpentTokens spent;
  const Json claims = make_claims("1", kNow + 600);
  std::atomic<int> taken = 0;
  static constexpr std::size_t kThreads = 4;
  std::vector<std::thread> threads;
  threads.reserve(kThreads);
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (int turn = 0; turn < 100; ++turn)
        if (!spent.spend(claims, at(kNow))) ++taken;
    });
  }
  for (std::thread& thread : threads)
    thread.join();
  CHECK(taken == 1);
}

}  // namespace kring::service::access::tests
