// Does the place have what the person needs to get in and take part?

#include "engine/gates/gates.h"

namespace kring::engine {

catalog::Answer judge_access(const Asked& asked, const SiteAt& at) {
  const catalog::AttendanceSet forms{at.features().attendance[at.row]};
  if (asked.profile.practical.access_needs.empty() || !forms.has(catalog::Attendance::kInPerson)) {
    return catalog::Answer::kYes;
  }
  catalog::Answer answer = catalog::Answer::kYes;
  for (const AccessNeed need : asked.profile.practical.access_needs) {
    const unsigned bit = 1U << static_cast<unsigned>(need);
    if ((at.features().access_no[at.row] & bit) != 0) return catalog::Answer::kNo;
    if ((at.features().access_yes[at.row] & bit) == 0) answer = catalog::Answer::kUnknown;
  }
  return answer;
}

}  // namespace kring::engine
