#include "engine/gates/gates.h"

namespace kring::engine {
namespace {

using catalog::Answer;

struct NamedGate {
  Gate gate;
  Answer (*judge)(const Asked&, const SiteAt&);
};

// In the contract's order.
constexpr NamedGate kGates[] = {
    {Gate::kNotLive, judge_not_live},  {Gate::kAge, judge_age},
    {Gate::kGender, judge_gender},     {Gate::kArea, judge_area},
    {Gate::kTravel, judge_travel},     {Gate::kAttendance, judge_attendance},
    {Gate::kLanguage, judge_language}, {Gate::kReferral, judge_referral},
    {Gate::kAccess, judge_access},     {Gate::kCost, judge_cost},
    {Gate::kTime, judge_time},         {Gate::kAvoid, judge_avoid},
};

}  // namespace

Judgement judge(const Asked& asked, const SiteAt& at) {
  Judgement judgement;
  for (const NamedGate& entry : kGates) {
    const Answer answer = entry.judge(asked, at);
    if (answer == Answer::kNo) {
      judgement.refused = entry.gate;
      return judgement;
    }
    if (answer == Answer::kUnknown) judgement.unknown.set(static_cast<std::size_t>(entry.gate));
  }
  return judgement;
}

}  // namespace kring::engine
