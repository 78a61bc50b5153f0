// Is the person of an age that the activity is for?

#include "engine/gates/gates.h"

namespace kring::engine {

catalog::Answer judge_age(const Asked& asked, const SiteAt& at) {
  const std::uint8_t min = at.features().min_age[at.activity];
  const std::uint8_t max = at.features().max_age[at.activity];
  const bool has_rule = min != indexer::kNoByte || max != indexer::kNoByte;
  if (!has_rule) return catalog::Answer::kYes;
  if (!asked.profile.person.age) return catalog::Answer::kUnknown;
  const int age = *asked.profile.person.age;
  if (min != indexer::kNoByte && age < min) return catalog::Answer::kNo;
  if (max != indexer::kNoByte && age > max) return catalog::Answer::kNo;
  return catalog::Answer::kYes;
}

}  // namespace kring::engine
