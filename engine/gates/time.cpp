// Is the person free when it meets?

#include <algorithm>

#include "engine/gates/gates.h"
#include "engine/sessions.h"

namespace kring::engine {

catalog::Answer judge_time(const Asked& asked, const SiteAt& at) {
  if (!asked.free) return catalog::Answer::kYes;
  if (at.features().has_schedule[at.row] == 0) return catalog::Answer::kUnknown;
  const std::vector<Meeting> meetings = meetings_of(asked, at);
  if (meetings.empty()) return catalog::Answer::kUnknown;
  const bool fits = std::any_of(meetings.begin(), meetings.end(), [&](const Meeting& meeting) {
    return is_free(*asked.free, meeting);
  });
  return fits ? catalog::Answer::kYes : catalog::Answer::kNo;
}

}  // namespace kring::engine
