// Does a client have these bytes already?
#include "service/entity_tag.h"

#include <cstdint>

#include <fmt/format.h>

namespace kring::service {
namespace {

constexpr int kOk = 200;
constexpr int kNotModified = 304;

bool may_be_kept(const Response& response) {
  const auto caching = find_header(response.headers, "Cache-Control");
  return caching && caching->find("no-store") == std::string_view::npos;
}

}  // namespace

std::string make_entity_tag(std::string_view bytes) {
  // FNV-1a
  static constexpr std::uint64_t kBasis = 0xcbf29ce484222325;
  static constexpr std::uint64_t kPrime = 0x100000001b3;
  std::uint64_t hash = kBasis;
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * kPrime;
  }
  return fmt::format("\"{:016x}-{:x}\"", hash, bytes.size());
}

bool has_already(const Headers& headers, std::string_view tag) {
  const auto wanted = find_header(headers, "If-None-Match");
  return wanted && (*wanted == "*" || wanted->find(tag) != std::string_view::npos);
}

Response tag_answer(const Request& request, Response response) {
  const bool is_read = request.method == Method::kGet || request.method == Method::kHead;
  if (!is_read || response.status != kOk || !may_be_kept(response)) return response;
  if (find_header(response.headers, "ETag")) return response;
  std::string tag = make_entity_tag(response.body);
  if (has_already(request.headers, tag)) {
    response.status = kNotModified;
    response.body.clear();
  }
  response.headers.push_back({"ETag", std::move(tag)});
  return response;
}

}  // namespace kring::service
