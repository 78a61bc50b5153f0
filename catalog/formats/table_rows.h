// How are the rows of a table read in any order, when a million of them do not fit in memory?
//
// Of a text only the place of each row is kept, 24 bytes; a row is parsed when it is asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/formats/feed_bytes.h"
#include "catalog/formats/table.h"
#include "catalog/result.h"

namespace kring::catalog::formats {

class TableRows {
 public:
  /// Rows that are held as they are.
  explicit TableRows(std::vector<TableRow> rows) : held_(std::move(rows)) {}

  /// The rows of a text file in any encoding, with the delimiter that `choose` finds in its
  /// beginning; "sep=;" on the first line, which spreadsheets write for each other, goes before
  /// that. A large file in UTF-8 is read where it stands; any other is held, in UTF-8.
  static Result<TableRows> open(const FeedBytes& bytes, char (*choose)(std::string_view text));

  [[nodiscard]] std::size_t size() const { return held_.empty() ? places_.size() : held_.size(); }
  /// requires: index < size()
  [[nodiscard]] TableRow row(std::size_t index) const;

 private:
  struct Place {
    std::size_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t line = 0;
    std::uint32_t number = 0;
  };

  explicit TableRows(FeedBytes text) : text_(std::move(text)) {}
  std::optional<Problem> find_places();

  std::vector<TableRow> held_;
  FeedBytes text_;
  char delimiter_ = kDelimiters[0];
  std::vector<Place> places_;            ///< in `text_`
  mutable std::size_t rows_parsed_ = 0;  ///< by row(): tells when to let go of the file's memory
};

}  // namespace kring::catalog::formats
