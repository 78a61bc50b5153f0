// Who is logged in with a browser?
//
// In memory alone: a restart logs everyone out. A browser holds a random number, of which only the
// hash is kept here.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "service/access/caller.h"
#include "service/access/steady_clock.h"

namespace kring::service::access {

inline constexpr std::size_t kMaxSessions = 10'000;
inline constexpr std::chrono::minutes kSessionIdleTime{15};  ///< between two requests
inline constexpr std::chrono::hours kSessionTime{10};        ///< a working day, whatever is asked

/// Thread-safe.
class Sessions {
 public:
  explicit Sessions(SteadyClock clock);

  /// The session's number for the browser. Where there are kMaxSessions the longest idle one ends.
  std::string open(Caller caller);

  /// Whose session it is, which counts as using it; absent where it ended or never was.
  std::optional<Caller> find(std::string_view number);

  void close(std::string_view number);

 private:
  using Moment = std::chrono::steady_clock::time_point;
  struct Session {
    Caller caller;
    Moment opened;
    Moment used;
  };

  static bool has_ended(const Session& session, Moment now);
  void make_room(Moment now);

  const SteadyClock clock_;
  std::mutex mutex_;
  std::map<std::string, Session> sessions_;  ///< by the hash of their number
};

}  // namespace kring::service::access
