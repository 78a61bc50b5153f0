// Does the activity answer what the person needs?
//
//   strength(n) = 1 for the concept that the need names, told_concept for one found in its words; x
//   related_concept x how related the vocabulary says they are, for a concept near to those; x
//   weak_concept where the record is only weakly about it
//   best        = max over needs of rank(n) x strength(n), rank = 1, 5/6, 4/6 for priority 3, 2, 1
//   all         = sum of priority(n) x strength(n) / sum of priority(n)
//   need_fit    = best_need_share x best + (1 - best_need_share) x all

#include <algorithm>
#include <map>

#include "engine/score/score.h"

namespace kring::engine {
namespace {

using catalog::kScoreOne;

constexpr std::int64_t kRankOfSix[] = {0, 4, 5, 6};  // by priority

Answering make_answering(ConceptBits concepts, std::int64_t strong, const Tuning& tuning) {
  return {concepts, static_cast<std::int32_t>(strong),
          static_cast<std::int32_t>(strong * tuning.weak_concept / kScoreOne)};
}

// What is near to the concepts asked, the nearest first.
void add_related(const Asked& asked,
                 ConceptBits concepts,
                 std::int64_t strong,
                 const Tuning& tuning,
                 std::vector<Answering>& by) {
  const catalog::Vocabulary& vocabulary = asked.snapshot.vocabulary();
  std::map<int, ConceptBits, std::greater<>> near;  // by hundredths
  for (std::size_t number = 0; number < vocabulary.concepts().size(); ++number) {
    if (!concepts.has(number)) continue;
    for (const catalog::RelatedConcept& related : vocabulary.concepts()[number].related) {
      near[related.hundredths].add(*vocabulary.find(related.id));
    }
  }
  for (const auto& [hundredths, found] : near) {
    by.push_back(make_answering(
        found, strong * tuning.related_concept / kScoreOne * hundredths / 100, tuning));
  }
}

}  // namespace

std::vector<AnsweredNeed> find_answers(const Asked& asked, const Tuning& tuning) {
  std::vector<AnsweredNeed> needs;
  for (const AskedNeed& need : asked.needs) {
    AnsweredNeed answered{need.priority,
                          {make_answering(need.named, kScoreOne, tuning),
                           make_answering(need.told, tuning.told_concept, tuning)}};
    add_related(asked, need.named, kScoreOne, tuning, answered.by);
    add_related(asked, need.told, tuning.told_concept, tuning, answered.by);
    needs.push_back(std::move(answered));
  }
  return needs;
}

std::int32_t need_strength(const AnsweredNeed& need, const SiteAt& at) {
  const ConceptBits strong = strong_concepts(at);
  const ConceptBits weak = weak_concepts(at);
  std::int32_t strength = 0;
  for (const Answering& answering : need.by) {
    if (strong.meets(answering.concepts)) strength = std::max(strength, answering.strong);
    if (weak.meets(answering.concepts)) strength = std::max(strength, answering.weak);
  }
  return strength;
}

std::int32_t score_need_fit(const ScoreContext& context, const SiteAt& at) {
  std::int64_t best = 0;
  std::int64_t met = 0;
  std::int64_t asked = 0;
  for (const AnsweredNeed& need : context.needs) {
    const std::int64_t strength = need_strength(need, at);
    best = std::max(best, kRankOfSix[need.priority] * strength / 6);
    met += need.priority * strength;
    asked += need.priority;
  }
  if (asked == 0) return 0;
  const std::int64_t share = context.tuning.best_need_share;
  return static_cast<std::int32_t>((share * best + (kScoreOne - share) * met / asked) / kScoreOne);
}

}  // namespace kring::engine
