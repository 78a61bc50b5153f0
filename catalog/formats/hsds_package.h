// By which marks does a package that Kring wrote tell how it is to be read?
#pragma once

#include <string_view>

namespace kring::catalog::formats {

inline constexpr std::string_view kDescriptorName = "datapackage.json";
/// Member of the description that says how cells are written, and its value in Kring's packages.
inline constexpr std::string_view kCellsMember = "kring:cells";
inline constexpr std::string_view kGuardedCells = "guarded";
/// Column with the id that a row had where another row has that id too: two services may share what
/// in a table can belong to one only.
inline constexpr const char* kSharedIdColumn = "kring:id";

}  // namespace kring::catalog::formats
