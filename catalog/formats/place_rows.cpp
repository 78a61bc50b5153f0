#include "catalog/formats/place_rows.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "catalog/formats/field_reader.h"
#include "catalog/formats/table.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/plain_text.h"

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kGeonamesColumns =
    11;  ///< of GeoNames' own file, up to and with the longitude

/// Where a shape keeps what; the names are those of its header, for the report.
struct Column {
  std::string name;
  std::optional<std::size_t> index;
};
struct Shape {
  Column country;  ///< without index: the Netherlands
  Column postcode;
  Column name;
  Column municipality;
  Column municipality_code;
  Column latitude;
  Column longitude;
};

Column find_column(const TableRow& header, const std::string& name) {
  for (std::size_t index = 0; index < header.cells.size(); ++index) {
    if (lower_case(trim(header.cells[index])) == name) {
      return {name, index};
    }
  }
  return {name, std::nullopt};
}

std::optional<Shape> shape_of_header(const TableRow& header) {
  const auto find = [&](const char* name) { return find_column(header, name); };
  Shape own{find("country"),           find("postcode4"), find("place"),    find("municipality"),
            find("municipality_code"), find("latitude"),  find("longitude")};
  Shape geonames{find("country_code"),  find("zipcode"),  find("place"),    find("province"),
                 find("province_code"), find("latitude"), find("longitude")};
  for (Shape& shape : std::vector<Shape>{own, geonames}) {
    if (shape.postcode.index && shape.latitude.index && shape.longitude.index) {
      return std::move(shape);
    }
  }
  return std::nullopt;
}

Shape geonames_shape() {
  return {{"country", 0},     {"postal code", 1}, {"place name", 2}, {"admin name2", 5},
          {"admin code2", 6}, {"latitude", 9},    {"longitude", 10}};
}

std::string cell_of(const TableRow& row, const Column& column) {
  return column.index && *column.index < row.cells.size() ? clean_line(row.cells[*column.index])
                                                          : std::string();
}

/// GeoNames says "Enschede Municipality" and "Gemeente Den Haag".
std::string bare_municipality(std::string name) {
  for (const std::string_view word : {"Gemeente ", "Municipality of "}) {
    if (name.starts_with(word)) {
      name.erase(0, word.size());
    }
  }
  for (const std::string_view word : {" Municipality", " (gemeente)", " Gemeente"}) {
    if (name.ends_with(word)) {
      name.erase(name.size() - word.size());
    }
  }
  return name;
}

/// "0106" and "GM0106" are GM0106; anything else is not known.
std::string municipality_code(std::string code) {
  if (code.starts_with("GM")) {
    code.erase(0, 2);
  }
  const bool is_number = !code.empty() && code.size() <= 4
                         && std::all_of(code.begin(), code.end(),
                                        [](char digit) { return digit >= '0' && digit <= '9'; });
  return is_number ? "GM" + std::string(4 - code.size(), '0') + code : std::string();
}

class RowReader {
 public:
  RowReader(std::string file, Shape shape) : file_(std::move(file)), shape_(std::move(shape)) {}

  void read(const TableRow& row) {
    ++result_.read;
    const std::string country = cell_of(row, shape_.country);
    if (!country.empty() && country != "NL") {
      reject(row, shape_.country,
             {"alleen Nederlandse postcodes worden gelezen", "only Dutch postcodes are read"});
      return;
    }
    if (const Column* unreadable = find_unreadable(row)) {
      reject(row, *unreadable, {"hier hoort tekst in UTF-8", "this should be text in UTF-8"});
      return;
    }
    const std::optional<int> postcode = parse_postcode4(cell_of(row, shape_.postcode));
    if (!postcode) {
      reject(row, shape_.postcode,
             {"hier hoort een postcode (6512)", "this should be a postcode (6512)"});
      return;
    }
    // One fault a row is enough, so that the figures add up.
    const std::optional<double> latitude = coordinate(row, shape_.latitude, 90);
    const std::optional<double> longitude =
        latitude ? coordinate(row, shape_.longitude, 180) : std::nullopt;
    if (!longitude) {
      return;
    }
    if (!seen_.insert(*postcode).second) {
      ++result_.folded;
      return;
    }
    result_.rows.push_back({*postcode, cell_of(row, shape_.name),
                            bare_municipality(cell_of(row, shape_.municipality)),
                            municipality_code(cell_of(row, shape_.municipality_code)),
                            Point{*latitude, *longitude}, false});
  }

  PlaceRows take() {
    std::sort(result_.rows.begin(), result_.rows.end(), [](const Place& left, const Place& right) {
      return left.postcode4 < right.postcode4;
    });
    return std::move(result_);
  }

 private:
  /// The column whose text could not be kept; null where all can.
  [[nodiscard]] const Column* find_unreadable(const TableRow& row) const {
    for (const Column* column : {&shape_.name, &shape_.municipality}) {
      if (!is_plain_text(cell_of(row, *column))) return column;
    }
    return nullptr;
  }

  std::optional<double> coordinate(const TableRow& row, const Column& column, double limit) {
    const std::optional<double> value = parse_number(cell_of(row, column));
    if (value && *value >= -limit && *value <= limit) {
      return value;
    }
    reject(row, column, {"hier horen graden (51.84)", "these should be degrees (51.84)"});
    return std::nullopt;
  }

  void reject(const TableRow& row, const Column& column, const Text& wanted) {
    const std::string line = std::to_string(row.line);
    result_.rejected.push_back(
        {file_ + ":" + line,
         {"bad_row",
          "/" + escape_pointer(column.name),
          {"regel " + line + ", kolom " + column.name + ": " + wanted.nl + ".",
           "line " + line + ", column " + column.name + ": " + wanted.en + "."}}});
  }

  std::string file_;
  Shape shape_;
  PlaceRows result_;
  std::set<int> seen_;
};

Problem about(const FeedFile& file, const std::string& code, const Text& text) {
  return {code, "", {file.name + ": " + text.nl, file.name + ": " + text.en}};
}

Result<PlaceRows> read_rows(const FeedFile& file,
                            const Shape& shape,
                            std::span<const TableRow> rows) {
  RowReader reader(file.name, shape);
  for (const TableRow& row : rows) {
    reader.read(row);
  }
  PlaceRows read = reader.take();
  if (read.rows.empty()) {
    return about(file, "no_places",
                 {"hier staan geen Nederlandse postcodes in; er is niets veranderd.",
                  "there are no Dutch postcodes in it; nothing was changed."});
  }
  return read;
}

}  // namespace

Result<PlaceRows> read_place_rows(const FeedFile& file) {
  const std::string_view first_line = file.bytes.view().substr(0, file.bytes.view().find('\n'));
  if (static_cast<std::size_t>(std::count(first_line.begin(), first_line.end(), '\t')) + 1
      >= kGeonamesColumns) {
    return read_rows(file, geonames_shape(), parse_tsv(file.bytes));
  }
  const char delimiter = first_line.find(';') != std::string_view::npos ? ';' : ',';
  const Result<std::vector<TableRow>> table = parse_csv(file.bytes, delimiter);
  if (!table) {
    return about(file, table.error().front().code, table.error().front().text);
  }
  const std::optional<Shape> shape =
      table->empty() ? std::nullopt : shape_of_header(table->front());
  if (!shape) {
    return about(file, "unknown_table",
                 {"regel 1: deze kolommen zijn onbekend. Verwacht: "
                  "postcode4,place,municipality,municipality_code,latitude,"
                  "longitude, of een tabel van GeoNames.",
                  "line 1: these columns are unknown. Expected: "
                  "postcode4,place,municipality,municipality_code,latitude,"
                  "longitude, or a table of GeoNames."});
  }
  return read_rows(file, *shape, std::span(*table).subspan(1));
}

}  // namespace kring::catalog::formats
