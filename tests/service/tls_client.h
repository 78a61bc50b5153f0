// How does a test speak TLS to a server?
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "service/http/listen.h"

namespace kring::service::tests {

enum class TlsVersion : std::uint8_t {
  kOneOne,
  kOneTwo,
  kOneThree,
};

/// Speaks one version and trusts every certificate.
class TlsClient {
 public:
  /// Throws std::runtime_error where nobody listens.
  TlsClient(const ListenAddress& address, TlsVersion version);
  ~TlsClient();

  TlsClient(const TlsClient&) = delete;
  TlsClient& operator=(const TlsClient&) = delete;
  TlsClient(TlsClient&&) = delete;
  TlsClient& operator=(TlsClient&&) = delete;

  /// Whether the handshake succeeded.
  [[nodiscard]] bool is_connected() const;

  /// The common name in the server's certificate. requires: is_connected().
  [[nodiscard]] std::string name_of_server() const;

  /// requires: is_connected().
  void send(std::string_view bytes) const;

  /// A record or more; "" where the server closed. requires: is_connected().
  [[nodiscard]] std::string read_some() const;

 private:
  class Session;
  std::unique_ptr<Session> session_;
};

}  // namespace kring::service::tests
