// Can the person get there?
//
// What comes to the person, by phone, online or at home, asks for no journey.

#include "engine/gates/gates.h"
#include "engine/journey.h"

namespace kring::engine {

catalog::Answer judge_travel(const Asked& asked, const SiteAt& at) {
  using catalog::Answer;
  const catalog::AttendanceSet forms{at.features().attendance[at.row]};
  if (!usable_forms(asked, at).empty() && !is_only_in_person(asked, at)) return Answer::kYes;
  if (!asked.reach) return Answer::kYes;
  if (asked.reach->empty()) return forms.empty() ? Answer::kUnknown : Answer::kNo;
  if (!asked.home || !point_of(at)) return Answer::kUnknown;
  return find_journey(asked, at) ? Answer::kYes : Answer::kNo;
}

}  // namespace kring::engine
