#include "indexer/language/clauses.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace kring::indexer {
namespace {

// Where a clause begins, beside signs.
constexpr auto kBreaks =
    std::to_array<std::string_view>({"maar", "want", "omdat", "wel", "dus", "terwijl", "hoewel",
                                     "behalve", "but", "because", "liever"});

}  // namespace

bool parts_clauses(const Token& token) {
  const std::string& sign = token.form->folded;
  return token.kind == CutKind::kStop || sign == "," || sign == ":" || sign == "(";
}

std::vector<std::size_t> number_clauses(const std::vector<Token>& tokens) {
  std::vector<std::size_t> clauses(tokens.size());
  std::size_t clause = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& word = tokens[i].form->folded;
    const bool is_break = std::find(kBreaks.begin(), kBreaks.end(), word) != kBreaks.end();
    if (is_break || parts_clauses(tokens[i])) ++clause;
    clauses[i] = clause;
  }
  return clauses;
}

}  // namespace kring::indexer
