// Who asks, and may they?
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "service/access/caller.h"
#include "service/access/credential.h"
#include "service/access/needs.h"
#include "service/access/steady_clock.h"
#include "service/http/client_rates.h"
#include "service/http/limits.h"
#include "service/message.h"

namespace kring::service::access {

/// What callers without a key or token may do.
enum class Unnamed : std::uint8_t {
  kPublicOnly,  ///< read the public catalogue
  kTrusted,     ///< also all that kUnnamedRoles may
};

/// Of trusted callers without a name. Changing the catalogue always needs one.
inline constexpr Roles kUnnamedRoles = {Role::kProfessional, Role::kRecordSystem, Role::kMonitor};

enum class Refusal : std::uint8_t {
  kNoCredential,
  kNotLoggedIn,  ///< no credential, where a browser can log in
  kBadCredential,
  kIssuerAwaited,  ///< the issuer of the token has not told its keys yet; it may be sent again
  kCrossSite,      ///< another site than the service's own made a logged-in browser send it
  kForbidden,      ///< known, but without a role that the route needs
  kTooManyRequests,
};

struct Denial {
  Refusal refusal;
  Caller caller = {};                     ///< as far as known
  std::chrono::seconds retry_after = {};  ///< of kTooManyRequests and kIssuerAwaited
};

/// Whoever the key stands for; absent where it stands for nobody (any more).
using FindByKey = std::function<std::optional<Caller>(const ApiKey&)>;
/// Whoever the token stands for; else a denial with kBadCredential or kIssuerAwaited.
using FindByToken = std::function<std::variant<Caller, Denial>(const BearerToken&)>;

/// How browsers that are logged in are known.
struct SessionEntrance {
  std::string cookie;  ///< its name
  std::string origin;  ///< of the service's own pages, "https://kring.example.org"
  std::function<std::optional<Caller>(std::string_view number)> find;
};

struct GateOptions {
  Unnamed local = Unnamed::kTrusted;             ///< on this machine, not through a proxy
  Unnamed network = Unnamed::kPublicOnly;        ///< everyone else
  FindByKey find_by_key = {};                    ///< none: no key is known
  FindByToken find_by_token = {};                ///< none: no token is
  std::optional<SessionEntrance> sessions = {};  ///< absent: nobody can log in
  RequestRate anonymous_rate = kAnonymousRate;
  RequestRate named_rate = kNamedRate;
  SteadyClock clock = [] { return std::chrono::steady_clock::now(); };
};

/// Thread-safe.
class Gate {
 public:
  explicit Gate(GateOptions options);

  /// The caller of a request for the route with `method` and `pattern`, or why it is refused.
  /// Throws what the finders throw: a broken world lets nobody in.
  std::variant<Caller, Denial> admit(const Request& request,
                                     Method method,
                                     std::string_view pattern);

 private:
  [[nodiscard]] std::variant<Caller, Denial> identify(const Request& request) const;
  [[nodiscard]] Caller make_unnamed(const Request& request) const;
  [[nodiscard]] std::optional<Caller> find_by_session(const Request& request) const;
  /// Whether it may have been sent by another site, with the cookie of one who is logged in.
  [[nodiscard]] bool is_cross_site(const Request& request, Method method) const;
  std::optional<std::chrono::seconds> take_turn(const Request& request, const Caller& caller);

  const GateOptions options_;
  ClientRates anonymous_;
  ClientRates named_;
};

}  // namespace kring::service::access
