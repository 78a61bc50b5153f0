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

/// Whether the person said who they are as lately as was asked. A provider need only tell when
/// where a greatest age was asked, as it is of whoever is to say so anew.
std::optional<TokenFault> find_age_fault(const catalog::Json& claims,
                                         const ExpectedLogin& expected,
                                         std::chrono::system_clock::time_point now) {
  const auto at = claims["auth_time"].number();
  const bool asks_age = expected.max_age.count() > 0;
  if (!at)
    return asks_age || expected.asked_anew ? std::optional(TokenFault::kNoAuthTime) : std::nullopt;
  const double latest = *at + static_cast<double>(kLeeway.count());
  if (asks_age && latest < seconds_of(now - expected.max_age)) return TokenFault::kStale;
  if (expected.asked_anew && latest < seconds_of(*expected.asked_anew)) return TokenFault::kStale;
  return std::nullopt;
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
  if (const auto fault = find_age_fault(claims, expected, now)) return *fault;
  Issuer as_audience = issuer;
  as_audience.audience = expected.client;
  return judge_claims(claims, as_audience, now);
}

}  // namespace kring::service::access
