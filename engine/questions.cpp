// How are the questions about a match put?

#include <array>

#include "engine/explain.h"
#include "engine/inquiries.h"
#include "engine/spoken.h"

namespace kring::engine {
namespace {

struct Wording {
  Spoken text;
  const char* field = "";  // of the HSDS record, where the answer belongs
};

constexpr const char* kAccessField = "/service_at_locations/0/location/accessibility";

// By Inquiry.
const std::array<Wording, kInquiryCount> kWordings = {{
    {{"Vraag of er iets bij is dat u wilt vermijden.",
      "Ask whether it includes what you want to avoid.",
      "Vraag of er iets bij is dat je wilt vermijden."},
     "/description"},
    {{"Vraag of de plek geschikt is.", "Ask whether the place is suitable."}, kAccessField},
    {{"Vraag of dit nog bestaat en of er plek is.", "Ask whether this still exists and has room."},
     "/status"},
    {{"Vraag of er weer plek is.", "Ask whether there is room again."}, "/alert"},
    {{"Vraag welke taal men er spreekt.", "Ask which language they speak."}, "/languages"},
    {{"U hebt een verwijzing nodig, of een besluit van de gemeente. Vraag hoe u die krijgt.",
      "You need a referral or an indication. Ask how you get it.",
      "Je hebt een verwijzing nodig, of een besluit van de gemeente. Vraag hoe je die krijgt."},
     "/application_process"},
    {{"Vraag of dit ook voor u is. Het noemt alleen vrouwen of alleen mannen.",
      "Ask whether this is for you too. It names women or men alone.",
      "Vraag of dit ook voor jou is. Het noemt alleen vrouwen of alleen mannen."},
     "/eligibility_description"},
    {{"Vraag voor welke leeftijd dit is.", "Ask for which age this is."}, "/minimum_age"},
    {{"Vraag of dit ook voor uw buurt is.", "Ask whether this serves your neighbourhood.",
      "Vraag of dit ook voor jouw buurt is."},
     "/service_areas"},
    {{"Vraag waar het precies is.", "Ask where it is exactly."}, "/service_at_locations"},
    {{"Vraag of het thuis of met de telefoon kan.", "Ask whether it can be at home or by phone."},
     "/schedules"},
    {{"Vraag wat het kost.", "Ask what it costs."}, "/cost_options"},
    {{"Vraag of iemand er uw taal spreekt. Of is uw Nederlands genoeg?",
      "Ask whether someone speaks your language, or your Dutch is enough.",
      "Vraag of iemand er jouw taal spreekt. Of is jouw Nederlands genoeg?"},
     "/languages"},
    {{"Vraag of er nu plek is en hoe lang u wacht.",
      "Ask whether there is room now and how long you wait.",
      "Vraag of er nu plek is en hoe lang je wacht."},
     "/wait_time"},
    {{"Vraag op welke tijden het kan.", "Ask at which times it is."}, "/schedules"},
    {{"U hebt een verwijzing nodig, of een besluit van de gemeente. Vraag wie dat regelt.",
      "You need a referral or an indication. Ask who arranges it.",
      "Je hebt een verwijzing nodig, of een besluit van de gemeente. Vraag wie dat regelt."},
     "/application_process"},
    {{"Vraag of u welkom bent als u ergens anders woont.",
      "Ask whether you are welcome when you live elsewhere.",
      "Vraag of je welkom bent als je ergens anders woont."},
     "/service_areas"},
    {{"Vraag welke prijs voor u geldt, ook met een pas.",
      "Ask which price holds for you, with a pass too.",
      "Vraag welke prijs voor jou geldt, ook met een pas."},
     "/cost_options"},
    {{"Vraag of iemand u kan brengen en ophalen.", "Ask whether someone can bring and fetch you.",
      "Vraag of iemand je kan brengen en ophalen."},
     "/service_at_locations/0/location/transportation"},
    {{"Vraag of het ook bij u thuis kan.", "Ask whether it can be at your home too.",
      "Vraag of het ook bij jou thuis kan."},
     "/schedules"},
    {{"Vraag de precieze dagen en tijden.", "Ask the exact days and times."}, "/schedules"},
    {{"Vraag of uw leeftijd past.", "Ask whether your age suits.", "Vraag of jouw leeftijd past."},
     "/minimum_age"},
    {{"Dit is voor een bepaalde groep. Vraag of u welkom bent.",
      "This is for a certain group. Ask whether you are welcome.",
      "Dit is voor een bepaalde groep. Vraag of je welkom bent."},
     "/eligibility_description"},
    {{"Vraag wat men van vrijwilligers vraagt en wie u begeleidt.",
      "Ask what is asked of volunteers and who guides you.",
      "Vraag wat men van vrijwilligers vraagt en wie je begeleidt."},
     "/application_process"},
    {{"Vraag of u aan de voorwaarden voldoet.", "Ask whether you meet the conditions.",
      "Vraag of je aan de voorwaarden voldoet."},
     "/eligibility_description"},
    {{"Vraag of u aan een vrouw gekoppeld kunt worden.",
      "Ask whether you can be matched with a woman.",
      "Vraag of je aan een vrouw gekoppeld kunt worden."},
     "/description"},
}};

const Spoken& access_words(AccessNeed need) {
  static const std::array<Spoken, kAccessNeedCount> kWords = {{
      {"Vraag of u er met een rolstoel kunt komen.", "Ask whether a wheelchair can get in.",
       "Vraag of je er met een rolstoel kunt komen."},
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
    const Wording& wording = kWordings[static_cast<std::size_t>(asking.inquiry)];
    const Spoken& text = asking.need ? access_words(*asking.need) : wording.text;
    questions.push_back({in(asked.profile, text), gate_of(asking.inquiry), wording.field,
                         asking.need, asking.inquiry});
  }
  return questions;
}

}  // namespace kring::engine
