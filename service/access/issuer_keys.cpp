#include "service/access/issuer_keys.h"

#include <algorithm>
#include <utility>

#include "catalog/json.h"
#include "catalog/result.h"

namespace kring::service::access {
namespace {

std::optional<PublicKey> find_in(const std::vector<PublicKey>& keys, std::string_view id) {
  const auto found =
      std::find_if(keys.begin(), keys.end(), [id](const PublicKey& key) { return key.id == id; });
  if (found == keys.end()) return std::nullopt;
  return *found;
}

}  // namespace

IssuerKeys::IssuerKeys(const Issuer& issuer, Fetch fetch, SteadyClock clock)
    : issuer_(issuer.name),
      configured_address_(issuer.key_set),
      fetch_(std::move(fetch)),
      clock_(std::move(clock)) {}

std::shared_ptr<const IssuerKeys::KeySet> IssuerKeys::get() const {
  const std::lock_guard lock(mutex_);
  return set_;
}

std::optional<PublicKey> IssuerKeys::find(std::string_view id) {
  auto set = get();
  const bool is_fresh = set && clock_() - set->read < kFreshTime;
  if (is_fresh) {
    if (auto key = find_in(set->keys, id)) return key;
  }
  refresh();
  set = get();
  if (!set || clock_() - set->read >= kKeepTime) return std::nullopt;
  return find_in(set->keys, id);
}

std::variant<std::optional<PublicKey>, IssuerAwaited> IssuerKeys::find_known(std::string_view id) {
  const std::lock_guard lock(mutex_);
  const Moment now = clock_();
  const bool has_keys = set_ && now - set_->read < kKeepTime;
  if (has_keys) {
    if (auto key = find_in(set_->keys, id)) return key;
  }
  is_awaited_ = is_awaited_ || !asked_ || now - *asked_ >= kCooldown;
  if (is_awaited_) return IssuerAwaited{};
  if (has_keys && !is_silent_) return std::nullopt;
  return IssuerAwaited{std::chrono::ceil<std::chrono::seconds>(*asked_ + kCooldown - now)};
}

bool IssuerKeys::is_due() const {
  const std::lock_guard lock(mutex_);
  return is_awaited_ || !set_ || clock_() - set_->read >= kFreshTime;
}

void IssuerKeys::renew() {
  if (is_due()) refresh();
  const std::lock_guard lock(mutex_);
  if (!is_silent_) return;
  throw catalog::Error(issuer_
                       + " gives no keys: see whether this machine reaches its "
                         "/.well-known/openid-configuration, or the address in key_set.");
}

std::optional<std::string> IssuerKeys::find_address() const {
  if (!configured_address_.empty()) return configured_address_;
  const auto document = fetch_discovery(issuer_, fetch_);
  if (!document) return std::nullopt;
  const auto address = (*document)["jwks_uri"].string();
  if (!address) return std::nullopt;
  return std::string(*address);
}

bool IssuerKeys::begin_asking() {
  const std::lock_guard lock(mutex_);
  if (asked_ && clock_() - *asked_ < kCooldown) return false;
  asked_ = clock_();
  is_awaited_ = true;
  return true;
}

void IssuerKeys::end_asking(std::optional<std::vector<PublicKey>> keys) {
  const std::lock_guard lock(mutex_);
  asked_ = clock_();
  is_awaited_ = false;
  is_silent_ = !keys;
  if (keys) set_ = std::make_shared<const KeySet>(KeySet{*std::move(keys), *asked_});
}

void IssuerKeys::refresh() {
  const std::lock_guard fetch_lock(fetch_mutex_);
  if (!begin_asking()) return;
  const auto address = find_address();
  const auto text = address ? fetch_(*address) : std::nullopt;
  end_asking(text ? parse_key_set(*text) : std::nullopt);
}

}  // namespace kring::service::access
