#include "service/access/id_token.h"

#include <optional>

#include "service/access/digest.h"

namespace kring::service::access {
namespace {

/// Where it is for several, it must say to whom it was given.
bool is_given_to(const catalog::Json& claims, const std::string& client) {
  const bool is_for_several = claims["aud"].array().size() > 1;
  if (claims["azp"].is_null()) return !is_for_several;
  return claims["azp"].string() == client;
}

}  // namespace

std::variant<Caller, TokenFault> judge_login(const catalog::Json& claims,
                                             const Issuer& issuer,
                                             const ExpectedLogin& expected,
                                             std::chrono::system_clock::time_point now) {
  if (claims["iss"].string() != issuer.name) return TokenFault::kIssuer;
  if (!is_given_to(claims, expected.client)) return TokenFault::kParty;
  const auto nonce = claims["nonce"].string();
  if (!nonce || !equals_in_constant_time(*nonce, expected.nonce)) return TokenFault::kNonce;
  Issuer as_audience = issuer;
  as_audience.audience = expected.client;
  return judge_claims(claims, as_audience, now);
}

}  // namespace kring::service::access
