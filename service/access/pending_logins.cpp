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
  std::map<ClientKey, std::size_t> counts;
  for (const auto& [state, entry] : entries_)
    ++counts[entry.client];
  const auto oldest = std::min_element(
      entries_.begin(), entries_.end(), [&counts](const auto& one, const auto& other) {
        const std::size_t count = counts.at(one.second.client);
        const std::size_t other_count = counts.at(other.second.client);
        if (count != other_count) return count > other_count;
        return one.second.begun < other.second.begun;
      });
  entries_.erase(oldest);
}

PendingLogin PendingLogins::begin(ClientKey client,
                                  std::optional<std::chrono::system_clock::time_point> asked_anew) {
  PendingLogin login{make_random_digits(kSecretBytes), make_random_digits(kSecretBytes),
                     make_random_digits(kSecretBytes), make_random_digits(kSecretBytes),
                     asked_anew};
  const Moment now = clock_();
  const std::lock_guard lock(mutex_);
  make_room(now);
  entries_.insert_or_assign(login.state, Entry{login, now, client});
  return login;
}

PendingLogins::Entries::iterator PendingLogins::find(std::string_view state,
                                                     std::string_view browser) {
  const auto found = entries_.find(state);
  if (found == entries_.end()) return found;
  if (clock_() - found->second.begun >= kLoginTime) {
    entries_.erase(found);
    return entries_.end();
  }
  // Another browser than the one that began neither logs in nor ends the login.
  return equals_in_constant_time(found->second.login.browser, browser) ? found : entries_.end();
}

bool PendingLogins::is_going_on(std::string_view state, std::string_view browser) {
  const std::lock_guard lock(mutex_);
  return find(state, browser) != entries_.end();
}

std::optional<PendingLogin> PendingLogins::take(std::string_view state, std::string_view browser) {
  const std::lock_guard lock(mutex_);
  const auto found = find(state, browser);
  if (found == entries_.end()) return std::nullopt;
  PendingLogin login = std::move(found->second.login);
  entries_.erase(found);
  return login;
}

}  // namespace kring::service::access
