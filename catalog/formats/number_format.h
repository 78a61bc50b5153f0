// What does a spreadsheet show for the number in a cell?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kring::catalog::formats {

/// What a number stands for.
enum class NumberKind : std::uint8_t {
  kPlain,
  kMoment,  ///< days since the workbook's first day; the fraction is the time of day
};

/// The first day of a workbook's calendar.
enum class Epoch : std::uint8_t {
  k1900,
  k1904,  ///< old workbooks of the Macintosh
};

/// Of the formats that every workbook has, by their number (ECMA-376 part 1, 18.8.30).
NumberKind kind_of_builtin(int format_id);

/// Of a format that the workbook defines: "dd-mm-jjjj", "0.00", "[$-413]d mmmm".
NumberKind kind_of_code(std::string_view format_code);

/// A plain number with a point ("3.5", "612345678"); a moment as "24-12-2026", "10:30" or both.
/// What is no number stays as it is.
std::string show_number(std::string_view number, NumberKind kind, Epoch epoch);

}  // namespace kring::catalog::formats
