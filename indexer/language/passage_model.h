// How much do the signs in a passage speak for what a model listens for?
//
// A linear model: score = bias + sum of the weights of a passage's signs, shared by the root of
// their number. Of danger and of endings; the weights were learned from labelled texts by
// tests/training (how, from what, and how well: its README.md) and stand in lexicon/.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/language/analysis.h"
#include "indexer/language/sign.h"
#include "indexer/language/sign_table.h"

namespace kring::indexer {

/// What stands in a passage, in the order of keys, each once. They refer to the tokens.
using PassageSigns = std::vector<Sign>;

/// Tokens of one sentence, without the stop that ends it: [begin, end).
struct SentenceRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<SentenceRange> find_sentences(const std::vector<Token>& tokens);

/// Adds what the words of a sentence show: stems ("pil"), parts of compounds, pairs of words ("niet
/// meer", and "niet _ leven" with one between), and the letters of words in fives ("~slaap").
void add_words(const std::vector<Token>& tokens, SentenceRange sentence, PassageSigns& signs);

/// Brings signs into the order of keys, each once.
void settle(PassageSigns& signs);

/// Immutable and thread-safe once made.
class PassageModel {
 public:
  /// `weights`: lines of sign and weight in thousandths; the sign "*" is the bias.
  explicit PassageModel(std::string_view weights);

  /// Of a passage, in thousandths; above 0 the model is sure.
  [[nodiscard]] std::int64_t score(const PassageSigns& signs) const;

  /// Whether any passage scores above 0.
  [[nodiscard]] bool is_sure(const std::vector<PassageSigns>& passages) const;

 private:
  SignTable signs_;
  std::vector<std::int32_t> weights_;  // by number of the sign
  std::int64_t bias_ = 0;
};

}  // namespace kring::indexer
