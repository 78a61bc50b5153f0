// What does a plan say where nothing surely begins in the first days at home?

#include <algorithm>

#include "engine/plan/making.h"

namespace kring::engine {
namespace {

using catalog::Referral;

constexpr int kFirstDays = 7;  ///< at home, where the profile does not say

/// Known to be open to all, and to begin in time.
bool begins_in_time(const Making& making, const Priority& priority, int days) {
  const auto* const planned = std::get_if<PlannedActivity>(&priority);
  if (planned == nullptr) return false;
  const Lead& lead = planned->lead;
  const bool is_open = lead.referral == Referral::kNone || lead.referral == Referral::kRegistration
                       || lead.referral == Referral::kIntake;
  const Match* const match = find_match(making.answer(), lead.activity.id);
  return is_open && match != nullptr && match->starts_in_days && *match->starts_in_days <= days;
}

}  // namespace

std::string tell_late_start(const Making& making, const std::vector<Priority>& priorities) {
  const Profile& profile = making.profile();
  if (profile.moment != Moment::kDischarge) return {};
  const int days = profile.practical.start_within_days.value_or(kFirstDays);
  const bool has_early =
      std::any_of(priorities.begin(), priorities.end(),
                  [&](const Priority& priority) { return begins_in_time(making, priority, days); });
  if (has_early) return {};
  return making.sentences.say("late_start", {{"number", std::to_string(days)}});
}

}  // namespace kring::engine
