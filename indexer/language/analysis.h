// Which words does a text hold?
//
// One chain for records and for needs alike: cut (tokens.h), fold, stem and split (word_forms.h),
// and tell the language sentence by sentence.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/language/tokens.h"
#include "indexer/language/word_forms.h"

namespace kring::indexer {

/// By which two spellings of a name are equal: of the folded text without blanks; 0 for an empty
/// name. Thread-safe.
std::uint64_t name_hash_of(std::string_view name);

/// A word, number or sign of a text.
struct Token {
  CutKind kind = CutKind::kWord;
  TextSpan span;                         ///< in the text
  bool is_glued = false;                 ///< no blank stands before it
  int hundredths = 0;                    ///< of a number, in digits
  Tongue tongue = Tongue::kDutch;        ///< of its sentence
  std::shared_ptr<const WordForm> form;  ///< never null; of a sign or stop: the sign itself

  [[nodiscard]] const std::string& stem() const {
    return tongue == Tongue::kEnglish ? form->english : form->dutch;
  }
  [[nodiscard]] bool is_word() const { return kind == CutKind::kWord; }
  /// Whether it is a word or a number.
  [[nodiscard]] bool is_said() const { return is_word() || kind == CutKind::kNumber; }
};

/// By which a text is found; each list in alphabetical order, each term once.
struct TextTerms {
  std::vector<std::string> spellings;  ///< folded, of what carries meaning
  std::vector<std::string> stems;      ///< terms_of()
  std::vector<std::string> parts;      ///< stems of the parts of compounds
};

/// Cuts, folds and stems. A handle is used by one thread at a time; making one is cheap
/// (microseconds), keeping one is cheaper: it remembers the words it has seen.
class Analyser {
 public:
  /// All tokens of `text` in order. A sentence without a sign of Dutch or English has the
  /// language of the whole text; a text without any is Dutch, or another language where it is long.
  [[nodiscard]] std::vector<Token> tokens_of(std::string_view text) const;

  /// By which the words of `text` are found, each once, in alphabetical order: the stems of what
  /// carries meaning, without stop words and signs. An English word has its English stem too.
  [[nodiscard]] std::vector<std::string> terms_of(std::string_view text) const;

  /// All by which `text` is found: "improvisatie" is found in "improvisatietheater" by its parts.
  [[nodiscard]] TextTerms all_terms_of(std::string_view text) const;

 private:
  mutable WordForms forms_;
};

/// Whether a token is a word or number that is no stop word.
bool carries_meaning(const Token& token);

/// Whether a folded word carries no meaning of its own ("de", "een", "and").
bool is_stop_word(std::string_view folded);

}  // namespace kring::indexer
