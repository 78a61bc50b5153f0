#include "tests/training/labelled_needs.h"

#include <algorithm>

#include "tests/training/table.h"

namespace kring::tests {
namespace {

using Names = std::set<std::string>;

struct Told {
  Names wanted;
  Names understood;
  Names refused;
};

Told tell(const indexer::Wishes& wishes, const catalog::Vocabulary& vocabulary) {
  Told told;
  for (const indexer::WishedConcept& wished : wishes.wanted) {
    const std::string& id = vocabulary.concepts()[wished.number].id;
    if (wished.clarity != indexer::Clarity::kHinted) told.wanted.insert(id);
    if (wished.clarity == indexer::Clarity::kUnderstood) told.understood.insert(id);
  }
  for (const indexer::WishedConcept& refused : wishes.refused) {
    if (refused.clarity == indexer::Clarity::kSaid)
      told.refused.insert(vocabulary.concepts()[refused.number].id);
  }
  return told;
}

}  // namespace

bool LabelledNeed::wants(const std::string& id) const {
  return std::find(wanted.begin(), wanted.end(), id) != wanted.end();
}

LabelledNeeds read_labelled_needs(const std::string& path) {
  LabelledNeeds needs;
  for (const Row& row : read_table(path)) {
    const std::vector<std::string> refused = read_concepts(row.at("refused"));
    needs.push_back(
        {row.at("text"), read_concepts(row.at("wanted")), {refused.begin(), refused.end()}});
  }
  return needs;
}

NeedFigures measure_needs(const indexer::WishReader& reader,
                          const LabelledNeeds& needs,
                          const catalog::Vocabulary& vocabulary) {
  const indexer::Analyser analyser;
  NeedFigures figures;
  for (const LabelledNeed& need : needs) {
    const Told told = tell(reader.read(need.text, analyser), vocabulary);
    for (const catalog::Concept& entry : vocabulary.concepts()) {
      const bool is_first = !need.wanted.empty() && need.wanted.front() == entry.id;
      figures.wanted.add(told.wanted.contains(entry.id), need.wants(entry.id));
      figures.first.add(told.wanted.contains(entry.id), is_first);
      figures.understood.add(told.understood.contains(entry.id), need.wants(entry.id));
      figures.refused.add(told.refused.contains(entry.id), need.refused.contains(entry.id));
    }
  }
  return figures;
}

}  // namespace kring::tests
