// Which logins have begun and not come back yet?
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "service/access/steady_clock.h"
#include "service/http/client_key.h"

namespace kring::service::access {

inline constexpr std::size_t kMaxPendingLogins = 10'000;
inline constexpr std::chrono::minutes kLoginTime{10};  ///< for passwords, telephones and doubts

/// The secrets of one login, each of its own random bytes.
struct PendingLogin {
  std::string state;     ///< goes to the provider and comes back
  std::string browser;   ///< stays in the browser that began, as a cookie
  std::string nonce;     ///< comes back in the id_token
  std::string verifier;  ///< of PKCE (RFC 7636): only its hash is sent on ahead
  /// When the person was asked to say anew who they are; absent: was not.
  std::optional<std::chrono::system_clock::time_point> asked_anew = {};
};

/// Thread-safe.
class PendingLogins {
 public:
  explicit PendingLogins(SteadyClock clock);

  /// Where there are kMaxPendingLogins, the oldest of the client that has most of them is given up;
  /// of clients that have as many, the oldest of all.
  PendingLogin begin(ClientKey client,
                     std::optional<std::chrono::system_clock::time_point> asked_anew = {});

  /// Whether a login of this browser with this state is going on.
  bool is_going_on(std::string_view state, std::string_view browser);

  /// Once only. Absent where no login of this browser with this state is going on.
  std::optional<PendingLogin> take(std::string_view state, std::string_view browser);

 private:
  using Moment = std::chrono::steady_clock::time_point;
  struct Entry {
    PendingLogin login;
    Moment begun;
    ClientKey client;
  };
  using Entries = std::map<std::string, Entry, std::less<>>;  ///< by state

  void make_room(Moment now);
  /// The end where there is none. requires: mutex_ is held.
  Entries::iterator find(std::string_view state, std::string_view browser);

  const SteadyClock clock_;
  std::mutex mutex_;
  Entries entries_;
};

}  // namespace kring::service::access
