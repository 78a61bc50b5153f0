// Which certificate does the service show, and how is it renewed while running?
#pragma once

#include <memory>
#include <mutex>
#include <string>

namespace boost::asio::ssl {
class context;
}

namespace kring::service {

/// Two files in PEM.
struct CertificateFiles {
  std::string certificate;  ///< the server's own first, then those between it and the root
  std::string key;          ///< without a passphrase
  bool operator==(const CertificateFiles&) const = default;
};

/// The certificate that new connections are shown; those that stand keep theirs. Thread-safe.
class Certificate {
 public:
  /// Throws catalog::Error: a file is missing, is no PEM, or the two do not belong together.
  explicit Certificate(CertificateFiles files);
  ~Certificate();

  Certificate(const Certificate&) = delete;
  Certificate& operator=(const Certificate&) = delete;
  Certificate(Certificate&&) = delete;
  Certificate& operator=(Certificate&&) = delete;

  /// Reads the files anew. Throws catalog::Error, and goes on with what it had.
  void reload();

  /// Reloads where a file is not as it was at the last reading; whether it did. Throws as reload().
  /// Called by one thread at a time.
  bool refresh();

  /// TLS 1.2 and 1.3 with the certificate of now.
  [[nodiscard]] std::shared_ptr<boost::asio::ssl::context> context() const;

 private:
  const CertificateFiles files_;
  std::string stamp_;  ///< of the files as last read; used by reload() and refresh() alone
  mutable std::mutex mutex_;
  std::shared_ptr<boost::asio::ssl::context> context_;
};

}  // namespace kring::service
