// Does a client have these bytes already?
#include "service/entity_tag.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

namespace kring::service {
namespace {

constexpr int kOk = 200;
constexpr int kNotModified = 304;

bool may_be_kept(const Response& response) {
  const auto caching = find_header(response.headers, "Cache-Control");
  return caching && caching->find("no-store") == std::string_view::npos;
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// Whether a list of tags names `tag`, weak or strong (RFC 9110, 13.1.2).
bool names_tag(std::string_view list, std::string_view tag) {
  static constexpr std::string_view kWeak = "W/";
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    std::string_view entry = trim(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
    if (entry.starts_with(kWeak)) entry.remove_prefix(kWeak.size());
    if (entry == tag || entry == "*") return true;
  }
  return false;
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
  return std::any_of(headers.begin(), headers.end(), [tag](const Header& header) {
    return equals_ignoring_case(header.name, "If-None-Match") && names_tag(header.value, tag);
  });
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
