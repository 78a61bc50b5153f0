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
  kOnlyReferral,  // says itself that there is no other way
  kIntake,
  kRegistration,
  kWalkIn,
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kIndication, "*indicatie ..2 nodig|vereist|noodzakelijk|verplicht|verlangd"},
    {kIndication, "op|met|geldige|heeft|hebt|een *indicatie"},
    {kIndication, "indicatie wmo|wlz|via|van|is|voor"},
    {kIndication, "wmo|wlz ..3 indicatie|beschikking ..2 nodig|vereist|noodzakelijk"},
    {kIndication, "wmo|wlz|ciz|jeugdwet indicatie|beschikking"},
    {kIndication, "met|via ..2 beschikking"},
    {kIndication, "eigen bijdrage ..3 cak"},
    {kIndication, "vanuit|uit de? wmo|wlz"},
    {kIndication, "zorg in natura"},
    {kIndication, "beschikking ..3 gemeente|wmo|loket|nodig|vereist|verplicht"},
    {kIndication, "betaling|betaald|bekostigd|vergoed ..3 pgb|wmo|wlz|jeugdwet"},
    {kIndication, "via|met ..2 pgb"},
    {kIndication, "wmo|wlz|pgb ..6 vereist|noodzakelijk"},
    {kIndication, "wmo maatwerk*|voorziening|begeleiding"},
    {kIndication, "maatwerkvoorziening"},
    {kIndication, "toewijzing door"},
    {kIndication, "via de? wmo|wlz|gemeente|jeugdwet"},
    {kIndication, "wlz|zzp|ciz"},
    {kIndication, "persoonsgebonden budget"},
    {kIndication, "pgb of ..1 wmo|wlz|jeugdwet|zin|natura"},
    {kIndication, "wmo|wlz|jeugdwet of ..1 pgb"},
    {kIndication, "na|met|op indicatiestelling"},
    {kIndication, "om een beschikking"},
    {kReferral, "verwijs*|verwezen|doorverwezen|doorverwijzing"},
    {kReferral, "verwijzing van|door|via|huisarts|noodzakelijk|nodig|verplicht|gewenst|behandel*"},
    {kReferral, "op|met verwijzing"},
    {kReferral, "verwijzing|verwijsbrief is? nodig|noodzakelijk|vereist|verplicht"},
    {kReferral, "vraagt ..3 voor {you} aan"},
    {kReferral,
     "instroom|instromen|toegang via|na|met ..3 "
     "behandelaar|verwijzing|huisarts|hulpverlener*|verwijzer"},
    {kOnlyReferral,
     "uitsluitend|alleen|enkel via ..3 "
     "huisarts|team*|behandelaar|wijkteam|poh|gemeente|fact|consulent|maatschappelijk|"
     "behandelteam|hulpverlener*|professional*|verwijzer*|specialist|casemanager|instelling"},
    {kReferral,
     "aanmelding|aanmelden|aanmeldingen door|via|bij ..2 "
     "behandelteam|behandelaar|hulpverlener|wijkteam|huisarts|maatschappelijk|verwijzer|team|"
     "wijkverpleegkundige|casemanager|consulent|sociaal|afdeling"},
    {kReferral,
     "loopt|gaat|lopen|gaan via ..2 "
     "ontslagverpleegkundige|huisarts|behandelaar|wijkteam|team|hulpverlener|behandelteam"},
    {kReferral, "verwijsbrief|verwijsformulier|zorgdomein"},
    {kReferral,
     "huisarts|verloskundige|jeugdarts|behandelaar|begeleider|hulpverlener|casemanager|"
     "wijkverpleegkundige|consulent|klantmanager|school|wijkteam meldt|melden ..2 aan"},
    {kReferral,
     "aangemeld|aangevraagd worden? ..1 door|via ..3 "
     "huisarts|poh|hulpverlener*|behandelaar|wijkteam|begeleider|verwijzer*|consulent|"
     "wijkverpleegkundige|instelling|professional*"},
    {kReferral,
     "< via ..1 "
     "jeugdarts|verloskundige|poh|praktijkondersteuner|casemanager|wijkverpleegkundige|"
     "klantmanager|specialist|revalidatiearts"},
    {kReferral, "meldt|melden u|je|jou|hen|patienten|clienten aan"},
    {kReferral, "huisarts|poh|school|kliniek|ziekenhuis|afdeling ..3 meldt aan"},
    {kReferral, "op verzoek van|door ..2 huisarts|behandelaar|verwijzer"},
    {kReferral, "door|van een? professional|verwijzer aangemeld|aanmelden|aanmelding"},
    {kReferral,
     "loopt|gaat|verloopt ..2 via ..3 "
     "hulpverlener|maatschappelijk|behandelaar|transferverpleegkundige|zorgverlener|sociaal|"
     "wijkteam|gebiedsteam|buurtteam|dorpsteam|professional*|verwijzer*|casemanager"},
    {kReferral, "aanvragen|aanvraag|aanmelden|aanmelding door ..1 professional*|hulpverlener*"},
    {kReferral, "< via|door ..2 hulpverlener*|professional*|behandelaar|verwijzer*"},
    {kReferral,
     "komt|komen ..4 via ..2 huisarts|fysiotherapeut|specialist|longarts|wijkverpleegkundige|"
     "praktijkondersteuner"},
    {kReferral,
     "< via|door "
     "hulpverlener|behandelaar|behandelteam|transferverpleegkundige|huisarts|wijkteam|"
     "zorgverlener"},
    {kReferral, "alleen|uitsluitend op|na verwijzing"},
    {kReferral, "referral from|by|required|needed"},
    {kReferral, "huisarts|poh ..2 verwijst|verwijzen"},
    {kReferral, "op recept"},
    {kReferral, "transferverpleegkundige|verpleegkundige meldt|regelt|vraagt|doet"},
    {kReferral, "op aanvraag|verzoek van de|uw|je ..2 *verpleegkundige|behandelaar|huisarts|arts"},
    {kReferral, "behandelaar|hulpverlener|begeleider ..6 die ..2 aanmeldt"},
    {kOnlyReferral, "zelf|buitenaf aanmelden ..3 niet"},
    {kReferral, "< via ..1 afdeling"},
    {kReferral, "vraagt|vraag ..3 aan via|bij ..2 huisarts|behandelaar|wijkteam|casemanager"},
    {kReferral, "huisarts|poh|praktijkondersteuner schrijft|schrijven ..8 voor"},
    {kReferral, "alleen|uitsluitend voor ..2 clienten|patienten van"},
    {kIntake,
     "intake*|kennismakingsgesprek*|aanmeldgesprek*|toelatingsgesprek|startgesprek|"
     "kennismakingstelefoontje|proefgesprek"},
    {kIntake, "kennismakingsbezoek|kennismaking|voorgesprek*"},
    {kIntake, "eerst ..2 praten|spreken|kennismaken"},
    {kIntake, "komt|komen ..4 bij {you} ..2 praten|kijken"},
    {kIntake, "spreken|spreekt|bellen|belt we|wij|zij ..1 eerst"},
    {kIntake, "kijken|kijkt|horen|hoort|zien ..2 of het|dat|u|je|jij ..2 klikt|past"},
    {kIntake, "bekijkt|bekijken|neemt|nemen ..1 eerst"},
    {kIntake, "eerst neemt|bekijkt|bespreekt"},
    {kIntake, "maakt|maken ..8 thuis ..1 kennis"},
    {kIntake, "ballotage|stemtest*|auditie"},
    {kIntake, "eerste|verkennend|vrijblijvend|persoonlijk gesprek"},
    {kIntake, "om kennis te maken"},
    {kIntake, "na een|de ..1 gesprek|kennismaking|kennismakingsgesprek"},
    {kIntake, "maken|maakt ..2 eerst ..1 kennis"},
    {kIntake, "kennismakingsafspraak|kennismakingsmiddag|aanmeldingsgesprek|oriente*gesprek"},
    {kIntake, "praten|spreken|bellen|overleggen eerst ..3 met {you}"},
    {kIntake, "eerst|vooraf een test|vragenlijst|gesprekje|belletje|telefoontje"},
    {kIntake, "zoeken|zoekt ..4 match|maatje|vrijwilliger ..4 past"},
    {kIntake, "voordat|alvorens|voor ..6 heb|hebt|hebben|voeren ..2 gesprek"},
    {kIntake, "proefdraaien|proefdag|meeloopdag|snuffelstage"},
    {kIntake, "medische verklaring"},
    {kIntake, "uit voor ..3 gesprek|kennismaking"},
    {kIntake, "eerst samen ..3 of"},
    {kIntake, "verklaring van ..2 huisarts|arts"},
    {kIntake, "kort|korte|klein belletje|telefoontje|gesprek|gesprekje ..1 terug|vooraf"},
    {kIntake, "coordinator|begeleider komt|belt|neemt ..4 langs|contact|kennismaken"},
    {kIntake, "huisbezoek vooraf"},
    {kIntake, "komt|komen|kom ..2 eerst ..4 kijken|langs|kennismaken|meedraaien|proefdraaien"},
    {kIntake, "eerst kom|komt|komen"},
    {kIntake,
     "videokennismaking|kennismakingsavond|matchgesprek|koppelgesprek|selectiegesprek|"
     "adviesgesprek"},
    {kIntake, "gesprek vooraf|met|bij ..2 coordinator|begeleider"},
    {kIntake, "eerst|vooraf ..3 gesprek|kennis|kennismaken"},
    {kIntake, "komen|komt ..3 kennismaken"},
    {kIntake, "proefdiensten|proefdienst"},
    {kIntake, "thuisbezoek"},
    {kIntake, "plaatsing op"},
    {kIntake, "screening*"},
    {kIntake, "na een ..1 *gesprek|*gesprekje"},
    {kIntake, "eerst een? ..2 huisbezoek|thuisbezoek"},
    {kIntake, "proefdagen"},
    {kIntake, "eerst ..4 komen kijken|meelopen|meedraaien|proefdraaien"},
    {kIntake, "start is een ..1 gesprek|kennismaking"},
    {kIntake, "start|starten|begint|beginnen met een ..1 kennismaking|kennismakingsgesprek"},
    {kIntake, "eerst ..6 koffie|thee|kop|kopje|bakje ..3 bij {you}"},
    {kIntake, "eerst ..3 koffie|thee|kop|kopje|bakje ..6 past|klikt|kennis|kennismaken"},
    {kIntake, "spreken|spreekt|praat|praten|belt|bellen ..1 eerst|vooraf ..2 met"},
    {kIntake, "voor ..1 eerste keer|bezoek|bijeenkomst|les ..2 belt|spreekt|praat|bellen|spreken"},
    {kIntake, "leren|leert je|jou|u eerst ..1 kennen"},
    {kRegistration,
     "aanmeld*|aanmelden|opgave|opgeven|inschrijv*|inschrijf*|registreren|registratie"},
    {kRegistration, "geef|geeft|meld|schrijf ..3 op|aan|in"},
    {kRegistration, "reserveren|reserveer|reserveert|gereserveerd|reservering*|intekenen"},
    {kRegistration, "online|vooraf|te|tijdig|tevoren|telefonisch boeken|bespreken"},
    {kRegistration, "boeken via|verplicht|kan|online"},
    {kRegistration, "boek ..3 vooraf|online|plek|plaats|via"},
    {kRegistration, "kaarten|tickets|kaartje ..2 bestellen|kopen|via|verkrijgbaar|voorverkoop"},
    {kRegistration, "laat ..3 weten ..2 dat|of|als|wanneer|vooraf|tevoren"},
    {kRegistration, "maak|maakt|maken ..2 afspraak"},
    {kRegistration, "afspraak maken|nodig|verplicht"},
    {kRegistration, "aan|op te melden|geven"},
    {kRegistration, "opgegeven|ingeschreven|aangemeld worden|hebben|heeft|via|bij"},
    {kRegistration, "aanvragen via|bij|per|telefonisch|kan|doet"},
    {kRegistration, "aan te vragen"},
    {kRegistration, "aanvraag|afspraak ..1 via|bij|telefonisch"},
    {kRegistration, "meldt|melden ..1 zich ..4 aan|bij|telefonisch"},
    {kRegistration, "via|met|na een belletje|appje|mailtje|telefoontje"},
    {kRegistration, "belletje|appje|mailtje|telefoontje naar|volstaat|is"},
    {kRegistration, "vraag|vraagt ..8 aan >"},
    {kRegistration, "solliciteren"},
    {kRegistration, "stuur|stuurt|mail|app ..2 naar|mailtje|appje|berichtje"},
    {kRegistration, "dag|dagen|uur|week vooraf|tevoren|vantevoren|eerder bellen|aanmelden|melden"},
    {kRegistration, "vol is vol|op"},
    {kRegistration, "vooraf|tevoren|vantevoren ..2 doorgeven|afmelden|doorbellen"},
    {kRegistration, "geef ..4 door"},
    {kRegistration, "kaarten|kaartjes|tickets ..6 te koop|verkrijgbaar"},
    {kRegistration, "kaartverkoop|voorverkoop|inschrijflijst|intekenlijst"},
    {kRegistration, "schrijft|schrijven ..1 zich ..2 in"},
    {kRegistration, "eerst lid"},
    {kRegistration, "graag|even|vooraf|tevoren ..3 bellen|mailen|melden|appen"},
    {kRegistration, "bel|mail|app ..3 vooraf|tevoren|vantevoren|even|coordinator|voor|de|dag"},
    {kRegistration, "bellen|mailen of|met ..3 mailen|coordinator|bellen"},
    {kRegistration, "sign up|register|registration"},
    {kRegistration, "lid worden"},
    {kRegistration, "word|wordt lid"},
    {kRegistration, "lidmaatschap|contributie"},
    {kRegistration, "mail|app ..1 naam|gegevens|telefoonnummer"},
    {kRegistration, "bestel|bestelt ..4 vooruit|vooraf|maaltijd|lunch|via|tevoren"},
    {kRegistration, "afspraak ..2 plannen|plant|inplannen"},
    {kRegistration, "plan|plant ..2 afspraak"},
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
    {kWalkIn, "kom|komt gewoon|gerust|eens|zo|langs|kijken|erbij"},
    {kWalkIn, "kom een keer|keertje"},
    {kWalkIn, "drop in"},
    {kWalkIn, "no registration|appointment"},
    {kWalkIn, "kaarten|entree aan de zaal|deur"},
    {kWalkIn, "iedereen ..2 welkom"},
    {kWalkIn, "luisterlijn*|hulplijn*|luistertelefoon"},
    {kWalkIn, "toegang vrij|gratis"},
    {kWalkIn, "betalen|betaal|betaalt|entree|kaartjes aan de deur|kassa|zaal"},
    {kWalkIn, "deur|deuren|poort ..6 open|los|openstaat"},
    {kWalkIn, "ben|bent ..3 welkom"},
    {kWalkIn, "kom zoals|juist|erbij|dansen|zingen|eten|spelen|meedoen"},
    {kWalkIn, "trek|trekt|pak ..3 stoel ..1 bij"},
    {kWalkIn, "chat of|en mail"},
    {kWalkIn, "anoniem ..3 bellen|chatten|account|gratis"},
    {kWalkIn, "bel of|en chat"},
    {kWalkIn, "wees|bent|is ..1 welkom >"},
    {kWalkIn, "opdagen|verschijnen|aanwaaien|inlopen|aanlopen|aankloppen|binnenstappen"},
    {kWalkIn, "komen dagen|waaien"},
    {kWalkIn, "kan|kunt|mag|kun ..3 langskomen|aanschuiven|aanhaken"},
    {kWalkIn, "sluit|haak ..1 gerust|gewoon ..1 aan"},
    {kWalkIn, "schuif|schuift gewoon? aan"},
    {kWalkIn, "hoeft|hoef|hoeven ..3 naam niet"},
    {kWalkIn, "naam ..2 niet te? noemen|zeggen|geven|weten"},
    {kWalkIn, "praatlijn|adviestelefoon|infolijn|kletslijn"},
    {kWalkIn, "neemt er ..2 iemand op"},
    {kWalkIn, "open meeting|meetings"},
    {kWalkIn, "vrij|gewoon|zo instappen|opstappen"},
    {kWalkIn, "no list|sign-up|signup"},
    {kWalkIn, "just walk|come|drop|turn in|along|up"},
    {kWalkIn, "wie er is|staat|komt ..1 gaat|doet|loopt|eet mee"},
    {kNotNeeded,
     "zonder|geen|niet ..3 verwijsbrief|verwijzing|indicatie|diagnose ..2 nodig|vereist?"},
    {kNotNeeded, "zonder|geen verwijzing|indicatie|verwijsbrief|intake|wachtlijst"},
    {kNotNeeded,
     "verwijzing|verwijsbrief|indicatie is? niet|geen nodig|vereist|noodzakelijk|voorwaarde?"},
    {kNotNeeded,
     "aanmelden|aanmelding|opgeven|afspraak|inschrijven|reserveren|melden is|hoeft? niet "
     "nodig|verplicht?"},
    {kNotNeeded, "niet|nooit|geen nodig"},
    {kNotNeeded, "aanmelden|opgeven of ..3 is niet nodig|verplicht"},
    {kNotNeeded, "< nvt|nee|geen|nihil >"},
    {kNotNeeded, "niets|niks te? doen|regelen|aanmelden"},
    {kNotNeeded, "nergens|niet|nooit ..3 aan|op te melden|geven"},
    {kNotNeeded, "zonder|geen reservering|afspraak|opgave|aanmelding|gedoe"},
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
    {kNotNeeded, "geen|zonder ..1 contributie|lidmaatschap"},
    {kNotNeeded, "no need to register|book|sign"},
    {kNotNeeded, "wie ..1 het? eerst komt|is"},
    {kNotNeeded,
     "aanmelden|aanmelding|opgave|opgeven|reserveren|inschrijven|verwijzing|indicatie|afspraak : "
     "niet|nee|geen|hoeft|nvt"},
    {kNotNeeded,
     "reserveren|reserveringen|aanmelden|inschrijven ..1 doen|doet we|wij ..1 niet ..1 aan?"},
    {kNotNeeded, "schrijven|schrijft ..2 nergens|niet ..2 in"},
    {kNotNeeded, "hoeft|hoef|hoeven ..2 geen ..2 lid"},
    {kNotNeeded, "geen lid ..1 te? zijn|worden|hoeven"},
    {kNotNeeded, "zonder|geen formulier|formulieren"},
    {kNotNeeded, "aanmelde*|opgeve|reservere hoeft|hoef ..1 niet|nie"},
    {kNotNeeded, "nergens ingeschreven|aangemeld ..2 staan|zijn"},
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
    case kOnlyReferral:
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
       "vrijwilligers|uitlegt|uitleg|legt|aanvragen|geen|niet"},
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

// What only a part of those who come must tell beforehand: "rolstoelen graag even melden".
bool is_for_an_extra(const FieldHit& found) {
  static constexpr auto kExtras = std::to_array<PatternRule>({
      {0, "daarvoor|hiervoor|dit|rolstoel*|vervoer|*bus|ophalen|opgehaald|oppas|kinderopvang"},
      {0, "haalt|halen ..3 op"},
      {0, "alleen voor|bij"},
      {0, "yoga|massage|workshop|workshops|maaltijd|eten|lunch|activiteiten"},
  });
  static const Patterns kPatterns(kExtras);
  static constexpr std::size_t kNear = 6;
  return found.field->field != Field::kApplication && found.follows(kPatterns, kNear);
}

bool counts(const FieldHit& found, const std::vector<FieldHit>& all) {
  static constexpr std::size_t kNear = 3;
  if (found.hit.rule != kNotNeeded && is_overlapped_by(kNotNeeded, found, all)) return false;
  if (found.hit.rule == kRegistration && is_for_an_extra(found)) return false;
  if (found.hit.rule != kReferral && found.hit.rule != kIndication) return true;
  return !found.follows(asides(), kNear) && !may_come_by_oneself(found);
}

// Where the field for it says that one walks in, the text's "graag even bellen" is a courtesy.
bool says_to_walk_in(const std::vector<FieldHit>& all) {
  const auto is_in_field = [](const FieldHit& found) {
    return found.field->field == Field::kApplication;
  };
  const auto is_open = [&is_in_field](const FieldHit& found) {
    return is_in_field(found) && referral_of(found.hit.rule) == Referral::kNone;
  };
  const auto is_closed = [&](const FieldHit& found) {
    return is_in_field(found) && referral_of(found.hit.rule) != Referral::kNone
           && counts(found, all);
  };
  return std::any_of(all.begin(), all.end(), is_open)
         && std::none_of(all.begin(), all.end(), is_closed);
}

}  // namespace

ReferralFact find_referral(const catalog::Activity& activity, const RecordText& text) {
  static constexpr Fields kFields = {Field::kName,        Field::kDescription, Field::kEligibility,
                                     Field::kApplication, Field::kAlert,       Field::kWaitTime};
  const std::vector<FieldHit> all = find_hits(text, patterns(), kFields);
  const bool is_open = says_to_walk_in(all);
  ReferralFact fact;
  for (const FieldHit& found : all) {
    const Referral referral = referral_of(found.hit.rule);
    if (is_open && referral == Referral::kRegistration) continue;
    if (referral <= fact.referral || !counts(found, all)) continue;
    fact.referral = referral;
    fact.sources.evidence = found.evidence();
  }
  if (fact.referral != Referral::kUnknown) return fact;
  if (const std::optional<Trade> trade = find_trade(text)) {
    const bool hires = trade->kind == Trade::Kind::kHires;
    return {hires ? Referral::kRegistration : Referral::kNone, {trade->evidence, {}}};
  }
  if (!activity.application_process.empty()) {
    const Evidence process{
        Field::kApplication, 0, {0, activity.application_process.size()}, Provenance::kGiven};
    return {Referral::kRegistration, {process, {}}};
  }
  return fact;
}

}  // namespace kring::indexer
