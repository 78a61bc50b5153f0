// Who asks, as far as limits and trust need to know?
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "service/http/turns.h"
#include "service/message.h"

namespace kring::service {

/// The client and the network by which its requests are counted: its address, of IPv6 the 64 bits
/// that one client has to itself. "" for one on this machine that speaks for itself.
///
/// `peer` is the address at the other end of the connection, "" of a Unix socket. A peer on this
/// machine, or one of `proxies`, may be a proxy: then the last address of X-Forwarded-For counts,
/// which the proxy saw itself. Nobody else is believed. What a proxy on this machine hands on was
/// asked elsewhere, whatever it says of the address; and so was what names another host than this
/// machine, which a browser sends that another site's page made ask.
Client find_client(std::string_view peer,
                   const Headers& headers,
                   std::span<const std::string> proxies = {});

/// In whose line a request waits: that of its network, and there of who it says it is.
Turns::ClientId line_of(const Request& request);

/// Whether it is an IPv4 or IPv6 address.
bool is_address(std::string_view text);

}  // namespace kring::service
