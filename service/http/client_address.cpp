#include "service/http/client_address.h"

#include <array>
#include <cstddef>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace kring::service {
namespace {

constexpr std::size_t kNetworkBytes = 8;  ///< of an IPv6 address: one household or company has them

Client make_client(const in_addr& address) {
  std::array<char, INET_ADDRSTRLEN> text{};
  ::inet_ntop(AF_INET, &address, text.data(), text.size());
  static constexpr std::uint32_t kLoopbackNetwork = 127;
  static constexpr unsigned kFirstByte = 24;
  const bool is_loopback = ntohl(address.s_addr) >> kFirstByte == kLoopbackNetwork;
  return {is_loopback ? ClientPlace::kThisMachine : ClientPlace::kElsewhere, text.data()};
}

Client make_client(in6_addr address) {
  if (IN6_IS_ADDR_V4MAPPED(&address) != 0) {
    static constexpr std::size_t kInner = 12;
    in_addr inner{};
    std::memcpy(&inner, &address.s6_addr[kInner], sizeof inner);
    return make_client(inner);
  }
  const bool is_loopback = IN6_IS_ADDR_LOOPBACK(&address) != 0;
  std::memset(&address.s6_addr[kNetworkBytes], 0, sizeof address.s6_addr - kNetworkBytes);
  std::array<char, INET6_ADDRSTRLEN> text{};
  ::inet_ntop(AF_INET6, &address, text.data(), text.size());
  return {is_loopback ? ClientPlace::kThisMachine : ClientPlace::kElsewhere, text.data()};
}

}  // namespace

Client find_client(int descriptor) {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  if (::getpeername(descriptor, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return {};
  if (storage.ss_family == AF_UNIX) return {ClientPlace::kThisMachine, "unix"};
  if (storage.ss_family == AF_INET) {
    sockaddr_in address{};
    std::memcpy(&address, &storage, sizeof address);
    return make_client(address.sin_addr);
  }
  if (storage.ss_family != AF_INET6) return {};
  sockaddr_in6 address{};
  std::memcpy(&address, &storage, sizeof address);
  return make_client(address.sin6_addr);
}

}  // namespace kring::service
