// Do as many people come together as the person likes?
//
//   size_fit = 1 for the size that the person prefers
//              0 for an open group or large event where one person or a small group is preferred
//              1/2 elsewhere, and where nothing is preferred or known

#include "engine/score/score.h"

namespace kring::engine {
namespace {

using catalog::GroupSize;

bool is_small(GroupSize size) {
  return size == GroupSize::kOneToOne || size == GroupSize::kSmallGroup;
}

bool is_large(GroupSize size) {
  return size == GroupSize::kOpenGroup || size == GroupSize::kLargeEvent;
}

}  // namespace

std::int32_t score_size_fit(const ScoreContext& context, const SiteAt& at) {
  static constexpr std::int32_t kNeither = catalog::kScoreOne / 2;
  const std::optional<GroupSize>& preferred = context.asked.preferred_size;
  const std::uint8_t known = at.features().group_size[at.activity];
  if (!preferred || known == indexer::kNoByte) return kNeither;
  const auto size = static_cast<GroupSize>(known);
  if (size == *preferred) return catalog::kScoreOne;
  return is_small(*preferred) && is_large(size) ? 0 : kNeither;
}

}  // namespace kring::engine
