// What is understood of a record that is described in a sentence?
#pragma once

#include <string>

#include "catalog/activity.h"
#include "catalog/embedded.h"
#include "catalog/vocabulary.h"
#include "indexer/language/annotator.h"
#include "indexer/language/arrangement.h"

namespace kring::tests {

inline catalog::Activity described(const std::string& description) {
  catalog::Activity activity;
  activity.name = "Ontmoeting";
  activity.description = description;
  return activity;
}

/// The vocabulary that the project ships.
inline const catalog::Vocabulary& vocabulary() {
  static const catalog::Vocabulary kVocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  return kVocabulary;
}

inline indexer::Annotation annotate(const catalog::Activity& activity) {
  static const indexer::Annotator kAnnotator(vocabulary());
  return kAnnotator.annotate(activity);
}

/// What the rules alone read of how it is arranged.
inline indexer::Arrangement arranged_by_rules(const catalog::Activity& activity) {
  const indexer::Analyser analyser;
  return indexer::read_stated_arrangement(activity, read_record_text(activity, analyser),
                                          usual_of(annotate(activity).concepts, vocabulary()));
}

}  // namespace kring::tests
