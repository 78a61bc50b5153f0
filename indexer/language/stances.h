// What does a clause do with what is said in it?
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/language/analysis.h"
#include "indexer/language/patterns.h"

namespace kring::indexer {

enum class Stance : std::uint8_t {
  kWanted,
  kRefused,  ///< behind "geen" or "bang voor", or before "is niks voor mij"
  kNeither,  ///< what one no longer can, or has already
};

/// Of every token of one text.
class Stances {
 public:
  explicit Stances(const std::vector<Token>& tokens);

  [[nodiscard]] Stance of(std::size_t token) const;
  /// Whether the token is one of the words that refuse or set aside: "liever geen".
  [[nodiscard]] bool is_of_rule(std::size_t token) const;

 private:
  std::vector<std::size_t> clauses_;  // by token
  std::vector<PatternHit> hits_;      // of the rules that refuse or set aside
};

}  // namespace kring::indexer
