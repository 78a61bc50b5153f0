// How does the service answer one request from first to last?
#include "service/api.h"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "service/access/needs.h"
#include "service/audit/correlation.h"
#include "service/audit/purpose.h"
#include "service/entity_tag.h"
#include "service/gzip.h"
#include "service/problem_response.h"
#include "service/site/problem_page.h"

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

/// What answers have in common.
struct Service {
  std::shared_ptr<const Router> router;
  Log log;
  ApplicationOptions options;
};

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

/// The entry of a request that leaves a trace: by the table of needs, or because it was refused.
std::optional<audit::Entry> find_entry(const Request& request, const Routed& routed) {
  static constexpr int kUnauthorized = 401;
  static constexpr int kForbidden = 403;
  const Method method = request.method == Method::kHead ? Method::kGet : request.method;
  const access::Need* const need = access::find_need(method, routed.pattern);
  const bool is_refused =
      routed.response.status == kUnauthorized || routed.response.status == kForbidden;
  const bool is_traced = need != nullptr && need->trace == access::Trace::kAlways;
  if (!is_refused && !is_traced) return std::nullopt;
  const auto purpose = audit::read_purpose(request.headers);
  return audit::Entry{.when = {},
                      .caller = routed.caller,
                      .action = fmt::format("{} {}", name_of(request.method), routed.pattern),
                      .purpose = purpose ? *purpose : audit::Purpose::kNotStated,
                      .status = routed.response.status,
                      .correlation = {}};
}

/// Whether the trail has what it should have of this request.
bool keep_trace(const Request& request,
                const Routed& routed,
                const std::string& correlation,
                const Service& service) {
  if (!service.options.tracing.record) return true;
  auto entry = find_entry(request, routed);
  if (!entry) return true;
  entry->when = service.options.tracing.clock();
  entry->correlation = correlation;
  try {
    service.options.tracing.record(*entry);
    return true;
  } catch (const catalog::Error& error) {
    service.log.error(error.what());
    return false;
  }
}

Response answer(const Service& service, const Request& request) {
  const auto start = std::chrono::steady_clock::now();
  const std::string correlation = audit::read_correlation(request.headers);
  const Request plain = with_plain_tags(request);
  Routed routed = service.router->route(plain);
  if (!keep_trace(request, routed, correlation, service)) {
    routed.response = make_problem_response(Fault::kNoTrail, choose_language(request.headers));
  }
  routed.response.headers.push_back({audit::kCorrelationHeader, correlation});
  const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - start);
  if (!routed.failure.empty()) {
    service.log.error(
        fmt::format("{} {}: {}", name_of(request.method), routed.pattern, routed.failure));
  }
  service.log.info(fmt::format("{} {} {} {}us", name_of(request.method), routed.pattern,
                               routed.response.status, taken.count()));
  if (service.options.metrics) {
    service.options.metrics->note(
        {name_of(request.method), routed.pattern, routed.response.status, taken});
  }
  auto page = make_problem_page(plain, routed.response, service.options.frame);
  return tag_answer(plain, page ? *std::move(page) : std::move(routed.response));
}

Response refuse(const Refused& refused, const Service& service) {
  // A connection that finds no room is refused before it says anything.
  Response response =
      refused.reason == Rejection::kTooManyConnections
          ? make_bilingual_problem_response(fault_of(refused.reason))
          : make_problem_response(fault_of(refused.reason), choose_language(refused.headers));
  if (refused.reason == Rejection::kTooManyRequests) set_retry_after(response, refused.wait);
  if (refused.reason == Rejection::kUnknownMethod)
    response.headers.push_back({"Allow", "GET, HEAD, POST, OPTIONS"});
  response.headers.push_back({audit::kCorrelationHeader, audit::read_correlation(refused.headers)});
  service.log.info(fmt::format("- - {} refused", response.status));
  if (service.options.metrics) service.options.metrics->note_refusal(response.status);
  return response;
}

Urgency urgency_of(const Request& request) {
  const std::string first = request.segments.empty() ? "" : request.segments.front();
  if (first == "health") return Urgency::kUrgent;
  return first == "login" ? Urgency::kPatient : Urgency::kUsual;
}

}  // namespace

Application make_application(std::shared_ptr<const Router> router,
                             const Log& log,
                             ApplicationOptions options) {
  auto service =
      std::make_shared<const Service>(Service{std::move(router), log, std::move(options)});
  return {[service](const Request& request) {
            const Transport transport =
                request.security == Security::kTls ? Transport::kHttps : service->options.transport;
            return compress(request, add_fixed_headers(answer(*service, request), transport));
          },
          [service](const Refused& refused) {
            return add_fixed_headers(refuse(refused, *service), service->options.transport);
          },
          urgency_of};
}

}  // namespace kring::service
