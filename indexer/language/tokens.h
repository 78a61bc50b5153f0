// Where do the words, numbers and signs of a text stand?
//
// Cutting only: no folding, no meaning. Any bytes will do; what is no valid UTF-8 parts words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace kring::indexer {

inline constexpr std::size_t kMaxAnalysedBytes = 100'000;  ///< of one text; the rest is not read
inline constexpr std::size_t kMaxWordBytes = 64;           ///< a longer word is cut

/// Bytes of a text. Invariant: begin <= end <= size of the text.
struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const TextSpan&) const = default;
};

enum class CutKind : std::uint8_t {
  kWord,    ///< letters, letters and digits that begin with a letter, or an ordinal: "2e"
  kNumber,  ///< digits, with decimals or thousands where they follow: "3,50", "2.950"
  kSign,    ///< one other visible character: "+", "-", "/", "€"
  kStop,    ///< the end of a sentence, an item or a field
};

struct Cut {
  CutKind kind = CutKind::kWord;
  TextSpan span;
  bool is_glued = false;  ///< no blank stands before it
  int hundredths = 0;     ///< of a number, at most 99,999,999
  bool operator==(const Cut&) const = default;
};

/// The cuts of the first kMaxAnalysedBytes of `text`, in order. Tags ("<b>") and invisible
/// characters (zero width, direction marks, soft hyphens) are passed over; those within a word
/// stay in its span. A genitive or plural 's ("foto's") is left out of the word. Pure.
std::vector<Cut> cut_text(std::string_view text);

}  // namespace kring::indexer
