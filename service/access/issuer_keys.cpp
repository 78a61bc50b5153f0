#include "service/access/issuer_keys.h"

#include <algorithm>
#include <utility>

#include "catalog/json.h"

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

std::optional<std::string> IssuerKeys::find_address() const {
  if (!configured_address_.empty()) return configured_address_;
  const auto document = fetch_discovery(issuer_, fetch_);
  if (!document) return std::nullopt;
  const auto address = (*document)["jwks_uri"].string();
  if (!address) return std::nullopt;
  return std::string(*address);
}

void IssuerKeys::refresh() {
  const std::lock_guard fetch_lock(fetch_mutex_);
  if (asked_ && clock_() - *asked_ < kCooldown) return;
  asked_ = clock_();
  const auto address = find_address();
  const auto text = address ? fetch_(*address) : std::nullopt;
  auto keys = text ? parse_key_set(*text) : std::nullopt;
  asked_ = clock_();
  if (!keys) return;
  const std::lock_guard lock(mutex_);
  set_ = std::make_shared<const KeySet>(KeySet{*std::move(keys), *asked_});
}

}  // namespace kring::service::access
