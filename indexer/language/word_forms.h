// What is a spelling worth, whatever sentence it stands in?
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kring::indexer {

inline constexpr std::size_t kMaxCachedForms = 50'000;  ///< spellings; then the cache begins anew

/// The language of a word or text, as far as Kring tells them apart.
enum class Tongue : std::uint8_t {
  kDutch,
  kEnglish,
  kOther,  ///< any other, or not known
};

/// Hashes by which tables find a word by its letters; two words may share one.
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
};

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
  std::unique_ptr<Stemmers> stemmers_;
  std::unordered_map<std::string, std::shared_ptr<const WordForm>> known_;
};

}  // namespace kring::indexer
