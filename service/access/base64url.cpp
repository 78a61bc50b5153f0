#include "service/access/base64url.h"

#include <cstddef>
#include <cstdint>

namespace kring::service::access {
namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned kDigitBits = 6;
constexpr unsigned kByteBits = 8;

}  // namespace

std::optional<std::string> decode_base64url(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * kDigitBits / kByteBits);
  std::uint32_t pending = 0;
  unsigned pending_bits = 0;
  for (const char c : text) {
    const std::size_t digit = kAlphabet.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    pending = (pending << kDigitBits) | static_cast<std::uint32_t>(digit);
    pending_bits += kDigitBits;
    if (pending_bits < kByteBits) continue;
    pending_bits -= kByteBits;
    bytes += static_cast<char>(pending >> pending_bits);
    pending &= (1U << pending_bits) - 1;
  }
  const bool is_canonical = pending == 0 && pending_bits < kDigitBits;
  if (!is_canonical) return std::nullopt;
  return bytes;
}

std::string encode_base64url(std::string_view bytes) {
  static constexpr unsigned kDigitMask = (1U << kDigitBits) - 1;
  std::string text;
  text.reserve((bytes.size() * kByteBits + kDigitBits - 1) / kDigitBits);
  std::uint32_t pending = 0;
  unsigned pending_bits = 0;
  for (const char byte : bytes) {
    pending = (pending << kByteBits) | static_cast<unsigned char>(byte);
    pending_bits += kByteBits;
    while (pending_bits >= kDigitBits) {
      pending_bits -= kDigitBits;
      text += kAlphabet[(pending >> pending_bits) & kDigitMask];
    }
    pending &= (1U << pending_bits) - 1;
  }
  if (pending_bits > 0) text += kAlphabet[(pending << (kDigitBits - pending_bits)) & kDigitMask];
  return text;
}

}  // namespace kring::service::access
