// Which hosts and addresses may a feed lead to?
//
// An address typed by someone who may only name feeds must not reach what only this machine can
// reach: databases, routers, the metadata service of a cloud. So the address that is connected to
// decides, not the name, which may stand for another address the next moment.
#pragma once

#include <string>
#include <vector>

#include "catalog/feeds/web_address.h"

struct sockaddr;

namespace kring::catalog::feeds {

struct HostRules {
  std::vector<std::string> allowed_hosts;  ///< besides the feed's own, to which it may redirect
  std::vector<std::string>
      private_hosts;  ///< "host" or "host:port" that may have an address that is not public
};

/// Whether a feed that began at `origin` may go to `target`: the same host, never from https to
/// http, or a host of `rules`.
bool may_visit(const HostRules& rules, const WebAddress& origin, const WebAddress& target);

/// Whether `target` may have an address that is not public.
bool may_be_private(const HostRules& rules, const WebAddress& target);

/// Whether anyone on the internet can have this address: false for private, loopback, link-local,
/// shared, multicast, documentation and reserved ones, and for IPv6 that wraps IPv4.
bool is_public(const sockaddr& address);

}  // namespace kring::catalog::feeds
