#include "catalog/formats/table.h"

#include <algorithm>
#include <utility>

#include <csv.h>

#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

/// libcsv's parser, with what its callbacks gather.
class CsvReader {
 public:
  explicit CsvReader(char delimiter) {
    csv_init(&parser_, 0);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
  }
  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;
  CsvReader(CsvReader&&) = delete;
  CsvReader& operator=(CsvReader&&) = delete;
  ~CsvReader() { csv_free(&parser_); }

  /// Line by line, so that each row knows where it stands.
  Result<std::vector<TableRow>> read(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::size_t size = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
      ++line_;
      if (csv_parse(&parser_, bytes.data(), size, on_cell, on_row, this) != size) {
        return make_problem();
      }
      bytes.remove_prefix(size);
    }
    // Strict only here: quotes inside a cell are common, a quote left open swallows the rest of the
    // file.
    csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_fini(&parser_, on_cell, on_row, this) != 0) {
      return make_problem();
    }
    return std::move(rows_);
  }

 private:
  static void on_cell(void* text, std::size_t size, void* reader) {
    auto& self = *static_cast<CsvReader*>(reader);
    self.row_.line = self.row_.cells.empty() ? self.line_ : self.row_.line;
    self.row_.cells.emplace_back(static_cast<const char*>(text), size);
  }

  static void on_row(int /*terminator*/, void* reader) {
    auto& self = *static_cast<CsvReader*>(reader);
    if (!self.row_.cells.empty()) {
      self.rows_.push_back(std::exchange(self.row_, {}));
    }
  }

  [[nodiscard]] Problem make_problem() const {
    const std::string line = std::to_string(line_);
    return {"unreadable_table",
            "",
            {"regel " + line + ": een aanhalingsteken wordt niet gesloten.",
             "line " + line + ": a quotation mark is not closed."}};
  }

  csv_parser parser_{};
  std::size_t line_ = 0;
  TableRow row_;
  std::vector<TableRow> rows_;
};

}  // namespace

Result<std::vector<TableRow>> parse_csv(std::string_view bytes, char delimiter) {
  return CsvReader(delimiter).read(bytes);
}

std::vector<TableRow> parse_tsv(std::string_view bytes) {
  std::vector<TableRow> rows;
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (trim(line).empty()) {
      continue;
    }
    TableRow row{number, {}};
    for (bool is_last = false; !is_last;) {
      const std::size_t tab = std::min(line.find('\t'), line.size());
      row.cells.emplace_back(trim(line.substr(0, tab)));
      is_last = tab == line.size();
      line.remove_prefix(std::min(tab + 1, line.size()));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace kring::catalog::formats
