#include "engine/search/choices.h"

#include <algorithm>
#include <array>

namespace kring::engine {

Choices attendance_choices() {
  static const std::array<Choice, 4> kForms = {{{"in_person", {"op een plek", "at a place"}},
                                                {"home_visit", {"bij u thuis", "at your home"}},
                                                {"phone", {"met de telefoon", "by phone"}},
                                                {"online", {"online", "online"}}}};
  return kForms;
}

Choices size_choices() {
  static const std::array<Choice, 5> kSizes = {
      {{"one_to_one", {"met één persoon", "with one person"}},
       {"small_group", {"kleine groep", "small group"}},
       {"open_group", {"open groep", "open group"}},
       {"large_event", {"veel mensen", "large event"}},
       {"service", {"hulp of advies", "help or advice"}}}};
  return kSizes;
}

Choices day_choices() {
  static const std::array<Choice, 7> kDays = {{{"MO", {"maandag", "Monday"}},
                                               {"TU", {"dinsdag", "Tuesday"}},
                                               {"WE", {"woensdag", "Wednesday"}},
                                               {"TH", {"donderdag", "Thursday"}},
                                               {"FR", {"vrijdag", "Friday"}},
                                               {"SA", {"zaterdag", "Saturday"}},
                                               {"SU", {"zondag", "Sunday"}}}};
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
      {{"none", {"gewoon binnenlopen", "walk in"}},
       {"registration", {"eerst aanmelden", "sign up first"}},
       {"intake", {"eerst een gesprek", "a talk first"}},
       {"referral", {"met een verwijzing", "with a referral"}},
       {"indication", {"met een indicatie", "with an indication"}}}};
  return kReferrals;
}

Choices access_choices() {
  static const std::array<Choice, 7> kNeeds = {
      {{"wheelchair", {"rolstoel", "wheelchair"}},
       {"accessible_toilet", {"aangepast toilet", "accessible toilet"}},
       {"step_free", {"geen drempels", "step-free"}},
       {"hearing_loop", {"ringleiding", "hearing loop"}},
       {"low_vision", {"slecht zien", "low vision"}},
       {"quiet", {"rustig", "quiet"}},
       {"assistance_dog", {"hulphond", "assistance dog"}}}};
  return kNeeds;
}

std::optional<std::uint64_t> find_choice(Choices choices, std::string_view name) {
  const auto found = std::find_if(choices.begin(), choices.end(),
                                  [name](const Choice& choice) { return choice.name == name; });
  if (found == choices.end()) return std::nullopt;
  return static_cast<std::uint64_t>(found - choices.begin());
}

}  // namespace kring::engine
