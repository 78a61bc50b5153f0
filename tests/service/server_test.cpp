// Does the service keep to HTTP/1.1 on real sockets, whatever a client does?
#include <algorithm>
#include <filesystem>
#include <future>
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

/// As a killed service leaves it.
void leave_socket_file(const UnixAddress& address) {
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  address.path.copy(name.sun_path, sizeof name.sun_path - 1);
  const int left_behind = ::socket(AF_UNIX, SOCK_STREAM, 0);
  const int outcome = ::bind(left_behind, reinterpret_cast<const sockaddr*>(&name), sizeof name);
  ::close(left_behind);
  REQUIRE(outcome == 0);
}

/// What one client gets until it is closed; "" where it is not.
std::string send_all(const RunningServer& running, const std::string& bytes) {
  SocketClient client(running.address());
  client.send(bytes);
  return client.read_to_end().value_or("");
}

/// A body of more than kMaxBodyBytes, in chunks.
std::string make_long_chunks() {
  std::string body;
  for (std::size_t sent = 0; sent <= kMaxBodyBytes; sent += 65'536) {
    body.append("10000\r\n").append(65'536, ' ').append("\r\n");
  }
  return body;
}

/// How many of `times` answers were for the date this client asked.
int count_right_answers(const RunningServer& running, const std::string& date, int times) {
  SocketClient client(running.address());
  int right = 0;
  for (int i = 0; i < times; ++i) {
    client.send(make_request_text("/v1/gaps", R"({"date":")" + date + R"("})"));
    if (client.read_response().find(date) != std::string::npos) ++right;
  }
  return right;
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
  const std::string asked =
      send_all(running, "GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  CHECK(status_of(asked) == 200);
  CHECK(asked.find("Connection: close") != std::string::npos);
  CHECK(status_of(send_all(running, "GET /health/live HTTP/1.0\r\n\r\n")) == 200);
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

TEST_CASE("HEAD in gzip has the length that GET has, and a file is not sent twice") {
  RunningServer running(make_source());
  SocketClient client(running.address());
  const std::string wishes = " /assets/style.css HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n";
  client.send("GET" + wishes + "\r\n");
  const std::string file = client.read_response();
  CHECK(file.find("Content-Encoding: gzip\r\n") != std::string::npos);
  const std::string length = "Content-Length: " + std::to_string(body_of(file).size()) + "\r\n";
  const std::size_t tag = file.find("ETag: ") + 6;
  client.send("GET" + wishes + "If-None-Match: " + file.substr(tag, file.find('\r', tag) - tag)
              + "\r\n\r\n");
  CHECK(status_of(client.read_response()) == 304);
  client.send("HEAD" + wishes + "Connection: close\r\n\r\n");
  const std::string head = client.read_to_end().value_or("");
  CHECK(head.find(length) != std::string::npos);
  CHECK(body_of(head).empty());
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

TEST_CASE("a body over its limit is refused and the connection closed") {
  RunningServer running(make_source());
  const std::string sized = make_request_text("/v1/gaps", std::string(kMaxBodyBytes + 1, ' '));
  CHECK(status_of(send_all(running, sized)) == 413);
  const std::string head =
      "POST /v1/gaps HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  CHECK(status_of(send_all(running, head + make_long_chunks())) == 413);
}

TEST_CASE("a head or target over its limit is refused and the connection closed") {
  RunningServer running(make_source());
  const std::string header(kMaxHeadBytes, 'x');
  CHECK(status_of(send_all(running, "GET / HTTP/1.1\r\nHost: a\r\nX: " + header + "\r\n\r\n"))
        == 431);
  const std::string target(kMaxTargetBytes, 'x');
  CHECK(status_of(send_all(running, "GET /" + target + " HTTP/1.1\r\nHost: a\r\n\r\n")) == 414);
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

TEST_CASE("clients in parallel each get their own answer") {
  RunningServer running(make_source());
  std::vector<std::future<int>> clients;
  clients.reserve(4);
  for (const char* date : {"2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"}) {
    clients.push_back(std::async(
        std::launch::async, [&running, date] { return count_right_answers(running, date, 25); }));
  }
  int right = 0;
  for (auto& client : clients)
    right += client.get();
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
    using std::filesystem::perms;
    CHECK(std::filesystem::status(address.path).permissions()
          == (perms::owner_read | perms::owner_write | perms::group_read | perms::group_write));
  }
  CHECK_FALSE(std::filesystem::exists(address.path));
}

TEST_CASE("a Unix socket in use is refused and stays") {
  const UnixAddress address{make_socket_path("busy.sock")};
  ServerOptions options = make_test_options();
  options.listen = {address};
  RunningServer running(make_source(), options);
  CHECK_THROWS_WITH(RunningServer(make_source(), options),
                    Catch::Contains("Another program listens there"));
  CHECK(std::filesystem::exists(address.path));
}

TEST_CASE("a socket file left by a killed service is replaced") {
  const UnixAddress address{make_socket_path("stale.sock")};
  leave_socket_file(address);
  ServerOptions options = make_test_options();
  options.listen = {address};
  RunningServer running(make_source(), options);
  SocketClient client(running.address());
  client.send(make_request_text("/health/live"));
  CHECK(status_of(client.read_response()) == 200);
}

TEST_CASE("anything but a socket is kept and the service refuses to start") {
  const UnixAddress address{make_socket_path("folder.sock")};
  std::filesystem::create_directory(address.path);
  ServerOptions options = make_test_options();
  options.listen = {address};
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
}

TEST_CASE("what is no address is refused") {
  const std::vector<std::string> texts = {"",     "8080", "::1:80", "a:",    "a:65536",
                                          "a:-1", ":80",  "unix:",  "[]:80", "a:b:80"};
  CHECK(std::none_of(texts.begin(), texts.end(),
                     [](const std::string& text) { return parse_listen(text).has_value(); }));
}

}  // namespace kring::service::tests
