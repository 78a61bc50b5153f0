// How does the service answer one request from first to last?
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "service/audit/entry.h"
#include "service/http/application.h"
#include "service/log.h"
#include "service/request_metrics.h"
#include "service/rim.h"
#include "service/router.h"
#include "service/site/frame.h"

namespace kring::service {

inline constexpr std::string_view kApiVersion = "1.0.0";

/// How the world reaches the service, whatever stands before it.
enum class Transport : std::uint8_t {
  kAny,
  kHttps,  ///< alone: browsers are told to keep to it
};

/// Where entries of the audit trail go.
struct Tracing {
  std::function<void(const audit::Entry&)> record =
      {};  ///< throws catalog::Error where it is not kept
  Clock clock = [] { return std::chrono::system_clock::now(); };
};

struct ApplicationOptions {
  Transport transport = Transport::kAny;
  Tracing tracing = {};
  std::shared_ptr<RequestMetrics> metrics = nullptr;  ///< null: nothing is counted
  SiteFrame frame = {};                               ///< around pages that tell what is wrong
};

/// Routes each request, adds the headers that every answer has, and logs one line: method, route
/// pattern, status, microseconds. Nothing of a request's path, query, headers or body is logged.
/// What should leave a trace and cannot is answered by a 503 alone.
Application make_application(std::shared_ptr<const Router> router,
                             const Log& log,
                             ApplicationOptions options = {});

}  // namespace kring::service
