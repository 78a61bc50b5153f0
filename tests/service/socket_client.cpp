#include "tests/service/socket_client.h"

#include <array>
#include <cstring>
#include <stdexcept>
#include <utility>
#include <variant>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace kring::service::tests {
namespace {

int connect_unix(const UnixAddress& address) {
  sockaddr_un target{};
  target.sun_family = AF_UNIX;
  std::strncpy(target.sun_path, address.path.c_str(), sizeof target.sun_path - 1);
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
  if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&target), sizeof target) != 0) {
    ::close(descriptor);
    return -1;
  }
  return descriptor;
}

/// requires: the host is a literal IPv4 address.
int connect_tcp(const TcpAddress& address) {
  sockaddr_in target{};
  target.sin_family = AF_INET;
  target.sin_port = htons(address.port);
  ::inet_pton(AF_INET, address.host.c_str(), &target.sin_addr);
  const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
  if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&target), sizeof target) == 0) {
    return descriptor;
  }
  ::close(descriptor);
  return -1;
}

/// The Content-Length of a whole head.
std::size_t length_of(std::string_view head) {
  constexpr std::string_view name = "\r\nContent-Length: ";
  const std::size_t at = head.find(name);
  if (at == std::string_view::npos) return 0;
  return std::stoul(std::string(head.substr(at + name.size(), 12)));
}

}  // namespace

SocketClient::SocketClient(const ListenAddress& address) {
  const auto* local = std::get_if<UnixAddress>(&address);
  descriptor_ =
      local != nullptr ? connect_unix(*local) : connect_tcp(std::get<TcpAddress>(address));
  if (descriptor_ < 0) throw std::runtime_error("cannot connect to " + format_listen(address));
}

SocketClient::~SocketClient() {
  ::close(descriptor_);
}

void SocketClient::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void SocketClient::finish_sending() const {
  ::shutdown(descriptor_, SHUT_WR);
}

SocketClient::Received SocketClient::receive(std::chrono::milliseconds patience) {
  pollfd waiting{descriptor_, POLLIN, 0};
  if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return Received::kNothing;
  std::array<char, 65'536> bytes{};
  const ssize_t received = ::recv(descriptor_, bytes.data(), bytes.size(), 0);
  if (received <= 0) return Received::kEnd;
  buffer_.append(bytes.data(), static_cast<std::size_t>(received));
  return Received::kData;
}

std::optional<std::string> SocketClient::read_to_end(std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (std::chrono::steady_clock::now() < until) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        until - std::chrono::steady_clock::now());
    if (receive(left) == Received::kEnd) return std::exchange(buffer_, {});
  }
  return std::nullopt;
}

std::string SocketClient::read_response(std::chrono::milliseconds patience) {
  std::string response = take_response();
  while (response.empty() && receive(patience) == Received::kData)
    response = take_response();
  return response;
}

std::string SocketClient::take_response() {
  const std::size_t end = buffer_.find("\r\n\r\n");
  if (end == std::string::npos) return "";
  const std::size_t whole = end + 4 + length_of(std::string_view(buffer_).substr(0, end + 2));
  if (buffer_.size() < whole) return "";
  std::string response = buffer_.substr(0, whole);
  buffer_.erase(0, whole);
  return response;
}

bool SocketClient::is_closed_within(std::chrono::milliseconds patience) {
  return buffer_.empty() && receive(patience) == Received::kEnd;
}

int status_of(std::string_view response) {
  constexpr std::string_view start = "HTTP/1.1 ";
  if (response.substr(0, start.size()) != start) return 0;
  return std::stoi(std::string(response.substr(start.size(), 3)));
}

std::string_view body_of(std::string_view response) {
  const std::size_t end = response.find("\r\n\r\n");
  return end == std::string_view::npos ? std::string_view{} : response.substr(end + 4);
}

std::size_t count_responses(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = bytes.find("HTTP/1.1 "); at != std::string_view::npos;
       at = bytes.find("HTTP/1.1 ", at + 1)) {
    ++count;
  }
  return count;
}

std::string make_request_text(std::string_view path, std::string_view json) {
  const std::string target(path);
  if (json.empty()) return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  return "POST " + target
         + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
         + std::to_string(json.size()) + "\r\n\r\n" + std::string(json);
}

}  // namespace kring::service::tests
