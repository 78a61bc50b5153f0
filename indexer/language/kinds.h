// Which kinds of the vocabulary's concepts does a text tell of: which illness, which culture?
#pragma once

#include <cstdint>
#include <vector>

#include "catalog/vocabulary.h"
#include "indexer/language/analysis.h"
#include "indexer/language/patterns.h"
#include "indexer/language/record_text.h"

namespace kring::indexer {

/// The kinds of a vocabulary, made ready for finding them. Immutable and thread-safe once made.
class KindFinder {
 public:
  explicit KindFinder(const catalog::Vocabulary& vocabulary);

  /// A bit a kind, as catalog::kind_bits() has them.
  [[nodiscard]] std::uint64_t kinds_in(const std::vector<Token>& tokens) const;
  /// Of what the record says of itself; its organisation does more.
  [[nodiscard]] std::uint64_t kinds_in(const RecordText& text) const;

 private:
  Patterns patterns_;  // rule: the kind's number
};

}  // namespace kring::indexer
