// Which words does a text show as signs, and where is each loudest?
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/language/annotation.h"
#include "indexer/language/sign.h"
#include "indexer/language/sign_table.h"

namespace kring::indexer {

/// A word (Dutch stem), or two neighbours, at the place where it weighs most. It lives as long as
/// the tokens it was heard in.
struct WordFeature {
  Sign sign;
  int value = 0;  ///< thousandths
  Evidence evidence;
};

/// Each sign once, in the order in which they were first heard.
class HeardWords {
 public:
  /// `loudness` is in thousandths, > 0. Of two places that are as loud the first is kept.
  void hear(const Sign& sign, int loudness, const Evidence& evidence);

  /// Makes the squares of the values add up to about (1000 / 0.35)^2: long texts do not outshout
  /// short ones.
  void normalize();

  [[nodiscard]] auto begin() const { return words_.begin(); }
  [[nodiscard]] auto end() const { return words_.end(); }

 private:
  SignTable signs_;
  std::vector<WordFeature> words_;  // by number of the sign
};

}  // namespace kring::indexer
