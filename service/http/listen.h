// On which address does the service listen?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "catalog/result.h"

namespace kring::service {

/// A host name or literal address, and a port; 0 asks the system for a free one.
struct TcpAddress {
  std::string host;  ///< without brackets
  std::uint16_t port = 0;
  bool operator==(const TcpAddress&) const = default;
};

struct UnixAddress {
  std::string path;
  bool operator==(const UnixAddress&) const = default;
};

using ListenAddress = std::variant<TcpAddress, UnixAddress>;

inline constexpr std::string_view kDefaultListen = "127.0.0.1:8080";

/// Reads "HOST:PORT" (IPv6 in brackets) or "unix:PATH".
catalog::Result<ListenAddress> parse_listen(std::string_view text);

/// As people may type it: "http://127.0.0.1:8080", "unix:/run/kring.sock".
std::string format_listen(const ListenAddress& address);

}  // namespace kring::service
