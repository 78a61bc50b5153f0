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
  const double seconds = std::chrono::duration<double>(now.time_since_epoch()).count();
  const double expires = claims["exp"].number().value_or(0);
  const auto longest = static_cast<double>(std::chrono::seconds(kMaxOnceTime + kLeeway).count());
  if (expires > seconds + longest) return TokenFault::kLongLived;

  const std::lock_guard lock(mutex_);
  const auto leeway = static_cast<double>(kLeeway.count());
  if (spent_.size() >= kMaxSpentTokens) {
    std::erase_if(spent_, [&](const auto& entry) { return seconds >= entry.second + leeway; });
  }
  if (spent_.size() >= kMaxSpentTokens) return TokenFault::kCrowded;
  const bool is_new = spent_.emplace(sha256_bytes(*id), expires).second;
  return is_new ? std::nullopt : std::optional(TokenFault::kReplayed);
}

}  // namespace kring::service::access
