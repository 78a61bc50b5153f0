// Is a text plain: valid UTF-8 without control characters?
#pragma once

#include <string_view>

namespace kring::catalog {

/// RFC 3629, control characters and all.
bool is_utf8(std::string_view text);

/// Tabs and line ends are control characters too.
bool is_plain_text(std::string_view text);

}  // namespace kring::catalog
