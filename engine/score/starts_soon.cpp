// How soon can the person start?
//
//   starts_soon = half / (half + days), half = start_half_days; what starts later than the person's
//   own limit gets half of that. Where nothing is known of the start it is taken at the half-value.

#include <algorithm>

#include "engine/score/score.h"
#include "engine/sessions.h"

namespace kring::engine {

std::optional<int> find_start_days(const Asked& asked, const SiteAt& at) {
  static constexpr int kDaysInWeek = 7;
  std::optional<int> days;
  if (const auto next = find_next(asked, at)) {
    days = static_cast<int>((next->day - asked.date).count());
  }
  const std::int32_t waiting = at.features().waiting[at.activity];
  if (waiting == indexer::kNoNumber) return days;
  return std::max(days.value_or(0), waiting * kDaysInWeek);
}

std::int32_t score_starts_soon(const ScoreContext& context, const SiteAt& at) {
  const std::optional<int> days = find_start_days(context.asked, at);
  if (!days) return decay(context.tuning.start_half_days, context.tuning.start_half_days);
  const std::int32_t value = decay(*days, context.tuning.start_half_days);
  const std::optional<int>& limit = context.asked.start_within_days;
  return limit && *days > *limit ? value / 2 : value;
}

}  // namespace kring::engine
