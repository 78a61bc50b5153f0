// How much do the signs in a text speak for danger?
//
// A linear model: score = bias + sum of the weights of a passage's signs, shared by the root of
// their number. Its weights were learned from labelled sentences by tests/training (how, from what,
// and how well: its README.md) and stand in lexicon/danger_weights.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/language/analysis.h"
#include "indexer/language/danger_reading.h"
#include "indexer/language/sign.h"
#include "indexer/language/sign_table.h"

namespace kring::indexer {

/// What stands in a passage, in the order of keys, each once: stems ("pil"), parts of compounds,
/// pairs of words ("niet meer", and "niet _ leven" with one between), the letters of words in fives
/// ("~slaap"), and what phrases do (DangerReading::marks_in). They refer to the tokens.
using DangerSigns = std::vector<Sign>;

/// The signs of each passage of a text: four sentences in a row, so that neither what surrounds
/// danger drowns it, nor what two sentences say together is lost. A short text is one passage.
/// Pure.
std::vector<DangerSigns> read_danger_signs(const std::vector<Token>& tokens,
                                           const DangerReading& reading);

/// Immutable and thread-safe once made.
class DangerModel {
 public:
  /// `weights` is lexicon/danger_weights.tsv: lines of sign and weight in thousandths; the sign
  /// "*" is the bias.
  explicit DangerModel(std::string_view weights);

  /// Of a passage, in thousandths; above 0 the model is sure of danger.
  [[nodiscard]] std::int64_t score(const DangerSigns& signs) const;

  /// Whether any passage scores above 0.
  [[nodiscard]] bool is_sure(const std::vector<DangerSigns>& passages) const;

 private:
  SignTable signs_;
  std::vector<std::int32_t> weights_;  // by number of the sign
  std::int64_t bias_ = 0;
};

}  // namespace kring::indexer
