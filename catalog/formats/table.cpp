#include "catalog/formats/table.h"

#include <algorithm>
#include <array>
#include <utility>

#include <csv.h>

#include "catalog/formats/encoding.h"
#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

/// libcsv's parser, with what its callbacks gather.
class CsvReader {
 public:
  explicit CsvReader(char delimiter) {
    csv_init(&parser_, CSV_REPALL_NL);
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
        return open_quote();
      }
      bytes.remove_prefix(size);
      if (cells_ > kMaxTableCells) {
        return table_too_large();
      }
    }
    ++line_;
    // Strict only here: quotes inside a cell are common, a quote left open swallows the rest of the
    // file.
    csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    if (csv_fini(&parser_, on_cell, on_row, this) != 0) {
      return open_quote();
    }
    return std::move(rows_);
  }

 private:
  static void on_cell(void* text, std::size_t size, void* reader) {
    auto& self = *static_cast<CsvReader*>(reader);
    self.row_.cells.emplace_back(static_cast<const char*>(text), size);
    ++self.cells_;
    self.follows_return_ = false;
  }

  /// Called at the end of empty lines too, and for both signs of CRLF.
  static void on_row(int terminator, void* reader) {
    auto& self = *static_cast<CsvReader*>(reader);
    const bool is_second_sign = self.follows_return_ && terminator == '\n';
    self.follows_return_ = terminator == '\r';
    self.number_ += is_second_sign ? 0 : 1;
    if (!self.row_.cells.empty()) {
      self.row_.line = self.row_starts_;
      self.row_.number = self.number_;
      self.rows_.push_back(std::exchange(self.row_, {}));
    }
    self.row_starts_ = self.line_ + 1;
  }

  [[nodiscard]] Problem open_quote() const {
    const std::string line = std::to_string(row_starts_);
    return {"unreadable_table",
            "",
            {"regel " + line
                 + ": een aanhalingsteken (\") wordt niet gesloten. Sluit het, of haal het weg.",
             "line " + line + ": a quotation mark (\") is not closed. Close it, or take it out."}};
  }

  csv_parser parser_{};
  std::size_t line_ = 0;
  std::size_t row_starts_ = 1;  ///< line of the row that is being read
  std::size_t number_ = 0;
  std::size_t cells_ = 0;
  bool follows_return_ = false;
  TableRow row_;
  std::vector<TableRow> rows_;
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

constexpr std::string_view kDelimiterLine = "sep=";

}  // namespace

Problem table_too_large() {
  return {"table_too_large",
          "",
          {"deze tabel is te groot om in één keer te lezen. Splits het bestand.",
           "this table is too large to be read at once. Split the file."}};
}

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

Result<std::vector<TableRow>> parse_table(std::string_view bytes,
                                          char (*choose)(std::string_view text)) {
  if (bytes.size() > kMaxTableBytes) {
    return table_too_large();
  }
  const std::string text = decode_text(bytes);
  std::string_view rest = text;
  if (rest.starts_with(kDelimiterLine) && rest.size() > kDelimiterLine.size()) {
    const char delimiter = rest[kDelimiterLine.size()];
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
    return parse_csv(rest, delimiter);
  }
  return parse_csv(rest, choose(rest));
}

}  // namespace kring::catalog::formats
