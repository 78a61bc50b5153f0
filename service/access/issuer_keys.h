// Which keys does an issuer sign with now?
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/access/discovery.h"
#include "service/access/issuer.h"
#include "service/access/signature.h"
#include "service/access/steady_clock.h"

namespace kring::service::access {

inline constexpr std::chrono::minutes kFreshTime{10};  ///< keys are used without asking again
inline constexpr std::chrono::hours kKeepTime{24};     ///< keys are used while the issuer is silent
inline constexpr std::chrono::seconds kCooldown{30};   ///< between two questions to an issuer
inline constexpr std::size_t kMaxKeySetBytes = 262'144;

/// Asks the issuer at the first token, when its keys grow old, and when a token names a key that is
/// not known; never twice within kCooldown, so that made-up tokens cost nothing. Thread-safe.
class IssuerKeys {
 public:
  IssuerKeys(const Issuer& issuer, Fetch fetch, SteadyClock clock);

  /// Absent where the issuer has no such key, or has been silent for kKeepTime.
  std::optional<PublicKey> find(std::string_view id);

 private:
  using Moment = std::chrono::steady_clock::time_point;
  struct KeySet {
    std::vector<PublicKey> keys;
    Moment read;
  };

  [[nodiscard]] std::shared_ptr<const KeySet> get() const;
  [[nodiscard]] std::optional<std::string> find_address() const;
  void refresh();

  const std::string issuer_;
  const std::string configured_address_;
  const Fetch fetch_;
  const SteadyClock clock_;
  std::mutex fetch_mutex_;
  std::optional<Moment> asked_;  ///< last; under fetch_mutex_
  mutable std::mutex mutex_;
  std::shared_ptr<const KeySet> set_;
};

}  // namespace kring::service::access
