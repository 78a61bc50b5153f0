// How lately was the record checked?
//
//   freshness = half / (half + days since the check), half = freshness_half_days; 0 where nobody
//   ever checked it

#include <algorithm>

#include "engine/score/score.h"

namespace kring::engine {

std::int32_t score_freshness(const ScoreContext& context, const SiteAt& at) {
  const std::int32_t verified = at.features().verified[at.activity];
  if (verified == indexer::kNoNumber) return 0;
  const auto today = static_cast<std::int32_t>(context.asked.date.time_since_epoch().count());
  return decay(std::max(0, today - verified), context.tuning.freshness_half_days);
}

}  // namespace kring::engine
