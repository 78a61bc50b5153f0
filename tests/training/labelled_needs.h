// Which needs are labelled with what is wanted, and how well is that understood?
#pragma once

#include <set>
#include <string>
#include <vector>

#include "catalog/vocabulary.h"
#include "indexer/language/wishes.h"
#include "tests/training/tally.h"

namespace kring::tests {

struct LabelledNeed {
  std::string text;
  std::vector<std::string> wanted;  ///< ids of activities, the most fitting first
  std::set<std::string> refused;    ///< likewise

  [[nodiscard]] bool wants(const std::string& id) const;
};

using LabelledNeeds = std::vector<LabelledNeed>;

/// Tab-separated lines of id, wanted, refused, text, with a heading. Throws std::runtime_error
/// where it cannot be read.
LabelledNeeds read_labelled_needs(const std::string& path);

/// Of what is told, without what is only hinted at.
struct NeedFigures {
  Tally wanted;
  Tally first;       ///< due is the most fitting alone
  Tally understood;  ///< said is what the model added to the terms
  Tally refused;
};

NeedFigures measure_needs(const indexer::WishReader& reader,
                          const LabelledNeeds& needs,
                          const catalog::Vocabulary& vocabulary);

}  // namespace kring::tests
