// Which bytes does base64url stand for, and how are bytes written so?
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kring::service::access {

/// RFC 4648 section 5 without padding; absent where the text is not that.
std::optional<std::string> decode_base64url(std::string_view text);

/// Without padding.
std::string encode_base64url(std::string_view bytes);

}  // namespace kring::service::access
