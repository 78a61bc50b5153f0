#include "indexer/language/analysis.h"

#include <algorithm>
#include <array>
#include <new>

#include <libstemmer.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "catalog/version.h"

namespace kring::indexer {
namespace {

// The Snowball list for Dutch, shortened to what stands in records and needs, and the commonest
// English words.
constexpr std::array<std::string_view, 136> kStopWords = {
    "aan",    "aangaande", "achter", "al",   "alle",   "alleen", "als",    "altijd", "an",
    "and",    "andere",    "anders", "are",  "at",     "ben",    "bij",    "bijv",   "binnen",
    "ca",     "daar",      "dan",    "dat",  "de",     "deze",   "die",    "dit",    "doe",
    "doen",   "door",      "dus",    "e",    "een",    "eens",   "eerste", "elk",    "elke",
    "en",     "er",        "etc",    "even", "for",    "ga",     "gaan",   "gaat",   "geen",
    "gewoon", "graag",     "haar",   "heb",  "hebben", "hebt",   "heeft",  "hem",    "het",
    "hier",   "hij",       "hoe",    "hun",  "iemand", "iets",   "ik",     "in",     "is",
    "ja",     "je",        "jij",    "jou",  "jouw",   "kan",    "komt",   "kom",    "kun",
    "kunnen", "kunt",      "maar",   "me",   "mee",    "meer",   "mensen", "met",    "mij",
    "mijn",   "moet",      "na",     "naar", "niet",   "niets",  "nog",    "nu",     "of",
    "om",     "ons",       "onze",   "ook",  "op",     "or",     "over",   "s",      "samen",
    "t",      "te",        "the",    "toch", "toe",    "tot",    "u",      "uit",    "uur",
    "uw",     "van",       "vanaf",  "veel", "via",    "voor",   "waar",   "want",   "wat",
    "we",     "weer",      "wel",    "weg",  "wie",    "wij",    "wil",    "with",   "wordt",
    "worden", "zelf",      "ze",     "zich", "zij",    "zijn",   "zo",     "zonder", "zou",
    "you"};

bool is_word_letter(UChar32 letter) {
  return u_isalnum(letter) != 0;
}

// Cuts between letters, never within one.
void cut_to(std::string& utf8, std::size_t max_bytes) {
  if (utf8.size() <= max_bytes) return;
  std::size_t end = max_bytes;
  while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  utf8.resize(end);
}

}  // namespace

std::string fold(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  const std::string_view head = text.substr(0, kMaxAnalysedBytes);
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(head.data(), static_cast<std::int32_t>(head.size())));
  if (U_FAILURE(status)) throw std::bad_alloc();  // ICU's data could not be loaded
  const icu::UnicodeString decomposed = decompose->normalize(source, status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 letter = decomposed.char32At(i);
    if (u_charType(letter) != U_NON_SPACING_MARK) kept.append(letter);
  }
  kept.foldCase();
  std::string folded;
  kept.toUTF8String(folded);
  return folded;
}

std::uint64_t name_hash_of(std::string_view name) {
  std::string folded = fold(name);
  std::erase(folded, ' ');
  return folded.empty() ? 0 : catalog::hash_of(folded);
}

struct Analyser::Stemmer {
  sb_stemmer* handle = sb_stemmer_new("dutch", "UTF_8");

  Stemmer() {
    if (handle == nullptr) throw std::bad_alloc();
  }
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  Stemmer(Stemmer&&) = delete;
  Stemmer& operator=(Stemmer&&) = delete;
  ~Stemmer() { sb_stemmer_delete(handle); }

  [[nodiscard]] std::string stem(const std::string& word) const {
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stemmed = sb_stemmer_stem(handle, bytes, static_cast<int>(word.size()));
    const auto length = static_cast<std::size_t>(sb_stemmer_length(handle));
    return {reinterpret_cast<const char*>(stemmed), length};
  }
};

Analyser::Analyser() : stemmer_(std::make_unique<Stemmer>()) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

std::vector<Word> Analyser::words_of(std::string_view text) const {
  const icu::UnicodeString folded = icu::UnicodeString::fromUTF8(fold(text));
  std::vector<Word> words;
  icu::UnicodeString current;
  const auto finish = [&] {
    if (current.isEmpty()) return;
    Word word;
    current.toUTF8String(word.folded);
    cut_to(word.folded, kMaxWordBytes);
    word.stem = stemmer_->stem(word.folded);
    words.push_back(std::move(word));
    current.remove();
  };
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 letter = folded.char32At(i);
    if (is_word_letter(letter)) {
      current.append(letter);
    } else {
      finish();
    }
  }
  finish();
  return words;
}

std::vector<std::string> Analyser::terms_of(std::string_view text) const {
  std::vector<std::string> terms;
  for (const Word& word : words_of(text)) {
    if (!is_stop_word(word.folded)) terms.push_back(word.stem);
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

bool is_stop_word(std::string_view folded) {
  return folded.size() < 2
         || std::find(kStopWords.begin(), kStopWords.end(), folded) != kStopWords.end();
}

}  // namespace kring::indexer
