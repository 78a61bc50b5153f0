#include "indexer/language/danger.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/language/analysis.h"

namespace kring::indexer {
namespace {

// Beginnings of folded words, or of runs of words, that tell of danger.
constexpr std::array<std::string_view, 38> kDangerPhrases = {"suicid",
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
                                                             "end my life"};

// What turns a phrase into no present danger, within the words just before it.
constexpr std::array<std::string_view, 14> kDenials = {
    "geen",    "niet",    "nooit",    "na een",   "na de",          "vroeger",      "jaren geleden",
    "na zijn", "na haar", "verleden", "sinds de", "overleden door", "verlies door", "nabestaande"};
constexpr std::array<std::string_view, 6> kPastMarks = {
    " in 20", " in 19", "jaar geleden", "jaren geleden", "van vroeger", "vroeger"};

constexpr std::size_t kReachBytes = 32;  ///< how far before a phrase a denial counts
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

bool is_present(std::string_view text, std::size_t at, std::size_t length) {
  const std::size_t from = at > kReachBytes ? at - kReachBytes : 0;
  const std::string_view before = text.substr(from, at - from);
  const std::string_view after = text.substr(at + length, kPastBytes);
  return !holds_any(before, kDenials) && !holds_any(after, kPastMarks);
}

// Folded words with single blanks, so that phrases match over punctuation.
std::string flatten(std::string_view text) {
  std::string flat;
  for (const char letter : fold(text)) {
    const bool parts = letter == ' ' || letter == ',' || letter == '.' || letter == '\n'
                       || letter == '!' || letter == ';';
    if (!parts) {
      flat += letter;
    } else if (!flat.empty() && flat.back() != ' ') {
      flat += ' ';
    }
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
