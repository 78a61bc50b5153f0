// Can the person pay for it?

#include "engine/gates/gates.h"

namespace kring::engine {

catalog::Answer judge_cost(const Asked& asked, const SiteAt& at) {
  if (!asked.profile.practical.max_cost_per_session) return catalog::Answer::kYes;
  const std::int32_t cost = at.features().cost[at.activity];
  if (cost == indexer::kNoNumber) return catalog::Answer::kUnknown;
  return cost <= asked.profile.practical.max_cost_per_session->value ? catalog::Answer::kYes
                                                                     : catalog::Answer::kNo;
}

}  // namespace kring::engine
