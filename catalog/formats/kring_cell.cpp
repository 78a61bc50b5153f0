#include "catalog/formats/kring_cell.h"

#include <utility>

#include "catalog/formats/formula_guard.h"
#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

constexpr std::string_view kHarmless = "0123456789 .,:()/-+";  ///< of numbers, dates and phones

bool is_harmless(std::string_view text) {
  return (text.starts_with('+') || text.starts_with('-'))
         && text.find_first_not_of(kHarmless) == std::string_view::npos;
}

}  // namespace

std::string write_kring_cell(const Json& value) {
  if (value.is_null()) {
    return {};
  }
  const std::string text = value.is_string() ? std::string(*value.string()) : write_json(value);
  return is_harmless(text) ? text : guard_cell(text);
}

Json read_kring_cell(const std::string& cell, std::string_view type) {
  if (std::string text = unguard_cell(cell); text != cell) {
    return text;
  }
  if (cell.starts_with('[') || cell.starts_with('{')) {
    Result<Json> value = parse_json(cell);
    return value ? std::move(value).value() : Json(cell);
  }
  return read_typed_cell(cell, type);
}

Json read_typed_cell(const std::string& cell, std::string_view type) {
  if (type == "number") {
    Result<Json> value = parse_json(trim(cell));
    if (value && value->is_number()) {
      return std::move(value).value();
    }
  }
  return cell;
}

}  // namespace kring::catalog::formats
