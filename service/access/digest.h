// How are bytes hashed, made up and compared where secrets are concerned?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kring::service::access {

inline constexpr std::size_t kDigestDigits = 64;  ///< hexadecimal, of SHA-256

/// SHA-256 in small hexadecimal digits.
std::string sha256(std::string_view bytes);

/// The same as 32 bytes.
std::string sha256_bytes(std::string_view bytes);

/// HMAC with SHA-256 (RFC 2104), in small hexadecimal digits.
std::string hmac_sha256(std::string_view secret, std::string_view bytes);

/// `count` bytes of the system's random generator, in small hexadecimal digits.
std::string make_random_digits(std::size_t count);

/// Takes as long for texts that differ at once as for those that differ at the end.
bool equals_in_constant_time(std::string_view one, std::string_view other);

}  // namespace kring::service::access
