#include "catalog/plain_text.h"

#include <algorithm>
#include <cstddef>

namespace kring::catalog {
namespace {

/// Bytes of the UTF-8 sequence that starts with `lead`; 0 for no lead byte. Overlong leads are
/// none.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80U) return 1;
  if (lead >= 0xC2U && lead <= 0xDFU) return 2;
  if (lead >= 0xE0U && lead <= 0xEFU) return 3;
  if (lead >= 0xF0U && lead <= 0xF4U) return 4;
  return 0;
}

/// RFC 3629's table: the second byte of some leads is narrower than 80..BF.
bool is_second_byte(unsigned char lead, unsigned char second) {
  const unsigned low = lead == 0xE0U ? 0xA0U : lead == 0xF0U ? 0x90U : 0x80U;
  const unsigned high = lead == 0xEDU ? 0x9FU : lead == 0xF4U ? 0x8FU : 0xBFU;
  return second >= low && second <= high;
}

bool is_utf8_sequence(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (bytes.size() == 1) return true;
  if (!is_second_byte(lead, static_cast<unsigned char>(bytes[1]))) return false;
  for (const char c : bytes.substr(2)) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) return false;
  }
  return true;
}

}  // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = sequence_length(static_cast<unsigned char>(text[0]));
    if (length == 0 || length > text.size() || !is_utf8_sequence(text.substr(0, length))) {
      return false;
    }
    text.remove_prefix(length);
  }
  return true;
}

bool is_plain_text(std::string_view text) {
  const bool has_control = std::any_of(text.begin(), text.end(), [](char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x20U || byte == 0x7FU;
  });
  return !has_control && is_utf8(text);
}

}  // namespace kring::catalog
