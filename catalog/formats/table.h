// How is a table read that came as comma- or tab-separated text?
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/result.h"

namespace kring::catalog::formats {

struct TableRow {
  std::size_t line = 0;  ///< of the file, from 1; where the row starts
  std::vector<std::string> cells;
};

/// Where a row stands in its file, so that it can be read again by itself.
struct RowBytes {
  std::size_t begin = 0;
  std::size_t size = 0;
};
using VisitRow = std::function<void(TableRow row, RowBytes bytes)>;

/// Calls `visit` with each row of `bytes`, as parse_csv gives them; what is wrong comes back.
std::optional<Problem> visit_csv(std::string_view bytes, char delimiter, const VisitRow& visit);

/// The rows of `bytes`, empty lines passed over. Quotes hold line ends; a quote that never closes
/// is a problem.
Result<std::vector<TableRow>> parse_csv(std::string_view bytes, char delimiter);

/// Writes one row, its cells between commas, in quotes where they need them.
void write_csv_row(const std::vector<std::string>& cells, std::ostream& out);

/// The rows of `bytes` with tabs between cells and no quotes.
std::vector<TableRow> parse_tsv(std::string_view bytes);

}  // namespace kring::catalog::formats
