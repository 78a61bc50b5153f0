// Does the activity answer what the person needs?
//
//   strength(n) = 1 for the concept that the need names, told_concept for one found in its words; x
//   weak_concept where the record is
//                 only weakly about it
//   best        = max over needs of rank(n) x strength(n), rank = 1, 5/6, 4/6 for priority 3, 2, 1
//   all         = sum of priority(n) x strength(n) / sum of priority(n)
//   need_fit    = best_need_share x best + (1 - best_need_share) x all

#include <algorithm>

#include "engine/score/score.h"

namespace kring::engine {
namespace {

using catalog::kScoreOne;

constexpr std::int64_t kRankOfSix[] = {0, 4, 5, 6};  // by priority

}  // namespace

std::int32_t need_strength(const Tuning& tuning, const AskedNeed& need, const SiteAt& at) {
  const ConceptBits strong = strong_concepts(at);
  const ConceptBits weak = weak_concepts(at);
  std::int64_t strength = 0;
  if (strong.meets(need.named)) return kScoreOne;
  if (strong.meets(need.told)) strength = tuning.told_concept;
  if (weak.meets(need.named)) strength = std::max(strength, tuning.weak_concept);
  if (weak.meets(need.told)) {
    strength = std::max(strength, tuning.told_concept * tuning.weak_concept / kScoreOne);
  }
  return static_cast<std::int32_t>(strength);
}

std::int32_t score_need_fit(const ScoreContext& context, const SiteAt& at) {
  std::int64_t best = 0;
  std::int64_t met = 0;
  std::int64_t asked = 0;
  for (const AskedNeed& need : context.asked.needs) {
    const std::int64_t strength = need_strength(context.tuning, need, at);
    best = std::max(best, kRankOfSix[need.priority] * strength / 6);
    met += need.priority * strength;
    asked += need.priority;
  }
  if (asked == 0) return 0;
  const std::int64_t share = context.tuning.best_need_share;
  return static_cast<std::int32_t>((share * best + (kScoreOne - share) * met / asked) / kScoreOne);
}

}  // namespace kring::engine
