#include "catalog/formats/table_rows.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "catalog/formats/encoding.h"

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kDelimiterBytes = 1'048'576;  ///< beginning that shows the delimiter, 1 MiB
/// Rows may stand anywhere in the file, and each brings some 64 KiB of it into memory: 16 MiB.
constexpr std::size_t kReleaseEveryRows = 256;
constexpr std::string_view kDelimiterLine = "sep=";
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// The text of a file in UTF-8, without a byte order mark. Rows are cleaned as they are parsed.
Result<FeedBytes> readable_text(const FeedBytes& bytes) {
  const Result<Utf8Bytes> converted = as_utf8(bytes);
  if (!converted) return converted.error();
  const FeedBytes& text = converted->bytes;
  return text.view().starts_with(kByteOrderMark) ? text.without_first(kByteOrderMark.size()) : text;
}

/// How many bytes the first line takes with its end: LF, CRLF or CR.
std::size_t first_line_of(std::string_view text) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  const std::size_t signs = text.substr(end).starts_with("\r\n") ? 2 : 1;
  return std::min(end + signs, text.size());
}

}  // namespace

Result<TableRows> TableRows::open(const FeedBytes& bytes, char (*choose)(std::string_view text)) {
  Result<FeedBytes> text = readable_text(bytes);
  if (!text) return text.error();
  TableRows rows(std::move(text).value());
  const std::string_view beginning = rows.text_.view().substr(0, kDelimiterBytes);
  if (beginning.starts_with(kDelimiterLine) && beginning.size() > kDelimiterLine.size()) {
    rows.delimiter_ = beginning[kDelimiterLine.size()];
    rows.text_ = rows.text_.without_first(first_line_of(beginning));
  } else {
    rows.delimiter_ = choose(clean_utf8(beginning));
  }
  if (std::optional<Problem> problem = rows.find_places()) return *problem;
  return rows;
}

std::optional<Problem> TableRows::find_places() {
  ReleasedReading reading(text_);
  return visit_csv(text_, delimiter_,
                   [&](const TableRow& row, RowBytes bytes) -> std::optional<Problem> {
                     reading.pass(bytes.begin);
                     if (row.number >= std::numeric_limits<std::uint32_t>::max())
                       return row_too_long(row);
                     if (places_.size() >= kMaxTableRows) return table_too_large();
                     places_.push_back({bytes.begin, static_cast<std::uint32_t>(bytes.size),
                                        static_cast<std::uint32_t>(row.line),
                                        static_cast<std::uint32_t>(row.number)});
                     return std::nullopt;
                   });
}

TableRow TableRows::row(std::size_t index) const {
  if (!held_.empty()) return held_[index];
  const Place& place = places_[index];
  if (++rows_parsed_ % kReleaseEveryRows == 0) text_.release(text_);
  const std::string text = clean_utf8(text_.view().substr(place.begin, place.size));
  Result<std::vector<TableRow>> rows = parse_csv(text, delimiter_);
  TableRow row{place.line, {}, place.number};
  if (rows && !rows->empty()) row.cells = std::move(std::move(rows).value().front().cells);
  return row;
}

}  // namespace kring::catalog::formats
