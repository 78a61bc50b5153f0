// How does a JSON value stand in a cell of a table, safe from spreadsheets, and how is it read
// back?
//
// A spreadsheet takes a cell that begins with = + - @, a tab or CR for a formula. Kring writes an
// apostrophe before such a text, unless it is a number, a date or a phone number, which can do no
// harm; reading takes it away again. Packages of others are read as they stand.
#pragma once

#include <string>
#include <string_view>

#include "catalog/json.h"

namespace kring::catalog::formats {

/// Text, number and truth value by their spelling; lists and objects as JSON.
std::string write_kring_cell(const Json& value);

/// The value of which write_kring_cell wrote `cell`; `type` is of the Table Schema.
Json read_kring_cell(const std::string& cell, std::string_view type);

/// A number where `type` is "number" and the cell is one; else the text.
Json read_typed_cell(const std::string& cell, std::string_view type);

}  // namespace kring::catalog::formats
