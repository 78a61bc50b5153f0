#include "indexer/language/word_forms.h"

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include <libstemmer.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "indexer/language/compounds.h"
#include "indexer/language/tokens.h"

namespace kring::indexer {
namespace {

// Words that stand in almost every sentence of one language and hardly in the other.
constexpr std::array<std::string_view, 48> kDutchSigns = {
    "aan",  "als",   "bij",  "dan",  "dat",   "de",   "die",  "door",  "een",   "elke",
    "en",   "er",    "geen", "haar", "het",   "hun",  "ik",   "je",    "kan",   "kunt",
    "maar", "mag",   "met",  "mijn", "naar",  "niet", "nog",  "ook",   "om",    "op",
    "over", "samen", "te",   "tot",  "u",     "uit",  "uw",   "van",   "vanaf", "voor",
    "wat",  "wel",   "wie",  "wij",  "wordt", "ze",   "zijn", "zonder"};
constexpr std::array<std::string_view, 32> kEnglishSigns = {
    "and",  "are",  "at", "but",  "by",  "can",  "do",      "every", "for",  "from", "get",
    "have", "i",    "if", "it",   "my",  "not",  "our",     "she",   "some", "that", "the",
    "they", "this", "to", "want", "who", "with", "without", "would", "you",  "your"};

constexpr std::array<std::pair<std::string_view, int>, 29> kNumberWords = {{
    {"twee", 200},      {"drie", 300},       {"vier", 400},      {"vijf", 500},
    {"zes", 600},       {"zeven", 700},      {"acht", 800},      {"negen", 900},
    {"tien", 1000},     {"elf", 1100},       {"twaalf", 1200},   {"dertien", 1300},
    {"veertien", 1400}, {"vijftien", 1500},  {"zestien", 1600},  {"zeventien", 1700},
    {"achttien", 1800}, {"negentien", 1900}, {"twintig", 2000},  {"dertig", 3000},
    {"veertig", 4000},  {"vijftig", 5000},   {"zestig", 6000},   {"zeventig", 7000},
    {"tachtig", 8000},  {"negentig", 9000},  {"anderhalf", 150}, {"anderhalve", 150},
    {"honderd", 10000},
}};

// Words that Snowball brings to the stem of a word of another meaning, and the stem they have
// instead: of their own, or that of the word they are a form of.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kOwnStems = {{
    {"oudere", "oudere"},  // not "ouder", a parent
    {"ouderen", "oudere"},
    {"jongen", "jongen"},          // not "jong"
    {"nederlands", "nederlands"},  // the language, not the country
    {"nederlandse", "nederlands"},
    {"pools", "pools"},  // not "pool", a game
    {"poolse", "pools"},
    {"polen", "pools"},
    {"engels", "engels"},  // not "engel"
    {"engelse", "engels"},
    {"schulden", "schulden"},  // of money; "schuld" is guilt as often
    {"roze", "roze"},          // not "rozen", roses
    {"trans", "trans"},        // not "tranen", tears
    {"peer", "peer"},          // not "per"
    {"dans", "dans"},          // as "dansen"; not "dan", a stop word
    {"lees", "lez"},           // as "lezen"; not "les"
    {"leef", "lev"},           // as "leven"; not "lef"
    {"haken", "haken"},        // crochet, not "hakken"
    {"kaas", "kaas"},          // not "kas"
    {"boos", "boos"},          // not "bos"
}};

// Letters that decomposing leaves whole.
UChar32 plain_letter(UChar32 letter) {
  switch (letter) {
    case 0x0131:
      return 'i';  // dotless i
    case 0x0142:
      return 'l';
    case 0x00F8:
      return 'o';
    case 0x0111:
      return 'd';
    case 0x00E6:
      return 'e';
    default:
      return letter;
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

std::string fold_ascii(std::string_view text) {
  std::string folded(text);
  std::transform(folded.begin(), folded.end(), folded.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return folded;
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

template <std::size_t kCount>
bool holds(const std::array<std::string_view, kCount>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<std::string_view> own_stem_of(std::string_view folded) {
  for (const auto& [word, stem] : kOwnStems) {
    if (word == folded) return stem;
  }
  return std::nullopt;
}

std::optional<int> listed_number(std::string_view folded) {
  for (const auto& [word, hundredths] : kNumberWords) {
    if (word == folded) return hundredths;
  }
  return std::nullopt;
}

bool is_tens(std::optional<int> hundredths) {
  return hundredths && *hundredths >= 2000 && *hundredths < 10000;
}

// "Vijfenzestig", "eenentwintig".
std::optional<int> compound_number(std::string_view folded) {
  const std::size_t joint = folded.find("en", 2);
  if (joint == std::string_view::npos) return std::nullopt;
  // "zevenenzestig" and "negenendertig": the joint is the second "en"
  const bool ends_so = folded.substr(joint + 2).starts_with("en");
  const std::size_t ends = joint + (ends_so ? 2 : 0);
  const std::string_view unit = folded.substr(0, ends);
  const std::optional<int> ones = unit == "een" ? std::optional(100) : listed_number(unit);
  const std::optional<int> tens = listed_number(folded.substr(ends + 2));
  if (!ones || *ones >= 1000 || !is_tens(tens)) return std::nullopt;
  return *ones + *tens;
}

std::optional<int> below_hundred(std::string_view folded) {
  const std::optional<int> listed = listed_number(folded);
  return listed ? listed : compound_number(folded);
}

// "Honderdzestig", "tweehonderdvijftig".
std::optional<int> hundreds(std::string_view folded) {
  static constexpr std::string_view kHundred = "honderd";
  const std::size_t joint = folded.find(kHundred);
  if (joint == std::string_view::npos) return std::nullopt;
  const std::string_view times = folded.substr(0, joint);
  const std::string_view rest = folded.substr(joint + kHundred.size());
  const std::optional<int> count = times.empty() ? std::optional(100) : listed_number(times);
  const std::optional<int> more = rest.empty() ? std::optional(0) : below_hundred(rest);
  if (!count || *count % 100 != 0 || *count >= 1000 || !more || *more >= 10000) return std::nullopt;
  return *count * 100 + *more;
}

std::optional<int> cardinal_of(std::string_view folded) {
  const std::optional<int> number = below_hundred(folded);
  return number ? number : hundreds(folded);
}

// "Zestigste", "achttiende": an age. Smaller ones count days ("de tweede dinsdag").
std::optional<int> ordinal_of(std::string_view folded) {
  static constexpr int kFirst = 1200;
  for (const std::string_view ending : {"ste", "de"}) {
    if (!folded.ends_with(ending)) continue;
    const std::optional<int> number = cardinal_of(folded.substr(0, folded.size() - ending.size()));
    if (number && *number >= kFirst && *number < 10000) return number;
  }
  return std::nullopt;
}

std::optional<int> number_of(std::string_view folded) {
  const std::optional<int> cardinal = cardinal_of(folded);
  return cardinal ? cardinal : ordinal_of(folded);
}

Tongue telltale_of(std::string_view folded) {
  if (holds(kDutchSigns, folded)) return Tongue::kDutch;
  return holds(kEnglishSigns, folded) ? Tongue::kEnglish : Tongue::kOther;
}

class Stemmer {
 public:
  explicit Stemmer(const char* language) : handle_(sb_stemmer_new(language, "UTF_8")) {
    if (handle_ == nullptr) throw std::bad_alloc();
  }
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  Stemmer(Stemmer&&) = delete;
  Stemmer& operator=(Stemmer&&) = delete;
  ~Stemmer() { sb_stemmer_delete(handle_); }

  [[nodiscard]] std::string stem(std::string_view word) const {
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stemmed = sb_stemmer_stem(handle_, bytes, static_cast<int>(word.size()));
    const auto length = static_cast<std::size_t>(sb_stemmer_length(handle_));
    return {reinterpret_cast<const char*>(stemmed), length};
  }

 private:
  sb_stemmer* handle_;
};

}  // namespace

std::string fold(std::string_view text) {
  const std::string_view head = text.substr(0, kMaxAnalysedBytes);
  if (is_ascii(head)) return fold_ascii(head);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(head.data(), static_cast<std::int32_t>(head.size())));
  if (U_FAILURE(status) != 0) throw std::bad_alloc();  // ICU's data could not be loaded
  const icu::UnicodeString decomposed = decompose->normalize(source, status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 letter = decomposed.char32At(i);
    const bool shows_nothing =
        u_charType(letter) == U_NON_SPACING_MARK
        || u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
    if (!shows_nothing) kept.append(plain_letter(u_foldCase(letter, U_FOLD_CASE_DEFAULT)));
  }
  std::string folded;
  kept.toUTF8String(folded);
  return folded;
}

WordKeys keys_of(std::string_view folded) {
  WordKeys keys{SignKey(folded).value(), 0, 0};
  if (folded.size() >= kKeyLetters) {
    keys.first = SignKey(folded.substr(0, kKeyLetters)).value();
    keys.last = SignKey(folded.substr(folded.size() - kKeyLetters)).value();
  }
  return keys;
}

SignPiece stem_piece(const WordForm& form) {
  return {form.dutch, form.dutch_key};
}

SignPiece part_piece(const WordForm& form, std::size_t part) {
  return {form.parts[part], form.part_keys[part]};
}

struct WordForms::Stemmers {
  Stemmer dutch{"dutch"};
  Stemmer english{"english"};

  // Snowball keeps the s of "maatjes" and takes the e of "maatje": they must meet.
  [[nodiscard]] std::string stem_dutch(std::string_view folded) const {
    if (const auto own = own_stem_of(folded)) return std::string(*own);
    return dutch.stem(folded.ends_with("jes") ? folded.substr(0, folded.size() - 1) : folded);
  }

  [[nodiscard]] WordForm make_form(std::string_view spelling) const {
    WordForm form;
    form.folded = fold(spelling);
    cut_to(form.folded, kMaxWordBytes);
    form.dutch = stem_dutch(form.folded);
    form.english = english.stem(form.folded);
    for (const std::string& part : split_compound(form.folded)) {
      form.parts.push_back(stem_dutch(part));
      form.part_keys.emplace_back(form.parts.back());
    }
    form.telltale = telltale_of(form.folded);
    form.number = number_of(form.folded);
    form.keys = keys_of(form.folded);
    form.dutch_key = SignKey(form.dutch);
    form.english_key = SignKey(form.english);
    return form;
  }
};

WordForms::WordForms() : stemmers_(std::make_unique<Stemmers>()) {}
WordForms::WordForms(WordForms&&) noexcept = default;
WordForms& WordForms::operator=(WordForms&&) noexcept = default;
WordForms::~WordForms() = default;

std::shared_ptr<const WordForm> WordForms::form_of(std::string_view spelling) {
  const std::uint64_t key = SignKey(spelling).value();
  const std::optional<std::uint32_t> number = spellings_.find(key);
  if (number && known_[*number].spelling == spelling) return known_[*number].form;
  if (known_.size() >= kMaxCachedForms) {
    spellings_ = SignTable();
    known_.clear();
  }
  auto form = std::make_shared<const WordForm>(stemmers_->make_form(spelling));
  if (spellings_.add(key).is_new) known_.push_back({std::string(spelling), form});
  return form;
}

}  // namespace kring::indexer
