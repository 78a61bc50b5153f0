#include "catalog/formats/template_row.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "catalog/formats/field_reader.h"
#include "catalog/formats/formula_guard.h"
#include "catalog/formats/template_values.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kMaxQuoted = 40;  ///< bytes of a cell that a problem repeats

/// The beginning of a cell, never half a character.
std::string shorten(const std::string& text) {
  std::size_t end = std::min(text.size(), kMaxQuoted);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end) + (end < text.size() ? "…" : "");
}

Text unusable(const std::string& value, const Text& wanted) {
  const std::string quoted = "'" + shorten(value) + "' ";
  return {quoted + "is geen " + wanted.nl, quoted + "is no " + wanted.en};
}

}  // namespace

Headings read_headings(const TableRow& row, const std::string& sheet) {
  Headings headings;
  headings.place = sheet.empty() ? "" : "blad " + sheet + ", ";
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    const std::string heading = clean_line(unguard_cell(row.cells[column]));
    if (is_about_persons(heading)) {
      headings.about_persons.push_back(heading);
      continue;
    }
    headings.kept.push_back(heading);
    headings.kept_columns.push_back(column);
    const std::optional<Field> field = find_field(heading);
    const bool is_new = field && headings.columns.emplace(*field, column).second;
    if (!is_new && !heading.empty()) {
      headings.unknown.push_back(heading);
    }
  }
  return headings;
}

TemplateRow::TemplateRow(const Headings& headings, const TableRow& row, Problems& problems)
    : headings_(&headings), row_(&row), problems_(&problems) {}

std::string TemplateRow::raw(Field field) const {
  const auto column = headings_->columns.find(field);
  const bool is_there = column != headings_->columns.end() && column->second < row_->cells.size();
  return is_there ? unguard_cell(row_->cells[column->second]) : std::string();
}

bool TemplateRow::has(Field field) const {
  return !line(field).empty();
}

std::string TemplateRow::text(Field field) const {
  return clean_text(raw(field));
}

std::string TemplateRow::line(Field field) const {
  return clean_line(raw(field));
}

std::vector<std::string> TemplateRow::list(Field field) const {
  std::vector<std::string> items;
  for (const std::string& item : parse_list(text(field))) {
    add_distinct(items, item);
  }
  return items;
}

std::optional<int> TemplateRow::whole_number(Field field, int low, int high) const {
  const std::string value = line(field);
  if (value.empty()) {
    return std::nullopt;
  }
  const std::optional<double> parsed = parse_number(value);
  if (!parsed || std::floor(*parsed) != *parsed || *parsed < low || *parsed > high) {
    const std::string range = std::to_string(low) + "-" + std::to_string(high);
    const std::string example = std::to_string(std::min(high, 60));
    note(field, "unusable_value",
         unusable(value, {"heel getal (" + range + "). Typ bijvoorbeeld " + example + ".",
                          "whole number (" + range + "). Type, say, " + example + "."}));
    return std::nullopt;
  }
  return static_cast<int>(*parsed);
}

std::optional<double> TemplateRow::number(Field field) const {
  const std::string value = line(field);
  const std::optional<double> parsed = parse_number(value);
  if (!parsed && !value.empty()) {
    note(field, "unusable_value",
         unusable(value, {"getal. Typ bijvoorbeeld 51,84.", "number. Type, say, 51,84."}));
  }
  return parsed;
}

std::optional<Cents> TemplateRow::money(Field field) const {
  const std::string value = line(field);
  const std::optional<Cents> parsed =
      lower_case(value) == "gratis" ? std::optional(Cents{0}) : parse_money(value);
  if (!parsed && !value.empty()) {
    note(field, "unusable_value",
         unusable(value, {"bedrag. Typ bijvoorbeeld 3,50, of gratis; woorden horen in "
                              + std::string(heading_of(Field::kCostNote)) + ".",
                          "amount. Type, say, 3,50, or gratis; words belong in "
                              + std::string(heading_of(Field::kCostNote)) + "."}));
  }
  return parsed;
}

std::optional<Date> TemplateRow::date(Field field) const {
  const std::string value = line(field);
  const std::optional<Date> parsed = parse_dutch_date(value);
  if (!parsed && !value.empty()) {
    note(field, "unusable_value",
         unusable(value, {"datum. Typ bijvoorbeeld 31-12-2026.", "date. Type, say, 31-12-2026."}));
  }
  return parsed;
}

std::optional<Minutes> TemplateRow::clock(Field field) const {
  const std::string value = line(field);
  const std::optional<Minutes> parsed = parse_clock(value);
  if (!parsed && !value.empty()) {
    note(field, "unusable_value",
         unusable(value, {"tijd. Typ bijvoorbeeld 10:00.", "time. Type, say, 10:00."}));
  }
  return parsed;
}

std::vector<std::string> TemplateRow::kept_cells() const {
  std::vector<std::string> cells;
  for (const std::size_t column : headings_->kept_columns) {
    cells.push_back(column < row_->cells.size() ? row_->cells[column] : std::string());
  }
  return cells;
}

void TemplateRow::note(Field field, const std::string& code, const Text& fault) const {
  const auto column = headings_->columns.find(field);
  std::string heading(heading_of(field));
  for (std::size_t index = 0; column != headings_->columns.end() && index < headings_->kept.size();
       ++index) {
    heading = headings_->kept_columns[index] == column->second ? headings_->kept[index] : heading;
  }
  const std::string number = std::to_string(row_->number);
  problems_->push_back(
      {code,
       "/" + escape_pointer(heading),
       {headings_->place + "rij " + number + ", kolom " + heading + ": " + fault.nl,
        headings_->place + "row " + number + ", column " + heading + ": " + fault.en}});
}

}  // namespace kring::catalog::formats
