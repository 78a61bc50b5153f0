// What is each sign worth, by examples of how activities are arranged?
//
// A softmax over the values of each fact, learned by AdaGrad. The same lessons in the same order
// give the same weights on one machine; the file that is committed is what counts.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "indexer/language/arrangement_model.h"

namespace kring::tests {

/// One example.
struct ArrangementLesson {
  std::vector<std::string> stated;  ///< signs that count whole
  std::vector<std::string> told;    ///< signs of words, each once
  std::size_t told_count = 0;       ///< with those that stand twice
  std::array<std::optional<std::size_t>, indexer::kArrangedFacts>
      due{};  ///< by fact: an index of kArrangedValues; absent: not known
  std::array<double, indexer::kArrangedFacts> weight{};  ///< of its errors, by fact; > 0
};

using ArrangementLessons = std::vector<const ArrangementLesson*>;

/// The lines that indexer::ArrangementModel reads.
std::string learn_arrangement(const ArrangementLessons& lessons);

}  // namespace kring::tests
