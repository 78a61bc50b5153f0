#include "catalog/formats/package_table.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <optional>
#include <utility>

#include "catalog/formats/encoding.h"
#include "catalog/formats/kring_cell.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/plain_text.h"

namespace kring::catalog::formats {

namespace {

/// Rows and keys of one table, 800 MB on disk.
constexpr std::size_t kMaxPairs = 50'000'000;
/// Rows stand anywhere in the file, and each brings some 64 KiB of it into memory: 8 MiB a table.
constexpr std::size_t kReleaseEveryRows = 128;
constexpr unsigned kLineBits = 32;
constexpr std::array kDelimiters = {',', ';', '\t'};

/// The delimiter that stands most often in the first line.
char delimiter_of(std::string_view bytes) {
  const std::string_view header = bytes.substr(0, bytes.find('\n'));
  return *std::max_element(kDelimiters.begin(), kDelimiters.end(), [&](char left, char right) {
    return std::count(header.begin(), header.end(), left)
           < std::count(header.begin(), header.end(), right);
  });
}

/// Ids are the same in any letter case and with blanks around them.
std::uint64_t hash_of(std::string_view key) {
  return std::hash<std::string>{}(lower_case(trim(key)));
}

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of("/\\") + 1);
}

/// In a package of old, "taxonomy" holds the terms.
bool holds_terms(const std::vector<std::string>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const std::string& column) {
    return column == "parent_id" || column == "parent_name" || column == "vocabulary"
           || column == "taxonomy_id";
  });
}

std::string plain_heading(std::string_view cell) {
  std::string heading = clean_line(cell);
  std::erase(heading, '\0');
  return heading;
}

std::string normal_heading(const std::string& heading) {
  std::string name = lower_case(heading);
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

}  // namespace

PackageTable::PackageTable(const FeedFile& file,
                           const TableRole& role,
                           CellStyle style,
                           IsKey is_key)
    : file_(&file), role_(role), style_(style), is_key_(is_key) {}

Result<PackageTable> PackageTable::open(const FeedFile& file,
                                        const TableRole& role,
                                        CellStyle style,
                                        IsKey is_key) {
  PackageTable table(file, role, style, is_key);
  std::optional<Problem> problem = table.read();
  if (problem) {
    problem->text.nl = file_name(file.name) + ", " + problem->text.nl;
    problem->text.en = file_name(file.name) + ", " + problem->text.en;
    return *problem;
  }
  return table;
}

std::optional<Problem> PackageTable::read() {
  Result<Utf8Bytes> text = as_utf8(file_->bytes);
  if (!text) return text.error().front();
  text_ = std::move(text).value();
  delimiter_ = delimiter_of(text_.bytes);
  ReleasedReading reading(text_.bytes);
  std::optional<Problem> problem = visit_csv(
      text_.bytes, delimiter_, [&](const TableRow& row, RowBytes place) -> std::optional<Problem> {
        reading.pass(place.begin);
        if (!columns_.empty()) return add_row(row, place);
        read_header(row);
        return std::nullopt;
      });
  rows_.store();
  for (KeyColumn& column : keys_) {
    column.keys.store();
  }
  if (columns_.empty() && !problem) {
    return Problem{
        "empty_file", "", {"regel 1: het bestand is leeg.", "line 1: the file is empty."}};
  }
  return problem;
}

void PackageTable::read_header(const TableRow& header) {
  std::vector<std::string> headings;
  std::vector<std::string> names;
  for (const std::string& cell : header.cells) {
    headings.push_back(plain_heading(cell));
    names.push_back(normal_heading(headings.back()));
  }
  if (role_.table == "taxonomy" && holds_terms(names)) {
    role_.table = "taxonomy_term";
    const auto id = std::find(names.begin(), names.end(), "taxonomy_id");
    const bool has_id = std::find(names.begin(), names.end(), "id") != names.end();
    if (id != names.end() && !has_id) {
      *id = "id";
    }
  }
  for (std::size_t index = 0; index < names.size(); ++index) {
    add_column(index, headings[index], names[index]);
  }
}

/// A heading of the standard has its name of today; any other stays as it is. No two are the same.
void PackageTable::add_column(std::size_t index,
                              const std::string& heading,
                              const std::string& name) {
  const HsdsTable* table = find_hsds_table(role_.table);
  const std::string current = current_column(role_.table, name);
  std::string column = heading;
  if (table != nullptr && !has_column(current)) {
    const std::vector<std::string_view> known = columns_of(*table);
    const bool is_known = std::find(known.begin(), known.end(), current) != known.end();
    column = is_known ? current : heading;
  }
  const bool is_free = !column.empty() && !has_column(column);
  columns_.push_back(is_free ? std::move(column) : name_of_column(index));
  if (is_key_(role_.table, columns_.back())) {
    keys_.emplace_back().index = index;
  }
}

std::optional<Problem> PackageTable::add_row(const TableRow& row, RowBytes bytes) {
  pairs_ += 1 + keys_.size();
  if (pairs_ > kMaxPairs) return table_too_large();
  const std::uint32_t index = count_++;
  rows_.add({bytes.begin,
             (std::uint64_t{bytes.size} << kLineBits) | static_cast<std::uint32_t>(row.line)});
  for (KeyColumn& column : keys_) {
    if (column.index < row.cells.size() && !trim(row.cells[column.index]).empty()) {
      column.keys.add({hash_of(row.cells[column.index]), index});
    }
  }
  return std::nullopt;
}

bool PackageTable::has_column(std::string_view column) const {
  return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

PackageRow PackageTable::row(std::uint32_t index) const {
  const Place at = place(index);
  if (++rows_parsed_ % kReleaseEveryRows == 0) text_.bytes.release(text_.bytes);
  Result<std::vector<TableRow>> rows =
      parse_csv(text_.bytes.view().substr(at.begin, at.size), delimiter_);
  PackageRow row{index, {}};
  if (rows && !rows->empty()) {
    row.cells = std::move(std::move(rows).value().front().cells);
  }
  return row;
}

PackageTable::Place PackageTable::place(std::uint32_t index) const {
  const NumberPair pair = rows_.at(index);
  return {static_cast<std::size_t>(pair.first),
          static_cast<std::uint32_t>(pair.second >> kLineBits),
          static_cast<std::uint32_t>(pair.second)};
}

const PackageTable::KeyColumn* PackageTable::find_key_column(std::string_view column) const {
  assert(is_key_(role_.table, column));
  const auto found = std::find_if(keys_.begin(), keys_.end(), [&](const KeyColumn& keys) {
    return columns_[keys.index] == column;
  });
  return found == keys_.end() ? nullptr : &*found;
}

std::vector<PackageRow> PackageTable::rows_with(std::string_view column,
                                                std::string_view key,
                                                std::size_t limit) const {
  std::vector<PackageRow> found;
  const KeyColumn* keys = find_key_column(column);
  if (keys == nullptr || trim(key).empty()) {
    return found;
  }
  const std::uint64_t hash = hash_of(key);
  const std::string wanted = lower_case(trim(key));
  for (std::size_t at = keys->keys.find_first(hash);
       at < keys->keys.size() && keys->keys.at(at).first == hash && found.size() < limit; ++at) {
    PackageRow candidate = row(static_cast<std::uint32_t>(keys->keys.at(at).second));
    if (lower_case(cell(candidate, column)) == wanted) {
      found.push_back(std::move(candidate));
    }
  }
  return found;
}

bool PackageTable::has_key(std::string_view column, std::string_view key) const {
  const KeyColumn* keys = find_key_column(column);
  if (keys == nullptr || trim(key).empty()) {
    return false;
  }
  const std::uint64_t hash = hash_of(key);
  const std::size_t at = keys->keys.find_first(hash);
  return at < keys->keys.size() && keys->keys.at(at).first == hash;
}

std::vector<std::uint32_t> PackageTable::repeated_rows(std::string_view column) const {
  std::vector<std::uint32_t> repeated;
  const KeyColumn* keys = find_key_column(column);
  for (std::size_t at = 1; keys != nullptr && at < keys->keys.size(); ++at) {
    if (keys->keys.at(at).first == keys->keys.at(at - 1).first) {
      repeated.push_back(static_cast<std::uint32_t>(keys->keys.at(at).second));
    }
  }
  std::sort(repeated.begin(), repeated.end());
  return repeated;
}

std::string PackageTable::cell(const PackageRow& row, std::string_view column) const {
  for (std::size_t index = 0; index < row.cells.size(); ++index) {
    if (name_of_column(index) == column) {
      return std::string(trim(row.cells[index]));
    }
  }
  return role_.column == column ? std::string(role_.value) : std::string();
}

std::string PackageTable::name_of_column(std::size_t index) const {
  return index < columns_.size() ? columns_[index] : "column_" + std::to_string(index + 1);
}

Json PackageTable::value_of(std::size_t column, const std::string& cell) const {
  std::string text = cell;
  std::erase(text, '\0');
  if (style_ == CellStyle::kKring) {
    return read_kring_cell(text, type_of_column(name_of_column(column)));
  }
  return read_typed_cell(text, type_of_column(name_of_column(column)));
}

Json PackageTable::object_of(const PackageRow& row) const {
  Json object{Json::Object{}};
  for (std::size_t index = 0; index < row.cells.size(); ++index) {
    if (!trim(row.cells[index]).empty()) {
      object.set(name_of_column(index), value_of(index, row.cells[index]));
    }
  }
  if (!role_.column.empty() && object.find(role_.column) == nullptr) {
    object.set(std::string(role_.column), role_.value);
  }
  return object;
}

std::string PackageTable::file() const {
  return file_name(file_->name);
}

std::string PackageTable::place_of(std::uint32_t index) const {
  return file_name(file_->name) + ":" + std::to_string(place(index).line);
}

}  // namespace kring::catalog::formats
