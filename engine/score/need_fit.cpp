// Does the activity answer what the person needs?
//
//   strength(n) = 1 for the concept that the need names, told_concept for one found in its words; x
//   related_concept x how related the vocabulary says they are, for a concept near to those; x
//   weak_concept where the record is only weakly about it
//   of which concepts of a kind that the person does not tell of are none: where the person tells
//   of Parkinson's, an illness group for cancer answers no wish for an illness group
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

// The concepts of which the record tells kinds, none of them the person's.
ConceptBits of_other_kinds(const ScoreContext& context, const SiteAt& at) {
  const std::uint64_t kinds = at.features().kinds[at.activity];
  ConceptBits others;
  for (const ToldKinds& told : context.kinds) {
    const bool is_other = (kinds & told.all) != 0 && (kinds & told.own) == 0;
    if (is_other) others.add(told.concept_number);
  }
  return others;
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

std::vector<ToldKinds> find_told_kinds(const Asked& asked) {
  std::vector<ToldKinds> told;
  const std::vector<catalog::Concept>& concepts = asked.snapshot.vocabulary().concepts();
  for (std::size_t number = 0; number < concepts.size(); ++number) {
    const std::uint64_t all = catalog::kind_bits(concepts[number]);
    if ((all & asked.kinds) != 0) told.push_back({number, all & asked.kinds, all});
  }
  return told;
}

std::int32_t need_strength(const ScoreContext& context,
                           const AnsweredNeed& need,
                           const SiteAt& at) {
  const ConceptBits others = of_other_kinds(context, at);
  const ConceptBits strong = strong_concepts(at).without(others);
  const ConceptBits weak = weak_concepts(at).without(others);
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
    const std::int64_t strength = need_strength(context, need, at);
    best = std::max(best, kRankOfSix[need.priority] * strength / 6);
    met += need.priority * strength;
    asked += need.priority;
  }
  if (asked == 0) return 0;
  const std::int64_t share = context.tuning.best_need_share;
  return static_cast<std::int32_t>((share * best + (kScoreOne - share) * met / asked) / kScoreOne);
}

}  // namespace kring::engine
