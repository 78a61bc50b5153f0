#include "catalog/formats/table.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

#include <csv.h>

#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

/// libcsv's cell grows by this, 64 KiB: by its own 128 bytes a large cell is copied once for each
/// of them wherever realloc() moves.
constexpr std::size_t kCellGrowsBy = 65'536;

/// libcsv's parser, with what its callbacks gather.
class CsvReader {
 public:
  explicit CsvReader(char delimiter) {
    csv_init(&parser_, CSV_REPALL_NL);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
    csv_set_blk_size(&parser_, kCellGrowsBy);
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
      const std::size_t end = at + line_size(bytes.substr(at));
      begin_line(at, bytes);
      if (end - begin_ > kMaxRowBytes) return row_too_long(row_);
      end_ = end;
      if (csv_parse(&parser_, bytes.data() + at, end - at, on_cell, on_row, this) != end - at) {
        return open_quote();
      }
      if (problem_) return problem_;
      at = end;
    }
    // Strict only here: quotes inside a cell are common, a quote left open swallows the rest of the
    // file.
    csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    if (csv_fini(&parser_, on_cell, on_row, this) != 0) {
      return open_quote();
    }
    return problem_;
  }

 private:
  /// With its end. No row has room for a line that is longer than what is looked through.
  static std::size_t line_size(std::string_view bytes) {
    const std::string_view beginning = bytes.substr(0, kMaxRowBytes + 1);
    return std::min(beginning.find_first_of("\r\n"), beginning.size() - 1) + 1;
  }

  static void on_cell(void* text, std::size_t size, void* reader) {
    auto& self = *static_cast<CsvReader*>(reader);
    self.row_.cells.emplace_back(static_cast<const char*>(text), size);
    self.follows_return_ = false;
  }

  /// Called at the end of empty lines too, and for both signs of CRLF.
  static void on_row(int terminator, void* reader) {
    auto& self = *static_cast<CsvReader*>(reader);
    const bool is_second_sign = self.follows_return_ && terminator == '\n';
    self.follows_return_ = terminator == '\r';
    self.number_ += is_second_sign ? 0 : 1;
    if (!self.row_.cells.empty()) {
      self.row_.number = self.number_;
      self.problem_ =
          (*self.visit_)(std::exchange(self.row_, {}), {self.begin_, self.end_ - self.begin_});
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

  [[nodiscard]] Problem open_quote() const {
    const std::string line = std::to_string(row_.line);
    return {"unreadable_table",
            "",
            {"regel " + line
                 + ": een aanhalingsteken (\") wordt niet gesloten. Sluit het, of haal het weg.",
             "line " + line + ": a quotation mark (\") is not closed. Close it, or take it out."}};
  }

  static constexpr int kBetweenRows = 0;  ///< of libcsv's parser: no cell was begun

  csv_parser parser_{};
  const VisitRow* visit_ = nullptr;
  std::size_t line_ = 0;    ///< that is being read
  std::size_t begin_ = 0;   ///< of the row
  std::size_t end_ = 0;     ///< of the line
  std::size_t number_ = 0;  ///< of the row
  bool follows_return_ = false;
  TableRow row_;
  std::optional<Problem> problem_;  ///< of the last row; rows end with their line
};

/// How often `sign` stands in `line` outside of quotes.
std::size_t count_outside_quotes(std::string_view line, char sign) {
  std::size_t count = 0;
  bool is_quoted = false;
  for (const char letter : line) {
    is_quoted = letter == '"' ? !is_quoted : is_quoted;
    count += !is_quoted && letter == sign ? 1 : 0;
  }
  return count;
}

}  // namespace

Problem table_too_large() {
  return {"table_too_large",
          "",
          {"deze tabel is te groot om in één keer te lezen. Splits het bestand.",
           "this table is too large to be read at once. Split the file."}};
}

Problem row_too_long(const TableRow& row) {
  const std::string line = std::to_string(row.line);
  return {
      "row_too_long",
      "",
      {"regel " + line
           + ": deze rij is te groot. Kijk of een aanhalingsteken (\") niet wordt gesloten, of "
             "splits de rij.",
       "line " + line
           + ": this row is too large. See whether a quotation mark (\") is not closed, or split "
             "the row."}};
}

std::optional<Problem> visit_csv(std::string_view bytes, char delimiter, const VisitRow& visit) {
  return CsvReader(delimiter).read(bytes, visit);
}

Result<std::vector<TableRow>> parse_csv(std::string_view bytes, char delimiter) {
  std::vector<TableRow> rows;
  std::size_t cells = 0;
  std::optional<Problem> problem =
      visit_csv(bytes, delimiter, [&](TableRow row, RowBytes /*bytes*/) -> std::optional<Problem> {
        cells += row.cells.size();
        if (cells > kMaxTableCells) return table_too_large();
        rows.push_back(std::move(row));
        return std::nullopt;
      });
  return problem ? Result<std::vector<TableRow>>(*std::move(problem)) : std::move(rows);
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
    TableRow row{number, {}, number};
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

char find_delimiter(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    char best = kDelimiters[0];
    std::size_t most = 0;
    for (const char sign : kDelimiters) {
      const std::size_t count = count_outside_quotes(text.substr(0, end), sign);
      best = count > most ? sign : best;
      most = std::max(most, count);
    }
    if (most > 0) {
      return best;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return kDelimiters[0];
}

}  // namespace kring::catalog::formats
