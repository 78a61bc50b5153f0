// How much do the signs in a record speak for each concept?
//
// A linear model a concept: score = bias + sum of weight x feature over words and over the
// vocabulary's terms. Its weights were learned from labelled records by tests/training (how, from
// what, and how well: its README.md) and stand in lexicon/subject_weights.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "catalog/vocabulary.h"
#include "indexer/language/sign_table.h"
#include "indexer/language/subject_features.h"

namespace kring::indexer {

/// A weight in thousandths, of one concept.
struct SubjectWeight {
  std::uint32_t number = 0;  ///< of the concept
  std::int32_t weight = 0;
};

/// Immutable and thread-safe once made.
class SubjectModel {
 public:
  /// `weights` is lexicon/subject_weights.tsv: lines of concept, sign and weight. A sign is "_"
  /// (the bias), "#concept" (points of its terms) or a word; for the concept "*", which stands for
  /// all, it is the number of one of the OwnSigns, or "_". Lines of concepts that the vocabulary
  /// lacks are passed over.
  SubjectModel(const catalog::Vocabulary& vocabulary, std::string_view weights);

  /// By concept of the vocabulary, in millionths; above 0 the concept holds.
  [[nodiscard]] std::vector<std::int64_t> score(const SubjectFeatures& features) const;

  /// The word that speaks most for the concept, of equals the first; null where none does. It
  /// lives as long as `features`.
  [[nodiscard]] const WordFeature* loudest_word(const SubjectFeatures& features,
                                                std::size_t number) const;

 private:
  using Weights = std::vector<SubjectWeight>;

  void add(std::string_view sign, SubjectWeight weight, const catalog::Vocabulary& vocabulary);
  void add_to_all(std::string_view sign, std::int32_t weight);

  std::vector<std::int64_t> biases_;           // in millionths
  std::vector<Weights> points_;                // by the concept whose points they weigh
  std::array<std::int64_t, kOwnSigns> own_{};  // of every concept's own signs
  SignLists<SubjectWeight> words_;
};

}  // namespace kring::indexer
