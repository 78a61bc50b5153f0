#include "service/access/digest.h"

#include <array>
#include <span>
#include <vector>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include "catalog/result.h"

namespace kring::service::access {
namespace {

std::string to_digits(std::span<const unsigned char> bytes) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  static constexpr unsigned kHalfByte = 4;
  static constexpr unsigned kLowHalf = 0xF;
  std::string digits;
  digits.reserve(bytes.size() * 2);
  for (const unsigned char byte : bytes) {
    digits += kDigits[byte >> kHalfByte];
    digits += kDigits[byte & kLowHalf];
  }
  return digits;
}

using Digest = std::array<unsigned char, kDigestDigits / 2>;

Digest hash(std::string_view bytes) {
  Digest digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1
      || size != digest.size())
    throw catalog::Error("Could not hash with SHA-256. Check the installation of OpenSSL.");
  return digest;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  return to_digits(hash(bytes));
}

std::string sha256_bytes(std::string_view bytes) {
  const Digest digest = hash(bytes);
  return {digest.begin(), digest.end()};
}

std::string hmac_sha256(std::string_view secret, std::string_view bytes) {
  Digest digest{};
  unsigned int size = 0;
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  if (HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()), data, bytes.size(),
           digest.data(), &size)
          == nullptr
      || size != digest.size())
    throw catalog::Error("Could not sign with HMAC. Check the installation of OpenSSL.");
  return to_digits(digest);
}

std::string make_random_digits(std::size_t count) {
  std::vector<unsigned char> bytes(count);
  if (RAND_bytes(bytes.data(), static_cast<int>(count)) != 1)
    throw catalog::Error("The system gave no random bytes. Check the installation of OpenSSL.");
  return to_digits(bytes);
}

bool equals_in_constant_time(std::string_view one, std::string_view other) {
  return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace kring::service::access
