#include "service/access/provider_turns.h"

#include <algorithm>

namespace kring::service::access {

/// The client's place, of which those are before it that still come back; the end where it has
/// none.
std::deque<ProviderTurns::Place>::iterator ProviderTurns::find_place(ClientKey client, Moment now) {
  std::erase_if(line_, [now](const Place& place) { return now - place.asked >= kPlaceKeptFor; });
  return std::find_if(line_.begin(), line_.end(),
                      [client](const Place& place) { return place.client == client; });
}

std::optional<ProviderTurns::Turn> ProviderTurns::take(ClientKey client, std::size_t most) {
  const Moment now = clock_();
  const std::lock_guard lock(mutex_);
  const auto place = find_place(client, now);
  const auto held = taken_by_.find(client);
  const bool has_most = held != taken_by_.end() && held->second >= most;
  const auto before = static_cast<std::size_t>(place - line_.begin());
  const bool is_turn = !has_most && taken_ + before < kTurns;
  if (place != line_.end() && (is_turn || has_most)) {
    line_.erase(place);
  } else if (place != line_.end()) {
    place->asked = now;
  } else if (!is_turn && !has_most && line_.size() < kMaxWaitingClients) {
    line_.push_back({client, now});
  }
  if (!is_turn) return std::nullopt;
  ++taken_;
  ++taken_by_[client];
  return std::optional<Turn>(std::in_place, *this, client);
}

void ProviderTurns::give_back(ClientKey client) {
  const std::lock_guard lock(mutex_);
  --taken_;
  const auto held = taken_by_.find(client);
  if (--held->second == 0) taken_by_.erase(held);
}

}  // namespace kring::service::access
