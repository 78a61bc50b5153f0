// What is each sign worth, by passages that are known to tell what a model listens for, or not?
//
// One logistic model, learned by AdaGrad over all passages at once: no chance is in it. The same
// lessons give the same weights on one machine; the file that is committed is what counts.
#pragma once

#include <string>
#include <vector>

namespace kring::tests {

/// One passage.
struct PassageLesson {
  std::vector<std::string> signs;
  bool is_told = false;
};

using PassageLessons = std::vector<PassageLesson>;
using TaughtLessons = std::vector<const PassageLesson*>;  ///< never null

struct PassageSettings {
  double decay = 0;      ///< of the weights' squares beside the mean error, > 0
  double eagerness = 0;  ///< added to the bias at the end: where the model is sure
  long smallest = 0;     ///< thousandths; weights below it are left out
};

/// The lines that indexer::PassageModel reads.
std::string learn_passages(const TaughtLessons& lessons, const PassageSettings& settings);

}  // namespace kring::tests
