// What does a JSON Web Token say, before anyone knows whether it is true?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "catalog/json.h"

namespace kring::service::access {

/// Why a token is not believed; for the operator's log, as it tells nothing of who sent it.
enum class TokenFault : std::uint8_t {
  kMalformed,   ///< not three parts of base64url, or no JSON in them
  kAlgorithm,   ///< none, HMAC, or another that is not of the list
  kCritical,    ///< it wants an extension understood ("crit")
  kType,        ///< no access token
  kOwnKey,      ///< it brings the key to check it with, or tells where that is
  kNoKeyId,     ///< it does not say which key signed it
  kIssuer,      ///< of nobody whom this service trusts
  kUnknownKey,  ///< the issuer has no such key
  kSignature,
  kAudience,    ///< for another service
  kIncomplete,  ///< lacks exp, iat or sub, or has them in another form
  kExpired,
  kTooEarly,    ///< its nbf or iat lies ahead
  kBound,       ///< valid only with a proof of possession ("cnf"), which this service does not read
  kNonce,       ///< of another login than the one it came with
  kParty,       ///< given to another client ("azp")
  kStale,       ///< the person said who they are longer ago than was asked
  kNoAuthTime,  ///< it does not tell when the person said who they are ("auth_time")
  kNoTokenId,   ///< it may be used once, and has no "jti" to know it by
  kLongLived,   ///< it may be used once, and would have to be remembered for too long
  kReplayed,    ///< it may be used once, and was
  kCrowded,     ///< it may be used once, and no more can be remembered
};
std::string_view name_of(TokenFault fault);

/// The algorithms that are accepted.
enum class Algorithm : std::uint8_t {
  kRs256,
  kPs256,
  kEs256,
};
std::string_view name_of(Algorithm algorithm);

/// A token whose header this service accepts. Its claims are not proven.
struct Token {
  std::string text;  ///< whole
  Algorithm algorithm = Algorithm::kRs256;
  std::string key_id;
  catalog::Json claims;  ///< an object
};

/// What a token is sent for.
enum class TokenUse : std::uint8_t {
  kAccess,  ///< with a request (RFC 9068)
  kLogin,   ///< OpenID Connect's id_token, which need not say its type
};

std::variant<Token, TokenFault> parse_token(std::string_view text,
                                            TokenUse use = TokenUse::kAccess);

}  // namespace kring::service::access
