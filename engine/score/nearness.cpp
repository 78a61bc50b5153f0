// How near is it, by the person's own way of travel?
//
//   nearness = half / (half + minutes), half = nearness_half_minutes; 1/2 where no journey is made
//   (phone, online, home visit) or none is known: neither near nor far

#include "engine/journey.h"
#include "engine/score/score.h"

namespace kring::engine {

std::int32_t score_nearness(const ScoreContext& context, const SiteAt& at) {
  const std::optional<Journey> journey = find_visit(context.asked, at);
  if (!journey) return catalog::kScoreOne / 2;
  return decay(journey->minutes.value, context.tuning.nearness_half_minutes);
}

}  // namespace kring::engine
