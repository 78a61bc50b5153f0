// What do the request line and headers say, and can they be read in one way only?
//
// Stricter than the library that reads the body: whatever two servers might read differently is
// refused, so that nothing can be smuggled past a proxy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "service/http/application.h"
#include "service/message.h"

namespace kring::service {

enum class Continue : std::uint8_t {
  kNotAsked,
  kAsked,  ///< "Expect: 100-continue"
};

/// What comes after the head.
enum class Framing : std::uint8_t {
  kNoBody,
  kSized,  ///< Content-Length, within kMaxBodyBytes
  kChunked,
};

struct Head {
  Request request;  ///< without a body
  Framing framing = Framing::kNoBody;
  Continue continuation = Continue::kNotAsked;
};

/// Bytes of the head that `bytes` begins with, its empty line included; absent while that has not
/// come. A line that ends in a bare line feed ends the head there: parse_head refuses it.
std::optional<std::size_t> find_head_end(std::string_view bytes);

/// requires: `head` is a whole head as find_head_end measures it.
std::variant<Head, Rejection> parse_head(std::string_view head);

/// The Accept-Language headers in the whole lines of `bytes`: of a head that is refused, or that
/// has not come to its end.
Headers find_languages(std::string_view bytes);

}  // namespace kring::service
