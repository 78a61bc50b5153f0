// What does one row of the template say under its headings?
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/formats/table.h"
#include "catalog/formats/template_columns.h"
#include "catalog/quantity.h"
#include "catalog/result.h"

namespace kring::catalog::formats {

/// The headings of one table.
struct Headings {
  std::string place;                      ///< "blad Activiteiten, " before a row's number, or ""
  std::vector<std::string> kept;          ///< as written, without those about persons
  std::vector<std::size_t> kept_columns;  ///< where they stand in the row
  std::map<Field, std::size_t> columns;   ///< where each field stands in the row
  std::vector<std::string> unknown;       ///< headings that mean no field, or one that stood before
  std::vector<std::string> about_persons;  ///< headings whose columns are not read
};

Headings read_headings(const TableRow& row, const std::string& sheet);

/// One row. Refers to headings, row and problems, which outlive it. What cannot be used becomes a
/// problem that names row and heading, and is absent.
class TemplateRow {
 public:
  TemplateRow(const Headings& headings, const TableRow& row, Problems& problems);

  [[nodiscard]] std::size_t number() const { return row_->number; }
  [[nodiscard]] bool has(Field field) const;
  [[nodiscard]] std::string text(Field field) const;  ///< plain text, with line ends
  [[nodiscard]] std::string line(Field field) const;  ///< plain text on one line
  [[nodiscard]] std::vector<std::string> list(Field field) const;
  [[nodiscard]] std::optional<int> whole_number(Field field, int low, int high) const;
  [[nodiscard]] std::optional<double> number(Field field) const;
  [[nodiscard]] std::optional<Cents> money(Field field) const;
  [[nodiscard]] std::optional<Date> date(Field field) const;
  [[nodiscard]] std::optional<Minutes> clock(Field field) const;

  /// The cells under the kept headings, as they stand in the table.
  [[nodiscard]] std::vector<std::string> kept_cells() const;

  /// "rij 14, kolom Leeftijd vanaf: 'zestig' is …" with `fault` in both languages.
  void note(Field field, const std::string& code, const Text& fault) const;

 private:
  [[nodiscard]] std::string raw(Field field) const;

  const Headings* headings_;
  const TableRow* row_;
  Problems* problems_;
};

}  // namespace kring::catalog::formats
