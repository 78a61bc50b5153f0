#include "indexer/language/danger.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/language/analysis.h"

namespace kring::indexer {
namespace {

// Beginnings of folded words, or of runs of words, that tell of danger.
constexpr std::array<std::string_view, 42> kDangerPhrases = {"suicid",
                                                             "zelfmoord",
                                                             "zelfdoding",
                                                             "niet meer leven",
                                                             "niet meer willen leven",
                                                             "niet meer wil leven",
                                                             "doodswens",
                                                             "dood wil",
                                                             "dood zou",
                                                             "wil dood",
                                                             "wil ik dood",
                                                             "liever dood",
                                                             "dood zijn",
                                                             "er niet meer zijn",
                                                             "er niet meer ben",
                                                             "er niet meer was",
                                                             "er een eind aan",
                                                             "eind aan maken",
                                                             "einde aan maken",
                                                             "niet meer hoeft",
                                                             "hoeft niet meer voor mij",
                                                             "hoeft voor mij niet meer",
                                                             "niet meer wakker",
                                                             "mezelf iets aan",
                                                             "zichzelf iets aan",
                                                             "mezelf wat aan",
                                                             "overdosis",
                                                             "snijd mezelf",
                                                             "mezelf snijd",
                                                             "mezelf pijn",
                                                             "slaat mij",
                                                             "slaat me",
                                                             "word geslagen",
                                                             "wordt geslagen",
                                                             "mishandel",
                                                             "huiselijk geweld",
                                                             "kill myself",
                                                             "want to die",
                                                             "to live anymore",
                                                             "want to be dead",
                                                             "suicidal",
                                                             "end my life"};

// What turns a phrase into no present danger: a denial in the few words just before it, a mark of
// the past or of another person's anywhere before it in its clause, or a mark of the past just
// after it.
constexpr std::array<std::string_view, 5> kDenials = {"geen", "niet", "nooit", "zonder", "not"};
constexpr std::array<std::string_view, 11> kElsewhere = {
    "na een ",  "na de ",    "na zijn ",       "na haar ",     "vroeger",    "jaren geleden",
    "verleden", "sinds de ", "overleden door", "verlies door", "nabestaande"};
constexpr std::array<std::string_view, 6> kPastMarks = {
    " in 20", " in 19", "jaar geleden", "jaren geleden", "van vroeger", "vroeger"};
// Where a clause begins.
constexpr std::array<std::string_view, 6> kBoundaries = {" | ",   " en ",   " maar ",
                                                         " dus ", " want ", " and "};

constexpr std::size_t kDenialWords = 3;  ///< words before a phrase in which a denial counts
constexpr std::size_t kPastBytes = 40;   ///< how far after a phrase a mark of the past counts

template <std::size_t kCount>
bool holds_any(std::string_view text, const std::array<std::string_view, kCount>& marks) {
  return std::any_of(marks.begin(), marks.end(), [text](std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
  });
}

bool starts_word(std::string_view text, std::size_t at) {
  return at == 0 || text[at - 1] == ' ';
}

// The text from the beginning of the last clause on.
std::string_view last_clause(std::string_view text) {
  for (const std::string_view boundary : kBoundaries) {
    const std::size_t at = text.rfind(boundary);
    if (at != std::string_view::npos) text.remove_prefix(at + boundary.size());
  }
  return text;
}

bool ends_in_denial(std::string_view clause) {
  for (std::size_t word = 0; word < kDenialWords && !clause.empty(); ++word) {
    while (!clause.empty() && clause.back() == ' ') {
      clause.remove_suffix(1);
    }
    const std::size_t blank = clause.rfind(' ');
    const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
    if (std::find(kDenials.begin(), kDenials.end(), clause.substr(begin)) != kDenials.end()) {
      return true;
    }
    clause = clause.substr(0, begin);
  }
  return false;
}

bool is_present(std::string_view text, std::size_t at, std::size_t length) {
  const std::string_view clause = last_clause(text.substr(0, at));
  const std::string_view after = text.substr(at + length, kPastBytes);
  return !ends_in_denial(clause) && !holds_any(clause, kElsewhere) && !holds_any(after, kPastMarks);
}

// Folded words with single blanks; what ends a clause becomes " | ".
std::string flatten(std::string_view text) {
  static constexpr std::string_view kMarks = ",.!?;:\n";
  std::string flat;
  for (const char letter : fold(text)) {
    const bool is_mark = kMarks.find(letter) != std::string_view::npos;
    if (letter != ' ' && !is_mark) flat += letter;
    if (is_mark && !flat.ends_with(" | ")) flat += flat.ends_with(' ') ? "| " : " | ";
    if (letter == ' ' && !flat.empty() && flat.back() != ' ') flat += ' ';
  }
  return flat;
}

}  // namespace

bool signals_danger(std::string_view text) {
  const std::string flat = flatten(text);
  for (const std::string_view phrase : kDangerPhrases) {
    for (std::size_t at = flat.find(phrase); at != std::string::npos;
         at = flat.find(phrase, at + 1)) {
      if (starts_word(flat, at) && is_present(flat, at, phrase.size())) return true;
    }
  }
  return false;
}

}  // namespace kring::indexer
