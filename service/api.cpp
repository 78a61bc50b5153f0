// How does the service answer one request from first to last?
#include "service/api.h"

#include <array>
#include <chrono>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "service/entity_tag.h"
#include "service/gzip.h"
#include "service/problem_response.h"

namespace kring::service {
namespace {

using FixedHeader = std::pair<std::string_view, std::string_view>;

/// Pages load only what this service itself serves, and nothing inline; no other site may frame or
/// read them.
constexpr std::array<FixedHeader, 7> kFixedHeaders = {{
    {"API-Version", kApiVersion},
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
     "base-uri 'none'; "
     "form-action 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Vary", "Accept-Language"},
}};

/// A year: browsers then come by https alone.
constexpr FixedHeader kStrictTransport = {"Strict-Transport-Security", "max-age=31536000"};

/// What an answer says itself stands.
Response add_fixed_headers(Response response, Transport transport) {
  for (const auto& [name, value] : kFixedHeaders) {
    if (find_header(response.headers, name)) continue;
    response.headers.push_back({std::string(name), std::string(value)});
  }
  if (transport == Transport::kHttps) {
    const auto& [name, value] = kStrictTransport;
    response.headers.push_back({std::string(name), std::string(value)});
  }
  return response;
}

Response answer(const Router& router, const Request& request, const Log& log) {
  const auto start = std::chrono::steady_clock::now();
  const Request plain = with_plain_tags(request);
  Routed routed = router.route(plain);
  const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - start);
  if (!routed.failure.empty())
    log.error(fmt::format("{} {}: {}", name_of(request.method), routed.pattern, routed.failure));
  log.info(fmt::format("{} {} {} {}us", name_of(request.method), routed.pattern,
                       routed.response.status, taken.count()));
  return tag_answer(plain, std::move(routed.response));
}

Response refuse(Rejection rejection, const Log& log) {
  Response response = make_problem_response(fault_of(rejection), catalog::Language::kDutch);
  if (rejection == Rejection::kUnknownMethod)
    response.headers.push_back({"Allow", "GET, HEAD, POST, OPTIONS"});
  log.info(fmt::format("- - {} refused", response.status));
  return response;
}

Urgency urgency_of(const Request& request) {
  const bool asks_for_health = !request.segments.empty() && request.segments.front() == "health";
  return asks_for_health ? Urgency::kUrgent : Urgency::kUsual;
}

}  // namespace

Application make_application(std::shared_ptr<const Router> router,
                             const Log& log,
                             Transport transport) {
  return {[router = std::move(router), log, transport](const Request& request) {
            const Transport kept =
                request.security == Security::kTls ? Transport::kHttps : transport;
            return compress(request, add_fixed_headers(answer(*router, request, log), kept));
          },
          [log, transport](Rejection rejection) {
            return add_fixed_headers(refuse(rejection, log), transport);
          },
          urgency_of};
}

}  // namespace kring::service
