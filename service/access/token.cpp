#include "service/access/token.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "service/access/base64url.h"
#include "service/message.h"

namespace kring::service::access {
namespace {

using catalog::Json;

/// By TokenFault's order.
constexpr std::array<std::string_view, 22> kFaultNames = {
    "malformed",   "algorithm",   "critical",  "type",     "own_key",    "no_key_id",
    "issuer",      "unknown_key", "signature", "audience", "incomplete", "expired",
    "too_early",   "bound",       "nonce",     "party",    "stale",      "no_auth_time",
    "no_token_id", "long_lived",  "replayed",  "crowded"};

/// By Algorithm's order.
constexpr std::array<std::string_view, 3> kAlgorithmNames = {"RS256", "PS256", "ES256"};

/// RFC 9068 and what identity providers write in its stead.
constexpr std::array<std::string_view, 3> kTypes = {"at+jwt", "application/at+jwt", "JWT"};

constexpr std::string_view kPlainType = "JWT";

/// Headers by which a token would choose its own key.
constexpr std::array<std::string_view, 4> kKeyHeaders = {"jku", "jwk", "x5u", "x5c"};

constexpr std::size_t kMaxKeyIdBytes = 256;

struct Parts {
  std::string_view header;
  std::string_view claims;
  std::string_view signature;
};

std::optional<Parts> split(std::string_view text) {
  const std::size_t first = text.find('.');
  const std::size_t second = text.find('.', std::min(first, text.size() - 1) + 1);
  if (second == std::string_view::npos || text.find('.', second + 1) != std::string_view::npos)
    return std::nullopt;
  return Parts{text.substr(0, first), text.substr(first + 1, second - first - 1),
               text.substr(second + 1)};
}

std::optional<Json> decode_object(std::string_view part) {
  const auto bytes = decode_base64url(part);
  if (!bytes) return std::nullopt;
  auto document = catalog::parse_json(*bytes);
  if (!document || !document->is_object()) return std::nullopt;
  return *std::move(document);
}

std::optional<Algorithm> find_algorithm(const Json& header) {
  const auto* const found = std::find(kAlgorithmNames.begin(), kAlgorithmNames.end(),
                                      header["alg"].string().value_or(""));
  if (found == kAlgorithmNames.end()) return std::nullopt;
  return static_cast<Algorithm>(found - kAlgorithmNames.begin());
}

bool has_known_type(const Json& header, TokenUse use) {
  const auto type = header["typ"].string();
  if (use == TokenUse::kLogin)
    return header["typ"].is_null() || (type && equals_ignoring_case(*type, kPlainType));
  return type && std::any_of(kTypes.begin(), kTypes.end(), [&type](std::string_view known) {
           return equals_ignoring_case(*type, known);
         });
}

}  // namespace

std::string_view name_of(TokenFault fault) {
  return kFaultNames.at(static_cast<std::size_t>(fault));
}

std::string_view name_of(Algorithm algorithm) {
  return kAlgorithmNames.at(static_cast<std::size_t>(algorithm));
}

std::variant<Token, TokenFault> parse_token(std::string_view text, TokenUse use) {
  if (text.empty()) return TokenFault::kMalformed;
  const auto parts = split(text);
  if (!parts) return TokenFault::kMalformed;
  const auto header = decode_object(parts->header);
  if (!header) return TokenFault::kMalformed;
  const auto algorithm = find_algorithm(*header);
  if (!algorithm) return TokenFault::kAlgorithm;
  if (header->find("crit") != nullptr) return TokenFault::kCritical;
  if (!has_known_type(*header, use)) return TokenFault::kType;
  const bool brings_key =
      std::any_of(kKeyHeaders.begin(), kKeyHeaders.end(),
                  [&header](std::string_view name) { return header->find(name) != nullptr; });
  if (brings_key) return TokenFault::kOwnKey;
  const auto key_id = (*header)["kid"].string();
  if (!key_id || key_id->empty() || key_id->size() > kMaxKeyIdBytes) return TokenFault::kNoKeyId;
  auto claims = decode_object(parts->claims);
  // The library that checks the signature takes its last character with any spare bits.
  if (!claims || !decode_base64url(parts->signature)) return TokenFault::kMalformed;
  return Token{std::string(text), *algorithm, std::string(*key_id), *std::move(claims)};
}

}  // namespace kring::service::access
