// What does an identity provider tell of itself?
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "catalog/json.h"

namespace kring::service::access {

/// The document at an address; absent where it cannot be had.
using Fetch = std::function<std::optional<std::string>(const std::string& address)>;

/// Where the provider wants to read the secret of a client.
enum class SecretPlace : std::uint8_t {
  kHeader,  ///< client_secret_basic
  kForm,    ///< client_secret_post
};

/// Where people log in, and where their code is exchanged. Both are whole addresses in printable
/// ASCII.
struct LoginEndpoints {
  std::string authorization;
  std::string token;
  SecretPlace secret_place = SecretPlace::kHeader;

  bool operator==(const LoginEndpoints&) const = default;
};

/// OpenID Connect Discovery 1.0. Absent where it cannot be had or is of another issuer, or anyone's
/// keys would do.
std::optional<catalog::Json> fetch_discovery(const std::string& issuer, const Fetch& fetch);

/// Absent where one is missing, or leaves https although the issuer has it.
std::optional<LoginEndpoints> read_login_endpoints(const catalog::Json& discovery);

}  // namespace kring::service::access
