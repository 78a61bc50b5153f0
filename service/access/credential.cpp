#include "service/access/credential.h"

#include <algorithm>
#include <optional>

namespace kring::service::access {
namespace {

constexpr std::string_view kBearer = "Bearer ";

/// RFC 6750's b64token.
bool is_token_text(std::string_view text) {
  return !text.empty() && text.size() <= kMaxCredentialBytes
         && std::all_of(text.begin(), text.end(), [](char c) {
              return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                     || std::string_view("-._~+/=").find(c) != std::string_view::npos;
            });
}

Credential read_bearer(std::string_view value) {
  const bool is_bearer = equals_ignoring_case(value.substr(0, kBearer.size()), kBearer);
  if (!is_bearer) return BadCredential{};
  value.remove_prefix(kBearer.size());
  value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
  if (!is_token_text(value)) return BadCredential{};
  if (value.starts_with(kKeyPrefix)) return ApiKey{std::string(value)};
  return BearerToken{std::string(value)};
}

Credential read_key(std::string_view value) {
  if (!is_token_text(value) || !value.starts_with(kKeyPrefix)) return BadCredential{};
  return ApiKey{std::string(value)};
}

}  // namespace

Credential read_credential(const Headers& headers) {
  std::optional<Credential> found;
  for (const Header& header : headers) {
    const bool is_authorization = equals_ignoring_case(header.name, "Authorization");
    if (!is_authorization && !equals_ignoring_case(header.name, "X-API-Key")) continue;
    if (found) return BadCredential{};
    found = is_authorization ? read_bearer(header.value) : read_key(header.value);
  }
  return found.value_or(NoCredential{});
}

}  // namespace kring::service::access
