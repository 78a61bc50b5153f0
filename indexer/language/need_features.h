// By what do people's own words show what they need?
//
// The same kinds of sign as those of a record (subject_features.h), so that the same model weighs
// them. What is told of a need differs: words without a meaning of their own count ("niemand",
// "altijd"), and so do pairs of neighbouring words ("hoor niemand").
#pragma once

#include <vector>

#include "indexer/language/concepts.h"
#include "indexer/language/limits.h"
#include "indexer/language/stances.h"
#include "indexer/language/subject_features.h"

namespace kring::indexer {

/// A need's text with what was read in it.
struct SaidNeed {
  std::vector<Token> tokens;
  Stances stances;
  std::vector<LimitHit> limits;
  std::vector<ConceptHit> wanted;   ///< terms of activities
  std::vector<ConceptHit> refused;  ///< likewise
};

/// Of the words that want something: those that refuse, are refused or speak of a limit are not
/// heard. A pair's name is its two stems with a blank between. What it
/// returns refers to `said`. Pure.
SubjectFeatures read_need_features(const SaidNeed& said);

}  // namespace kring::indexer
