// Does the activity still exist on the day asked for?

#include "engine/gates/gates.h"

namespace kring::engine {
namespace {

constexpr std::int32_t kStaleDays = 365;

std::int32_t today_of(const Asked& asked) {
  return static_cast<std::int32_t>(asked.date.time_since_epoch().count());
}

}  // namespace

bool is_stale(const Asked& asked, const SiteAt& at) {
  const std::int32_t verified = at.features().verified[at.activity];
  return verified == indexer::kNoNumber || today_of(asked) - verified > kStaleDays;
}

catalog::Answer judge_not_live(const Asked& asked, const SiteAt& at) {
  const indexer::FeatureColumns& features = at.features();
  const auto live = static_cast<catalog::Answer>(features.live[at.activity]);
  const std::int32_t last_day = features.last_day[at.activity];
  if (live == catalog::Answer::kNo) return catalog::Answer::kNo;
  if (last_day != indexer::kNoNumber && last_day < today_of(asked)) return catalog::Answer::kNo;
  return is_stale(asked, at) ? catalog::Answer::kUnknown : live;
}

}  // namespace kring::engine
