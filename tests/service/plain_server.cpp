#include "tests/service/plain_server.h"

#include <chrono>
#include <utility>

namespace kring::service::tests {
namespace {

int status_for(Rejection rejection) {
  switch (rejection) {
    case Rejection::kTooManyConnections:
    case Rejection::kOverloaded:
      return 503;
    case Rejection::kTooManyRequests:
      return 429;
    case Rejection::kTooSlow:
      return 408;
    default:
      return 400;
  }
}

std::string body_for(const Request& request) {
  if (request.segments != std::vector<std::string>{"security"}) return "hello";
  return request.security == Security::kTls ? "tls" : "plain";
}

bool is_urgent(const Request& request) {
  return request.segments == std::vector<std::string>{"urgent"};
}

}  // namespace

ServerOptions make_plain_options() {
  ServerOptions options;
  options.listen = {TcpAddress{"127.0.0.1", 0}};
  options.threads = 2;
  options.times.linger = std::chrono::milliseconds(100);
  return options;
}

PlainServer::PlainServer(const ServerOptions& options, std::function<void()> before)
    : server_(options, make_application(std::move(before)), make_stream_log(lines_)),
      thread_([this] { server_.run(); }) {}

PlainServer::~PlainServer() {
  server_.stop();
}

Application PlainServer::make_application(std::function<void()> before) {
  return {[this, before = std::move(before)](const Request& request) {
            if (!is_urgent(request)) before();
            ++answered_;
            return Response{200, {}, body_for(request)};
          },
          [](const Refused& refused) {
            return Response{status_for(refused.reason), {}, ""};
          },
          [](const Request& request) {
            return is_urgent(request) ? Urgency::kUrgent : Urgency::kUsual;
          }};
}

}  // namespace kring::service::tests
