// How does a test make tokens, good and bad?
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "catalog/json.h"

namespace kring::service::access::tests {

/// One key of an issuer, with its private part.
class SigningKey {
 public:
  enum class Kind {
    kRsa,
    kShortRsa,  ///< 1,024 bits
    kP256,
    kP384,
  };
  SigningKey(Kind kind, const std::string& id);

  /// The public part, as an issuer publishes it.
  [[nodiscard]] catalog::Json publish() const;
  /// Signs with what the header says.
  [[nodiscard]] std::string sign(const catalog::Json& header, const catalog::Json& claims) const;

 private:
  std::shared_ptr<void> key_;  ///< of the library
};

/// Signed with HMAC-SHA256 and `secret`, which the library is not asked for.
std::string sign_with_secret(const catalog::Json& header,
                             const catalog::Json& claims,
                             std::string_view secret);

std::string encode_base64url(std::string_view bytes);

}  // namespace kring::service::access::tests
