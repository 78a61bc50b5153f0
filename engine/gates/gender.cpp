// Is the activity for someone of the person's gender?
//
// Only where the words keep others out: a group for women is none for a man. Whom the person does
// not tell, and who is neither, asks.

#include "engine/gates/gates.h"
#include "indexer/language/annotation.h"

namespace kring::engine {

std::optional<Gender> gender_welcome(const SiteAt& at) {
  using indexer::GenderRule;
  const auto rule = static_cast<GenderRule>(at.features().gender[at.activity]);
  if (rule == GenderRule::kNone) return std::nullopt;
  return rule == GenderRule::kWomen ? Gender::kWoman : Gender::kMan;
}

catalog::Answer judge_gender(const Asked& asked, const SiteAt& at) {
  const std::optional<Gender> welcome = gender_welcome(at);
  if (!welcome) return catalog::Answer::kYes;
  const std::optional<Gender>& gender = asked.profile.person.gender;
  if (!gender || *gender == Gender::kOther) return catalog::Answer::kUnknown;
  return *gender == *welcome ? catalog::Answer::kYes : catalog::Answer::kNo;
}

}  // namespace kring::engine
