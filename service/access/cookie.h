// Which cookies does a browser send, and how is one given to it?
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "service/message.h"

namespace kring::service::access {

/// How the browser reaches the service.
enum class CookieReach : std::uint8_t {
  kPlain,   ///< http, on this machine
  kSecure,  ///< https: the name gets the prefix __Host-, which no other host can set
};

inline constexpr std::string_view kSessionCookie = "kring-session";

/// By the address under which the world reaches the service.
CookieReach reach_of(std::string_view public_address);

/// The name of a cookie as the browser knows it.
std::string cookie_name(std::string_view name, CookieReach reach);

/// The value of the one cookie called `name`; absent also where there are several.
std::optional<std::string_view> find_cookie(const Headers& headers, std::string_view name);

/// The value of Set-Cookie: for this host alone, out of reach of scripts, not sent along by other
/// sites but when one follows a link. A `lifetime` of zero takes the cookie away.
/// requires: `value` consists of hexadecimal digits.
std::string write_cookie(std::string_view name,
                         std::string_view value,
                         CookieReach reach,
                         std::chrono::seconds lifetime);

}  // namespace kring::service::access
