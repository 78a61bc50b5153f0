// Which certificate does the service show, and how is it renewed while running?
#include "service/http/certificate.h"

#include <string_view>
#include <utility>

#include <openssl/ssl.h>
#include <sys/stat.h>

#include <boost/asio/ssl/context.hpp>

#include "catalog/result.h"

namespace kring::service {
namespace {

namespace ssl = boost::asio::ssl;
using boost::system::error_code;

/// Forward secrecy and authenticated encryption only, as the Dutch NCSC counts "good"; TLS 1.3 has
/// no others.
constexpr const char* kCiphers = "ECDHE+AESGCM:ECDHE+CHACHA20";
constexpr std::string_view kProtocol = "http/1.1";

[[noreturn]] void throw_file_error(std::string_view what,
                                   const std::string& path,
                                   const error_code& error) {
  throw catalog::Error("Could not read the " + std::string(what) + " " + path + ": "
                       + error.message()
                       + ". Give PEM files that belong together, the key without a passphrase, "
                         "with --tls-certificate and --tls-key, and see that the service may read "
                         "them.");
}

/// The client may offer several protocols; the service speaks one. A client that offers none of
/// it is answered all the same.
// NOLINTNEXTLINE(readability-function-size): the library says what it is given.
int choose_protocol(SSL* /*connection*/,
                    const unsigned char** chosen,
                    unsigned char* chosen_size,
                    const unsigned char* offered,
                    unsigned offered_size,
                    void* /*unused*/) {
  for (unsigned at = 0; at < offered_size; at += offered[at] + 1U) {
    const std::string_view name(reinterpret_cast<const char*>(offered + at + 1), offered[at]);
    if (name != kProtocol) continue;
    *chosen = offered + at + 1;
    *chosen_size = offered[at];
    return SSL_TLSEXT_ERR_OK;
  }
  return SSL_TLSEXT_ERR_NOACK;
}

std::shared_ptr<ssl::context> make_context(const CertificateFiles& files) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  SSL_CTX* const native = context->native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_cipher_list(native, kCiphers);
  SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
  SSL_CTX_set_alpn_select_cb(native, choose_protocol, nullptr);

  error_code error;
  // Without this a key with a passphrase would ask for it at a terminal.
  context->set_password_callback(
      [](std::size_t, ssl::context::password_purpose) { return std::string(); }, error);
  context->use_certificate_chain_file(files.certificate, error);
  if (error) throw_file_error("certificate", files.certificate, error);
  context->use_private_key_file(files.key, ssl::context::pem, error);
  if (error) throw_file_error("key", files.key, error);
  return context;
}

/// Differs where a file was written anew or replaced.
std::string read_stamp(const CertificateFiles& files) {
  std::string stamp;
  for (const std::string& path : {files.certificate, files.key}) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return "";
    stamp += std::to_string(status.st_ino) + " " + std::to_string(status.st_size) + " "
             + std::to_string(status.st_mtim.tv_sec) + "." + std::to_string(status.st_mtim.tv_nsec)
             + ";";
  }
  return stamp;
}

}  // namespace

Certificate::Certificate(CertificateFiles files) : files_(std::move(files)) {
  reload();
}

Certificate::~Certificate() = default;

void Certificate::reload() {
  // Before the reading: what is written meanwhile is then read again.
  std::string stamp = read_stamp(files_);
  auto context = make_context(files_);
  stamp_ = std::move(stamp);
  const std::lock_guard lock(mutex_);
  context_ = std::move(context);
}

bool Certificate::refresh() {
  if (read_stamp(files_) == stamp_) return false;
  reload();
  return true;
}

std::shared_ptr<ssl::context> Certificate::context() const {
  const std::lock_guard lock(mutex_);
  return context_;
}

}  // namespace kring::service
