// What does a record say, all told?
#pragma once

#include "catalog/activity.h"
#include "catalog/vocabulary.h"
#include "indexer/language/analysis.h"
#include "indexer/language/annotation.h"
#include "indexer/language/arrangement_model.h"
#include "indexer/language/concepts.h"
#include "indexer/language/kinds.h"
#include "indexer/language/passage_model.h"
#include "indexer/language/subject_model.h"

namespace kring::indexer {

/// Understands whole records. A handle is used by one thread at a time; `vocabulary` must outlive
/// it.
class Annotator {
 public:
  explicit Annotator(const catalog::Vocabulary& vocabulary);

  [[nodiscard]] Annotation annotate(const catalog::Activity& activity) const;

  [[nodiscard]] const Analyser& analyser() const { return analyser_; }

 private:
  const catalog::Vocabulary* vocabulary_;
  ConceptFinder finder_;
  KindFinder kinds_;
  SubjectModel model_;
  ArrangementModel arrangement_model_;
  PassageModel endings_;
  Analyser analyser_;
};

}  // namespace kring::indexer
