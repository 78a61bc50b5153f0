#include "indexer/language/subject.h"

#include <algorithm>
#include <array>

namespace kring::indexer {
namespace {

constexpr int kCertain = 100;
constexpr std::int64_t kStrongScore = 1'300'000;  // right three times of four

// Hundredths of probability by score, in steps of a quarter: how often records that the model had
// not learned from were about a concept of that score, as 1 / (1 + exp(-0.05 - 0.81 score)).
int confidence_of(std::int64_t score) {
  static constexpr std::array<int, 17> kSteps = {51, 56, 61, 66, 70, 74, 78, 81, 84,
                                                 87, 89, 91, 92, 94, 95, 96, 96};
  static constexpr std::int64_t kStep = 250'000;
  const auto step = static_cast<std::size_t>(std::max<std::int64_t>(0, score) / kStep);
  return kSteps[std::min(step, kSteps.size() - 1)];
}

// What the vocabulary's terms say of a concept; null where they are silent.
const TermFeature* find_terms(const SubjectFeatures& features, std::size_t number) {
  const auto terms = features.terms.find(number);
  return terms == features.terms.end() ? nullptr : &terms->second;
}

Evidence loudest_evidence(const SubjectFeatures& features,
                          const SubjectModel& model,
                          std::size_t number) {
  const WordFeature* word = model.loudest_word(features, number);
  return word != nullptr ? word->evidence : Evidence{};
}

// What holds wherever another concept does, with that one's evidence.
void add_implied(FoundConcept by,
                 const catalog::Vocabulary& vocabulary,
                 std::vector<FoundConcept>& found) {
  for (const std::string& id : vocabulary.concepts()[by.number].implies) {
    const auto number = vocabulary.find(id);
    const auto is_it = [&number](const FoundConcept& other) { return other.number == number; };
    if (!number || std::any_of(found.begin(), found.end(), is_it)) continue;
    by.number = *number;
    by.strength = Strength::kWeak;
    found.push_back(by);
  }
}

}  // namespace

std::vector<FoundConcept> find_subjects(const RecordText& text,
                                        const ConceptFinder& finder,
                                        const SubjectModel& model,
                                        const catalog::Vocabulary& vocabulary) {
  const SubjectFeatures features = read_subject_features(text, finder, vocabulary);
  const std::vector<std::int64_t> scores = model.score(features);
  std::vector<FoundConcept> found;
  for (std::size_t number = 0; number < scores.size(); ++number) {
    const TermFeature* terms = find_terms(features, number);
    const bool is_owners_word = terms != nullptr && terms->is_given;
    if (scores[number] <= 0 && !is_owners_word) continue;
    const bool is_named = terms != nullptr && terms->is_in_name;
    const bool is_strong = is_owners_word || is_named || scores[number] >= kStrongScore;
    found.push_back(
        {number, is_strong ? Strength::kStrong : Strength::kWeak,
         is_owners_word ? kCertain : confidence_of(scores[number]),
         terms != nullptr ? terms->evidence : loudest_evidence(features, model, number)});
  }
  const std::vector<FoundConcept> told = found;
  for (const FoundConcept& by : told) {
    add_implied(by, vocabulary, found);
  }
  std::sort(found.begin(), found.end(),
            [](const FoundConcept& a, const FoundConcept& b) { return a.number < b.number; });
  return found;
}

}  // namespace kring::indexer
