// How is a table read that came as comma- or tab-separated text?
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/result.h"

namespace kring::catalog::formats {

inline constexpr std::size_t kMaxTableCells = 10'000'000;   ///< of one table, empty ones too
inline constexpr std::size_t kMaxTableBytes = 536'870'912;  ///< text of one table, 512 MiB

/// What may stand between cells, the likeliest first.
inline constexpr std::array kDelimiters = {';', ',', '\t'};

struct TableRow {
  std::size_t line = 0;  ///< of the file, from 1; where the row starts
  std::vector<std::string> cells;
  std::size_t number = 0;  ///< as a spreadsheet counts: from 1, empty rows too
};

/// The table has more cells or text than the limits above.
Problem table_too_large();

/// The rows of `bytes`, empty lines passed over. Quotes hold line ends; a quote that never closes
/// is a problem.
Result<std::vector<TableRow>> parse_csv(std::string_view bytes, char delimiter);

/// The rows of `bytes` with tabs between cells and no quotes.
std::vector<TableRow> parse_tsv(std::string_view bytes);

/// What stands between the cells of `text`: the semicolon, comma or tab that its first line with
/// any of them has most of, quotes left out of account; a semicolon where there is none.
char find_delimiter(std::string_view text);

/// The rows of a text file in any encoding, with the delimiter that `choose` finds in its text;
/// "sep=;" on the first line, which spreadsheets write for each other, goes before that.
Result<std::vector<TableRow>> parse_table(std::string_view bytes,
                                          char (*choose)(std::string_view text) = find_delimiter);

}  // namespace kring::catalog::formats
