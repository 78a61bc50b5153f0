// Does the activity still exist on the day asked for?

#include "engine/gates/gates.h"

namespace kring::engine {
namespace {

constexpr std::int32_t kStaleDays =
    365;  // a record that nobody checked for a year may be wrong in anything

}  // namespace

catalog::Answer judge_not_live(const Asked& asked, const SiteAt& at) {
  const indexer::FeatureColumns& features = at.features();
  const auto live = static_cast<catalog::Answer>(features.live[at.activity]);
  const auto today = static_cast<std::int32_t>(asked.date.time_since_epoch().count());
  const std::int32_t last_day = features.last_day[at.activity];
  if (live == catalog::Answer::kNo) return catalog::Answer::kNo;
  if (last_day != indexer::kNoNumber && last_day < today) return catalog::Answer::kNo;
  const std::int32_t verified = features.verified[at.activity];
  if (verified == indexer::kNoNumber || today - verified > kStaleDays) {
    return catalog::Answer::kUnknown;
  }
  return live;
}

}  // namespace kring::engine
