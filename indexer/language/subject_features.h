// By what does a record show which concepts it is about?
//
// Two kinds of sign: the terms of the vocabulary, weighed by where and how they stand, and plain
// words. The model (subject_model.h) has learned from labelled records what both are worth.
#pragma once

#include <array>
#include <map>

#include "indexer/language/annotation.h"
#include "indexer/language/concepts.h"
#include "indexer/language/heard_words.h"
#include "indexer/language/record_text.h"

namespace kring::indexer {

/// Features are whole thousandths, so that every machine computes the same.
inline constexpr int kFeatureOne = 1000;

/// What the vocabulary's terms say of one concept.
struct TermFeature {
  int points = 0;     ///< >= 0; 100 is a term in the name
  int best = 0;       ///< points of the strongest piece of evidence
  Evidence evidence;  ///< that piece
  int pieces = 0;     ///< different terms, counted by field
  bool is_in_name = false;
  bool is_in_tag = false;
  bool is_in_text = false;
  bool is_given = false;  ///< a tag is the concept's id or label: the owner's own word
};

/// What a concept's own terms show, alike for every concept: points, share, in the name, in a tag,
/// in the description, points from 40, 60 and 100 on, and more than one piece.
inline constexpr std::size_t kOwnSigns = 9;
using OwnSigns = std::array<int, kOwnSigns>;  ///< thousandths

struct SubjectFeatures {
  HeardWords words;                          ///< they refer to the text they were heard in
  std::map<std::size_t, TermFeature> terms;  ///< by concept, those with points
  int most_points = 0;

  /// The terms' points as a feature, capped at 4000 (160 points).
  [[nodiscard]] int points_of(std::size_t number) const;
  /// The share of those points in the largest of any concept, 0..1000.
  [[nodiscard]] int share_of(std::size_t number) const;
  [[nodiscard]] OwnSigns own_signs_of(std::size_t number) const;
};

/// Pure. What a sentence denies ("geen therapie") gives no points.
SubjectFeatures read_subject_features(const RecordText& text,
                                      const ConceptFinder& finder,
                                      const catalog::Vocabulary& vocabulary);

}  // namespace kring::indexer
