// Does the service keep to HTTP/1.1 on real sockets, whatever a client does?
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "service/http/limits.h"
#include "tests/service/running_server.h"
#include "tests/service/socket_client.h"
#include "tests/service/stub_matcher.h"

namespace kring::service::tests {
namespace {

using namespace std::chrono_literals;

MatcherSource make_source() {
  return make_stub_source(make_stub_matcher());
}

std::string make_socket_path(const char* name) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("kring-test-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  return folder / name;
}

ServerOptions with_hasty_times() {
  ServerOptions options = make_test_options();
  options.times.idle = 300ms;
  options.times.head = 300ms;
  options.times.body = 300ms;
  options.times.linger = 200ms;
  return options;
}

}  // namespace

TEST_CASE("one connection answers many requests in turn") {
  RunningServer running(make_source());
  SocketClient client(running.address());
  for (int i = 0; i < 20; ++i) {
    client.send(make_request_text("/v1/matches", "{}"));
    CHECK(status_of(client.read_response()) == 200);
  }
}

TEST_CASE("requests sent ahead are answered in their order") {
  RunningServer running(make_source());
  SocketClient client(running.address());
  client.send(make_request_text("/health/live") + make_request_text("/nothing")
              + make_request_text("/v1/gaps", "{}"));
  CHECK(status_of(client.read_response()) == 200);
  CHECK(status_of(client.read_response()) == 404);
  CHECK(body_of(client.read_response()).find("gaps") != std::string_view::npos);
}

TEST_CASE("a client that asks to close, or speaks HTTP/1.0, is closed after its answer") {
  RunningServer running(make_source());
  for (const char* request : {"GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                              "GET /health/live HTTP/1.0\r\n\r\n"}) {
    SocketClient client(running.address());
    client.send(request);
    const auto all = client.read_to_end();
    REQUIRE(all);
    CHECK(status_of(*all) == 200);
    CHECK(all->find("Connection: close") != std::string::npos);
  }
}

TEST_CASE("HEAD has the head of GET and no body") {
  RunningServer running(make_source());
  SocketClient client(running.address());
  client.send("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const auto all = client.read_to_end();
  REQUIRE(all);
  CHECK(status_of(*all) == 200);
  CHECK(body_of(*all).empty());
  CHECK(all->find("Content-Length: 0\r\n") == std::string::npos);
  CHECK(all->find("Date: ") != std::string::npos);
}

TEST_CASE("a body in chunks, and one announced with Expect, are read") {
  RunningServer running(make_source());
  SocketClient client(running.address());
  const std::string head =
      "POST /v1/gaps HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
  client.send(
      head + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1;x=y\r\n}\r\n0\r\nTrailer: 1\r\n\r\n");
  CHECK(status_of(client.read_response()) == 200);
  client.send(head + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  CHECK(status_of(client.read_response()) == 100);
  client.send("{}");
  CHECK(status_of(client.read_response()) == 200);
}

TEST_CASE("a body or head over its limit is refused and the connection closed") {
  RunningServer running(make_source());
  SocketClient sized(running.address());
  sized.send(make_request_text("/v1/gaps", std::string(kMaxBodyBytes + 1, ' ')));
  CHECK(status_of(sized.read_to_end().value_or("")) == 413);

  SocketClient chunked(running.address());
  const std::string chunk = "10000\r\n" + std::string(65'536, ' ') + "\r\n";
  std::string body;
  for (std::size_t sent = 0; sent <= kMaxBodyBytes; sent += 65'536)
    body += chunk;
  chunked.send("POST /v1/gaps HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
  CHECK(status_of(chunked.read_to_end().value_or("")) == 413);

  SocketClient headed(running.address());
  headed.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(kMaxHeadBytes, 'x') + "\r\n\r\n");
  CHECK(status_of(headed.read_to_end().value_or("")) == 431);

  SocketClient aimed(running.address());
  aimed.send("GET /" + std::string(kMaxTargetBytes, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(status_of(aimed.read_to_end().value_or("")) == 414);
}

TEST_CASE(
    "a client that sends its request too slowly gets 408 and one that sends nothing is closed") {
  RunningServer running(make_source(), with_hasty_times());
  SocketClient slow_head(running.address());
  slow_head.send("GET / HTTP/1.1\r\nHo");
  CHECK(status_of(slow_head.read_to_end().value_or("")) == 408);

  SocketClient slow_body(running.address());
  slow_body.send("POST /v1/gaps HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{");
  CHECK(status_of(slow_body.read_to_end().value_or("")) == 408);

  SocketClient silent(running.address());
  CHECK(silent.read_to_end() == "");
}

TEST_CASE("a client that drips one byte at a time gets no more time than another") {
  RunningServer running(make_source(), with_hasty_times());
  SocketClient dripping(running.address());
  for (int i = 0; i < 8; ++i) {
    dripping.send(std::string_view("GET / HTTP/1.1\r\n").substr(static_cast<std::size_t>(i), 1));
    std::this_thread::sleep_for(60ms);
  }
  CHECK(status_of(dripping.read_to_end().value_or("")) == 408);
}

TEST_CASE("a client that leaves half-way harms nobody") {
  RunningServer running(make_source());
  for (int i = 0; i < 20; ++i) {
    SocketClient leaving(running.address());
    leaving.send("POST /v1/matches HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{");
  }
  SocketClient client(running.address());
  client.send(make_request_text("/health/live"));
  CHECK(status_of(client.read_response()) == 200);
}

TEST_CASE("a connection above the number allowed gets 503") {
  ServerOptions options = make_test_options();
  options.max_connections = 1;
  RunningServer running(make_source(), options);
  SocketClient first(running.address());
  first.send(make_request_text("/health/live"));
  CHECK(status_of(first.read_response()) == 200);
  SocketClient second(running.address());
  CHECK(status_of(second.read_to_end().value_or("")) == 503);
}

TEST_CASE("clients in parallel each get their own answer") {
  RunningServer running(make_source());
  std::vector<std::jthread> clients;
  std::atomic<int> right = 0;
  for (int worker = 0; worker < 4; ++worker) {
    clients.emplace_back([&running, &right, worker] {
      SocketClient client(running.address());
      const std::string date = "2026-12-0" + std::to_string(worker + 1);
      for (int i = 0; i < 25; ++i) {
        client.send(make_request_text("/v1/gaps", R"({"date":")" + date + R"("})"));
        if (client.read_response().find(date) != std::string::npos) ++right;
      }
    });
  }
  clients.clear();
  CHECK(right == 100);
}

TEST_CASE("a Unix socket serves, and its file goes with the service") {
  const UnixAddress address{make_socket_path("serve.sock")};
  ServerOptions options = make_test_options();
  options.listen = {address};
  {
    RunningServer running(make_source(), options);
    SocketClient client(running.address());
    client.send(make_request_text("/v1/matches", "{}"));
    CHECK(status_of(client.read_response()) == 200);
    CHECK_THROWS_WITH(RunningServer(make_source(), options),
                      Catch::Contains("Another program listens there"));
    CHECK(std::filesystem::exists(address.path));
  }
  CHECK_FALSE(std::filesystem::exists(address.path));
}

TEST_CASE("a socket file left by a killed service is replaced and any other file is kept") {
  const UnixAddress address{make_socket_path("stale.sock")};
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  address.path.copy(name.sun_path, sizeof name.sun_path - 1);
  const int left_behind = ::socket(AF_UNIX, SOCK_STREAM, 0);
  REQUIRE(::bind(left_behind, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0);
  ::close(left_behind);
  ServerOptions options = make_test_options();
  options.listen = {address};
  {
    RunningServer running(make_source(), options);
    SocketClient client(running.address());
    client.send(make_request_text("/health/live"));
    CHECK(status_of(client.read_response()) == 200);
  }
  std::filesystem::create_directory(address.path);
  CHECK_THROWS_AS(RunningServer(make_source(), options), catalog::Error);
  CHECK(std::filesystem::is_directory(address.path));
  std::filesystem::remove(address.path);
}

TEST_CASE("a port in use is refused with what to do") {
  RunningServer running(make_source());
  ServerOptions options = make_test_options();
  options.listen = {running.address()};
  CHECK_THROWS_WITH(
      RunningServer(make_source(), options),
      Catch::Contains("Another program listens there") && Catch::Contains("--listen"));
}

TEST_CASE("addresses are read and written as people type them") {
  CHECK(*parse_listen("[::1]:80") == ListenAddress(TcpAddress{"::1", 80}));
  CHECK(*parse_listen("localhost:0") == ListenAddress(TcpAddress{"localhost", 0}));
  CHECK(*parse_listen("unix:/run/kring.sock") == ListenAddress(UnixAddress{"/run/kring.sock"}));
  CHECK(format_listen(TcpAddress{"::1", 80}) == "http://[::1]:80");
  for (const char* text :
       {"", "8080", "::1:80", "a:", "a:65536", "a:-1", ":80", "unix:", "[]:80", "a:b:80"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_listen(text));
  }
}

}  // namespace kring::service::tests
