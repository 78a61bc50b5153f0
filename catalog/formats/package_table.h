// How are the rows of a package's table found again without holding them all?
//
// Of each row only its place in the file is kept, and of each key column a sorted list of hashes:
// 16 bytes a row and 16 a key, on disk where they are many (PairList). The bytes of the file stay
// where they are, or where as_utf8() puts them; a row is parsed when it is asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/formats/encoding.h"
#include "catalog/formats/formats.h"
#include "catalog/formats/hsds_tables.h"
#include "catalog/formats/pair_list.h"
#include "catalog/formats/table.h"
#include "catalog/json.h"
#include "catalog/result.h"

namespace kring::catalog::formats {

/// How the cells of a package came to be.
enum class CellStyle {
  kForeign,  ///< as they stand
  kKring,    ///< as hsds_csv_writer writes them: see read_kring_cell
};

/// Whether rows of the table are found by their cells in that column.
using IsKey = bool (*)(std::string_view table, std::string_view column);

/// A row that was parsed.
struct PackageRow {
  std::uint32_t index = 0;  ///< within its table, from 0
  std::vector<std::string> cells;
};

class PackageTable {
 public:
  /// The table in `file`, which outlives it. A quote that never closes, a table without a
  /// header, and a row or table that is too large are problems.
  static Result<PackageTable> open(const FeedFile& file,
                                   const TableRole& role,
                                   CellStyle style,
                                   IsKey is_key);

  [[nodiscard]] std::string_view name() const { return role_.table; }
  [[nodiscard]] CellStyle style() const { return style_; }
  [[nodiscard]] bool has_column(std::string_view column) const;
  [[nodiscard]] std::uint32_t size() const { return count_; }
  /// Whether the file was no UTF-8: of UTF-16, else read as Windows-1252.
  [[nodiscard]] bool is_converted() const { return text_.was_converted; }

  [[nodiscard]] PackageRow row(std::uint32_t index) const;
  /// The first `limit`, in the order of the file. requires: `column` is a key
  [[nodiscard]] std::vector<PackageRow> rows_with(std::string_view column,
                                                  std::string_view key,
                                                  std::size_t limit) const;
  /// Whether a row has that key; cheaper than rows_with, and mistaken once in 2^64. requires:
  /// `column` is a key
  [[nodiscard]] bool has_key(std::string_view column, std::string_view key) const;
  /// The rows whose key in `column` an earlier row has too. requires: `column` is a key
  [[nodiscard]] std::vector<std::uint32_t> repeated_rows(std::string_view column) const;

  /// "" where the row has no such cell. Trimmed.
  [[nodiscard]] std::string cell(const PackageRow& row, std::string_view column) const;
  /// The cells that are not empty, by their column's name of today.
  [[nodiscard]] Json object_of(const PackageRow& row) const;
  [[nodiscard]] std::string file() const;  ///< "services.csv"
  /// "services.csv:12".
  [[nodiscard]] std::string place_of(std::uint32_t index) const;

 private:
  struct Place {
    std::size_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t line = 0;
  };
  struct KeyColumn {
    std::size_t index = 0;
    PairList keys{PairList::Order::kAscending};  ///< hash of a key, and its row
  };

  PackageTable(const FeedFile& file, const TableRole& role, CellStyle style, IsKey is_key);
  std::optional<Problem> read();
  void read_header(const TableRow& header);
  void add_column(std::size_t index, const std::string& heading, const std::string& name);
  /// A problem where the table is too large by it.
  std::optional<Problem> add_row(const TableRow& row, RowBytes bytes);
  [[nodiscard]] Place place(std::uint32_t index) const;
  /// Null where the file has no such column.
  [[nodiscard]] const KeyColumn* find_key_column(std::string_view column) const;
  [[nodiscard]] std::string name_of_column(std::size_t index) const;
  [[nodiscard]] Json value_of(std::size_t column, const std::string& cell) const;

  const FeedFile* file_;
  TableRole role_;
  CellStyle style_;
  IsKey is_key_;
  char delimiter_ = ',';
  Utf8Bytes text_;
  std::vector<std::string> columns_;
  std::uint32_t count_ = 0;                   ///< of rows
  std::size_t pairs_ = 0;                     ///< of rows, and of keys at most
  PairList rows_{PairList::Order::kAsAdded};  ///< begin; size and line, 32 bits each
  std::vector<KeyColumn> keys_;
  mutable std::size_t rows_parsed_ = 0;  ///< by row(): tells when to let go of the file's memory
};

}  // namespace kring::catalog::formats
