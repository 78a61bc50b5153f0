// Does the service stay there for others, whatever some clients ask of it?
#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "service/http/client.h"
#include "service/http/client_rates.h"
#include "tests/service/plain_server.h"
#include "tests/service/socket_client.h"

namespace kring::service::tests {
namespace {

using namespace std::chrono_literals;

constexpr const char* kFromElsewhere =
    "GET /hello HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n";

/// Holds answers back until it is opened.
class Gate {
 public:
  void pass() {
    ++held_;
    held_.notify_all();
    open_.wait(false);
  }
  void wait_for(int count) {
    for (int held = held_; held < count; held = held_)
      held_.wait(held);
  }
  void open() {
    open_ = true;
    open_.notify_all();
  }

 private:
  std::atomic<int> held_ = 0;
  std::atomic<bool> open_ = false;
};

int ask(SocketClient& client, std::string_view path = "/hello") {
  client.send(make_request_text(path));
  return status_of(client.read_response());
}

}  // namespace

TEST_CASE("a client that asks too often gets 429 and keeps its connection; others are answered") {
  ServerOptions options = make_plain_options();
  options.rate = {0.001, 2};
  PlainServer server(options);
  SocketClient eager(server.address());
  for (const int status : {200, 200, 429, 429}) {
    eager.send(kFromElsewhere);
    CHECK(status_of(eager.read_response()) == status);
  }
  CHECK(ask(eager) == 200);
}

TEST_CASE("who asks too often waits until a token is back, and after a rest has the burst") {
  ClientRates rates({0.5, 2}, 1);
  const ClientRates::Moment start{};
  CHECK_FALSE(rates.take("192.0.2.1", start));
  CHECK_FALSE(rates.take("192.0.2.1", start));
  CHECK(rates.take("192.0.2.1", start) == 2s);
  CHECK_FALSE(rates.take("192.0.2.2", start));
  CHECK(rates.take("192.0.2.1", start + 500ms) == 2s);
  CHECK(rates.take("192.0.2.1", start + 1s) == 1s);
  CHECK_FALSE(rates.take("192.0.2.1", start + 2s));
  for (const bool must_wait : {false, false, true})
    CHECK(rates.take("192.0.2.1", start + 1h).has_value() == must_wait);
}

TEST_CASE("of very many clients no more are counted than there is room for, and all may ask") {
  ClientRates rates({1'000, 100'000}, 1);
  const ClientRates::Moment start{};
  bool may = true;
  for (std::size_t i = 0; i < kMaxClients + 1'000; ++i)
    may = may && !rates.take("2001:db8:0:" + std::to_string(i) + "::", start);
  CHECK(may);
}

TEST_CASE("a client is its address, its network of IPv6, or what a proxy of this machine says") {
  const auto network_of = [](const char* peer, const Headers& headers,
                             const std::vector<std::string>& proxies = {}) {
    return find_client(peer, headers, proxies).network;
  };
  CHECK(network_of("192.0.2.1", {}) == "192.0.2.1");
  CHECK(network_of("::ffff:192.0.2.1", {}) == "192.0.2.1");
  CHECK(network_of("2001:db8:1:2:3:4:5:6", {}) == "2001:db8:1:2::");
  CHECK(network_of("192.0.2.1", {{"X-Forwarded-For", "198.51.100.1"}}) == "192.0.2.1");
  const std::vector<std::string> proxies = {"2001:db8::1", "192.0.2.1"};
  CHECK(network_of("192.0.2.1", {{"X-Forwarded-For", "198.51.100.1"}}, proxies) == "198.51.100.1");
  CHECK(network_of("192.0.2.2", {{"X-Forwarded-For", "198.51.100.1"}}, proxies) == "192.0.2.2");
  for (const char* const peer : {"", "127.0.0.1", "::1"}) {
    CHECK(network_of(peer, {}).empty());
    CHECK(network_of(peer, {{"X-Forwarded-For", "203.0.113.9, 198.51.100.1"}}) == "198.51.100.1");
    CHECK(network_of(peer, {{"X-Forwarded-For", "198.51.100.1, nobody"}}).empty());
  }
}

TEST_CASE("a client is on this machine only where no proxy handed on what it asks") {
  for (const char* const peer : {"", "127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"}) {
    CAPTURE(peer);
    CHECK(find_client(peer, {}).place == ClientPlace::kThisMachine);
    for (const char* const name : {"Forwarded", "Via", "X-Forwarded-For", "x-real-ip"}) {
      CHECK(find_client(peer, {{name, "127.0.0.1"}}).place == ClientPlace::kElsewhere);
    }
  }
  const std::vector<std::string> proxies = {"192.0.2.1"};
  for (const char* const peer : {"192.0.2.1", "192.0.2.2", "0.0.0.0", "2001:db8::1", "nonsense"}) {
    CAPTURE(peer);
    CHECK(find_client(peer, {}, proxies).place == ClientPlace::kElsewhere);
    CHECK(find_client(peer, {{"X-Forwarded-For", "127.0.0.1"}}, proxies).place
          == ClientPlace::kElsewhere);
  }
}

TEST_CASE("a client is on this machine only where it asks this machine by its name") {
  for (const char* const host : {"localhost", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]:8080"}) {
    CAPTURE(host);
    CHECK(find_client("127.0.0.1", {{"Host", host}}).place == ClientPlace::kThisMachine);
  }
  for (const char* const host : {"evil.example", "localhost.evil.example:8080", "", "[", ":8080"}) {
    CAPTURE(host);
    CHECK(find_client("127.0.0.1", {{"Host", host}}).place == ClientPlace::kElsewhere);
    CHECK(find_client("", {{"Host", host}}).place == ClientPlace::kThisMachine);
  }
}

TEST_CASE("each who says who it is waits in a line of its own") {
  Request request;
  const Turns::ClientId nobody = line_of(request);
  request.headers = {{"Authorization", "Bearer a"}};
  const Turns::ClientId somebody = line_of(request);
  CHECK(somebody != nobody);
  request.client.network = "192.0.2.7";
  CHECK(line_of(request) != somebody);
}

TEST_CASE("where too many requests wait a further one gets 503 at once, and health is answered") {
  Gate gate;
  ServerOptions options = make_plain_options();
  options.max_requests = 2;
  PlainServer server(options, [&gate] { gate.pass(); });
  SocketClient first(server.address());
  SocketClient second(server.address());
  first.send(make_request_text("/hello"));
  second.send(make_request_text("/hello"));
  gate.wait_for(2);
  SocketClient third(server.address());
  CHECK(ask(third) == 503);
  CHECK(ask(third, "/urgent") == 200);
  gate.open();
  CHECK(status_of(first.read_response()) == 200);
  CHECK(status_of(second.read_response()) == 200);
  CHECK(ask(third) == 200);
}

TEST_CASE("long answers hold up no other client's bytes") {
  Gate gate;
  PlainServer server(make_plain_options(), [&gate] { gate.pass(); });
  SocketClient first(server.address());
  SocketClient second(server.address());
  first.send(make_request_text("/hello"));
  second.send(make_request_text("/hello"));
  gate.wait_for(2);
  SocketClient faulty(server.address());
  faulty.send("BAD\r\n\r\n");
  CHECK(status_of(faulty.read_response()) == 400);
  gate.open();
}

TEST_CASE("who has waited longest makes room for a new client") {
  ServerOptions options = make_plain_options();
  options.max_connections = 2;
  PlainServer server(options);
  SocketClient half(server.address());
  half.send("GET / HT");
  SocketClient idle(server.address());
  REQUIRE(ask(idle) == 200);
  SocketClient fresh(server.address());
  CHECK(ask(fresh) == 200);
  CHECK(half.is_closed_within(2s));
  CHECK(ask(idle) == 200);
}

TEST_CASE("where every connection is busy a new one gets 503") {
  Gate gate;
  ServerOptions options = make_plain_options();
  options.max_connections = 1;
  PlainServer server(options, [&gate] { gate.pass(); });
  SocketClient busy(server.address());
  busy.send(make_request_text("/hello"));
  gate.wait_for(1);
  SocketClient refused(server.address());
  CHECK(status_of(refused.read_to_end().value_or("")) == 503);
  gate.open();
  CHECK(status_of(busy.read_response()) == 200);
}

TEST_CASE("the server shows signs of life while it runs, and tells when it stops") {
  std::atomic<int> signs = 0;
  std::atomic<int> stops = 0;
  ServerOptions options = make_plain_options();
  options.signs = {[&stops] { ++stops; }, 10ms,
                   [&signs] {
                     ++signs;
                     signs.notify_all();
                   }};
  {
    PlainServer server(options);
    for (int shown = 0; shown < 3; shown = signs)
      signs.wait(shown);
    CHECK(stops == 0);
  }
  CHECK(stops == 1);
}

}  // namespace kring::service::tests
