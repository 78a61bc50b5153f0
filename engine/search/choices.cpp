#include "engine/search/choices.h"

#include <algorithm>
#include <array>

#include "engine/profile.h"

namespace kring::engine {

Choices attendance_choices() {
  static const std::array<Choice, 4> kForms = {
      {{name_of(catalog::Attendance::kInPerson), {"op een plek", "at a place"}},
       {name_of(catalog::Attendance::kHomeVisit), {"bij u thuis", "at your home"}},
       {name_of(catalog::Attendance::kPhone), {"met de telefoon", "by phone"}},
       {name_of(catalog::Attendance::kOnline), {"online", "online"}}}};
  return kForms;
}

Choices size_choices() {
  static const std::array<Choice, 5> kSizes = {
      {{name_of(catalog::GroupSize::kOneToOne), {"met één persoon", "with one person"}},
       {name_of(catalog::GroupSize::kSmallGroup), {"kleine groep", "small group"}},
       {name_of(catalog::GroupSize::kOpenGroup), {"open groep", "open group"}},
       {name_of(catalog::GroupSize::kLargeEvent), {"veel mensen", "large event"}},
       {name_of(catalog::GroupSize::kService), {"hulp of advies", "help or advice"}}}};
  return kSizes;
}

Choices day_choices() {
  static const std::array<Choice, 7> kDays = {{{name_of_weekday(0), {"maandag", "Monday"}},
                                               {name_of_weekday(1), {"dinsdag", "Tuesday"}},
                                               {name_of_weekday(2), {"woensdag", "Wednesday"}},
                                               {name_of_weekday(3), {"donderdag", "Thursday"}},
                                               {name_of_weekday(4), {"vrijdag", "Friday"}},
                                               {name_of_weekday(5), {"zaterdag", "Saturday"}},
                                               {name_of_weekday(6), {"zondag", "Sunday"}}}};
  return kDays;
}

Choices day_part_choices() {
  static const std::array<Choice, 3> kParts = {{{"morning", {"ochtend", "morning"}},
                                                {"afternoon", {"middag", "afternoon"}},
                                                {"evening", {"avond", "evening"}}}};
  return kParts;
}

Choices referral_choices() {
  static const std::array<Choice, 5> kReferrals = {
      {{name_of(catalog::Referral::kNone), {"gewoon binnenlopen", "walk in"}},
       {name_of(catalog::Referral::kRegistration), {"eerst aanmelden", "sign up first"}},
       {name_of(catalog::Referral::kIntake), {"eerst een gesprek", "a talk first"}},
       {name_of(catalog::Referral::kReferral), {"met een verwijzing", "with a referral"}},
       {name_of(catalog::Referral::kIndication), {"met een indicatie", "with an indication"}}}};
  return kReferrals;
}

Choices access_choices() {
  static const std::array<Choice, 7> kNeeds = {
      {{name_of(AccessNeed::kWheelchair), {"rolstoel", "wheelchair"}},
       {name_of(AccessNeed::kAccessibleToilet), {"aangepast toilet", "accessible toilet"}},
       {name_of(AccessNeed::kStepFree), {"geen drempels", "step-free"}},
       {name_of(AccessNeed::kHearingLoop), {"ringleiding", "hearing loop"}},
       {name_of(AccessNeed::kLowVision), {"slecht zien", "low vision"}},
       {name_of(AccessNeed::kQuiet), {"rustig", "quiet"}},
       {name_of(AccessNeed::kAssistanceDog), {"hulphond", "assistance dog"}}}};
  return kNeeds;
}

std::optional<std::uint64_t> find_choice(Choices choices, std::string_view name) {
  const auto found = std::find_if(choices.begin(), choices.end(),
                                  [name](const Choice& choice) { return choice.name == name; });
  if (found == choices.end()) return std::nullopt;
  return static_cast<std::uint64_t>(found - choices.begin());
}

}  // namespace kring::engine
