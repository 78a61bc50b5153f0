#include "tests/service/running_server.h"

#include <chrono>
#include <utility>

#include "service/api.h"
#include "service/routes/routes.h"

namespace kring::service::tests {

Clock make_fixed_clock() {
  using namespace std::chrono_literals;
  return [] {
    const std::chrono::sys_days day = std::chrono::year(2026) / std::chrono::November / 23;
    return std::chrono::system_clock::time_point(day + 11h);
  };
}

ServerOptions make_test_options() {
  ServerOptions options;
  options.listen = {TcpAddress{"127.0.0.1", 0}};
  options.threads = 2;
  return options;
}

RunningServer::RunningServer(MatcherSource source, const ServerOptions& options)
    : log_(make_stream_log(lines_)),
      matchers_(std::move(source)),
      server_(options, make_application(make_router({matchers_, make_fixed_clock()}), log_), log_) {
  matchers_.refresh();
  thread_ = std::jthread([this] { server_.run(); });
}

RunningServer::~RunningServer() {
  stop();
}

void RunningServer::stop() {
  server_.stop();
  if (thread_.joinable()) thread_.join();
}

}  // namespace kring::service::tests
