#include "service/commands/issuer_fetch.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <utility>

#include "catalog/feeds/fetch.h"
#include "service/access/issuer_keys.h"
#include "service/commands/issuer_address.h"

namespace kring::service {
namespace {

namespace feeds = catalog::feeds;

constexpr std::chrono::milliseconds kConnectTime{3'000};
constexpr std::chrono::milliseconds kWholeTime{5'000};  ///< a request waits for it

/// `body_bytes` of an answer at most.
feeds::FetchSettings make_settings(const std::vector<access::Issuer>& issuers,
                                   std::size_t body_bytes) {
  feeds::FetchSettings settings;
  settings.limits.body_bytes = body_bytes;
  settings.limits.connect = kConnectTime;
  settings.limits.whole = kWholeTime;
  settings.limits.redirects = 0;
  settings.limits.attempts = 1;
  settings.wait = [](std::chrono::milliseconds duration) {
    feeds::wait_or_stop(duration, std::stop_token());
  };
  for (const access::Issuer& issuer : issuers) {
    for (const std::string& text : {issuer.name, issuer.key_set}) {
      if (const auto address = feeds::parse_web_address(text))
        settings.rules.private_hosts.push_back(address->host);
    }
  }
  return settings;
}

}  // namespace

access::Fetch make_issuer_fetch(const std::vector<access::Issuer>& issuers, std::stop_token stop) {
  auto settings = make_settings(issuers, access::kMaxKeySetBytes);
  settings.stop = std::move(stop);
  return [settings = std::move(settings)](const std::string& text) -> std::optional<std::string> {
    const auto address = feeds::parse_web_address(text);
    if (!address || !is_issuer_address(text)) return std::nullopt;
    auto page = feeds::fetch_page({*address, "", ""}, settings);
    if (!page) return std::nullopt;
    return (*std::move(page)).body;
  };
}

access::AskToken make_token_ask(const access::Issuer& issuer) {
  return [settings = make_settings({issuer}, access::kMaxTokenAnswerBytes)](
             const access::TokenQuestion& question) -> std::optional<access::TokenAnswer> {
    const auto address = feeds::parse_web_address(question.address);
    if (!address || !is_issuer_address(question.address)) return std::nullopt;
    auto answer = feeds::ask({*address, "", "", question.form, question.user, question.password},
                             settings.limits, settings.rules, settings.stop);
    if (answer.fault != feeds::TransferFault::kNone) return std::nullopt;
    return access::TokenAnswer{answer.status, std::move(answer.body)};
  };
}

}  // namespace kring::service
