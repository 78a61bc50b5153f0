#include "catalog/formats/table.h"

#include <algorithm>
#include <ostream>
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
  std::optional<Problem> read(std::string_view bytes, const VisitRow& visit) {
    visit_ = &visit;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find_first_of("\r\n", at), bytes.size() - 1) + 1;
      begin_line(at, bytes);
      end_ = end;
      if (csv_parse(&parser_, bytes.data() + at, end - at, on_cell, on_row, this) != end - at) {
        return make_problem();
      }
      at = end;
    }
    // Strict only here: quotes inside a cell are common, a quote left open swallows the rest of the
    // file.
    csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI);
    if (csv_fini(&parser_, on_cell, on_row, this) != 0) {
      return make_problem();
    }
    return std::nullopt;
  }

 private:
  static void on_cell(void* text, std::size_t size, void* reader) {
    auto& self = *static_cast<CsvReader*>(reader);
    self.row_.cells.emplace_back(static_cast<const char*>(text), size);
  }

  static void on_row(int /*terminator*/, void* reader) {
    auto& self = *static_cast<CsvReader*>(reader);
    if (!self.row_.cells.empty()) {
      (*self.visit_)(std::move(self.row_), {self.begin_, self.end_ - self.begin_});
      self.row_ = {};
    }
  }

  /// A line end is LF, CRLF or CR alone.
  void begin_line(std::size_t at, std::string_view bytes) {
    const bool ends_pair = at > 0 && bytes[at] == '\n' && bytes[at - 1] == '\r';
    line_ += ends_pair ? 0 : 1;
    if (parser_.pstate == kBetweenRows) {
      begin_ = at;
      row_.line = line_;
    }
  }

  [[nodiscard]] Problem make_problem() const {
    const std::string line = std::to_string(line_);
    return {"unreadable_table",
            "",
            {"regel " + line + ": een aanhalingsteken wordt niet gesloten.",
             "line " + line + ": a quotation mark is not closed."}};
  }

  static constexpr int kBetweenRows = 0;  ///< of libcsv's parser: no cell was begun

  csv_parser parser_{};
  const VisitRow* visit_ = nullptr;
  std::size_t line_ = 0;   ///< that is being read
  std::size_t begin_ = 0;  ///< of the row
  std::size_t end_ = 0;    ///< of the line
  TableRow row_;
};

}  // namespace

std::optional<Problem> visit_csv(std::string_view bytes, char delimiter, const VisitRow& visit) {
  return CsvReader(delimiter).read(bytes, visit);
}

Result<std::vector<TableRow>> parse_csv(std::string_view bytes, char delimiter) {
  std::vector<TableRow> rows;
  const std::optional<Problem> problem = visit_csv(
      bytes, delimiter, [&](TableRow row, RowBytes /*bytes*/) { rows.push_back(std::move(row)); });
  if (problem) {
    return *problem;
  }
  return rows;
}

void write_csv_row(const std::vector<std::string>& cells, std::ostream& out) {
  for (std::size_t index = 0; index < cells.size(); ++index) {
    const std::string& cell = cells[index];
    out << (index == 0 ? "" : ",");
    if (cell.find_first_of(",\"\r\n") == std::string::npos && trim(cell).size() == cell.size()) {
      out << cell;
      continue;
    }
    std::string quoted(2 * cell.size() + 2, '\0');
    quoted.resize(csv_write(quoted.data(), quoted.size(), cell.data(), cell.size()));
    out << quoted;
  }
  out << "\r\n";
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
