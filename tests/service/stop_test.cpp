// Does the service stop and change its index without losing a request?
#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/service/running_server.h"
#include "tests/service/socket_client.h"
#include "tests/service/stub_matcher.h"

namespace kring::service::tests {
namespace {

using namespace std::chrono_literals;

/// Holds requests in flight until it is opened.
class Gate {
 public:
  void pass() {
    reached_ = true;
    reached_.notify_all();
    open_.wait(false);
  }
  void wait_for_request() { reached_.wait(false); }
  void open() {
    open_ = true;
    open_.notify_all();
  }

 private:
  std::atomic<bool> reached_ = false;
  std::atomic<bool> open_ = false;
};

ServerOptions with_short_linger() {
  ServerOptions options = make_test_options();
  options.times.linger = 100ms;
  return options;
}

}  // namespace

TEST_CASE("a stop lets the request in flight finish") {
  Gate gate;
  RunningServer running(make_stub_source(make_stub_matcher_that([&gate] { gate.pass(); })),
                        with_short_linger());
  SocketClient idle(running.address());
  idle.send(make_request_text("/health/live"));
  REQUIRE(status_of(idle.read_response()) == 200);
  SocketClient busy(running.address());
  busy.send(make_request_text("/v1/matches", "{}"));
  gate.wait_for_request();
  running.server().stop();
  REQUIRE(
      idle.is_closed_within(2s));  // the server works on another thread: now it has begun to stop
  gate.open();
  const std::string answer = busy.read_to_end().value_or("");
  CHECK(status_of(answer) == 200);
  CHECK(answer.find("Connection: close") != std::string::npos);
}

TEST_CASE("a stop closes the idle connection and takes no new one, while a request is in flight") {
  Gate gate;
  RunningServer running(make_stub_source(make_stub_matcher_that([&gate] { gate.pass(); })),
                        with_short_linger());
  SocketClient idle(running.address());
  idle.send(make_request_text("/health/live"));
  REQUIRE(status_of(idle.read_response()) == 200);
  SocketClient busy(running.address());
  busy.send(make_request_text("/v1/matches", "{}"));
  gate.wait_for_request();
  running.server().stop();
  CHECK(idle.is_closed_within(2s));
  CHECK_THROWS(SocketClient(running.address()));
  gate.open();
}

TEST_CASE("a stop waits no longer than its time for a client that never finishes") {
  ServerOptions options = make_test_options();
  options.times.stop = 300ms;
  RunningServer running(make_stub_source(make_stub_matcher()), options);
  SocketClient never(running.address());
  never.send("POST /v1/matches HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{");
  SocketClient other(running.address());
  other.send(make_request_text("/health/live"));
  REQUIRE(status_of(other.read_response()) == 200);
  const auto start = std::chrono::steady_clock::now();
  running.stop();
  CHECK(std::chrono::steady_clock::now() - start < 3s);
  CHECK(running.log().find("stopped with requests still in flight") != std::string::npos);
}

TEST_CASE("a new index is taken over without a restart") {
  std::atomic<std::int64_t> revision = 1;
  RunningServer running({[&revision] { return std::to_string(revision); },
                         [&revision] { return make_stub_matcher(revision); }});
  SocketClient client(running.address());
  client.send(make_request_text("/health/ready"));
  CHECK(client.read_response().find(R"("index":1)") != std::string::npos);
  revision = 2;
  running.matchers().refresh();
  client.send(make_request_text("/health/ready"));
  CHECK(client.read_response().find(R"("index":2)") != std::string::npos);
}

}  // namespace kring::service::tests
