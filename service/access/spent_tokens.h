// Which tokens have been used, of an issuer whose tokens may be used once?
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "catalog/json.h"
#include "service/access/token.h"

namespace kring::service::access {

/// A token made for one request is young: CDS Hooks advises five minutes at most. Ten keep what
/// must be remembered few.
inline constexpr std::chrono::minutes kMaxOnceTime{10};
inline constexpr std::size_t kMaxSpentTokens = 100'000;

/// Remembers the ids ("jti") of one issuer's tokens until they expire, in the memory of this
/// process alone. Thread-safe.
class SpentTokens {
 public:
  /// Uses the token with these claims up; or why it may not be used. requires: the claims are
  /// proven and valid now.
  std::optional<TokenFault> spend(const catalog::Json& claims,
                                  std::chrono::system_clock::time_point now);

 private:
  std::mutex mutex_;
  std::map<std::string, double>
      spent_;  ///< by the hash of an id: seconds since 1970, when it expires
};

}  // namespace kring::service::access
