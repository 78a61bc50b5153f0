// How does the service answer one request from first to last?
#pragma once

#include <cstdint>
#include <memory>

#include "service/http/application.h"
#include "service/log.h"
#include "service/router.h"

namespace kring::service {

inline constexpr std::string_view kApiVersion = "1.0.0";

/// How the world reaches the service, whatever stands before it.
enum class Transport : std::uint8_t {
  kAny,
  kHttps,  ///< alone: browsers are told to keep to it
};

/// Routes each request, adds the headers that every answer has, and logs one line: method, route
/// pattern, status, microseconds. Nothing of a request's path, query, headers or body is logged.
Application make_application(std::shared_ptr<const Router> router,
                             const Log& log,
                             Transport transport = Transport::kAny);

}  // namespace kring::service
