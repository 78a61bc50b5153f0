// How does a text stand in a cell without a spreadsheet taking it for a formula?
#pragma once

#include <string>
#include <string_view>

namespace kring::catalog::formats {

/// Whether `text` is apostrophes, none perhaps, and then a sign that begins a formula: = + - @, a
/// tab or CR.
bool begins_formula(std::string_view text);

/// A text that begins a formula gets an apostrophe before it; one that has some gets a further one.
std::string guard_cell(const std::string& text);

/// What guard_cell wrote, as it was.
std::string unguard_cell(const std::string& cell);

}  // namespace kring::catalog::formats
