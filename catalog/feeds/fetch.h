// How is one page of a feed fetched?
//
// With redirects, each hop of which is checked as the first address was, and with further tries,
// each after a longer wait or after the one that the server asks for.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

#include "catalog/feeds/transfer.h"
#include "catalog/result.h"

namespace kring::catalog::feeds {

enum class PageState : std::uint8_t {
  kNew,
  kUnchanged,  ///< the server says that what `etag` or `last_modified` stand for still holds
};

struct FetchedPage {
  PageState state = PageState::kNew;
  std::string body;    ///< unpacked; "" where unchanged
  WebAddress address;  ///< that gave it, after redirects
  std::string etag;
  std::string last_modified;
};

/// What fetching needs of the world.
struct FetchSettings {
  FetchLimits limits;
  HostRules rules;
  std::function<void(std::chrono::milliseconds)> wait;  ///< sleeps, until asked to stop
  std::stop_token stop;
};

/// Sleeps, but not beyond the moment at which `stop` asks.
void wait_or_stop(std::chrono::milliseconds duration, const std::stop_token& stop);

/// Problems: bad_redirect, redirect_loop, host_not_allowed, private_address, too_large, timeout,
/// unreachable, cut_off, certificate, stopped, http_status, server_trouble (a status that may
/// pass), retry_later.
Result<FetchedPage> fetch_page(const Question& question, const FetchSettings& settings);

}  // namespace kring::catalog::feeds
