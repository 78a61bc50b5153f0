// Is it for people like this person?
//
//   audience = 1 for what is for a group that the person belongs to: by a need, by age, by language
//   (the vocabulary's `audience`), or by an age rule that keeps a generation together
//              1/2 for what is for everyone, or for a group of others that meets over an illness, a
//              culture or a loss of which the person tells too
//              0 for what is for a group to which nothing says that the person belongs
//
// Whoever meets people with the same life finds friends sooner (field facts, 1.4); a memory café is
// no place for a man of 28, though it serves coffee.

#include <algorithm>

#include "engine/score/score.h"

namespace kring::engine {
namespace {

constexpr std::int32_t kForEveryone = catalog::kScoreOne / 2;
constexpr int kElderFrom = 50;   // an age rule from here on gathers older people
constexpr int kYoungUntil = 35;  // one that ends here gathers the young

// The rule itself is the gate's matter: who comes here may take part.
bool gathers_generation(const ScoreContext& context, const SiteAt& at) {
  if (!context.asked.profile.person.age) return false;
  const std::uint8_t min = at.features().min_age[at.activity];
  const std::uint8_t max = at.features().max_age[at.activity];
  static_assert(kYoungUntil < indexer::kNoByte, "an unknown upper age is no young one");
  return (min != indexer::kNoByte && min >= kElderFrom) || max <= kYoungUntil;
}

// Whether the record tells of an illness, a culture or a loss of which the person tells too.
bool shares_kind(const ScoreContext& context, const SiteAt& at) {
  const std::uint64_t kinds = at.features().kinds[at.activity];
  return std::any_of(context.kinds.begin(), context.kinds.end(),
                     [kinds](const ToldKinds& told) { return (kinds & told.own) != 0; });
}

}  // namespace

std::int32_t score_audience(const ScoreContext& context, const SiteAt& at) {
  const ConceptBits groups = strong_concepts(at).shared_with(context.asked.groups.all);
  if (groups.meets(context.asked.groups.own)) return catalog::kScoreOne;
  if (!groups.empty()) return shares_kind(context, at) ? kForEveryone : 0;
  return gathers_generation(context, at) ? catalog::kScoreOne : kForEveryone;
}

}  // namespace kring::engine
