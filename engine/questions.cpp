// What must be asked before someone goes?

#include <array>

#include "engine/explain.h"

namespace kring::engine {
namespace {

using catalog::Text;

struct Wording {
  Text text;
  const char* field = "";  // of the HSDS record, where the answer belongs
};

// By Gate.
const std::array<Wording, kGateCount>& wordings() {
  static const std::array<Wording, kGateCount> kWordings = {{
      {{"Vraag of dit nog bestaat en of er plek is.",
        "Ask whether this still exists and has room."},
       "/status"},
      {{"Vraag voor welke leeftijd dit is.", "Ask for which age this is."}, "/minimum_age"},
      {{"Vraag of dit voor vrouwen en mannen is.", "Ask whether this is for women and men."},
       "/eligibility_description"},
      {{"Vraag of dit ook voor uw buurt is.", "Ask whether this serves your neighbourhood."},
       "/service_areas"},
      {{"Vraag waar het precies is.", "Ask where it is exactly."}, "/service_at_locations"},
      {{"Vraag of het thuis of met de telefoon kan.", "Ask whether it can be at home or by phone."},
       "/schedules"},
      {{"Vraag welke taal men er spreekt.", "Ask which language they speak."}, "/languages"},
      {{"Vraag of een verwijzing nodig is.", "Ask whether a referral is needed."},
       "/application_process"},
      {{"Vraag of de plek geschikt is.", "Ask whether the place is suitable."},
       "/service_at_locations/0/location/accessibility"},
      {{"Vraag wat het kost.", "Ask what it costs."}, "/cost_options"},
      {{"Vraag op welke tijden het kan.", "Ask at which times it is."}, "/schedules"},
      {{"Vraag of er iets bij is dat u wilt vermijden.",
        "Ask whether it includes what you want to avoid."},
       "/description"},
  }};
  return kWordings;
}

const Text& access_words(AccessNeed need) {
  static const std::array<Text, kAccessNeedCount> kWords = {{
      {"Vraag of u er met een rolstoel kunt komen.", "Ask whether a wheelchair can get in."},
      {"Vraag of er een aangepast toilet is.", "Ask whether there is an accessible toilet."},
      {"Vraag of er drempels of trappen zijn.", "Ask whether there are steps."},
      {"Vraag of er een ringleiding is.", "Ask whether there is a hearing loop."},
      {"Vraag of men rekening houdt met slecht zien.", "Ask whether they allow for low vision."},
      {"Vraag wanneer het er rustig is.", "Ask when it is quiet there."},
      {"Vraag of een hulphond mee mag.", "Ask whether an assistance dog may come."},
  }};
  return kWords[static_cast<std::size_t>(need)];
}

void ask_access(const Asked& asked, const Candidate& candidate, std::vector<Question>& questions) {
  const unsigned known = candidate.at.features().access_yes[candidate.at.row];
  for (const AccessNeed need : asked.profile.practical.access_needs) {
    const bool is_known = (known & (1U << static_cast<unsigned>(need))) != 0;
    if (is_known) continue;
    questions.push_back({in(asked.profile.language, access_words(need)), Gate::kAccess,
                         wordings()[static_cast<std::size_t>(Gate::kAccess)].field});
  }
}

}  // namespace

std::vector<Question> find_questions(const Asked& asked, const Candidate& candidate) {
  std::vector<Question> questions;
  for (int i = 0; i < kGateCount; ++i) {
    const auto number = static_cast<std::size_t>(i);
    if (!candidate.unknown.test(number)) continue;
    const auto gate = static_cast<Gate>(i);
    if (gate == Gate::kAccess) {
      ask_access(asked, candidate, questions);
    } else {
      questions.push_back(
          {in(asked.profile.language, wordings()[number].text), gate, wordings()[number].field});
    }
  }
  return questions;
}

}  // namespace kring::engine
