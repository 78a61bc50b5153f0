#include "service/handovers.h"

#include <algorithm>
#include <utility>

#include "service/access/digest.h"

namespace kring::service {

Handovers::Handovers(Clock clock) : clock_(std::move(clock)) {}

std::optional<HandoverTicket> Handovers::keep(std::string fields, std::string_view who) {
  const auto now = clock_();
  const std::lock_guard lock(mutex_);
  drop_expired_now(now);
  const auto own = std::count_if(waiting_.begin(), waiting_.end(),
                                 [who](const auto& entry) { return entry.second.who == who; });
  const bool has_room =
      waiting_.size() < kMaxHandovers && static_cast<std::size_t>(own) < kMaxHandoversOfOne;
  if (!has_room) return std::nullopt;
  HandoverTicket ticket{access::make_random_digits(kHandoverTokenBytes), now + kHandoverLife};
  waiting_[access::sha256(ticket.token)] = {std::move(fields), std::string(who), ticket.expires};
  return ticket;
}

std::optional<std::string> Handovers::take(std::string_view token) {
  const auto now = clock_();
  const std::lock_guard lock(mutex_);
  drop_expired_now(now);
  const auto found = waiting_.find(access::sha256(token));
  if (found == waiting_.end()) return std::nullopt;
  std::string fields = std::move(found->second.fields);
  waiting_.erase(found);
  return fields;
}

void Handovers::drop_expired() {
  const auto now = clock_();
  const std::lock_guard lock(mutex_);
  drop_expired_now(now);
}

void Handovers::drop_expired_now(std::chrono::system_clock::time_point now) {
  std::erase_if(waiting_, [now](const auto& entry) { return entry.second.expires <= now; });
}

}  // namespace kring::service
