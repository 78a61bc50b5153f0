// How does the service answer one request from first to last?
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "service/audit/entry.h"
#include "service/http/application.h"
#include "service/log.h"
#include "service/rim.h"
#include "service/router.h"

namespace kring::service {

inline constexpr std::string_view kApiVersion = "1.0.0";

/// Where entries of the audit trail go.
struct Tracing {
  std::function<void(const audit::Entry&)> record =
      {};  ///< throws catalog::Error where it is not kept
  Clock clock = [] { return std::chrono::system_clock::now(); };
};

/// Routes each request, adds the headers that every answer has, and logs one line: method, route
/// pattern, status, microseconds. Nothing of a request's path, query, headers or body is logged.
/// What should leave a trace and cannot is answered by a 503 alone.
Application make_application(std::shared_ptr<const Router> router,
                             const Log& log,
                             Tracing tracing = {});

}  // namespace kring::service
