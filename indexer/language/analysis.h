// Which words does a text hold?
//
// One chain for records and for needs alike: fold (ICU), cut into words, stem (Snowball, Dutch).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kring::indexer {

inline constexpr std::size_t kMaxAnalysedBytes = 100'000;  ///< of one text; the rest is not read
inline constexpr std::size_t kMaxWordBytes = 64;           ///< a longer word is cut

/// Lower case without diacritics ("Één café" -> "een cafe"); invalid UTF-8 becomes U+FFFD.
/// Thread-safe.
std::string fold(std::string_view text);

/// By which two spellings of a name are equal: of the folded text without blanks; 0 for an empty
/// name. Thread-safe.
std::uint64_t name_hash_of(std::string_view name);

struct Word {
  std::string folded;
  std::string stem;
};

/// Cuts and stems. A handle is used by one thread at a time; making one is cheap (microseconds).
class Analyser {
 public:
  Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;
  Analyser(const Analyser&) = delete;
  Analyser& operator=(const Analyser&) = delete;
  ~Analyser();

  /// The words of `text` in order; letters and digits make a word, all else parts them.
  [[nodiscard]] std::vector<Word> words_of(std::string_view text) const;

  /// The stems of `text` that carry meaning, each once, in alphabetical order: stop words are left
  /// out.
  [[nodiscard]] std::vector<std::string> terms_of(std::string_view text) const;

 private:
  struct Stemmer;
  std::unique_ptr<Stemmer> stemmer_;
};

/// Whether a folded word carries no meaning of its own ("de", "een", "and").
bool is_stop_word(std::string_view folded);

}  // namespace kring::indexer
