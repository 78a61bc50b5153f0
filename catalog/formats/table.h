// How is a table read that came as comma- or tab-separated text?
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/result.h"

namespace kring::catalog::formats {

inline constexpr std::size_t kMaxTableCells = 10'000'000;   ///< of one table, empty ones too
inline constexpr std::size_t kMaxTableBytes = 536'870'912;  ///< text of one table, 512 MiB

inline constexpr std::size_t kMaxTableRows = 20'000'000;  ///< of one table that is not held
inline constexpr std::size_t kMaxRowBytes = 16'777'216;   ///< of any table, 16 MiB

/// What may stand between cells, the likeliest first.
inline constexpr std::array kDelimiters = {';', ',', '\t'};

struct TableRow {
  std::size_t line = 0;  ///< of the file, from 1; where the row starts
  std::vector<std::string> cells;
  std::size_t number = 0;  ///< as a spreadsheet counts: from 1, empty rows too
};

/// The table has more than the limits above.
Problem table_too_large();
/// The row is longer than kMaxRowBytes, or stands further down than rows are counted.
Problem row_too_long(const TableRow& row);

/// Where a row stands in its file, so that it can be read again by itself.
struct RowBytes {
  std::size_t begin = 0;
  std::size_t size = 0;
};
/// A problem ends the reading.
using VisitRow = std::function<std::optional<Problem>(TableRow row, RowBytes bytes)>;

/// Calls `visit` with each row of `bytes`, as parse_csv gives them; what is wrong comes back: with
/// the text, or with the first row that `visit` has a problem with. A row of more than kMaxRowBytes
/// is one, and nothing after those is read: a quote that is left open would swallow the whole text.
std::optional<Problem> visit_csv(std::string_view bytes, char delimiter, const VisitRow& visit);

/// The rows of `bytes`, empty lines passed over. Quotes hold line ends; a quote that never closes
/// is a problem.
Result<std::vector<TableRow>> parse_csv(std::string_view bytes, char delimiter);

/// Writes one row, its cells between commas, in quotes where they need them.
void write_csv_row(const std::vector<std::string>& cells, std::ostream& out);

/// The rows of `bytes` with tabs between cells and no quotes.
std::vector<TableRow> parse_tsv(std::string_view bytes);

/// What stands between the cells of `text`: the semicolon, comma or tab that its first line with
/// any of them has most of, quotes left out of account; a semicolon where there is none.
char find_delimiter(std::string_view text);

}  // namespace kring::catalog::formats
