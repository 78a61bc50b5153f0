#include "service/access/provider_endpoints.h"

#include <utility>

#include "service/access/issuer_keys.h"

namespace kring::service::access {

ProviderEndpoints::ProviderEndpoints(std::string issuer, Fetch fetch, SteadyClock clock)
    : issuer_(std::move(issuer)), fetch_(std::move(fetch)), clock_(std::move(clock)) {}

std::optional<LoginEndpoints> ProviderEndpoints::known(std::chrono::seconds age) {
  const std::lock_guard lock(mutex_);
  const bool is_known = endpoints_ && clock_() - read_ < age;
  return is_known ? endpoints_ : std::nullopt;
}

std::optional<LoginEndpoints> ProviderEndpoints::fresh() {
  return known(kFreshTime);
}

std::optional<LoginEndpoints> ProviderEndpoints::find() {
  if (auto endpoints = fresh()) return endpoints;
  std::unique_lock asking(asking_, std::try_to_lock);
  if (!asking) {
    // Old ones do while another asks; without any there is nothing but to wait for what it hears.
    if (auto endpoints = known(kKeepTime)) return endpoints;
    asking.lock();
  }
  ask();
  return known(kKeepTime);
}

/// requires: asking_ is held.
void ProviderEndpoints::ask() {
  const bool was_just_silent = was_silent_ && clock_() - *was_silent_ < kSilentTime;
  if (was_just_silent || fresh()) return;
  const auto document = fetch_discovery(issuer_, fetch_);
  auto endpoints = document ? read_login_endpoints(*document) : std::nullopt;
  const Moment now = clock_();
  if (!endpoints) {
    was_silent_ = now;
    return;
  }
  const std::lock_guard lock(mutex_);
  endpoints_ = std::move(endpoints);
  read_ = now;
}

}  // namespace kring::service::access
