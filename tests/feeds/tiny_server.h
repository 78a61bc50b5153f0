// How does a test answer a fetch, byte by byte?
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace kring::tests {

/// What goes over the wire: `bytes`, a wait, then the connection is closed.
struct RawAnswer {
  std::string bytes;
  std::chrono::milliseconds wait_before_close{0};
};

/// "HTTP/1.1 200 OK" with these further header lines ("ETag: x\r\n") and its length.
RawAnswer make_answer(const std::string& status,
                      const std::string& headers,
                      const std::string& body);

/// One connection after another on a free port of 127.0.0.1, from construction to destruction.
class TinyServer {
 public:
  /// Called with the head of each request, in the server's thread.
  using Answer = std::function<RawAnswer(const std::string& head)>;

  explicit TinyServer(Answer answer);
  TinyServer(const TinyServer&) = delete;
  TinyServer& operator=(const TinyServer&) = delete;
  TinyServer(TinyServer&&) = delete;
  TinyServer& operator=(TinyServer&&) = delete;
  ~TinyServer();

  /// "http://127.0.0.1:PORT" and the path.
  [[nodiscard]] std::string url(const std::string& path) const;
  /// "127.0.0.1:PORT".
  [[nodiscard]] std::string host() const;
  [[nodiscard]] std::vector<std::string> heads() const;

 private:
  void serve();

  Answer answer_;
  int listener_;
  int port_;
  std::atomic<bool> is_over_ = false;
  mutable std::mutex mutex_;
  std::vector<std::string> heads_;
  std::thread thread_;
};

}  // namespace kring::tests
