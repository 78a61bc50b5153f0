// Does each client get its turn?
#include "service/http/turns.h"

#include <string>
#include <thread>

#include <catch2/catch.hpp>

namespace kring::service::tests {
namespace {

using namespace std::chrono_literals;

constexpr Turns::ClientId kAlbert = 1;
constexpr Turns::ClientId kBep = 2;

}  // namespace

TEST_CASE("one work of each client is done in turn, and a client's own in their order") {
  Turns turns;
  std::string done;
  for (const char* const work : {"a1", "a2", "a3"})
    turns.add(kAlbert, [&done, work] { done += work; });
  for (const char* const work : {"b1", "b2"})
    turns.add(kBep, [&done, work] { done += work; });
  for (int i = 0; i < 5; ++i)
    turns.take()();
  CHECK(done == "a1b1a2b2a3");
}

TEST_CASE("a client is behind with many works waiting, or with one that waits long") {
  Turns turns;
  CHECK_FALSE(turns.is_behind(kAlbert, 1, 0ms));
  turns.add(kAlbert, [] {});
  CHECK(turns.is_behind(kAlbert, 1, 1h));
  CHECK_FALSE(turns.is_behind(kAlbert, 2, 1h));
  std::this_thread::sleep_for(2ms);
  CHECK(turns.is_behind(kAlbert, 2, 1ms));
  CHECK_FALSE(turns.is_behind(kBep, 1, 0ms));
  turns.take();
  CHECK_FALSE(turns.is_behind(kAlbert, 1, 0ms));
}

}  // namespace kring::service::tests
