// What stands between the marks of a list that is written as one text?
#pragma once

#include <string_view>
#include <vector>

namespace kring::catalog {

/// The parts of `text` between marks, empty ones too; none of an empty text, and none behind a mark
/// at its end. They point into `text`.
std::vector<std::string_view> split(std::string_view text, char mark);

}  // namespace kring::catalog
