// Which handler answers which request?
//
// Pure: a request goes in, a response comes out. HTTP's own rules stand here: 404, 405 with Allow,
// HEAD as GET.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/result.h"
#include "service/access/caller.h"
#include "service/message.h"

namespace kring::service {

/// A request on its way to its handler.
struct Call {
  const Request& request;
  std::vector<std::string> parameters;  ///< the path's variable segments, in their order
  catalog::Language language = catalog::Language::kDutch;  ///< that the client prefers; else Dutch
  access::Caller caller = {};
};

using Handler = std::function<Response(const Call&)>;

/// An answer to someone who was nobody before, and is known by it.
struct Welcome {
  Response response;
  access::Caller caller;  ///< for the audit trail
};
using WelcomeHandler = std::function<Welcome(const Call&)>;

/// What a guard says of a request.
struct Admission {
  access::Caller caller;            ///< as far as known, where it is refused
  std::optional<Response> refusal;  ///< absent: let in
};

/// Judges a request for the route with `method` and `pattern`.
using Guard = std::function<Admission(const Call& call, Method method, std::string_view pattern)>;

/// An answer, and what the log tells of it.
struct Routed {
  Response response;
  std::string_view pattern;    ///< of the route, "-" where none matched
  std::string failure;         ///< of a handler that threw, for the operator; else ""
  access::Caller caller = {};  ///< as far as the guard knows
};

class Router {
 public:
  /// `pattern` is a path whose variable segments stand in braces: "/v1/activities/{id}". A literal
  /// wins over a variable only by being added first. Adding comes before routing.
  void add(Method method, std::string pattern, const Handler& handler);
  void add_welcome(Method method, std::string pattern, WelcomeHandler handler);

  /// From now on no request reaches a handler without the guard's leave.
  void set_guard(Guard guard) { guard_ = std::move(guard); }

  /// Method and pattern of every route, in the order of adding.
  [[nodiscard]] std::vector<std::pair<Method, std::string_view>> list_routes() const;

  /// Never throws but for want of memory; an exception of a handler or the guard is a 500.
  /// Thread-safe.
  [[nodiscard]] Routed route(const Request& request) const;

 private:
  struct Route {
    Method method;
    std::string pattern;
    std::vector<std::string> segments;
    WelcomeHandler handler;
  };

  [[nodiscard]] Routed run(const Route& route, Call call) const;

  std::vector<Route> routes_;
  Guard guard_;
};

}  // namespace kring::service
