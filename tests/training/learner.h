// What is each sign worth, by examples whose concepts are known?
//
// A logistic model a concept, learned by AdaGrad. The same lessons in the same order give the same
// weights on one machine; the file that is committed is what counts.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "catalog/vocabulary.h"
#include "indexer/language/subject_features.h"

namespace kring::tests {

/// One example.
struct Lesson {
  /// requires: what the words of `read` refer to is there; it need not be afterwards.
  explicit Lesson(indexer::SubjectFeatures read, double its_weight = 1);

  indexer::SubjectFeatures features;
  std::vector<std::string> names;     ///< of features.words, in their order
  std::map<std::size_t, double> due;  ///< by concept: how likely it should be held, (0, 1]
  double weight;                      ///< of its errors beside those of other lessons, > 0

  [[nodiscard]] double due_of(std::size_t number) const {
    const auto entry = due.find(number);
    return entry == due.end() ? 0 : entry->second;
  }
};

using Lessons = std::vector<Lesson>;

struct LearnerSettings {
  double eagerness = 0;  ///< added to the bias at the end: where F1 is best on what was held out
  long smallest = 0;     ///< thousandths; weights below it are left out
};

/// The lines that indexer::SubjectModel reads.
std::string learn_weights(const Lessons& lessons,
                          const catalog::Vocabulary& vocabulary,
                          const LearnerSettings& settings);

}  // namespace kring::tests
