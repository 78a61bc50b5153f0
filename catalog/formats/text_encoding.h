// In which encoding is a text written that is no UTF-8?
#pragma once

#include <string>
#include <string_view>

namespace kring::catalog::formats {

/// `bytes` read as Windows-1252, which office programs write; its few unused bytes become "?".
std::string from_windows_1252(std::string_view bytes);

}  // namespace kring::catalog::formats
