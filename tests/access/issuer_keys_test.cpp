// Does an issuer that is slow or silent hold up nobody else?
#include "service/access/issuer_keys.h"

#include <latch>
#include <thread>

#include <catch2/catch.hpp>

#include "catalog/result.h"
#include "service/access/token_reader.h"
#include "tests/access/token_maker.h"

namespace kring::service::access::tests {
namespace {

using namespace std::chrono_literals;
using catalog::Json;

constexpr std::int64_t kNow = 1'795'000'000;  ///< seconds since 1970

const SigningKey& key() {
  static const SigningKey kKey(SigningKey::Kind::kP256, "p256");
  return kKey;
}

std::string write_keys() {
  return catalog::write_json(Json::Object{{"keys", Json::Array{key().publish()}}});
}

Issuer make_issuer(const std::string& name) {
  return {.name = name, .audience = "api://kring", .key_set = name + "/keys", .roles = {}};
}

BearerToken make_token(const std::string& issuer) {
  const Json header = Json::Object{{"alg", "ES256"}, {"typ", "at+jwt"}, {"kid", "p256"}};
  return {key().sign(header, Json::Object{{"iss", issuer},
                                          {"aud", "api://kring"},
                                          {"sub", "u-1"},
                                          {"iat", kNow - 60},
                                          {"exp", kNow + 600}})};
}

/// An issuer that gives keys while it is up.
struct World {
  bool is_up = true;
  int asked = 0;
  std::chrono::steady_clock::time_point now{1h};
  IssuerKeys keys{make_issuer("https://login.example.org"),
                  [this](const std::string&) -> std::optional<std::string> {
                    ++asked;
                    return is_up ? std::optional(write_keys()) : std::nullopt;
                  },
                  [this] { return now; }};

  std::optional<PublicKey> find(std::string_view id) {
    return std::get<std::optional<PublicKey>>(keys.find_known(id));
  }
  /// Until a key that is awaited may be asked for again.
  std::chrono::seconds wait_for(std::string_view id) {
    return std::get<IssuerAwaited>(keys.find_known(id)).retry_after;
  }
};

}  // namespace

TEST_CASE("a key is awaited, and the issuer not asked, until its keys are renewed") {
  World world;
  CHECK(world.wait_for("p256") == kAnswerTime);
  CHECK(world.asked == 0);
  world.keys.renew();
  CHECK(world.find("p256"));
  CHECK_FALSE(world.find("next"));
  world.now += kCooldown;
  CHECK(world.wait_for("next") == kAnswerTime);
  world.keys.renew();
  CHECK_FALSE(world.find("next"));
  CHECK(world.asked == 2);
}

TEST_CASE("keys are renewed when they grow old, and not before") {
  World world;
  for (int time = 0; time < 3; ++time)
    world.keys.renew();
  CHECK(world.asked == 1);
  world.now += kFreshTime;
  world.keys.renew();
  CHECK(world.asked == 2);
}

TEST_CASE("an issuer that gives no keys is told to the operator for as long as it gives none") {
  World world;
  world.is_up = false;
  CHECK_THROWS_WITH(world.keys.renew(), Catch::Contains("https://login.example.org"));
  CHECK_THROWS_AS(world.keys.renew(), catalog::Error);
  CHECK(world.asked == 1);
  world.is_up = true;
  world.now += kCooldown;
  CHECK_NOTHROW(world.keys.renew());
}

TEST_CASE("a new key of an issuer that has fallen silent is awaited, not refused") {
  World world;
  world.keys.renew();
  world.is_up = false;
  world.now += kCooldown;
  CHECK(world.wait_for("next") == kAnswerTime);
  CHECK_THROWS_AS(world.keys.renew(), catalog::Error);
  CHECK(world.wait_for("next") == kCooldown);
  CHECK(world.find("p256"));
}

TEST_CASE("a key of an issuer that gave none may be asked for when the issuer is asked again") {
  World world;
  world.is_up = false;
  CHECK_THROWS_AS(world.keys.renew(), catalog::Error);
  CHECK(world.wait_for("p256") == kCooldown);
  world.now += 12'400ms;
  CHECK(world.wait_for("p256") == 18s);
  world.now += 17'599ms;
  CHECK(world.wait_for("p256") == 1s);
  world.now += 1ms;
  CHECK(world.wait_for("p256") == kAnswerTime);
  world.is_up = true;
  world.keys.renew();
  CHECK(world.find("p256"));
}

TEST_CASE("an issuer that is slow is not waited for, and holds up no tokens of others") {
  static const std::string kSlow = "https://slow.example.org";
  static const std::string kQuick = "https://quick.example.org";
  std::latch is_asked(1);
  std::latch has_answer(1);
  const auto fetch = [&](const std::string& address) -> std::optional<std::string> {
    if (address.starts_with(kSlow)) {
      is_asked.count_down();
      has_answer.wait();
    }
    return write_keys();
  };
  const auto clock = [] {
    return std::chrono::system_clock::time_point(std::chrono::seconds(kNow));
  };
  TokenReader reader({make_issuer(kSlow), make_issuer(kQuick)}, {.fetch = fetch, .clock = clock});
  const auto renewals = reader.renewals();
  REQUIRE(renewals.size() == 2);
  const auto is_awaited = [&reader](const std::string& issuer) {
    const auto outcome = reader.read(make_token(issuer));
    return std::holds_alternative<IssuerAwaited>(outcome);
  };
  std::jthread asking(renewals[0]);
  is_asked.wait();
  renewals[1]();
  CHECK(std::holds_alternative<Caller>(reader.read(make_token(kQuick))));
  CHECK(is_awaited(kSlow));
  has_answer.count_down();
  asking.join();
  CHECK(std::holds_alternative<Caller>(reader.read(make_token(kSlow))));
}

}  // namespace kring::service::access::tests
