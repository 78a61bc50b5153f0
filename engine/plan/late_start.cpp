// What does a plan say where nothing surely begins in the first days at home?

#include <algorithm>

#include "engine/plan/making.h"

namespace kring::engine {
namespace {

using catalog::Referral;

constexpr int kFirstDays = 7;  ///< at home, where the profile does not say

int first_days(const Making& making) {
  return making.profile().practical.start_within_days.value_or(kFirstDays);
}

}  // namespace

bool begins_in_time(const Making& making, const Priority& priority) {
  const auto* const planned = std::get_if<PlannedActivity>(&priority);
  if (planned == nullptr || !planned->lead.first_meeting) return false;
  const Lead& lead = planned->lead;
  const bool is_open = lead.referral == Referral::kNone || lead.referral == Referral::kRegistration
                       || lead.referral == Referral::kIntake;
  const Match* const match = find_match(making.answer(), lead.activity.id);
  const auto day = catalog::parse_date(*lead.first_meeting);
  return is_open && match != nullptr && match->is_surely_running && day
         && *day <= making.date() + std::chrono::days{first_days(making)};
}

std::string tell_late_start(const Making& making, const std::vector<Priority>& priorities) {
  if (making.profile().moment != Moment::kDischarge) return {};
  const bool has_early =
      std::any_of(priorities.begin(), priorities.end(),
                  [&](const Priority& priority) { return begins_in_time(making, priority); });
  if (has_early) return {};
  return making.sentences.say("late_start", {{"number", std::to_string(first_days(making))}});
}

}  // namespace kring::engine
