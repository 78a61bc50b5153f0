// Which tokens does a pattern ask for, one after the other?
//
// How a pattern is written: patterns.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/language/word_forms.h"

namespace kring::indexer {

/// What of a text a choice meets.
enum class ChoiceKind : std::uint8_t {
  kWord,
  kPrefix,
  kSuffix,
  kPart,  ///< "*word*"
  kAnyWord,
  kNumber,
  kSign,
  kBegin,
  kEnd,
  kGap,
};

/// One of the words, signs or places that an element names.
struct PatternChoice {
  ChoiceKind kind = ChoiceKind::kWord;
  std::string text;
  std::size_t most = 0;  ///< tokens of a gap
};

/// Of which of a word's keys a choice tells the value.
enum class KeyPart : std::uint8_t {
  kNone,  ///< it meets words of any key, or no word
  kWhole,
  kFirst,
  kLast,
};

/// What the key of every word is that the choice meets.
struct ChoiceKey {
  KeyPart part = KeyPart::kNone;
  std::uint64_t key = 0;
};
ChoiceKey key_of(const PatternChoice& choice);

/// Which words choices may meet, told by their keys alone: nearly all others are told apart.
struct KeyBits {
  bool meets_more = false;  ///< than words of keys that are known
  std::uint64_t whole = 0;  ///< bits of the keys, by part
  std::uint64_t first = 0;
  std::uint64_t last = 0;

  void add(const PatternChoice& choice);

  /// False: no choice meets the word. True: try.
  [[nodiscard]] bool may_meet(const WordKeys& keys) const {
    return meets_more || (whole & bit_of(keys.whole)) != 0 || (first & bit_of(keys.first)) != 0
           || (last & bit_of(keys.last)) != 0;
  }

 private:
  static std::uint64_t bit_of(std::uint64_t key) {
    static constexpr std::uint64_t kBits = 64;
    return std::uint64_t{1} << (key % kBits);
  }
};

/// Any of its choices.
struct PatternElement {
  std::vector<PatternChoice> choices;
  KeyBits bits;  ///< of them

  void add(const PatternChoice& choice);
};

/// One after the other.
using PatternSequence = std::vector<PatternElement>;

/// One sequence, twice as many for each word of the pattern that may be absent; none where these
/// are more than six.
std::vector<PatternSequence> make_sequences(std::string_view pattern);

}  // namespace kring::indexer
