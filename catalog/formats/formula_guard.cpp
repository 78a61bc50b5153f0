#include "catalog/formats/formula_guard.h"

namespace kring::catalog::formats {

namespace {

constexpr std::string_view kFormulaSigns = "=+-@\t\r";
constexpr char kGuard = '\'';

}  // namespace

bool begins_formula(std::string_view text) {
  const std::size_t start = text.find_first_not_of(kGuard);
  return start != std::string_view::npos
         && kFormulaSigns.find(text[start]) != std::string_view::npos;
}

std::string guard_cell(const std::string& text) {
  return begins_formula(text) ? kGuard + text : text;
}

std::string unguard_cell(const std::string& cell) {
  return cell.starts_with(kGuard) && begins_formula(cell) ? cell.substr(1) : cell;
}

}  // namespace kring::catalog::formats
