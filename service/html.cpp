#include "service/html.h"

namespace kring::service {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64Letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The digits of the hash in the form that a policy asks for.
std::string in_base64(std::string_view hex) {
  std::string text;
  unsigned bits = 0;
  int count = 0;
  for (const char digit : hex) {
    bits = (bits << 4U) | static_cast<unsigned>(kHexDigits.find(digit));
    count += 4;
    if (count < 6) continue;
    count -= 6;
    text += kBase64Letters[(bits >> static_cast<unsigned>(count)) & 0x3FU];
  }
  if (count > 0) text += kBase64Letters[(bits << static_cast<unsigned>(6 - count)) & 0x3FU];
  while (text.size() % 4 != 0)
    text += '=';
  return text;
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string style_source(std::string_view sha256) {
  return "'sha256-" + in_base64(sha256) + "'";
}

}  // namespace kring::service
