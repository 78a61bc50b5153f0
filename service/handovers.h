// Which patients has a record system handed over that no page has taken over yet?
//
// A record system opens the nurse's page by a link that says nothing of the patient: the link's
// token opens what was handed over, once, and only for a while.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "service/rim.h"

namespace kring::service {

inline constexpr std::chrono::minutes kHandoverLife{10};  ///< from record system to open page
inline constexpr std::size_t kMaxHandovers = 1'000;       ///< that wait at once, some kB each
inline constexpr std::size_t kMaxHandoversOfOne = 200;    ///< of these, of one caller
inline constexpr std::size_t kHandoverTokenBytes = 32;    ///< random; twice as many digits

/// What a record system gets back.
struct HandoverTicket {
  std::string token;  ///< hexadecimal digits
  std::chrono::system_clock::time_point expires;
};

/// Held in memory alone, never in a log; a token is known by its SHA-256. Thread-safe.
class Handovers {
 public:
  explicit Handovers(Clock clock);

  /// Absent where kMaxHandovers wait already, or kMaxHandoversOfOne of the caller `who`.
  std::optional<HandoverTicket> keep(std::string fields, std::string_view who);
  /// The fields that the token opens, which are gone with that; absent where the token is unknown,
  /// used or too old.
  std::optional<std::string> take(std::string_view token);
  /// Forgets what nobody came for in time.
  void drop_expired();

 private:
  struct Waiting {
    std::string fields;
    std::string who;
    std::chrono::system_clock::time_point expires;
  };

  /// requires: the mutex is held.
  void drop_expired_now(std::chrono::system_clock::time_point now);

  Clock clock_;
  std::mutex mutex_;
  std::map<std::string, Waiting, std::less<>> waiting_;  ///< by SHA-256 of the token
};

}  // namespace kring::service
