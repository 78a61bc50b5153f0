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

// What begins a clause behind "en" or "and"; other words there go on with a list ("geen bingo en
// quizzen").
constexpr auto kNewSubjects = std::to_array<std::string_view>(
    {"ik", "wil", "wou", "zou", "hou", "houd", "vind", "mis", "zoek", "lees", "i", "like", "love",
     "enjoy", "want", "would", "miss", "am"});

bool is_among(std::string_view word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "I do not want": English, not "because".
bool is_english_want(const std::vector<Token>& tokens, std::size_t place) {
  static constexpr auto kBefore =
      std::to_array<std::string_view>({"i", "not", "don't", "dont", "doesn't", "do", "really",
                                       "just", "we", "they", "you", "also"});
  return tokens[place].form->folded == "want" && place > 0
         && is_among(tokens[place - 1].form->folded, kBefore);
}

bool begins_clause(const std::vector<Token>& tokens, std::size_t place) {
  const std::string& word = tokens[place].form->folded;
  if (is_among(word, kBreaks)) return !is_english_want(tokens, place);
  return (word == "en" || word == "and") && place + 1 < tokens.size()
         && is_among(tokens[place + 1].form->folded, kNewSubjects);
}

}  // namespace

bool parts_clauses(const Token& token) {
  const std::string& sign = token.form->folded;
  return token.kind == CutKind::kStop || sign == "," || sign == ":" || sign == "(";
}

std::vector<std::size_t> number_clauses(const std::vector<Token>& tokens) {
  std::vector<std::size_t> clauses(tokens.size());
  std::size_t clause = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (begins_clause(tokens, i) || parts_clauses(tokens[i])) ++clause;
    clauses[i] = clause;
  }
  return clauses;
}

}  // namespace kring::indexer
