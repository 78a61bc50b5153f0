// What is a spelling worth, whatever sentence it stands in?
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/language/sign.h"
#include "indexer/language/sign_table.h"

namespace kring::indexer {

inline constexpr std::size_t kMaxCachedForms = 50'000;  ///< spellings; then the cache begins anew

/// The language of a word or text, as far as Kring tells them apart.
enum class Tongue : std::uint8_t {
  kDutch,
  kEnglish,
  kOther,  ///< any other, or not known
};

/// Values of SignKey by which tables find a word by its letters; two words may share one.
struct WordKeys {
  std::uint64_t whole = 0;
  std::uint64_t first = 0;  ///< of its first kKeyLetters bytes; 0 where it is shorter
  std::uint64_t last = 0;   ///< of its last kKeyLetters bytes; 0 where it is shorter
};
inline constexpr std::size_t kKeyLetters = 3;

WordKeys keys_of(std::string_view folded);

struct WordForm {
  std::string folded;   ///< fold() of the spelling
  std::string dutch;    ///< Snowball's Dutch stem, or that of a table of words it confuses
  std::string english;  ///< Snowball's English stem
  std::vector<std::string> parts;    ///< Dutch stems of a compound's parts, head last; or empty
  Tongue telltale = Tongue::kOther;  ///< of which language the spelling alone is a sign
  std::optional<int> number;         ///< hundredths, of a number in words ("twee": 200)
  WordKeys keys;                     ///< of `folded`
  SignKey dutch_key;                 ///< of `dutch`
  SignKey english_key;               ///< of `english`
  std::vector<SignKey> part_keys;    ///< of `parts`
};

/// The stem as a piece of a sign, and a part's; they live as long as the form.
SignPiece stem_piece(const WordForm& form);
SignPiece part_piece(const WordForm& form, std::size_t part);

/// Lower case without diacritics ("Één café" -> "een cafe"); invalid UTF-8 becomes U+FFFD; what
/// shows nothing (zero width, direction marks) goes. Thread-safe.
std::string fold(std::string_view text);

/// Forms by spelling, remembered. A handle is used by one thread at a time.
class WordForms {
 public:
  WordForms();
  WordForms(WordForms&&) noexcept;
  WordForms& operator=(WordForms&&) noexcept;
  WordForms(const WordForms&) = delete;
  WordForms& operator=(const WordForms&) = delete;
  ~WordForms();

  [[nodiscard]] std::shared_ptr<const WordForm> form_of(std::string_view spelling);

 private:
  struct Stemmers;
  struct Known {
    std::string spelling;
    std::shared_ptr<const WordForm> form;
  };

  std::unique_ptr<Stemmers> stemmers_;
  SignTable spellings_;
  std::vector<Known> known_;  // by number of the spelling
};

}  // namespace kring::indexer
