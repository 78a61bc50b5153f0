// Who sends this token?
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "service/access/credential.h"
#include "service/access/issuer_keys.h"
#include "service/access/key_ring.h"
#include "service/access/spent_tokens.h"
#include "service/access/token.h"

namespace kring::service::access {

/// Judges access tokens (RFC 9068) of the issuers that the operator trusts. A token may be used
/// until it expires, as often as its holder likes, unless its issuer makes them to be used once.
/// Thread-safe.
class TokenReader {
 public:
  struct World {
    Fetch fetch;
    WallClock clock;
    SteadyClock steady_clock = [] { return std::chrono::steady_clock::now(); };
  };

  TokenReader(std::vector<Issuer> issuers, const World& world);

  /// Waits for no issuer: what one has not told yet comes with its renewal.
  std::variant<Caller, TokenFault, IssuerAwaited> read(const BearerToken& bearer);

  /// Asks one issuer for its keys where that is due, and waits for it. Throws catalog::Error where
  /// it gives none.
  using Renewal = std::function<void()>;
  /// One of each issuer, to be called again and again in a thread of its own. requires: this
  /// outlives them.
  std::vector<Renewal> renewals();

 private:
  struct Trusted {
    Issuer issuer;
    std::unique_ptr<IssuerKeys> keys;
    std::unique_ptr<SpentTokens> spent;  ///< null where tokens may be used again
  };

  std::vector<Trusted> trusted_;
  const WallClock clock_;
};

}  // namespace kring::service::access
