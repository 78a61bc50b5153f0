// How is it told that a page could not be fetched, and is it worth another try?
#pragma once

#include <chrono>

#include "catalog/feeds/transfer.h"
#include "catalog/result.h"

namespace kring::catalog::feeds {

/// Whether the same question may go better in a while: a timeout, a connection that broke, 429, and
/// statuses that tell of a server in trouble.
bool may_pass(const HttpAnswer& answer);

/// requires: the answer is a fault, or a status that is neither a page, a redirect nor 304.
Problem describe_failure(const HttpAnswer& answer, const WebAddress& address);

Problem make_retry_later(const WebAddress& address, std::chrono::seconds wait);
Problem make_host_not_allowed(const WebAddress& origin, const WebAddress& target);
Problem make_too_many_redirects(const WebAddress& address, int limit);

}  // namespace kring::catalog::feeds
