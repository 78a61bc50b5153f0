#include "catalog/formats/kring_cell.h"

#include <utility>

#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r";
constexpr std::string_view kHarmless = "0123456789 .,:()/-+";  ///< of numbers, dates and phones
constexpr char kGuard = '\'';

/// Whether a formula would begin after any guards that stand there already.
bool begins_formula(std::string_view text) {
  const std::size_t start = text.find_first_not_of(kGuard);
  return start != std::string_view::npos
         && kFormulaStarts.find(text[start]) != std::string_view::npos;
}

bool is_harmless(std::string_view text) {
  return (text.starts_with('+') || text.starts_with('-'))
         && text.find_first_not_of(kHarmless) == std::string_view::npos;
}

std::string guarded(std::string text) {
  const bool needs_guard = begins_formula(text) && !is_harmless(text);
  return needs_guard ? kGuard + std::move(text) : std::move(text);
}

}  // namespace

std::string write_kring_cell(const Json& value) {
  if (value.is_null()) {
    return {};
  }
  return guarded(value.is_string() ? std::string(*value.string()) : write_json(value));
}

Json read_kring_cell(const std::string& cell, std::string_view type) {
  if (cell.starts_with(kGuard) && begins_formula(cell)) {
    return cell.substr(1);
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
