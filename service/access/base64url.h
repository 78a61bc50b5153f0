// Which bytes does base64url stand for?
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kring::service::access {

/// RFC 4648 section 5 without padding; absent where the text is not that.
std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace kring::service::access
