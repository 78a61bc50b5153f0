#include "service/entity_tag.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace kring::service {
namespace {

/// FNV-1a: the same bytes have the same tag on every machine.
std::string make_entity_tag(std::string_view bytes) {
  static constexpr std::uint64_t kBasis = 0xcbf29ce484222325;
  static constexpr std::uint64_t kPrime = 0x100000001b3;
  std::uint64_t hash = kBasis;
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * kPrime;
  }
  return fmt::format("\"{:016x}-{:x}\"", hash, bytes.size());
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

bool has_already(const Headers& headers, std::string_view tag) {
  return std::any_of(headers.begin(), headers.end(), [tag](const Header& header) {
    return equals_ignoring_case(header.name, "If-None-Match") && names_tag(header.value, tag);
  });
}

}  // namespace

Response with_entity_tag(const Request& request, Response response) {
  std::string tag = make_entity_tag(response.body);
  const bool reads = request.method == Method::kGet || request.method == Method::kHead;
  if (reads && has_already(request.headers, tag)) {
    response.status = 304;
    response.body.clear();
  }
  response.headers.push_back({"ETag", std::move(tag)});
  return response;
}

}  // namespace kring::service
