// On which address does the service listen?
#include "service/http/listen.h"

#include <charconv>
#include <cstddef>
#include <optional>

namespace kring::service {
namespace {

constexpr std::string_view kUnixPrefix = "unix:";
constexpr std::size_t kMaxUnixPath = 107;  ///< bytes of sockaddr_un.sun_path without its NUL

catalog::Problem make_problem(std::string_view text) {
  const std::string shown(text);
  return {
      "bad_listen_address",
      "",
      {"'" + shown
           + "' is geen adres om op te luisteren. Schrijf HOST:POORT, [IPv6]:POORT of unix:PAD.",
       "'" + shown + "' is no address to listen on. Write HOST:PORT, [IPv6]:PORT or unix:PATH."}};
}

std::optional<std::uint16_t> parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, port);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return port;
}

/// The host without its brackets; absent where they are missing around IPv6 or stand around
/// nothing.
std::optional<std::string_view> strip_brackets(std::string_view host) {
  const bool has_brackets = host.size() > 2 && host.front() == '[' && host.back() == ']';
  if (has_brackets) return host.substr(1, host.size() - 2);
  if (host.empty() || host.find_first_of(":[]") != std::string_view::npos) return std::nullopt;
  return host;
}

}  // namespace

catalog::Result<ListenAddress> parse_listen(std::string_view text) {
  if (text.substr(0, kUnixPrefix.size()) == kUnixPrefix) {
    const std::string_view path = text.substr(kUnixPrefix.size());
    if (path.empty() || path.size() > kMaxUnixPath) return make_problem(text);
    return ListenAddress(UnixAddress{std::string(path)});
  }
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return make_problem(text);
  const auto host = strip_brackets(text.substr(0, colon));
  const auto port = parse_port(text.substr(colon + 1));
  if (!host || !port) return make_problem(text);
  return ListenAddress(TcpAddress{std::string(*host), *port});
}

std::string format_listen(const ListenAddress& address) {
  if (const auto* local = std::get_if<UnixAddress>(&address))
    return std::string(kUnixPrefix) + local->path;
  const auto& tcp = std::get<TcpAddress>(address);
  const bool is_ipv6 = tcp.host.find(':') != std::string::npos;
  const std::string host = is_ipv6 ? "[" + tcp.host + "]" : tcp.host;
  return "http://" + host + ":" + std::to_string(tcp.port);
}

}  // namespace kring::service
