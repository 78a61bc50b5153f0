// How are the questions about a match put?

#include <array>

#include "engine/explain.h"
#include "engine/inquiries.h"

namespace kring::engine {
namespace {

using catalog::Text;

struct Wording {
  Text text;
  const char* field = "";  // of the HSDS record, where the answer belongs
};

constexpr const char* kAccessField = "/service_at_locations/0/location/accessibility";

// By Inquiry.
const Wording& wording_of(Inquiry inquiry) {
  static const std::array<Wording, 26> kWordings = {{
      {{"Vraag of er iets bij is dat u wilt vermijden.",
        "Ask whether it includes what you want to avoid."},
       "/description"},
      {{"Vraag of de plek geschikt is.", "Ask whether the place is suitable."}, kAccessField},
      {{"Vraag of dit nog bestaat en of er plek is.",
        "Ask whether this still exists and has room."},
       "/status"},
      {{"Vraag of er weer plek is.", "Ask whether there is room again."}, "/alert"},
      {{"Vraag welke taal men er spreekt.", "Ask which language they speak."}, "/languages"},
      {{"Vraag of u een verwijzing nodig hebt, of een besluit van de gemeente.",
        "Ask whether you need a referral or an indication."},
       "/application_process"},
      {{"Vraag of dit ook voor u is. Het noemt alleen vrouwen of alleen mannen.",
        "Ask whether this is for you too. It names women or men alone."},
       "/eligibility_description"},
      {{"Vraag voor welke leeftijd dit is.", "Ask for which age this is."}, "/minimum_age"},
      {{"Vraag of dit ook voor uw buurt is.", "Ask whether this serves your neighbourhood."},
       "/service_areas"},
      {{"Vraag waar het precies is.", "Ask where it is exactly."}, "/service_at_locations"},
      {{"Vraag of het thuis of met de telefoon kan.", "Ask whether it can be at home or by phone."},
       "/schedules"},
      {{"Vraag wat het kost.", "Ask what it costs."}, "/cost_options"},
      {{"Vraag of iemand er uw taal spreekt. Of is uw Nederlands genoeg?",
        "Ask whether someone speaks your language, or your Dutch is enough."},
       "/languages"},
      {{"Vraag of er nu plek is en hoe lang u wacht.",
        "Ask whether there is room now and how long you wait."},
       "/wait_time"},
      {{"Vraag op welke tijden het kan.", "Ask at which times it is."}, "/schedules"},
      {{"U hebt een verwijzing nodig, of een besluit van de gemeente. Vraag wie dat regelt.",
        "You need a referral or an indication. Ask who arranges it."},
       "/application_process"},
      {{"Vraag of u welkom bent als u ergens anders woont.",
        "Ask whether you are welcome when you live elsewhere."},
       "/service_areas"},
      {{"Vraag welke prijs voor u geldt, ook met een pas.",
        "Ask which price holds for you, with a pass too."},
       "/cost_options"},
      {{"Vraag of iemand u kan brengen en ophalen.",
        "Ask whether someone can bring and fetch you."},
       "/service_at_locations/0/location/transportation"},
      {{"Vraag of het ook bij u thuis kan.", "Ask whether it can be at your home too."},
       "/schedules"},
      {{"Vraag de precieze dagen en tijden.", "Ask the exact days and times."}, "/schedules"},
      {{"Vraag of uw leeftijd past.", "Ask whether your age suits."}, "/minimum_age"},
      {{"Dit is voor een bepaalde groep. Vraag of u welkom bent.",
        "This is for a certain group. Ask whether you are welcome."},
       "/eligibility_description"},
      {{"Vraag wat men van vrijwilligers vraagt en wie u begeleidt.",
        "Ask what is asked of volunteers and who guides you."},
       "/application_process"},
      {{"Vraag of u aan de voorwaarden voldoet.", "Ask whether you meet the conditions."},
       "/eligibility_description"},
      {{"Vraag of u aan een vrouw gekoppeld kunt worden.",
        "Ask whether you can be matched with a woman."},
       "/description"},
  }};
  return kWordings[static_cast<std::size_t>(inquiry)];
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

}  // namespace

std::vector<Question> find_questions(const Asked& asked, const Candidate& candidate) {
  std::vector<Question> questions;
  for (const Asking& asking : find_inquiries(asked, candidate)) {
    const Wording& wording = wording_of(asking.inquiry);
    const Text& text = asking.need ? access_words(*asking.need) : wording.text;
    questions.push_back(
        {in(asked.profile.language, text), gate_of(asking.inquiry), wording.field, asking.need});
  }
  return questions;
}

}  // namespace kring::engine
