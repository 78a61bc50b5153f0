// Can the person get in, where a professional must send or an indication is needed?
//
// Only what the record states counts: what is merely usual keeps nobody out.

#include "engine/gates/gates.h"

namespace kring::engine {

bool needs_referral(const SiteAt& at) {
  const auto referral = static_cast<catalog::Referral>(at.features().referral[at.activity]);
  return referral == catalog::Referral::kReferral || referral == catalog::Referral::kIndication;
}

catalog::Answer judge_referral(const Asked& asked, const SiteAt& at) {
  if (!needs_referral(at)) return catalog::Answer::kYes;
  const std::optional<bool>& can_get = asked.profile.practical.can_get_referral;
  if (!can_get) return catalog::Answer::kUnknown;
  return *can_get ? catalog::Answer::kYes : catalog::Answer::kNo;
}

}  // namespace kring::engine
