// What is a record, or a need in someone's own words, about?
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "catalog/vocabulary.h"
#include "indexer/language/analysis.h"
#include "indexer/language/annotation.h"

namespace kring::indexer {

/// The terms of a vocabulary, made ready for finding them in texts. Immutable and thread-safe once
/// made.
class ConceptFinder {
 public:
  explicit ConceptFinder(const catalog::Vocabulary& vocabulary);
  ConceptFinder(ConceptFinder&&) noexcept;
  ConceptFinder& operator=(ConceptFinder&&) noexcept;
  ConceptFinder(const ConceptFinder&) = delete;
  ConceptFinder& operator=(const ConceptFinder&) = delete;
  ~ConceptFinder();

  /// The concepts that `words` name, by number, each as often as it is named. The longest term
  /// wins; a single word also counts, weakly, as the first or last part of a compound.
  [[nodiscard]] std::vector<FoundConcept> find(const std::vector<Word>& words) const;

 private:
  struct Terms;
  std::unique_ptr<const Terms> terms_;
};

/// Understands whole records. A handle is used by one thread at a time.
class Annotator {
 public:
  explicit Annotator(const catalog::Vocabulary& vocabulary);

  [[nodiscard]] Annotation annotate(const catalog::Activity& activity) const;

  [[nodiscard]] const Analyser& analyser() const { return analyser_; }

 private:
  ConceptFinder finder_;
  Analyser analyser_;
};

}  // namespace kring::indexer
