// Where in a text does a rule's pattern stand?
//
// Rules about texts are written as patterns over tokens, so that they read like what they find:
//
//   word      that folded word            wo*      a word that begins so     *rd    that ends so
//   a|b       either                      x?       may be absent             _      any one word
//   #         a number, remembered        {day}    a named set (pattern_sequences.cpp)
//   ..3       up to three tokens          + - / €  the sign itself           < >    begin, end of a
//                                                                            sentence
//
// A pattern never crosses the end of a sentence. Blanks and hyphens between words count alike.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/language/analysis.h"

namespace kring::indexer {

struct PatternHit {
  std::size_t rule = 0;      ///< which of the set's rules
  std::size_t begin = 0;     ///< first token
  std::size_t end = 0;       ///< one past the last token
  std::vector<int> numbers;  ///< in hundredths, in order

  /// The bytes of the text that `tokens` were cut from.
  [[nodiscard]] TextSpan span_in(const std::vector<Token>& tokens) const {
    return {tokens[begin].span.begin, tokens[end - 1].span.end};
  }
};

/// Whether both, of the same tokens, share one.
inline bool overlaps(const PatternHit& a, const PatternHit& b) {
  return a.begin < b.end && b.begin < a.end;
}

/// A rule: what its patterns mean is the caller's to say.
struct PatternRule {
  std::size_t rule = 0;
  std::string_view pattern;
};

/// Rules made ready. Immutable and thread-safe once made.
class Patterns {
 public:
  /// A set that does not exist matches nothing, nor does a pattern with more than six words that
  /// may be absent. A pattern of too many ways to stand at one place is not found there.
  explicit Patterns(std::span<const PatternRule> rules);
  Patterns(Patterns&&) noexcept;
  Patterns& operator=(Patterns&&) noexcept;
  Patterns(const Patterns&) = delete;
  Patterns& operator=(const Patterns&) = delete;
  ~Patterns();

  /// All hits by begin, then as the rules stand; a rule hits once at a place, as long as it can.
  [[nodiscard]] std::vector<PatternHit> find(const std::vector<Token>& tokens) const;

  /// Whether any rule hits.
  [[nodiscard]] bool is_in(const std::vector<Token>& tokens) const;

 private:
  struct Index;
  std::unique_ptr<const Index> index_;
};

}  // namespace kring::indexer
