#include "catalog/duplicates/words.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <unordered_map>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "catalog/embedded.h"
#include "catalog/result.h"
#include "catalog/version.h"

namespace kring::catalog::duplicates {
namespace {

constexpr std::size_t kStemLetters = 5;
constexpr int kRarest = 14;           // binary digits of 10,000
constexpr unsigned kCommonest = 600;  // of 10,000 records; a commoner word tells nothing
constexpr std::size_t kLettersInARow = 3;

// How many of 10,000 records hold a stem.
class Commonness {
 public:
  Commonness() {
    std::string_view rest = common_words();
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      const std::size_t blank = line.find(' ');
      unsigned records = 0;
      std::from_chars(line.data() + blank + 1, line.data() + line.size(), records);
      records_.emplace(line.substr(0, blank), records);
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
  }

  [[nodiscard]] unsigned records_with(std::string_view stem) const {
    const auto found = records_.find(stem);
    return found == records_.end() ? 1 : found->second;
  }

 private:
  std::unordered_map<std::string_view, unsigned> records_;
};

const icu::Normalizer2& decomposition() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const found = icu::Normalizer2::getNFKDInstance(status);
  if (found == nullptr) throw Error("ICU has no data. Install Debian's libicu72 anew.");
  return *found;
}

bool is_apostrophe(UChar32 letter) {
  return letter == U'\'' || letter == U'’' || letter == U'‘';
}

void append_utf8(UChar32 letter, std::string& text) {
  icu::UnicodeString(letter).toUTF8String(text);
}

template <class Values>
void sort_once(Values& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

unsigned records_with(std::string_view stem) {
  static const Commonness kCommonness;
  return kCommonness.records_with(stem);
}

bool tells_something(const std::string& word) {
  return word.size() >= 2 && records_with(stem_of(word)) <= kCommonest;
}

}  // namespace

std::vector<std::string> cut_words(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string_view read = text.substr(0, kMaxComparedBytes);
  const icu::UnicodeString letters = decomposition().normalize(
      icu::UnicodeString::fromUTF8({read.data(), static_cast<std::int32_t>(read.size())}), status);
  std::vector<std::string> words;
  std::string word;
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 letter = letters.char32At(i);
    if (u_isalnum(letter) != 0) {
      append_utf8(u_tolower(letter), word);
    } else if (u_charType(letter) != U_NON_SPACING_MARK && !is_apostrophe(letter)) {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string_view stem_of(std::string_view folded) {
  return folded.substr(0, kStemLetters);
}

Words words_of(const std::vector<std::string>& folded) {
  Words words;
  for (const std::string& word : folded) {
    if (!tells_something(word)) continue;
    const std::string_view stem = stem_of(word);
    const auto weight = static_cast<Word>(kRarest - std::bit_width(records_with(stem)));
    words.push_back((short_hash(stem) & ~kWeightBits) | weight);
  }
  sort_once(words);
  return words;
}

std::vector<std::uint32_t> spellings_of(const std::vector<std::string>& folded) {
  std::vector<std::uint32_t> spellings;
  for (const std::string& word : folded) {
    if (tells_something(word)) spellings.push_back(short_hash(word));
  }
  sort_once(spellings);
  return spellings;
}

std::vector<std::uint32_t> letters_of(const std::vector<std::string>& folded) {
  std::string whole;
  for (const std::string& word : folded) {
    whole += word;
  }
  std::vector<std::uint32_t> rows;
  for (std::size_t i = 0; i + kLettersInARow <= whole.size(); ++i) {
    rows.push_back(short_hash(std::string_view(whole).substr(i, kLettersInARow)));
  }
  sort_once(rows);
  return rows;
}

std::uint32_t short_hash(std::string_view text) {
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(hash_of(text)));
}

}  // namespace kring::catalog::duplicates
