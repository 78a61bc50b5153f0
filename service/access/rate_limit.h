// How often may one client ask?
//
// A bucket of tokens for each client: a request takes one, time brings them back.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kring::service::access {

struct Rate {
  double per_second;  ///< tokens that come back, > 0
  double burst;       ///< tokens of a client that has not asked for long, >= 1
};

inline constexpr Rate kAnonymousRate{5, 100};  ///< of one address
inline constexpr Rate kNamedRate{50, 500};     ///< of one key or user
inline constexpr std::size_t kMaxClients =
    10'000;  ///< remembered at once, each a few hundred bytes

using SteadyClock = std::function<std::chrono::steady_clock::time_point()>;

/// Remembers the clients that asked last, at most `max_clients`; who is forgotten starts anew.
/// Thread-safe.
class RateLimit {
 public:
  RateLimit(Rate rate, SteadyClock clock, std::size_t max_clients = kMaxClients);

  /// Absent where the client may ask now; else how long it must wait, rounded up.
  std::optional<std::chrono::seconds> take(std::string_view client);

 private:
  struct Bucket {
    std::string client;
    double tokens = 0;
    std::chrono::steady_clock::time_point filled;
  };
  using Buckets = std::list<Bucket>;

  Bucket& find_or_add(std::string_view client, std::chrono::steady_clock::time_point now);

  const Rate rate_;
  const SteadyClock clock_;
  const std::size_t max_clients_;
  std::mutex mutex_;
  Buckets buckets_;                                                 ///< who asked last stands first
  std::unordered_map<std::string_view, Buckets::iterator> places_;  ///< views of buckets_' clients
};

}  // namespace kring::service::access
