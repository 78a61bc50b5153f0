#include "catalog/formats/own_columns.h"

#include "catalog/formats/formula_guard.h"
#include "catalog/formats/template_row.h"

namespace kring::catalog::formats {

namespace {

bool is_about_terms(Field field) {
  return field == Field::kLicence || field == Field::kAttribution;
}

/// A table's own columns, by where their cells stand in a kept row.
std::map<std::size_t, OwnColumn> find_own_columns(const Json& headings) {
  TableRow row;
  for (const Json& heading : headings.array()) {
    row.cells.emplace_back(heading.string().value_or(""));
  }
  std::map<std::size_t, OwnColumn> columns;
  for (std::size_t place = 0; place < row.cells.size(); ++place) {
    if (!row.cells[place].empty()) columns[place].first = row.cells[place];
  }
  for (const auto& [field, place] : read_headings(row, "").columns) {
    if (!is_about_terms(field)) columns.erase(place);
  }
  std::map<std::string, std::size_t> counts;
  for (auto& [place, column] : columns) {
    column.second = counts[column.first]++;
  }
  return columns;
}

}  // namespace

OwnCells make_terms_cells(const SourceTerms& terms) {
  if (!has_terms(terms)) return {};
  return {{{std::string(heading_of(Field::kLicence)), 0}, terms.licence},
          {{std::string(heading_of(Field::kAttribution)), 0}, terms.attribution}};
}

std::vector<OwnCells> own_cells_of(const StoredActivity& stored) {
  if (stored.format != "kring-csv") return {};
  const Result<Json> document = parse_json(stored.document);
  if (!document) return {};
  const std::map<std::size_t, OwnColumn> columns = find_own_columns((*document)["headings"]);
  std::vector<OwnCells> rows;
  for (const Json& row : (*document)["rows"].array()) {
    OwnCells& cells = rows.emplace_back();
    for (const auto& [place, column] : columns) {
      if (place >= row.array().size()) break;
      cells[column] = unguard_cell(std::string(row.array()[place].string().value_or("")));
    }
  }
  return rows;
}

}  // namespace kring::catalog::formats
