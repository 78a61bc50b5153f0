// Is a text plain: valid UTF-8 without control characters?
#pragma once

#include <string_view>

namespace kring::catalog {

/// Tabs and line ends are control characters too.
bool is_plain_text(std::string_view text);

}  // namespace kring::catalog
