// What do answers of the open APIs have in common?
#include "service/routes/open_response.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "service/entity_tag.h"
#include "service/http/date_header.h"
#include "service/open_data.h"

namespace kring::service {
namespace {

constexpr std::size_t kMaxHostBytes = 255;

void add_open_headers(Headers& headers) {
  headers.push_back({"Access-Control-Allow-Origin", "*"});
  headers.push_back({"Access-Control-Expose-Headers", "ETag, Last-Modified, Link"});
  headers.push_back({"Cross-Origin-Resource-Policy", "cross-origin"});
}

/// Letters, digits and what else a host with its port may have.
bool is_host(std::string_view host) {
  return !host.empty() && host.size() <= kMaxHostBytes
         && host.find_first_not_of(
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]")
                == std::string_view::npos;
}

void append_encoded(std::string& encoded, std::string_view text) {
  static constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
  for (const char letter : text) {
    if (kPlain.find(letter) != std::string_view::npos) {
      encoded += letter;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
  }
}

}  // namespace

Response make_open_response(const Call& call, OpenBody body) {
  const std::string tag = make_entity_tag(body.bytes);
  Response response{200,
                    {{"Content-Type", std::move(body.type)},
                     {"Cache-Control", fmt::format("public, max-age={}", body.max_age_seconds)},
                     {"ETag", tag}},
                    std::move(body.bytes)};
  if (const auto instant = parse_instant(body.changed_at)) {
    const std::chrono::system_clock::time_point moment{std::chrono::seconds(*instant)};
    response.headers.push_back({"Last-Modified", make_date_header(moment)});
  }
  if (!body.next.empty()) response.headers.push_back({"Link", "<" + body.next + ">; rel=\"next\""});
  add_open_headers(response.headers);
  if (call.request.method == Method::kPost || !has_already(call.request.headers, tag))
    return response;
  response.status = 304;
  response.body.clear();
  return response;
}

Response make_open_problem(const Call& call, Fault fault, const catalog::Problems& problems) {
  Response response = make_problem_response(fault, call.language, problems);
  add_open_headers(response.headers);
  return response;
}

void add_preflight(Router& router, const std::string& pattern) {
  router.add(Method::kOptions, pattern, [](const Call&) {
    Response response{204,
                      {{"Allow", "GET, HEAD, POST, OPTIONS"},
                       {"Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS"},
                       {"Access-Control-Allow-Headers", "Content-Type, If-None-Match"},
                       {"Access-Control-Max-Age", "86400"}},
                      ""};
    add_open_headers(response.headers);
    return response;
  });
}

std::string encode_query(const QueryParameter& parameter) {
  std::string encoded;
  append_encoded(encoded, parameter.name);
  encoded += '=';
  append_encoded(encoded, parameter.value);
  return encoded;
}

std::string base_address(const Call& call, const Surroundings& surroundings) {
  if (!surroundings.public_address.empty()) return surroundings.public_address;
  const std::string_view host = find_header(call.request.headers, "Host").value_or("");
  const bool is_secure = find_header(call.request.headers, "X-Forwarded-Proto") == "https";
  return (is_secure ? "https://" : "http://") + std::string(is_host(host) ? host : "localhost");
}

}  // namespace kring::service
