// How does a test run the whole service?
#pragma once

#include <memory>
#include <sstream>
#include <string>
#include <thread>

#include "service/current_matcher.h"
#include "service/http/server.h"
#include "service/log.h"
#include "service/rim.h"

namespace kring::service::tests {

/// 12:00 on 2026-11-23 in Amsterdam.
Clock make_fixed_clock();

/// On a free port of 127.0.0.1, with two workers.
ServerOptions make_test_options();

/// Serves in a thread of its own from construction to destruction.
class RunningServer {
 public:
  explicit RunningServer(MatcherSource source, const ServerOptions& options = make_test_options());
  ~RunningServer();

  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;
  RunningServer(RunningServer&&) = delete;
  RunningServer& operator=(RunningServer&&) = delete;

  [[nodiscard]] ListenAddress address() const { return server_.addresses().front(); }
  [[nodiscard]] Server& server() { return server_; }
  [[nodiscard]] CurrentMatcher& matchers() { return matchers_; }

  /// Stops and waits until nothing runs.
  void stop();

  /// What was logged. requires: stopped.
  [[nodiscard]] std::string log() const { return lines_.str(); }

 private:
  std::ostringstream lines_;
  Log log_;
  CurrentMatcher matchers_;
  Server server_;
  std::jthread thread_;
};

}  // namespace kring::service::tests
