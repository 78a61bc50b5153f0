// What does a feed's web address say, and where does one lead from there?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "catalog/result.h"

namespace kring::catalog::feeds {

inline constexpr std::size_t kMaxAddressBytes = 8'192;  ///< RPDE's next may carry long cursors

/// An absolute address of http or https, without a name or password and without a fragment.
struct WebAddress {
  std::string text;    ///< whole, as it is asked for
  std::string scheme;  ///< "http" or "https"
  std::string host;    ///< small letters; IPv6 in brackets
  std::string port;    ///< "443" where not said
  std::string path;

  bool operator==(const WebAddress&) const = default;
};

/// A problem where the text is no address, of another scheme, or holds a name or password.
Result<WebAddress> parse_web_address(std::string_view text);

/// Where `reference`, absolute or relative, leads from `base`.
Result<WebAddress> resolve(const WebAddress& base, std::string_view reference);

/// Whether both are served by one host, at one port, in one way.
bool is_same_site(const WebAddress& one, const WebAddress& other);

/// The same address with `name=value` in its query, in place of what it said of `name`.
WebAddress with_parameter(const WebAddress& address, std::string_view name, std::string_view value);

/// Where the record `id` of the list at `address` stands by itself: below it, without a query.
WebAddress at_record(const WebAddress& address, std::string_view id);

/// For people and logs: without the query, which may hold a key.
std::string shown(const WebAddress& address);

}  // namespace kring::catalog::feeds
