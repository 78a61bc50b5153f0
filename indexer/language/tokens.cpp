#include "indexer/language/tokens.h"

#include <algorithm>
#include <array>
#include <string>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace kring::indexer {
namespace {

constexpr std::size_t kMaxDigits = 6;       // of a number's whole part; a longer one is a word
constexpr std::size_t kMaxTagBytes = 200;   // a "<" without its ">" this near is a sign
constexpr std::size_t kMaxCliticBytes = 3;  // after an apostrophe: "'s", "'de", "'tje" no more

// After these a full stop ends no sentence.
constexpr std::array<std::string_view, 41> kAbbreviations = {
    "max", "min", "ca",   "incl", "excl", "evt", "bijv",  "bv",  "tel", "nr",   "p",
    "pp",  "v",   "o",    "i",    "m",    "u",   "a",     "d",   "e",   "jr",   "ong",
    "plm", "mw",  "mevr", "dhr",  "dr",   "drs", "st",    "div", "art", "resp", "wo",
    "ma",  "di",  "do",   "vr",   "za",   "zo",  "telnr", "n"};

bool is_visible(UChar32 letter) {
  return u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0;
}

bool is_blank(UChar32 letter) {
  return u_isUWhiteSpace(letter) != 0;
}

bool is_letter(UChar32 letter) {
  return u_isalpha(letter) != 0 || u_charType(letter) == U_NON_SPACING_MARK
         || u_charType(letter) == U_COMBINING_SPACING_MARK;
}

bool is_ascii_digit(UChar32 letter) {
  return letter >= '0' && letter <= '9';
}

bool is_apostrophe(UChar32 letter) {
  return letter == '\'' || letter == 0x2019 || letter == 0x2018 || letter == '`';
}

bool ends_sentence(UChar32 letter) {
  static constexpr std::array<UChar32, 9> kEnds = {'.', '!',    '?',    ';',   '\n',
                                                   '|', 0x2022, 0x061F, 0x2026};
  return std::find(kEnds.begin(), kEnds.end(), letter) != kEnds.end();
}

struct Letter {
  UChar32 code = U_SENTINEL;  // U_SENTINEL at the end; U+FFFD for what is no UTF-8
  std::size_t end = 0;        // the byte after it
};

// Walks over a text once.
class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text.substr(0, kMaxAnalysedBytes)) {}

  std::vector<Cut> cut() {
    for (Letter letter = letter_at(at_); letter.code != U_SENTINEL; letter = letter_at(at_)) {
      read(letter);
    }
    return std::move(cuts_);
  }

 private:
  // NOLINTNEXTLINE(readability-function-*): the branches are those of ICU's macro
  [[nodiscard]] Letter letter_at(std::size_t at) const {
    if (at >= text_.size()) return {};
    const auto length = static_cast<std::int32_t>(text_.size());
    auto next = static_cast<std::int32_t>(at);
    UChar32 code = U_SENTINEL;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text_.data()), next, length, code);
    return {code, static_cast<std::size_t>(next)};
  }

  void read(Letter letter) {
    if (is_ascii_digit(letter.code)) {
      read_number();
    } else if (is_letter(letter.code) || u_isdigit(letter.code) != 0) {
      read_word();
    } else if (letter.code == '<' && skip_tag()) {
      is_glued_ = false;
    } else if (is_blank(letter.code) && letter.code != '\n') {
      is_glued_ = false;
      at_ = letter.end;
    } else if (is_visible(letter.code)) {
      read_sign(letter);
    } else {
      at_ = letter.end;
    }
  }

  void add(CutKind kind, std::size_t end, int hundredths = 0) {
    cuts_.push_back({kind, {at_, end}, is_glued_, hundredths});
    is_glued_ = true;
  }

  void read_word() {
    std::size_t end = at_;
    for (Letter letter = letter_at(end); letter.code != U_SENTINEL; letter = letter_at(end)) {
      if (!is_letter(letter.code) && u_isdigit(letter.code) == 0 && is_visible(letter.code)) break;
      end = letter.end;
    }
    add(CutKind::kWord, end);
    at_ = skip_clitic(end);
  }

  // Past "'s" of "foto's"; an apostrophe that longer words follow parts them.
  [[nodiscard]] std::size_t skip_clitic(std::size_t at) const {
    const Letter mark = letter_at(at);
    if (!is_apostrophe(mark.code)) return at;
    std::size_t end = mark.end;
    for (Letter letter = letter_at(end); is_letter(letter.code); letter = letter_at(end)) {
      end = letter.end;
    }
    return end - mark.end <= kMaxCliticBytes ? end : mark.end;
  }

  void read_number() {
    std::size_t end = end_of_digits(at_);
    const std::size_t close_of_ordinal = end_of_ordinal(end);
    if (end - at_ > kMaxDigits || close_of_ordinal > end) {
      add(CutKind::kWord, std::max(end, close_of_ordinal));
      at_ = std::max(end, close_of_ordinal);
      return;
    }
    if (const std::size_t close = end_of_thousands(end); close > end) {
      const int thousands = value_of(at_, end) * 1'000 + value_of(end + 1, close);
      add(CutKind::kNumber, close, thousands * 100);
      at_ = close;
      return;
    }
    int value = value_of(at_, end) * 100;
    const bool has_sign = end + 1 < text_.size() && (text_[end] == ',' || text_[end] == '.');
    if (has_sign && is_ascii_digit(text_[end + 1])) {
      const std::size_t close = end_of_digits(end + 1);
      if (close - end - 1 <= 2) {
        value += value_of(end + 1, close) * (close - end - 1 == 1 ? 10 : 1);
        end = close;
      }
    }
    add(CutKind::kNumber, end, value);
    at_ = end;
  }

  // Past ".950" of "2.950"; `at` where no thousands follow the digits.
  [[nodiscard]] std::size_t end_of_thousands(std::size_t at) const {
    static constexpr std::size_t kGroup = 3;  // digits
    const bool has_point = at < text_.size() && text_[at] == '.' && at - at_ <= kGroup;
    if (!has_point || text_[at_] == '0') return at;
    const std::size_t close = end_of_digits(at + 1);
    return close - at - 1 == kGroup ? close : at;
  }

  // Past the ending of "2e", "1ste", "3de"; `at` where none follows the digits.
  [[nodiscard]] std::size_t end_of_ordinal(std::size_t at) const {
    for (const std::string_view ending : {"ste", "de", "e"}) {
      if (!text_.substr(at).starts_with(ending)) continue;
      const Letter next = letter_at(at + ending.size());
      if (!is_letter(next.code) && !is_ascii_digit(next.code)) return at + ending.size();
    }
    return at;
  }

  [[nodiscard]] std::size_t end_of_digits(std::size_t at) const {
    while (at < text_.size() && is_ascii_digit(text_[at])) {
      ++at;
    }
    return at;
  }

  [[nodiscard]] int value_of(std::size_t begin, std::size_t end) const {
    int value = 0;
    for (std::size_t i = begin; i < end; ++i) {
      value = value * 10 + (text_[i] - '0');
    }
    return value;
  }

  bool skip_tag() {
    const std::size_t close = text_.substr(0, at_ + kMaxTagBytes).find('>', at_);
    const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    const bool opens = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/';
    if (close == std::string_view::npos || !opens) return false;
    at_ = close + 1;
    return true;
  }

  void read_sign(Letter letter) {
    if (!ends_sentence(letter.code)) {
      if (letter.code != '"' && !is_apostrophe(letter.code)) add(CutKind::kSign, letter.end);
    } else if (letter.code != '.' || !is_abbreviated()) {
      add(CutKind::kStop, letter.end);
    }
    if (letter.code == '\n') is_glued_ = false;
    at_ = letter.end;
  }

  // Whether the full stop at hand belongs to the word before it: "max. 8", "o.l.v.".
  [[nodiscard]] bool is_abbreviated() const {
    if (cuts_.empty() || cuts_.back().span.end != at_ || cuts_.back().kind != CutKind::kWord)
      return false;
    std::string word(
        text_.substr(cuts_.back().span.begin, cuts_.back().span.end - cuts_.back().span.begin));
    std::transform(word.begin(), word.end(), word.begin(), [](char letter) {
      return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_glued_ = false;
  std::vector<Cut> cuts_;
};

}  // namespace

std::vector<Cut> cut_text(std::string_view text) {
  return Cutter(text).cut();
}

}  // namespace kring::indexer
