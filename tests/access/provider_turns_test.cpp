// Does everyone who waits for the provider get a turn, however often others ask?
#include "service/access/provider_turns.h"

#include <vector>

#include <catch2/catch.hpp>

#include "service/access/issuer_keys.h"
#include "service/access/provider_endpoints.h"

namespace kring::service::access {
namespace {

using namespace std::chrono_literals;
using Turns = std::vector<ProviderTurns::Turn>;

struct Room {
  std::chrono::steady_clock::time_point now{1h};
  ProviderTurns turns{[this] { return now; }};

  std::optional<ProviderTurns::Turn> take(ClientKey client) {
    return turns.take(client, kTurnsOfClient);
  }

  /// As many as the client gets.
  Turns take_all(ClientKey client) {
    Turns taken;
    while (auto turn = take(client))
      taken.push_back(std::move(*turn));
    return taken;
  }
};

/// All turns, by clients 1, 2 and so on.
Turns fill(Room& room) {
  Turns taken;
  for (ClientKey client = 1; taken.size() < kTurns; ++client) {
    for (auto& turn : room.take_all(client))
      taken.push_back(std::move(turn));
  }
  return taken;
}

constexpr ClientKey kNurse = 1'000;
constexpr ClientKey kFlood = 2'000;

}  // namespace

TEST_CASE("one client has some of the turns, and others the rest") {
  Room room;
  const Turns flood = room.take_all(kFlood);
  CHECK(flood.size() == kTurnsOfClient);
  CHECK(room.take_all(kNurse).size() == kTurnsOfClient);
  CHECK(room.turns.take(kNurse, kTurns));
}

TEST_CASE("a turn that is over is another's") {
  Room room;
  Turns taken = fill(room);
  CHECK(taken.size() == kTurns);
  CHECK_FALSE(room.take(kNurse));
  taken.pop_back();
  CHECK(room.take(kNurse));
}

TEST_CASE("who waited first goes first, and asking often brings nobody forward") {
  Room room;
  Turns taken = fill(room);
  CHECK_FALSE(room.take(kNurse));
  for (int time = 0; time < 50; ++time)
    CHECK_FALSE(room.take(kFlood));
  taken.pop_back();
  CHECK_FALSE(room.take(kFlood));
  room.now += kComeBackAfter;
  const auto turn = room.take(kNurse);
  CHECK(turn);
  CHECK_FALSE(room.take(kFlood));
  taken.pop_back();
  CHECK(room.take(kFlood));
}

TEST_CASE("those that nobody knows apart may have every turn, and yet keep nobody else out") {
  Room room;
  Turns taken;
  while (auto turn = room.turns.take(kFlood, kTurns))
    taken.push_back(std::move(*turn));
  CHECK(taken.size() == kTurns);
  CHECK_FALSE(room.take(kNurse));
  taken.pop_back();
  for (int time = 0; time < 50; ++time)
    CHECK_FALSE(room.turns.take(kFlood, kTurns));
  CHECK(room.take(kNurse));
}

TEST_CASE("who does not come back loses the place in the line") {
  Room room;
  Turns taken = fill(room);
  CHECK_FALSE(room.take(kFlood));
  room.now += kPlaceKeptFor - 1s;
  CHECK_FALSE(room.take(kNurse));
  taken.pop_back();
  CHECK_FALSE(room.take(kNurse));
  room.now += 1s;
  CHECK(room.take(kNurse));
}

TEST_CASE("the line ends somewhere, and who finds no place in it stands there later") {
  Room room;
  Turns taken = fill(room);
  for (ClientKey client = 0; client < kMaxWaitingClients; ++client)
    CHECK_FALSE(room.take(10'000 + client));
  CHECK_FALSE(room.take(kNurse));
  taken.clear();
  CHECK_FALSE(room.take(kNurse));
  room.now += kPlaceKeptFor;
  CHECK(room.take(kNurse));
}

TEST_CASE("a provider that is silent is left alone for a while, and what it told before holds") {
  std::chrono::steady_clock::time_point now{1h};
  int asked = 0;
  bool is_up = true;
  ProviderEndpoints endpoints(
      "https://a.example",
      [&](const std::string&) -> std::optional<std::string> {
        ++asked;
        if (!is_up) return std::nullopt;
        return R"({"issuer":"https://a.example","authorization_endpoint":"https://a.example/a",)"
               R"("token_endpoint":"https://a.example/t"})";
      },
      [&now] { return now; });
  is_up = false;
  CHECK_FALSE(endpoints.find());
  CHECK_FALSE(endpoints.find());
  CHECK(asked == 1);
  now += kSilentTime;
  is_up = true;
  CHECK(endpoints.find());
  CHECK(endpoints.find());
  CHECK(asked == 2);
  now += kFreshTime;
  is_up = false;
  CHECK_FALSE(endpoints.fresh());
  CHECK(endpoints.find()->token == "https://a.example/t");
  CHECK(asked == 3);
  now += kKeepTime;
  CHECK_FALSE(endpoints.find());
}

}  // namespace kring::service::access
