// How does a person log in with a browser, at the identity provider of the organisation?
//
// OpenID Connect's authorization code flow with PKCE. This service is the client: tokens never
// reach the browser, which holds the number of a session alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "service/access/code_exchange.h"
#include "service/access/issuer_keys.h"
#include "service/access/key_ring.h"
#include "service/access/pending_logins.h"
#include "service/access/provider_endpoints.h"
#include "service/access/provider_turns.h"
#include "service/access/sessions.h"
#include "service/http/client_key.h"
#include "service/message.h"

namespace kring::service::access {

enum class LoginFault : std::uint8_t {
  kDenied,        ///< the provider says that the person may not, or did not want to
  kProvider,      ///< the provider reports another error
  kUnknownState,  ///< no such login is going on in this browser: too late, used before, forged
  kUnreachable,   ///< the provider does not answer, or not as OpenID Connect has it
  kCode,          ///< the provider does not take its own code
  kToken,         ///< the id_token is not in order
  kStale,         ///< the person said to the provider too long ago who they are
  kNoAuthTime,    ///< the provider does not tell when the person said who they are
  kBusy,          ///< others are being checked; the same request may be sent again
};
/// For the operator's log: "unknown_state".
std::string_view name_of(LoginFault fault);

/// Why a login failed.
struct LoginRefusal {
  LoginFault fault;
  std::optional<TokenFault> token = {};  ///< of kToken, kStale and kNoAuthTime
};

/// With what the provider sends the browser back.
struct LoginReturn {
  std::string state;  ///< "" where it says none; so the others
  std::string code;
  std::string error;
  std::string issuer;  ///< RFC 9207
};
/// Absent where a parameter comes twice or is too long.
std::optional<LoginReturn> read_login_return(const Request& request);

/// Whom the provider lets in.
enum class Prompt : std::uint8_t {
  kAsNeeded,  ///< whoever is logged in there, without asking
  kLogin,     ///< who says anew who they are
};

/// Thread-safe.
class Login {
 public:
  struct World {
    Fetch fetch;
    AskToken ask_token;
    WallClock clock;
    SteadyClock steady_clock = [] { return std::chrono::steady_clock::now(); };
  };

  Login(Issuer issuer, LoginClient client, World world);

  struct Departure {
    std::string address;  ///< of the provider
    std::string browser;  ///< for a cookie, to bring along on the way back
  };
  /// Prompt::kLogin is heeded where the client may ask again.
  std::variant<Departure, LoginRefusal> begin(const Client& client, Prompt prompt);

  struct Arrival {
    std::string session;  ///< its number, for a cookie
    Caller caller;
  };
  /// A login is used up by this, unless the answer is kBusy.
  std::variant<Arrival, LoginRefusal> finish(const LoginReturn& returned,
                                             std::string_view browser,
                                             const Client& client);

  Sessions& sessions() { return sessions_; }

 private:
  std::optional<ProviderTurns::Turn> take_turn(const Client& client);
  [[nodiscard]] ClientKey key_of(const Client& client) const;
  std::variant<Caller, LoginRefusal> identify(const PendingLogin& login, std::string_view code);

  const Issuer issuer_;
  const LoginClient client_;
  const World world_;
  const std::uint64_t client_secret_;
  ProviderEndpoints endpoints_;
  IssuerKeys keys_;
  ProviderTurns turns_;
  PendingLogins pending_;
  Sessions sessions_;
};

}  // namespace kring::service::access
