// How long does a login last, and how many are there?
#include "service/access/sessions.h"

#include <catch2/catch.hpp>

#include "service/access/pending_logins.h"

namespace kring::service::access {
namespace {

using namespace std::chrono_literals;

struct Clock {
  std::chrono::steady_clock::time_point now{1h};
  SteadyClock read = [this] { return now; };
};

constexpr ClientKey kClient = 1;
constexpr ClientKey kFlood = 2;

const Caller kWorker{Identity::kToken, "token:i#u", {Role::kProfessional}, {}};

}  // namespace

TEST_CASE("a session lasts while it is used, and a working day at most") {
  Clock clock;
  Sessions sessions(clock.read);
  const std::string number = sessions.open(kWorker);
  CHECK(number.size() == 64);
  CHECK(sessions.find(number) == kWorker);
  CHECK_FALSE(sessions.find(""));
  CHECK_FALSE(sessions.find(number + "0"));
  for (auto passed = 0min; passed + 14min < kSessionTime; passed += 14min) {
    clock.now += 14min;
    REQUIRE(sessions.find(number) == kWorker);
  }
  clock.now += 14min;
  CHECK_FALSE(sessions.find(number));
}

TEST_CASE("a session that nobody uses, or that was closed, is over") {
  Clock clock;
  Sessions sessions(clock.read);
  const std::string idle = sessions.open(kWorker);
  clock.now += kSessionIdleTime;
  CHECK_FALSE(sessions.find(idle));
  const std::string closed = sessions.open(kWorker);
  sessions.close(closed);
  sessions.close(closed);
  CHECK_FALSE(sessions.find(closed));
}

TEST_CASE("where there are too many sessions the longest idle one ends") {
  Clock clock;
  Sessions sessions(clock.read);
  const std::string first = sessions.open(kWorker);
  clock.now += 1s;
  const std::string second = sessions.open(kWorker);
  clock.now += 1s;
  CHECK(sessions.find(first));
  for (std::size_t count = 2; count <= kMaxSessions; ++count)
    sessions.open(kWorker);
  CHECK(sessions.find(first));
  CHECK_FALSE(sessions.find(second));
}

TEST_CASE("a login that began comes back once, in time, in the browser that began") {
  Clock clock;
  PendingLogins pending(clock.read);
  const PendingLogin login = pending.begin(kClient);
  CHECK(login.verifier.size() >= 43);  // RFC 7636
  CHECK_FALSE(pending.take(login.state, "another"));
  CHECK_FALSE(pending.take("another", login.browser));
  CHECK(pending.take(login.state, login.browser)->nonce == login.nonce);
  CHECK_FALSE(pending.take(login.state, login.browser));
  const PendingLogin late = pending.begin(kClient);
  clock.now += kLoginTime;
  CHECK_FALSE(pending.take(late.state, late.browser));
}

TEST_CASE("where too many logins are going on the oldest is given up of who has most of them") {
  Clock clock;
  PendingLogins pending(clock.read);
  const PendingLogin others = pending.begin(kClient);
  clock.now += 1s;
  const PendingLogin oldest = pending.begin(kFlood);
  clock.now += 1s;
  const PendingLogin next = pending.begin(kFlood);
  for (std::size_t count = 3; count <= kMaxPendingLogins; ++count)
    pending.begin(kFlood);
  CHECK_FALSE(pending.is_going_on(oldest.state, oldest.browser));
  CHECK(pending.is_going_on(next.state, next.browser));
  CHECK(pending.take(others.state, others.browser));
  CHECK_FALSE(pending.is_going_on(others.state, others.browser));
}

TEST_CASE("where too many logins are going on, each of another client, the oldest is given up") {
  Clock clock;
  PendingLogins pending(clock.read);
  std::vector<PendingLogin> logins;
  for (ClientKey client = kMaxPendingLogins + 1; client > 0; --client) {
    logins.push_back(pending.begin(client));
    clock.now += 1ms;
  }
  CHECK_FALSE(pending.is_going_on(logins.front().state, logins.front().browser));
  for (std::size_t i = 1; i < logins.size(); ++i)
    REQUIRE(pending.is_going_on(logins[i].state, logins[i].browser));
}

}  // namespace kring::service::access
