// Which tables stand in a spreadsheet file (.xlsx, ECMA-376)?
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalog/formats/feed_bytes.h"
#include "catalog/formats/table.h"
#include "catalog/result.h"

namespace kring::catalog::formats {

inline constexpr std::size_t kMaxSheets = 100;          ///< read of one workbook
inline constexpr std::size_t kMaxSheetColumns = 1'000;  ///< a wider one is refused

/// One table of a file.
struct Sheet {
  std::string name;  ///< "" of a text file
  std::vector<TableRow> rows;
};

/// Whether `bytes` are a workbook, by what stands in the zip.
bool is_workbook(const FeedBytes& bytes);

/// The first sheet that `is_wanted`, each cell as the spreadsheet shows it (dates as "24-12-2026",
/// yes and no as "ja" and "nee", faults such as #N/B as empty); absent where none is. Formulas give
/// the value that was saved with them.
Result<std::optional<Sheet>> find_sheet(const FeedBytes& bytes,
                                        const std::function<bool(const Sheet&)>& is_wanted);

}  // namespace kring::catalog::formats
