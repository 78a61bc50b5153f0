// How does a test run the transport alone, without the service behind it?
#pragma once

#include <atomic>
#include <functional>
#include <sstream>
#include <string>
#include <thread>

#include "service/http/server.h"
#include "service/log.h"

namespace kring::service::tests {

/// On a free port of 127.0.0.1, with two workers and a short lingering.
ServerOptions make_plain_options();

/// "/urgent" is urgent. Answers "/security" with "tls" or "plain" and anything else with "hello".
/// Serves in a thread of its own from construction to destruction.
class PlainServer {
 public:
  /// Every answer that is not urgent waits for `before`.
  explicit PlainServer(
      const ServerOptions& options,
      std::function<void()> before = [] {});
  ~PlainServer();

  PlainServer(const PlainServer&) = delete;
  PlainServer& operator=(const PlainServer&) = delete;
  PlainServer(PlainServer&&) = delete;
  PlainServer& operator=(PlainServer&&) = delete;

  [[nodiscard]] ListenAddress address() const { return server_.addresses().front(); }
  [[nodiscard]] int answered() const { return answered_; }

 private:
  Application make_application(std::function<void()> before);

  std::atomic<int> answered_ = 0;
  std::ostringstream lines_;
  Server server_;
  std::jthread thread_;
};

}  // namespace kring::service::tests
