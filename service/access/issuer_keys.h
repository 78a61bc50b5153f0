// Which keys does an issuer sign with now?
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "service/access/discovery.h"
#include "service/access/issuer.h"
#include "service/access/signature.h"
#include "service/access/steady_clock.h"

namespace kring::service::access {

inline constexpr std::chrono::minutes kFreshTime{10};  ///< keys are used without asking again
inline constexpr std::chrono::hours kKeepTime{24};     ///< keys are used while the issuer is silent
inline constexpr std::chrono::seconds kCooldown{30};   ///< between two questions to an issuer
inline constexpr std::chrono::seconds kAnswerTime{1};  ///< until an answer may be there
inline constexpr std::size_t kMaxKeySetBytes = 262'144;

/// An issuer has not told yet whether it has a key.
struct IssuerAwaited {
  /// After which to ask again, >= 1 s: kAnswerTime while the issuer is asked or about to be; of one
  /// that gave no keys, until it is asked again.
  std::chrono::seconds retry_after = kAnswerTime;
};

/// Asks the issuer for its keys at first, when they grow old, and when a token names a key that is
/// not known; never twice within kCooldown, so that made-up tokens cost nothing. Thread-safe.
class IssuerKeys {
 public:
  IssuerKeys(const Issuer& issuer, Fetch fetch, SteadyClock clock);

  /// Waits for the issuer where it must be asked. Absent where the issuer has no such key, or has
  /// been silent for kKeepTime.
  std::optional<PublicKey> find(std::string_view id);

  /// Waits for nobody. What is awaited comes with renew(). Absent where the issuer has no such key.
  std::variant<std::optional<PublicKey>, IssuerAwaited> find_known(std::string_view id);

  /// Asks the issuer where its keys have grown old or one is awaited, and waits for its answer.
  /// Throws catalog::Error where the issuer gave no keys when it was last asked.
  void renew();

 private:
  using Moment = std::chrono::steady_clock::time_point;
  struct KeySet {
    std::vector<PublicKey> keys;
    Moment read;
  };

  [[nodiscard]] std::shared_ptr<const KeySet> get() const;
  [[nodiscard]] std::optional<std::string> find_address() const;
  [[nodiscard]] bool is_due() const;
  /// Whether the issuer is to be asked now.
  bool begin_asking();
  /// `keys` are absent where it gave none.
  void end_asking(std::optional<std::vector<PublicKey>> keys);
  void refresh();

  const std::string issuer_;
  const std::string configured_address_;
  const Fetch fetch_;
  const SteadyClock clock_;
  std::mutex fetch_mutex_;    ///< held while the issuer is asked
  mutable std::mutex mutex_;  ///< of what follows
  std::shared_ptr<const KeySet> set_;
  std::optional<Moment> asked_;  ///< last
  bool is_awaited_ = false;      ///< an answer of the issuer, that a key may come with
  bool is_silent_ = false;       ///< it gave no keys when it was last asked
};

}  // namespace kring::service::access
