// Is a text a count?
#pragma once

#include <optional>
#include <string_view>

namespace kring::service {

/// A whole number from 1 to `most`; absent for anything else.
std::optional<int> parse_count(std::string_view text, int most);

}  // namespace kring::service
