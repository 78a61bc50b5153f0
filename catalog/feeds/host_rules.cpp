#include "catalog/feeds/host_rules.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include <netinet/in.h>
#include <sys/socket.h>

namespace kring::catalog::feeds {

namespace {

constexpr unsigned kByteBits = 8;
constexpr std::string_view kSecurePort = "443";

/// The addresses that begin with the first `bits` of `bytes`.
struct Network {
  std::array<std::uint8_t, 4> bytes;
  unsigned bits;
};

/// IANA's special-purpose registry for IPv4, with multicast and the reserved rest.
constexpr std::array kClosedNetworks = {
    Network{{0, 0, 0, 0}, 8},      Network{{10, 0, 0, 0}, 8},     Network{{100, 64, 0, 0}, 10},
    Network{{127, 0, 0, 0}, 8},    Network{{169, 254, 0, 0}, 16}, Network{{172, 16, 0, 0}, 12},
    Network{{192, 0, 0, 0}, 24},   Network{{192, 0, 2, 0}, 24},   Network{{192, 88, 99, 0}, 24},
    Network{{192, 168, 0, 0}, 16}, Network{{198, 18, 0, 0}, 15},  Network{{198, 51, 100, 0}, 24},
    Network{{203, 0, 113, 0}, 24}, Network{{224, 0, 0, 0}, 4},    Network{{240, 0, 0, 0}, 4}};

/// Of IPv6 only 2000::/3 is given out; of that, these are for special use: 2001::/23, documentation
/// and 6to4.
constexpr Network kGlobal6{{0x20, 0, 0, 0}, 3};
constexpr std::array kClosedNetworks6 = {Network{{0x20, 0x01, 0, 0}, 23},
                                         Network{{0x20, 0x01, 0x0d, 0xb8}, 32},
                                         Network{{0x20, 0x02, 0, 0}, 16}};

bool contains(const Network& network, std::span<const std::uint8_t> address) {
  for (unsigned bit = 0; bit < network.bits; ++bit) {
    const std::size_t byte = bit / kByteBits;
    const unsigned mask = 1U << (kByteBits - 1 - bit % kByteBits);
    if ((network.bytes[byte] & mask) != (address[byte] & mask)) return false;
  }
  return true;
}

template <class Networks>
bool is_in_any(const Networks& networks, std::span<const std::uint8_t> address) {
  return std::any_of(networks.begin(), networks.end(),
                     [&](const Network& network) { return contains(network, address); });
}

bool is_public4(const sockaddr_in& address) {
  std::array<std::uint8_t, sizeof(in_addr)> bytes{};
  std::memcpy(bytes.data(), &address.sin_addr, bytes.size());
  return !is_in_any(kClosedNetworks, bytes);
}

bool is_public6(const sockaddr_in6& address) {
  std::array<std::uint8_t, sizeof(in6_addr)> bytes{};
  std::memcpy(bytes.data(), &address.sin6_addr, bytes.size());
  return contains(kGlobal6, bytes) && !is_in_any(kClosedNetworks6, bytes);
}

bool names(const std::vector<std::string>& hosts, const WebAddress& target) {
  return std::any_of(hosts.begin(), hosts.end(), [&](const std::string& host) {
    return host == target.host || host == target.host + ":" + target.port;
  });
}

}  // namespace

bool may_visit(const HostRules& rules, const WebAddress& origin, const WebAddress& target) {
  if (origin.scheme == "https" && target.scheme != "https") return false;
  const bool is_own_host = origin.host == target.host
                           && (origin.port == target.port
                               || (origin.scheme != target.scheme && target.port == kSecurePort));
  return is_own_host || names(rules.allowed_hosts, target);
}

bool may_be_private(const HostRules& rules, const WebAddress& target) {
  return names(rules.private_hosts, target);
}

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in copy{};
    std::memcpy(&copy, &address, sizeof(copy));
    return is_public4(copy);
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 copy{};
    std::memcpy(&copy, &address, sizeof(copy));
    return is_public6(copy);
  }
  return false;
}

}  // namespace kring::catalog::feeds
