// Did the holder of this key sign this token?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/access/token.h"

namespace kring::service::access {

inline constexpr std::size_t kMaxIssuerKeys = 100;
inline constexpr std::size_t kMinRsaBits = 2'048;

/// A public key of an issuer that may sign tokens. A value: it is built anew for each check, so
/// that threads share nothing of the library.
struct PublicKey {
  enum class Kind : std::uint8_t {
    kRsa,
    kP256,
  };
  std::string id;
  Kind kind = Kind::kRsa;
  std::optional<Algorithm> algorithm;  ///< the only one it is for, where the issuer says so
  std::string document;                ///< JSON Web Key, the public part alone

  bool operator==(const PublicKey&) const = default;
};

/// The keys of a JSON Web Key Set (RFC 7517) by which tokens may be signed: with an id, not for
/// encryption, of kMinRsaBits or more. Others are passed over; absent where it is no set.
std::optional<std::vector<PublicKey>> parse_key_set(std::string_view text);

/// False also where key and algorithm do not go together.
bool is_signed_by(const Token& token, const PublicKey& key);

}  // namespace kring::service::access
