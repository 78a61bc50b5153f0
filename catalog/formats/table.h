// How is a table read that came as comma- or tab-separated text?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/result.h"

namespace kring::catalog::formats {

struct TableRow {
  std::size_t line = 0;  ///< of the file, from 1; where the row starts
  std::vector<std::string> cells;
};

/// The rows of `bytes`, empty lines passed over. Quotes hold line ends; a quote that never closes
/// is a problem.
Result<std::vector<TableRow>> parse_csv(std::string_view bytes, char delimiter);

/// The rows of `bytes` with tabs between cells and no quotes.
std::vector<TableRow> parse_tsv(std::string_view bytes);

}  // namespace kring::catalog::formats
