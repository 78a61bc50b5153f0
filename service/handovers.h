// Which patients has a record system handed over that no page has taken over yet?
//
// A record system opens the nurse's page by a link that says nothing of the patient: the link's
// token opens what was handed over, once, and only for a while. Who got no answer asks again with
// the same key, and gets the same link as long as nobody took the patient over by it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

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

/// Why nothing was kept.
enum class NotKept : std::uint8_t {
  kNoRoom,       ///< kMaxHandovers wait already, or kMaxHandoversOfOne of the caller
  kOtherFields,  ///< the caller used the key for other fields, which still wait
};

/// Held in memory alone, never in a log; a token and a key are known by their SHA-256. Thread-safe.
class Handovers {
 public:
  explicit Handovers(Clock clock);

  /// Of the caller `who`. With the `key` of fields that still wait, the ticket that these got; ""
  /// is no key.
  std::variant<HandoverTicket, NotKept> keep(std::string fields,
                                             std::string_view who,
                                             std::string_view key = "");
  /// The fields that the token opens, which are gone with that; absent where the token is unknown,
  /// used or too old.
  std::optional<std::string> take(std::string_view token);
  /// Forgets what nobody came for in time.
  void drop_expired();

 private:
  struct Waiting {
    std::string fields;
    std::string who;
    std::string key;    ///< its SHA-256; "" without
    std::string nonce;  ///< of which, with the key, the token is made again; "" without a key
    std::chrono::system_clock::time_point expires;
  };

  /// Memory alone does not tell the token: it holds no key, and without a key no nonce.
  [[nodiscard]] std::string make_token(std::string_view nonce, std::string_view key) const;
  /// By the hash of a key; "" is none. requires: the mutex is held.
  [[nodiscard]] const Waiting* find_kept(std::string_view who, std::string_view hash) const;
  /// requires: the mutex is held.
  [[nodiscard]] bool has_room_for(std::string_view who) const;
  /// requires: the mutex is held.
  void drop_expired_now(std::chrono::system_clock::time_point now);

  Clock clock_;
  std::string secret_;
  std::mutex mutex_;
  std::map<std::string, Waiting, std::less<>> waiting_;  ///< by SHA-256 of the token
};

}  // namespace kring::service
