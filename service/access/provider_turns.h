// Whose turn is it to have the identity provider asked?
//
// Who has it asked waits for it, and a thread with them. So few have it asked at once, of one
// client fewer still, and who comes too late stands in a line: asking often brings nobody forward.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "service/access/steady_clock.h"
#include "service/http/client_key.h"

namespace kring::service::access {

inline constexpr std::size_t kTurns = 16;                 ///< at once
inline constexpr std::size_t kTurnsOfClient = 4;          ///< of them; a whole office may be one
inline constexpr std::size_t kMaxWaitingClients = 1'024;  ///< in the line
inline constexpr std::chrono::seconds kComeBackAfter{1};  ///< who waits is to ask again
inline constexpr std::chrono::seconds kPlaceKeptFor{5};   ///< of who does not ask again

/// Thread-safe.
class ProviderTurns {
 public:
  explicit ProviderTurns(SteadyClock clock) : clock_(std::move(clock)) {}

  /// Held while the provider is asked. Ends no later than the turns it is one of.
  class Turn {
   public:
    Turn(ProviderTurns& turns, ClientKey client) : turns_(&turns), client_(client) {}
    ~Turn() {
      if (turns_ != nullptr) turns_->give_back(client_);
    }
    Turn(Turn&& other) noexcept
        : turns_(std::exchange(other.turns_, nullptr)), client_(other.client_) {}
    Turn& operator=(Turn&&) = delete;
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    ProviderTurns* turns_;
    ClientKey client_;
  };

  /// Absent where the client must ask again in kComeBackAfter: then it keeps its place in the line,
  /// unless it has `most` turns already or the line is full. Those that nobody knows apart are one
  /// client with one place: they may have every turn, and yet shut out none but each other.
  std::optional<Turn> take(ClientKey client, std::size_t most);

 private:
  using Moment = std::chrono::steady_clock::time_point;
  struct Place {
    ClientKey client;
    Moment asked;  ///< last
  };

  void give_back(ClientKey client);
  std::deque<Place>::iterator find_place(ClientKey client, Moment now);

  const SteadyClock clock_;
  std::mutex mutex_;
  std::size_t taken_ = 0;
  std::map<ClientKey, std::size_t> taken_by_;  ///< of each client, > 0
  std::deque<Place> line_;                     ///< who came first stands in front
};

}  // namespace kring::service::access
