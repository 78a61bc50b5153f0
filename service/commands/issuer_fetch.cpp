#include "service/commands/issuer_fetch.h"

#include <chrono>
#include <optional>
#include <utility>

#include "catalog/feeds/fetch.h"
#include "service/commands/issuer_address.h"

namespace kring::service {
namespace {

namespace feeds = catalog::feeds;

constexpr std::chrono::milliseconds kConnectTime{3'000};
constexpr std::chrono::milliseconds kWholeTime{5'000};  ///< a request waits for it

feeds::FetchSettings make_settings() {
  feeds::FetchSettings settings;
  settings.limits.body_bytes = access::kMaxKeySetBytes;
  settings.limits.connect = kConnectTime;
  settings.limits.whole = kWholeTime;
  settings.limits.redirects = 0;
  settings.limits.attempts = 1;
  settings.wait = [](std::chrono::milliseconds duration) {
    feeds::wait_or_stop(duration, std::stop_token());
  };
  return settings;
}

}  // namespace

access::Fetch make_issuer_fetch(const std::vector<access::Issuer>& issuers) {
  feeds::FetchSettings settings = make_settings();
  for (const access::Issuer& issuer : issuers) {
    for (const std::string& text : {issuer.name, issuer.key_set}) {
      if (const auto address = feeds::parse_web_address(text))
        settings.rules.private_hosts.push_back(address->host);
    }
  }
  return [settings = std::move(settings)](const std::string& text) -> std::optional<std::string> {
    const auto address = feeds::parse_web_address(text);
    if (!address || !is_issuer_address(text)) return std::nullopt;
    auto page = feeds::fetch_page({*address, "", ""}, settings);
    if (!page) return std::nullopt;
    return (*std::move(page)).body;
  };
}

}  // namespace kring::service
