#include "tests/feeds/tiny_server.h"

#include <array>
#include <stdexcept>
#include <utility>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kring::tests {

namespace {

constexpr int kBacklog = 16;
constexpr std::size_t kChunkBytes = 4'096;

std::string read_head(int connection) {
  std::string head;
  std::array<char, kChunkBytes> chunk{};
  while (head.find("\r\n\r\n") == std::string::npos) {
    const ssize_t count = ::recv(connection, chunk.data(), chunk.size(), 0);
    if (count <= 0) break;
    head.append(chunk.data(), static_cast<std::size_t>(count));
  }
  return head;
}

void write_all(int connection, const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t count =
        ::send(connection, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) return;
    sent += static_cast<std::size_t>(count);
  }
}

sockaddr* as_address(sockaddr_in& address) {
  return reinterpret_cast<sockaddr*>(&address);  // NOLINT(*-reinterpret-cast): the sockets' own way
}

}  // namespace

RawAnswer make_answer(const std::string& status,
                      const std::string& headers,
                      const std::string& body) {
  return {"HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: "
          + std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body};
}

TinyServer::TinyServer(Answer answer)
    : answer_(std::move(answer)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof(address);
  if (::bind(listener_, as_address(address), length) != 0 || ::listen(listener_, kBacklog) != 0
      || ::getsockname(listener_, as_address(address), &length) != 0)
    throw std::runtime_error("no port for a test's server");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

TinyServer::~TinyServer() {
  is_over_ = true;
  ::shutdown(listener_, SHUT_RDWR);
  thread_.join();
  ::close(listener_);
}

std::string TinyServer::url(const std::string& path) const {
  return "http://" + host() + path;
}

std::string TinyServer::host() const {
  return "127.0.0.1:" + std::to_string(port_);
}

std::vector<std::string> TinyServer::heads() const {
  const std::lock_guard lock(mutex_);
  return heads_;
}

void TinyServer::serve() {
  while (!is_over_) {
    const int connection = ::accept(listener_, nullptr, nullptr);
    if (connection < 0) return;
    const std::string head = read_head(connection);
    {
      const std::lock_guard lock(mutex_);
      heads_.push_back(head);
    }
    const RawAnswer answer = answer_(head);
    write_all(connection, answer.bytes);
    std::this_thread::sleep_for(answer.wait_before_close);
    ::close(connection);
  }
}

}  // namespace kring::tests
