#include "service/access/sessions.h"

#include <algorithm>
#include <utility>

#include "service/access/digest.h"

namespace kring::service::access {
namespace {

constexpr std::size_t kNumberBytes = 32;

}  // namespace

Sessions::Sessions(SteadyClock clock) : clock_(std::move(clock)) {}

bool Sessions::has_ended(const Session& session, Moment now) {
  return now - session.used >= kSessionIdleTime || now - session.opened >= kSessionTime;
}

void Sessions::make_room(Moment now) {
  std::erase_if(sessions_, [now](const auto& entry) { return has_ended(entry.second, now); });
  if (sessions_.size() < kMaxSessions) return;
  sessions_.erase(std::min_element(
      sessions_.begin(), sessions_.end(),
      [](const auto& one, const auto& other) { return one.second.used < other.second.used; }));
}

std::string Sessions::open(Caller caller) {
  std::string number = make_random_digits(kNumberBytes);
  const Moment now = clock_();
  const std::lock_guard lock(mutex_);
  make_room(now);
  sessions_.insert_or_assign(sha256(number), Session{std::move(caller), now, now});
  return number;
}

std::optional<Caller> Sessions::find(std::string_view number) {
  const std::string hash = sha256(number);
  const Moment now = clock_();
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(hash);
  if (found == sessions_.end()) return std::nullopt;
  if (has_ended(found->second, now)) {
    sessions_.erase(found);
    return std::nullopt;
  }
  found->second.used = now;
  return found->second.caller;
}

void Sessions::close(std::string_view number) {
  const std::string hash = sha256(number);
  const std::lock_guard lock(mutex_);
  sessions_.erase(hash);
}

}  // namespace kring::service::access
