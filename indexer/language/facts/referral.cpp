// How does one get in?

#include <algorithm>
#include <array>
#include <iterator>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Referral;

enum Rule : std::size_t {
  kNotNeeded,  // of whatever step the sentence speaks
  kIndication,
  kReferral,
  kIntake,
  kRegistration,
  kWalkIn,
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kIndication, "*indicatie ..2 nodig|vereist|noodzakelijk|verplicht|verlangd"},
    {kIndication, "op|met|geldige|heeft|hebt|een *indicatie"},
    {kIndication, "indicatie wmo|wlz|via|van|is|voor"},
    {kIndication, "wmo|wlz ..3 indicatie|beschikking ..2 nodig|vereist|noodzakelijk"},
    {kIndication, "met|via ..2 beschikking"},
    {kIndication, "wmo|wlz|pgb ..6 vereist|noodzakelijk"},
    {kIndication, "wmo maatwerk*|voorziening|begeleiding"},
    {kIndication, "maatwerkvoorziening"},
    {kIndication, "toewijzing door"},
    {kIndication, "via de? wmo|wlz|gemeente|jeugdwet"},
    {kIndication, "wlz|zzp|ciz"},
    {kIndication, "persoonsgebonden budget"},
    {kReferral, "verwijs*|verwezen|doorverwezen|doorverwijzing"},
    {kReferral, "verwijzing van|door|via|huisarts|noodzakelijk|nodig|verplicht|gewenst|behandel*"},
    {kReferral, "op|met verwijzing"},
    {kReferral,
     "uitsluitend|alleen via ..3 "
     "huisarts|team*|behandelaar|wijkteam|poh|gemeente|fact|consulent|maatschappelijk|"
     "behandelteam"},
    {kReferral,
     "aanmelding|aanmelden|aanmeldingen door|via|bij ..2 "
     "behandelteam|behandelaar|hulpverlener|wijkteam|huisarts|maatschappelijk|verwijzer|team|"
     "wijkverpleegkundige|casemanager|consulent|sociaal|afdeling"},
    {kReferral,
     "loopt|gaat|lopen|gaan via ..2 "
     "ontslagverpleegkundige|huisarts|behandelaar|wijkteam|team|hulpverlener|behandelteam"},
    {kReferral, "verwijsbrief|verwijsformulier|zorgdomein"},
    {kReferral,
     "loopt|gaat|verloopt ..2 via ..3 "
     "hulpverlener|maatschappelijk|behandelaar|transferverpleegkundige|zorgverlener"},
    {kReferral,
     "< via|door "
     "hulpverlener|behandelaar|behandelteam|transferverpleegkundige|huisarts|wijkteam|"
     "zorgverlener"},
    {kReferral, "alleen|uitsluitend op|na verwijzing"},
    {kReferral, "referral from|by|required|needed"},
    {kReferral, "huisarts|poh ..2 verwijst|verwijzen"},
    {kReferral, "op recept"},
    {kReferral, "alleen|uitsluitend voor ..2 clienten|patienten van"},
    {kIntake,
     "intake*|kennismakingsgesprek*|aanmeldgesprek*|toelatingsgesprek|startgesprek|"
     "kennismakingstelefoontje|proefgesprek"},
    {kIntake, "kennismakingsbezoek|kennismaking|voorgesprek*"},
    {kIntake, "eerste|verkennend|vrijblijvend|persoonlijk gesprek"},
    {kIntake, "huisbezoek vooraf"},
    {kIntake, "komt|komen|kom ..2 eerst ..4 kijken|langs|kennismaken"},
    {kIntake, "eerst kom|komt|komen"},
    {kIntake,
     "videokennismaking|kennismakingsavond|matchgesprek|koppelgesprek|selectiegesprek|"
     "adviesgesprek"},
    {kIntake, "gesprek vooraf|met|bij ..2 coordinator|begeleider"},
    {kIntake, "eerst|vooraf ..3 gesprek|kennis"},
    {kIntake, "komen|komt ..3 kennismaken"},
    {kIntake, "voorwaarde*"},
    {kIntake, "proefdiensten|proefdienst"},
    {kIntake, "thuisbezoek"},
    {kIntake, "plaatsing op"},
    {kIntake, "screening*"},
    {kRegistration,
     "aanmeld*|aanmelden|opgave|opgeven|inschrijv*|inschrijf*|registreren|registratie"},
    {kRegistration, "geef|geeft|meld|schrijf ..3 op|aan|in"},
    {kRegistration, "reserveren|boeken|bespreken|reservering"},
    {kRegistration, "graag|even|vooraf|tevoren ..3 bellen|mailen|melden|appen"},
    {kRegistration, "bel|mail|app ..3 vooraf|tevoren|even|coordinator|voor|de|dag"},
    {kRegistration, "bellen|mailen of|met ..3 mailen|coordinator|bellen"},
    {kRegistration, "sign up|register|registration"},
    {kRegistration, "lid worden|lidmaatschap|word lid"},
    {kRegistration, "op afspraak"},
    {kRegistration, "een belletje is genoeg"},
    {kRegistration, "via het aanmeldformulier"},
    {kRegistration, "bestellen"},
    {kWalkIn, "vrije|open inloop"},
    {kWalkIn, "inloop*"},
    {kWalkIn, "loop|lopen|loopt|stap|wandel ..4 binnen"},
    {kWalkIn, "binnenlopen|binnenvallen"},
    {kWalkIn, "binnen lopen"},
    {kWalkIn, "zonder afspraak|aanmelding|aanmelden|inschrijving"},
    {kWalkIn, "geen afspraak|aanmelding|inschrijving|opgave nodig?"},
    {kWalkIn, "vrij toegankelijk"},
    {kWalkIn, "gewoon|zo|gerust ..1 komen|binnen|aanschuiven|langskomen|langs"},
    {kWalkIn, "kom|komt gewoon|gerust|eens|een|zo|langs|kijken|erbij"},
    {kWalkIn, "drop in"},
    {kWalkIn, "no registration|appointment"},
    {kWalkIn, "kaarten|entree aan de zaal|deur"},
    {kWalkIn, "iedereen is welkom"},
    {kWalkIn, "toegang vrij|gratis"},
    {kWalkIn, "aan de deur|kassa"},
    {kWalkIn, "schuif|schuift gewoon? aan"},
    {kNotNeeded,
     "zonder|geen|niet ..3 verwijsbrief|verwijzing|indicatie|diagnose ..2 nodig|vereist?"},
    {kNotNeeded, "zonder|geen verwijzing|indicatie|verwijsbrief|intake|wachtlijst"},
    {kNotNeeded,
     "verwijzing|verwijsbrief|indicatie is? niet|geen nodig|vereist|noodzakelijk|voorwaarde?"},
    {kNotNeeded,
     "aanmelden|aanmelding|opgeven|afspraak|inschrijven|reserveren|melden is|hoeft? niet "
     "nodig|verplicht?"},
    {kNotNeeded, "niet|nooit|geen nodig"},
    {kNotNeeded, "verwijzing ..5 mag|hoeft"},
    {kNotNeeded, "geen|niet ..2 indicatie ..2 hebben|hebt"},
    {kNotNeeded, "geen auditie"},
    {kNotNeeded,
     "niet|geen ..2 "
     "reserveren|aanmelden|opgeven|inschrijven|inschrijflijst|inschrijving|aanmelding|opgave|"
     "intake"},
    {kNotNeeded, "hoeft|hoef|hoeven ..2 niet ..4 aan te melden|melden|aanmelden|op|geven|opgeven"},
    {kNotNeeded, "hoeft|hoef ..2 niet ..2 aan"},
    {kNotNeeded, "hoeft|hoef|hoeven ..4 aan te melden"},
    {kNotNeeded, "hoeft|hoef|hoeven ..4 op te geven"},
    {kNotNeeded, "no referral"},
});

const Patterns& patterns() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

Referral referral_of(std::size_t rule) {
  switch (rule) {
    case kIndication:
      return Referral::kIndication;
    case kReferral:
      return Referral::kReferral;
    case kIntake:
      return Referral::kIntake;
    case kRegistration:
      return Referral::kRegistration;
    default:
      return Referral::kNone;
  }
}

// Whom the activity sends on, and what one may but need not do.
const Patterns& asides() {
  static constexpr auto kWords = std::to_array<PatternRule>({
      {0,
       "naar|doorverwijzing|verwijzen|verwijst|helpt|hulp|vragen|terug|geschikt|zoekt|"
       "vrijwilligers"},
      {0, "mag|kan|mogelijk|tijdens|ook|sinds"},
  });
  static const Patterns kPatterns(kWords);
  return kPatterns;
}

// One may come by oneself too: "zelf of via de huisarts".
bool may_come_by_oneself(const FieldHit& found) {
  const std::vector<Token>& tokens = found.field->tokens;
  static constexpr std::array<std::string_view, 6> kSelf = {"zelf",     "uzelf",   "jezelf",
                                                            "zichzelf", "jijzelf", "self"};
  const auto ends = [](const Token& token) { return token.kind == CutKind::kStop; };
  const auto at = tokens.begin() + static_cast<std::ptrdiff_t>(found.hit.begin);
  const auto last = std::find_if(at, tokens.end(), ends);
  const auto first = std::find_if(std::make_reverse_iterator(at), tokens.rend(), ends).base();
  return std::any_of(first, last, [](const Token& token) {
    return std::find(kSelf.begin(), kSelf.end(), token.form->folded) != kSelf.end();
  });
}

bool counts(const FieldHit& found, const std::vector<FieldHit>& all) {
  static constexpr std::size_t kNear = 3;
  if (found.hit.rule != kNotNeeded && is_overlapped_by(kNotNeeded, found, all)) return false;
  if (found.hit.rule != kReferral && found.hit.rule != kIndication) return true;
  return !found.follows(asides(), kNear) && !may_come_by_oneself(found);
}

}  // namespace

ReferralFact find_referral(const catalog::Activity& activity,
                           const RecordText& text,
                           const catalog::Usual& usual) {
  static constexpr Fields kFields = {Field::kName,        Field::kDescription, Field::kEligibility,
                                     Field::kApplication, Field::kAlert,       Field::kWaitTime};
  const std::vector<FieldHit> all = find_hits(text, patterns(), kFields);
  ReferralFact fact;
  for (const FieldHit& found : all) {
    const Referral referral = referral_of(found.hit.rule);
    if (referral <= fact.referral || !counts(found, all)) continue;
    fact.referral = referral;
    fact.sources.evidence = found.evidence();
  }
  if (fact.referral != Referral::kUnknown) return fact;
  if (!activity.application_process.empty()) {
    const Evidence process{
        Field::kApplication, 0, {0, activity.application_process.size()}, Provenance::kGiven};
    return {Referral::kRegistration, {process, {}}};
  }
  if (usual.referral == Referral::kUnknown) return fact;
  return {usual.referral, {Evidence{Field::kApplication, 0, {}, Provenance::kUsual}, {}}};
}

}  // namespace kring::indexer
