#include "service/audit/correlation.h"

#include <cstddef>
#include <string_view>

#include "service/access/digest.h"

namespace kring::service::audit {
namespace {

constexpr std::string_view kShape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

bool is_uuid(std::string_view text) {
  if (text.size() != kShape.size()) return false;
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool is_right =
        kShape[i] == '-'
            ? text[i] == '-'
            : std::string_view("0123456789abcdefABCDEF").find(text[i]) != std::string_view::npos;
    if (!is_right) return false;
  }
  return true;
}

/// Random, of version 4.
std::string make_uuid() {
  static constexpr std::size_t kBytes = 16;
  static constexpr std::size_t kVersionPlace = 14;
  static constexpr std::size_t kVariantPlace = 19;
  const std::string digits = access::make_random_digits(kBytes);
  std::string uuid(kShape);
  std::size_t used = 0;
  for (char& c : uuid) {
    if (c == 'x') c = digits[used++];
  }
  uuid[kVersionPlace] = '4';
  uuid[kVariantPlace] = 'a';
  return uuid;
}

}  // namespace

std::string read_correlation(const Headers& headers) {
  const auto value = find_header(headers, kCorrelationHeader);
  return value && is_uuid(*value) ? std::string(*value) : make_uuid();
}

}  // namespace kring::service::audit
