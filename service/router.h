// Which handler answers which request?
//
// Pure: a request goes in, a response comes out. HTTP's own rules stand here: 404, 405 with Allow,
// HEAD as GET.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/result.h"
#include "service/message.h"

namespace kring::service {

/// A request on its way to its handler.
struct Call {
  const Request& request;
  std::vector<std::string> parameters;  ///< the path's variable segments, in their order
  catalog::Language language = catalog::Language::kDutch;  ///< that the client prefers; else Dutch
};

using Handler = std::function<Response(const Call&)>;

/// An answer, and what the log tells of it.
struct Routed {
  Response response;
  std::string_view pattern;  ///< of the route, "-" where none matched
  std::string failure;       ///< of a handler that threw, for the operator; else ""
};

/// A route as it was added.
struct RouteName {
  Method method;
  std::string_view pattern;
  bool operator==(const RouteName&) const = default;
};

class Router {
 public:
  /// `pattern` is a path whose variable segments stand in braces: "/v1/activities/{id}". A literal
  /// wins over a variable only by being added first. Adding comes before routing.
  void add(Method method, std::string pattern, Handler handler);

  /// In the order added; the patterns live as long as the router.
  [[nodiscard]] std::vector<RouteName> names() const;

  /// Never throws but for want of memory; an exception of a handler is a 500. Thread-safe.
  [[nodiscard]] Routed route(const Request& request) const;

 private:
  struct Route {
    Method method;
    std::string pattern;
    std::vector<std::string> segments;
    Handler handler;
  };

  std::vector<Route> routes_;
};

}  // namespace kring::service
