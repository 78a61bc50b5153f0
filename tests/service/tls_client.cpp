#include "tests/service/tls_client.h"

#include <array>
#include <stdexcept>
#include <variant>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kring::service::tests {
namespace {

int number_of(TlsVersion version) {
  if (version == TlsVersion::kOneOne) return TLS1_1_VERSION;
  return version == TlsVersion::kOneTwo ? TLS1_2_VERSION : TLS1_3_VERSION;
}

int connect_to(const TcpAddress& address) {
  sockaddr_in target{};
  target.sin_family = AF_INET;
  target.sin_port = htons(address.port);
  ::inet_pton(AF_INET, address.host.c_str(), &target.sin_addr);
  const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
  const timeval patience{5, 0};
  ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&target), sizeof target) == 0)
    return descriptor;
  ::close(descriptor);
  throw std::runtime_error("cannot connect to " + format_listen(address));
}

}  // namespace

class TlsClient::Session {
 public:
  Session(const TcpAddress& address, TlsVersion version)
      : descriptor_(connect_to(address)), context_(SSL_CTX_new(TLS_client_method())) {
    // TLS 1.1 signs with SHA-1, which the default level of security does not allow a client.
    SSL_CTX_set_security_level(context_, 0);
    SSL_CTX_set_min_proto_version(context_, number_of(version));
    SSL_CTX_set_max_proto_version(context_, number_of(version));
    session_ = SSL_new(context_);
    SSL_set_fd(session_, descriptor_);
    is_connected_ = SSL_connect(session_) == 1;
  }
  ~Session() {
    SSL_free(session_);
    SSL_CTX_free(context_);
    ::close(descriptor_);
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  Session(Session&&) = delete;
  Session& operator=(Session&&) = delete;

  [[nodiscard]] bool is_connected() const { return is_connected_; }
  [[nodiscard]] SSL* get() const { return session_; }

 private:
  int descriptor_;
  SSL_CTX* context_;
  SSL* session_ = nullptr;
  bool is_connected_ = false;
};

TlsClient::TlsClient(const ListenAddress& address, TlsVersion version)
    : session_(std::make_unique<Session>(std::get<TcpAddress>(address), version)) {}

TlsClient::~TlsClient() = default;

bool TlsClient::is_connected() const {
  return session_->is_connected();
}

std::string TlsClient::name_of_server() const {
  X509* const certificate = SSL_get1_peer_certificate(session_->get());
  std::array<char, 64> name{};
  X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name.data(),
                            static_cast<int>(name.size()));
  X509_free(certificate);
  return name.data();
}

void TlsClient::send(std::string_view bytes) const {
  SSL_write(session_->get(), bytes.data(), static_cast<int>(bytes.size()));
}

std::string TlsClient::read_some() const {
  std::string all;
  std::array<char, 16'384> bytes{};
  // Head and body are two records.
  while (all.find("\r\n\r\n") == std::string::npos || all.ends_with("\r\n\r\n")) {
    const int received = SSL_read(session_->get(), bytes.data(), static_cast<int>(bytes.size()));
    if (received <= 0) return all;
    all.append(bytes.data(), static_cast<std::size_t>(received));
  }
  return all;
}

}  // namespace kring::service::tests
