#include "service/handovers.h"

#include <algorithm>
#include <utility>

#include "service/access/digest.h"

namespace kring::service {

Handovers::Handovers(Clock clock)
    : clock_(std::move(clock)), secret_(access::make_random_digits(kHandoverTokenBytes)) {}

std::variant<HandoverTicket, NotKept> Handovers::keep(std::string fields,
                                                      std::string_view who,
                                                      std::string_view key) {
  const auto now = clock_();
  const std::lock_guard lock(mutex_);
  drop_expired_now(now);
  const std::string hash = key.empty() ? std::string() : access::sha256(key);
  if (const Waiting* kept = find_kept(who, hash)) {
    if (kept->fields != fields) return NotKept::kOtherFields;
    return HandoverTicket{make_token(kept->nonce, key), kept->expires};
  }
  if (!has_room_for(who)) return NotKept::kNoRoom;
  const std::string nonce = access::make_random_digits(kHandoverTokenBytes);
  HandoverTicket ticket{make_token(nonce, key), now + kHandoverLife};
  waiting_[access::sha256(ticket.token)] = {std::move(fields), std::string(who), hash,
                                            key.empty() ? std::string() : nonce, ticket.expires};
  return ticket;
}

std::string Handovers::make_token(std::string_view nonce, std::string_view key) const {
  return access::hmac_sha256(secret_, std::string(nonce).append(key));
}

const Handovers::Waiting* Handovers::find_kept(std::string_view who, std::string_view hash) const {
  if (hash.empty()) return nullptr;
  const auto found = std::find_if(waiting_.begin(), waiting_.end(), [who, hash](const auto& entry) {
    return entry.second.who == who && entry.second.key == hash;
  });
  return found == waiting_.end() ? nullptr : &found->second;
}

bool Handovers::has_room_for(std::string_view who) const {
  const auto own = std::count_if(waiting_.begin(), waiting_.end(),
                                 [who](const auto& entry) { return entry.second.who == who; });
  return waiting_.size() < kMaxHandovers && static_cast<std::size_t>(own) < kMaxHandoversOfOne;
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
