// With what does a request say who asks?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "service/message.h"

namespace kring::service::access {

inline constexpr std::size_t kMaxCredentialBytes = 16'384;  ///< tokens with many groups are long
inline constexpr std::string_view kKeyPrefix = "kring_";    ///< of every API key

struct NoCredential {};

/// More than one, of another kind, or of a form that nobody gives out.
struct BadCredential {};

struct ApiKey {
  std::string text;  ///< whole
};

/// A JSON Web Token, of which nothing is known yet.
struct BearerToken {
  std::string text;
};

using Credential = std::variant<NoCredential, BadCredential, ApiKey, BearerToken>;

/// Reads "Authorization: Bearer …" and "X-API-Key: …".
Credential read_credential(const Headers& headers);

}  // namespace kring::service::access
