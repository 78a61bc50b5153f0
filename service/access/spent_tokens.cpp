#include "service/access/spent_tokens.h"

#include "service/access/digest.h"
#include "service/access/issuer.h"

namespace kring::service::access {
namespace {

constexpr std::size_t kMaxTokenIdBytes = 256;

}  // namespace

std::optional<TokenFault> SpentTokens::spend(const catalog::Json& claims,
                                             std::chrono::system_clock::time_point now) {
  const auto id = claims["jti"].string();
  if (!id || id->empty() || id->size() > kMaxTokenIdBytes) return TokenFault::kNoTokenId;
  const double expires = claims["exp"].number().value_or(0);
  if (expires > seconds_of(now + kMaxOnceTime + kLeeway)) return TokenFault::kLongLived;

  const std::lock_guard lock(mutex_);
  if (spent_.size() >= kMaxSpentTokens) {
    const double past = seconds_of(now - kLeeway);
    std::erase_if(spent_, [past](const auto& entry) { return past >= entry.second; });
  }
  if (spent_.size() >= kMaxSpentTokens) return TokenFault::kCrowded;
  const bool is_new = spent_.emplace(sha256_bytes(*id), expires).second;
  return is_new ? std::nullopt : std::optional(TokenFault::kReplayed);
}

}  // namespace kring::service::access
