#include "service/access/cookie.h"

#include <algorithm>

namespace kring::service::access {
namespace {

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

CookieReach reach_of(std::string_view public_address) {
  return public_address.starts_with("https://") ? CookieReach::kSecure : CookieReach::kPlain;
}

std::string cookie_name(std::string_view name, CookieReach reach) {
  return (reach == CookieReach::kSecure ? "__Host-" : "") + std::string(name);
}

std::optional<std::string_view> find_cookie(const Headers& headers, std::string_view name) {
  std::optional<std::string_view> found;
  for (const Header& header : headers) {
    if (!equals_ignoring_case(header.name, "Cookie")) continue;
    std::string_view rest = header.value;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      const std::string_view pair = trim(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const std::size_t sign = pair.find('=');
      if (sign == std::string_view::npos || trim(pair.substr(0, sign)) != name) continue;
      if (found) return std::nullopt;
      found = trim(pair.substr(sign + 1));
    }
  }
  return found;
}

std::string write_cookie(std::string_view name,
                         std::string_view value,
                         CookieReach reach,
                         std::chrono::seconds lifetime) {
  std::string text = cookie_name(name, reach) + "=" + std::string(value);
  text += "; Path=/; Max-Age=" + std::to_string(lifetime.count());
  text += "; HttpOnly; SameSite=Lax";
  if (reach == CookieReach::kSecure) text += "; Secure";
  return text;
}

}  // namespace kring::service::access
