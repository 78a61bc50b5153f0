// Which phrases of danger in a text still stand, and which are taken back?
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "catalog/quantity.h"
#include "indexer/language/analysis.h"
#include "indexer/language/danger_phrases.h"
#include "indexer/language/passage_model.h"

namespace kring::indexer {

/// One text with its signals and what may undo them. It refers to the tokens it was made of.
class DangerReading {
 public:
  /// A year before that of `today` is past.
  DangerReading(const std::vector<Token>& tokens, catalog::Date today);

  /// Whether a phrase of danger stands that nothing takes back.
  [[nodiscard]] bool tells_danger() const;

  /// What phrases do in a sentence, as signs for a PassageModel: "?told", "?undone", "?denies" …
  [[nodiscard]] std::vector<std::string_view> marks_in(SentenceRange sentence) const;

 private:
  [[nodiscard]] bool is_present(const PatternHit& signal) const;
  [[nodiscard]] SentenceRange sentence_at(std::size_t token) const;
  [[nodiscard]] bool has_in(DangerUndo undo, SentenceRange range) const;
  [[nodiscard]] bool has_past_year(SentenceRange range) const;
  [[nodiscard]] bool has_covering(const PatternHit& signal) const;
  [[nodiscard]] bool is_denied(const PatternHit& signal) const;
  [[nodiscard]] bool is_about_other(const PatternHit& signal, SentenceRange sentence) const;

  const std::vector<Token>& tokens_;
  int this_year_;
  std::vector<PatternHit> signals_;
  std::vector<PatternHit> undoes_;
};

}  // namespace kring::indexer
