#include "indexer/language/analysis.h"

#include <algorithm>
#include <array>

#include "catalog/version.h"

namespace kring::indexer {
namespace {

// The Snowball list for Dutch, shortened to what stands in records and needs, and the commonest
// English words.
constexpr auto kStopWords = std::to_array<std::string_view>(
    {"aan",    "aangaande", "achter", "al",   "alle",   "alleen", "als",    "altijd", "an",
     "and",    "andere",    "anders", "are",  "at",     "ben",    "bij",    "bijv",   "binnen",
     "ca",     "daar",      "dan",    "dat",  "de",     "deze",   "die",    "dit",    "doe",
     "doen",   "door",      "dus",    "e",    "een",    "eens",   "eerste", "elk",    "elke",
     "en",     "er",        "etc",    "even", "for",    "ga",     "gaan",   "gaat",   "geen",
     "gewoon", "graag",     "haar",   "heb",  "hebben", "hebt",   "heeft",  "hem",    "het",
     "hier",   "hij",       "hoe",    "hun",  "iemand", "iets",   "ik",     "in",     "is",
     "ja",     "je",        "jij",    "jou",  "jouw",   "kan",    "kom",    "komt",   "kun",
     "kunnen", "kunt",      "maar",   "me",   "mee",    "meer",   "mensen", "met",    "mij",
     "mijn",   "moet",      "na",     "naar", "niet",   "niets",  "nog",    "nu",     "of",
     "om",     "ons",       "onze",   "ook",  "op",     "or",     "over",   "s",      "samen",
     "t",      "te",        "the",    "toch", "toe",    "tot",    "u",      "uit",    "uur",
     "uw",     "van",       "vanaf",  "veel", "via",    "voor",   "waar",   "want",   "wat",
     "we",     "weer",      "weg",    "wel",  "wie",    "wij",    "wil",    "with",   "worden",
     "wordt",  "you",       "ze",     "zelf", "zich",   "zij",    "zijn",   "zo",     "zonder",
     "zou"});
static_assert(std::is_sorted(kStopWords.begin(), kStopWords.end()));

// A sentence of so many words with no sign of Dutch or English is in another language.
constexpr int kWordsThatTell = 6;

struct Signs {
  int words = 0;
  int dutch = 0;
  int english = 0;
};

Signs signs_in(std::vector<Token>::const_iterator first, std::vector<Token>::const_iterator last) {
  Signs signs;
  for (auto token = first; token != last; ++token) {
    if (!token->is_word()) continue;
    ++signs.words;
    if (token->form->telltale == Tongue::kDutch) ++signs.dutch;
    if (token->form->telltale == Tongue::kEnglish) ++signs.english;
  }
  return signs;
}

Tongue tongue_of(const Signs& signs, Tongue otherwise) {
  if (signs.dutch != signs.english) {
    return signs.dutch > signs.english ? Tongue::kDutch : Tongue::kEnglish;
  }
  return signs.dutch == 0 && signs.words >= kWordsThatTell ? Tongue::kOther : otherwise;
}

void tell_tongues(std::vector<Token>& tokens) {
  const Tongue whole = tongue_of(signs_in(tokens.begin(), tokens.end()), Tongue::kDutch);
  for (auto first = tokens.begin(); first != tokens.end();) {
    auto last = std::find_if(first, tokens.end(),
                             [](const Token& token) { return token.kind == CutKind::kStop; });
    if (last != tokens.end()) ++last;
    const Tongue tongue = tongue_of(signs_in(first, last), whole);
    std::for_each(first, last, [tongue](Token& token) { token.tongue = tongue; });
    first = last;
  }
}

std::vector<std::string> sorted_once(std::vector<std::string> terms) {
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

void add_terms(const Token& token, std::vector<std::string>& terms) {
  if (!carries_meaning(token)) return;
  terms.push_back(token.form->dutch);
  if (token.tongue == Tongue::kEnglish) terms.push_back(token.form->english);
}

}  // namespace

std::uint64_t name_hash_of(std::string_view name) {
  std::string folded = fold(name);
  std::erase(folded, ' ');
  return folded.empty() ? 0 : catalog::hash_of(folded);
}

std::vector<Token> Analyser::tokens_of(std::string_view text) const {
  std::vector<Token> tokens;
  for (const Cut& cut : cut_text(text)) {
    const std::string_view spelling = text.substr(cut.span.begin, cut.span.end - cut.span.begin);
    tokens.push_back({cut.kind, cut.span, cut.is_glued, cut.hundredths, Tongue::kDutch,
                      forms_.form_of(spelling)});
  }
  tell_tongues(tokens);
  return tokens;
}

std::vector<std::string> Analyser::terms_of(std::string_view text) const {
  std::vector<std::string> terms;
  for (const Token& token : tokens_of(text)) {
    add_terms(token, terms);
  }
  return sorted_once(std::move(terms));
}

TextTerms Analyser::all_terms_of(std::string_view text) const {
  TextTerms all;
  for (const Token& token : tokens_of(text)) {
    if (carries_meaning(token)) all.spellings.push_back(token.form->folded);
    add_terms(token, all.stems);
    all.parts.insert(all.parts.end(), token.form->parts.begin(), token.form->parts.end());
  }
  return {sorted_once(std::move(all.spellings)), sorted_once(std::move(all.stems)),
          sorted_once(std::move(all.parts))};
}

bool carries_meaning(const Token& token) {
  return token.is_said() && !is_stop_word(token.form->folded);
}

bool is_stop_word(std::string_view folded) {
  return folded.size() < 2 || std::binary_search(kStopWords.begin(), kStopWords.end(), folded);
}

}  // namespace kring::indexer
