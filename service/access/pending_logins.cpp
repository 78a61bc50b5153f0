#include "service/access/pending_logins.h"

#include <algorithm>
#include <utility>

#include "service/access/digest.h"

namespace kring::service::access {
namespace {

constexpr std::size_t kSecretBytes = 32;

}  // namespace

PendingLogins::PendingLogins(SteadyClock clock) : clock_(std::move(clock)) {}

void PendingLogins::make_room(Moment now) {
  std::erase_if(entries_,
                [now](const auto& entry) { return now - entry.second.begun >= kLoginTime; });
  if (entries_.size() < kMaxPendingLogins) return;
  entries_.erase(std::min_element(
      entries_.begin(), entries_.end(),
      [](const auto& one, const auto& other) { return one.second.begun < other.second.begun; }));
}

PendingLogin PendingLogins::begin() {
  PendingLogin login{make_random_digits(kSecretBytes), make_random_digits(kSecretBytes),
                     make_random_digits(kSecretBytes), make_random_digits(kSecretBytes)};
  const Moment now = clock_();
  const std::lock_guard lock(mutex_);
  make_room(now);
  entries_.insert_or_assign(login.state, Entry{login, now});
  return login;
}

std::optional<PendingLogin> PendingLogins::take(std::string_view state, std::string_view browser) {
  const Moment now = clock_();
  const std::lock_guard lock(mutex_);
  const auto found = entries_.find(state);
  if (found == entries_.end()) return std::nullopt;
  if (now - found->second.begun >= kLoginTime) {
    entries_.erase(found);
    return std::nullopt;
  }
  // Another browser than the one that began neither logs in nor ends the login.
  if (!equals_in_constant_time(found->second.login.browser, browser)) return std::nullopt;
  PendingLogin login = std::move(found->second.login);
  entries_.erase(found);
  return login;
}

}  // namespace kring::service::access
