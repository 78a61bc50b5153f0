// Who asks, as far as limits and trust need to know?
#include "service/http/client.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <optional>

#include <boost/asio/ip/address.hpp>

namespace kring::service {
namespace {

namespace ip = boost::asio::ip;

constexpr std::size_t kNetworkBytes = 8;  ///< of an IPv6 address
/// Proxies add at least one of these.
constexpr std::array<std::string_view, 5> kProxyHeaders = {"Forwarded", "Via", "X-Forwarded-For",
                                                           "X-Forwarded-Proto", "X-Real-IP"};

std::optional<ip::address> parse_address(std::string_view text) {
  boost::system::error_code error;
  const ip::address address = ip::make_address(text, error);
  if (error) return std::nullopt;
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    return ip::make_address_v4(ip::v4_mapped, address.to_v6());
  return address;
}

std::string name_client(const ip::address& address) {
  if (address.is_v4()) return address.to_string();
  auto bytes = address.to_v6().to_bytes();
  std::fill(bytes.begin() + kNetworkBytes, bytes.end(), std::uint8_t{0});
  return ip::address_v6(bytes).to_string();
}

/// What stands behind the last comma of the last such header.
std::string_view find_forwarded(const Headers& headers) {
  std::string_view last;
  for (const Header& header : headers) {
    if (equals_ignoring_case(header.name, "X-Forwarded-For")) last = header.value;
  }
  const std::size_t comma = last.rfind(',');
  if (comma != std::string_view::npos) last.remove_prefix(comma + 1);
  const std::size_t start = std::min(last.find_first_not_of(" \t"), last.size());
  return last.substr(start);
}

/// Without the port, and an IPv6 address without its brackets.
std::string_view name_in(std::string_view host) {
  if (host.starts_with('[')) return host.substr(1, host.find(']') - 1);
  return host.substr(0, host.find(':'));
}

/// A browser that another site's page made ask has that site's name here, though it leads to this
/// machine (DNS rebinding). Programs may leave the header out.
bool names_this_machine(const Headers& headers) {
  const auto host = find_header(headers, "Host");
  if (!host) return true;
  const std::string_view name = name_in(*host);
  return equals_ignoring_case(name, "localhost") || is_address(name);
}

bool is_handed_on(const Headers& headers) {
  return std::any_of(kProxyHeaders.begin(), kProxyHeaders.end(),
                     [&](std::string_view name) { return find_header(headers, name).has_value(); });
}

}  // namespace

bool is_address(std::string_view text) {
  return parse_address(text).has_value();
}

Client find_client(std::string_view peer,
                   const Headers& headers,
                   std::span<const std::string> proxies) {
  const auto address = parse_address(peer);
  const bool is_near = peer.empty() || (address && address->is_loopback());
  const bool is_proxy = std::any_of(proxies.begin(), proxies.end(), [&](const std::string& proxy) {
    return address == parse_address(proxy);
  });
  if (!is_near && !is_proxy)
    return {ClientPlace::kElsewhere, address ? name_client(*address) : std::string(peer)};
  const bool is_asked_here = peer.empty() || names_this_machine(headers);
  const bool is_here = is_near && is_asked_here && !is_handed_on(headers);
  const auto place = is_here ? ClientPlace::kThisMachine : ClientPlace::kElsewhere;
  const auto forwarded = parse_address(find_forwarded(headers));
  return {place, forwarded && !forwarded->is_loopback() ? name_client(*forwarded) : ""};
}

Turns::ClientId line_of(const Request& request) {
  std::string who = request.client.network;
  for (const char* const name : {"Authorization", "Cookie"})
    who.append("\n").append(find_header(request.headers, name).value_or(""));
  return std::hash<std::string>{}(who);
}

}  // namespace kring::service
