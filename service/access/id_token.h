// Whose login does an id_token tell of?
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "service/access/issuer.h"

namespace kring::service::access {

/// What an id_token must have been made for.
struct ExpectedLogin {
  std::string client;  ///< of which "aud" must hold one, and which "azp" must be
  std::string nonce;
  std::chrono::seconds max_age{0};  ///< of "auth_time", which it then needs; zero: of any age
  /// When the person was asked to say anew who they are, which needs "auth_time" too; absent: was
  /// not.
  std::optional<std::chrono::system_clock::time_point> asked_anew = {};
};

/// The caller that true claims of the issuer stand for (OpenID Connect Core 1.0, 3.1.3.7): the same
/// as with an access token that has these claims.
std::variant<Caller, TokenFault> judge_login(const catalog::Json& claims,
                                             const Issuer& issuer,
                                             const ExpectedLogin& expected,
                                             std::chrono::system_clock::time_point now);

}  // namespace kring::service::access
