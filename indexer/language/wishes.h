// What does somebody want, in their own words?
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "catalog/vocabulary.h"
#include "indexer/language/analysis.h"
#include "indexer/language/concepts.h"
#include "indexer/language/kinds.h"
#include "indexer/language/lexicon.h"
#include "indexer/language/limits.h"
#include "indexer/language/need_features.h"
#include "indexer/language/subject_model.h"

namespace kring::indexer {

/// How surely a word tells of a concept.
enum class Clarity : std::uint8_t {
  kHinted,      ///< by a hint, or part of a compound
  kUnderstood,  ///< by no term, but the model is sure of it
  kSaid,        ///< by a term of its own
};

struct WishedConcept {
  std::size_t number = 0;  ///< in the vocabulary
  Clarity clarity = Clarity::kSaid;
  TextSpan span;
  bool operator==(const WishedConcept&) const = default;
};

struct WishedLimit {
  Limit limit = Limit::kSmallGroup;
  TextSpan span;
  bool operator==(const WishedLimit&) const = default;
};

/// Each concept and limit stands once, where it is said first; by number, and in the enum's order.
/// Only `unwanted` has all places.
struct Wishes {
  std::vector<WishedConcept> wanted;
  std::vector<WishedConcept> refused;
  std::vector<WishedLimit> limits;
  std::vector<WishedLimit>
      unwanted;  ///< where a limit's words name what is not wanted: "geen auto"
};

/// Reads people's own words. Immutable and thread-safe once made.
class WishReader {
 public:
  /// `vocabulary` must outlive this. `weights` is lexicon/need_weights.tsv, in the shape that
  /// subject_model.h tells; without any, terms and patterns alone are heard.
  explicit WishReader(const catalog::Vocabulary& vocabulary,
                      std::string_view weights = need_weights());

  /// Reads one text clause by clause. What stands behind "geen", "liever niet" or "bang voor", or
  /// before "is niks voor mij", is refused; what one no longer can, or has already, is neither. A
  /// concept that is wanted anywhere is not refused. The model adds what it is sure of, as long as
  /// no more than three are wanted, and takes away a term that it holds unlikely; what is refused
  /// stays refused. Only activities count, no gaps and no constraints; words that speak of a limit
  /// ("niet ver lopen") name no activity, whosever it is. Only the speaker's own limits count.
  /// Pure.
  [[nodiscard]] Wishes read(std::string_view text, const Analyser& analyser) const;

  /// What is told of a text before the model judges it. Pure.
  [[nodiscard]] SaidNeed hear(std::string_view text, const Analyser& analyser) const;

  [[nodiscard]] const ConceptFinder& finder() const { return finder_; }
  [[nodiscard]] const KindFinder& kinds() const { return kinds_; }

 private:
  void weigh(const SaidNeed& heard, Wishes& wishes) const;

  const catalog::Vocabulary* vocabulary_;  // never null
  ConceptFinder finder_;
  KindFinder kinds_;
  SubjectModel model_;
  bool has_model_;
};

}  // namespace kring::indexer
