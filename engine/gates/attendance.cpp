// Does the activity come in a form that the person can use?

#include "engine/gates/gates.h"

namespace kring::engine {

catalog::Answer judge_attendance(const Asked& asked, const SiteAt& at) {
  const std::uint8_t forms = at.features().attendance[at.row];
  if (forms == 0) return catalog::Answer::kUnknown;
  return (forms & asked.forms.bits) != 0 ? catalog::Answer::kYes : catalog::Answer::kNo;
}

}  // namespace kring::engine
