// Whose tokens are trusted, and what do their claims mean here?
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "service/access/caller.h"
#include "service/access/token.h"

namespace kring::service::access {

inline constexpr std::chrono::seconds kLeeway{60};  ///< that two clocks may differ

/// As claims tell times: seconds since 1970.
inline double seconds_of(std::chrono::system_clock::time_point moment) {
  return std::chrono::duration<double>(moment.time_since_epoch()).count();
}

/// One issuer, as the operator configured it.
struct Issuer {
  std::string name;                   ///< its "iss", to the letter
  std::string audience;               ///< of which "aud" must hold one
  std::string key_set;                ///< address of its keys; "": as its discovery document tells
  std::string roles_claim = "roles";  ///< a name, or a JSON pointer: "/realm_access/roles"
  std::vector<std::pair<std::string, Role>> roles;  ///< what values of that claim mean
  std::string municipality_claim = {};              ///< its text is the scope; "": none
  std::string organization_claim = {};
  /// Each token is made for one request, as record systems do by CDS Hooks, and used once.
  bool is_used_once = false;

  bool operator==(const Issuer&) const = default;
};

/// The caller that true claims of this issuer stand for; or why not at this moment. Roles whose
/// scope the claims lack are left out.
std::variant<Caller, TokenFault> judge_claims(const catalog::Json& claims,
                                              const Issuer& issuer,
                                              std::chrono::system_clock::time_point now);

}  // namespace kring::service::access
