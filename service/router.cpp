// Which handler answers which request?
#include "service/router.h"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <optional>
#include <utility>

#include "service/problem_response.h"

namespace kring::service {
namespace {

std::vector<std::string> split_pattern(std::string_view pattern) {
  std::vector<std::string> segments;
  while (pattern.size() > 1) {
    pattern.remove_prefix(1);
    const std::size_t slash = std::min(pattern.find('/'), pattern.size());
    segments.emplace_back(pattern.substr(0, slash));
    pattern.remove_prefix(slash);
  }
  const bool ends_in_slash = !segments.empty() && !pattern.empty();
  if (ends_in_slash) segments.emplace_back();
  return segments;
}

bool is_variable(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{';
}

/// The variable segments of a path that has the pattern's shape; absent for another path.
std::optional<std::vector<std::string>> find_parameters(const std::vector<std::string>& pattern,
                                                        const std::vector<std::string>& path) {
  if (pattern.size() != path.size()) return std::nullopt;
  std::vector<std::string> parameters;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (is_variable(pattern[i]) && !path[i].empty()) {
      parameters.push_back(path[i]);
    } else if (pattern[i] != path[i]) {
      return std::nullopt;
    }
  }
  return parameters;
}

std::string join_allowed(const std::vector<Method>& methods) {
  std::string allowed;
  for (const Method method : methods) {
    allowed.append(name_of(method)).append(", ");
    if (method == Method::kGet) allowed.append("HEAD, ");
  }
  return allowed + "OPTIONS";
}

}  // namespace

void Router::add(Method method, std::string pattern, const Handler& handler) {
  add_welcome(method, std::move(pattern), [handler](const Call& call) {
    return Welcome{handler(call), call.caller};
  });
}

void Router::add_welcome(Method method, std::string pattern, WelcomeHandler handler) {
  auto segments = split_pattern(pattern);
  routes_.push_back({method, std::move(pattern), std::move(segments), std::move(handler)});
}

std::vector<std::pair<Method, std::string_view>> Router::list_routes() const {
  std::vector<std::pair<Method, std::string_view>> list;
  list.reserve(routes_.size());
  for (const Route& route : routes_)
    list.emplace_back(route.method, route.pattern);
  return list;
}

Routed Router::run(const Route& route, Call call) const {
  try {
    if (guard_) {
      Admission admission = guard_(call, route.method, route.pattern);
      call.caller = std::move(admission.caller);
      if (admission.refusal)
        return {*std::move(admission.refusal), route.pattern, "", std::move(call.caller)};
    }
    Welcome welcome = route.handler(call);
    return {std::move(welcome.response), route.pattern, "", std::move(welcome.caller)};
  } catch (const catalog::Error& error) {
    return {make_problem_response(Fault::kInternal, call.language), route.pattern, error.what(),
            call.caller};
  } catch (const std::exception&) {
    return {make_problem_response(Fault::kInternal, call.language), route.pattern,
            "unexpected exception", call.caller};
  }
}

Routed Router::route(const Request& request) const {
  const catalog::Language language = choose_language(request.headers);
  const Method wanted = request.method == Method::kHead ? Method::kGet : request.method;
  std::vector<Method> allowed;
  std::string_view pattern = "-";
  for (const Route& route : routes_) {
    auto parameters = find_parameters(route.segments, request.segments);
    if (!parameters) continue;
    if (route.method == wanted) return run(route, {request, *std::move(parameters), language});
    allowed.push_back(route.method);
    pattern = route.pattern;
  }
  const bool asks_of_server = request.segments == std::vector<std::string>{"*"};
  if (wanted == Method::kOptions && (asks_of_server || !allowed.empty())) {
    return {
        Response{204,
                 {{"Allow", asks_of_server ? "GET, HEAD, POST, OPTIONS" : join_allowed(allowed)}},
                 ""},
        pattern, ""};
  }
  if (allowed.empty()) return {make_problem_response(Fault::kNotFound, language), pattern, ""};
  Response refusal = make_problem_response(Fault::kMethodNotAllowed, language);
  refusal.headers.push_back({"Allow", join_allowed(allowed)});
  return {std::move(refusal), pattern, ""};
}

}  // namespace kring::service
