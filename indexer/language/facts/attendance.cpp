// How does one take part?

#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Attendance;
using catalog::AttendanceSet;

enum Rule : std::size_t {
  kHome,
  kPhone,
  kCall,       // the telephone, or a call about something else
  kNamedLine,  // a thing that is called a line, where the text speaks of calling
  kOnline,
  kOnlineToo,  // beside meeting
  kInPerson,
  kFormality,  // how one signs up, where the same words stand
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kHome, "aan huis"},
    {kHome, "bij {you} thuis"},
    {kHome, "bij ..3 aan|in huis"},
    {kHome, "thuis op bezoek"},
    {kHome, "huisbezoek*|thuisbezoek|bezoekvrijwilliger*|bezoekmaatje*|bezoekgroep*"},
    {kHome, "komt|komen ..6 langs"},
    {kHome, "ga|gaan|gaat ..5 naar gezinnen|mensen|ouderen thuis?"},
    {kHome, "bezoekt|bezoeken|bezoek ..8 thuis"},
    {kHome, "komt|komen ..2 bij {you}"},
    {kHome, "bij {you} langs"},
    {kHome, "bezoekt|bezoeken {you}"},
    {kHome, "op bezoek bij|komt|komen"},
    {kHome, "komt|komen|kom|ga|gaan|gaat ..4 op bezoek"},
    {kHome, "in en om het|uw|je huis"},
    {kHome, "bezorg*|thuisbezorgd"},
    {kHome, "aan de deur|keukentafel"},
    {kHome, "in uw|je|jouw eigen? huis|woning|tuin"},
    {kHome, "thuiswonende*"},
    {kHome, "over de vloer"},
    {kHome, "in de thuissituatie"},
    {kHome, "begeleiding|ondersteuning|hulp thuis"},
    {kHome, "bezocht worden|door"},
    {kHome, "worden|wordt ..3 bezocht"},
    {kHome, "op visite bij"},
    {kHome, "visit|visits ..6 at home"},
    {kHome, "komt|komen ..6 bij {you}"},
    {kHome, "komt|komen ..8 bij|naast {you} ..3 zitten|tafel|bank"},
    {kHome, "op uw|je|jouw stoep"},
    {kHome,
     "begeleider|vrijwilliger*|medewerker|coach|maatje|student|verpleegkundige|consulent "
     "komt|komen ..9 langs"},
    {kHome, "klussen|klusjes ..1 bij|voor #|ouderen|senioren|mensen|{you}"},
    {kHome, "klusploeg*|klusteam*|klushulp*|klusmaatje*|klusbrigade*"},
    {kHome, "maaltijd*|boodschappen|eten|boeken ..5 thuis gebracht|bezorgd|afgeleverd"},
    {kHome, "in ..1 eigen omgeving"},
    {kHome, "thuis bij {you}"},
    {kHome, "vrijwilliger|maatje|student|buddy komt ..8 langs"},
    {kHome, "naar uw|je|jouw huis|woning"},
    {kHome, "komt|komen ..1 bij ..4 thuis"},
    {kHome, "komt|komen ..3 thuis meehelpen|helpen|oefenen|voorlezen"},
    {kHome, "maatje|vrijwilliger|buddy|student komt ..1 thuis"},
    {kHome, "bij de|het oudere|senior|gezin|client|deelnemer thuis"},
    {kHome, "vangt|vangen ..2 kind* ..9 op"},
    {kHome, "bezoekt|bezoeken ..2 gezin*|u|je|jou|ouderen|mensen|client*"},
    {kHome, "neemt|nemen ..8 zorg thuis over"},
    {kHome, "home visit*"},
    {kHome, "at home"},
    {kHome, "naar {you} toe"},
    {kHome, "klussendienst|klusdienst|klusvrijwilliger*|tuinhulp"},
    {kHome, "hospita*|personenalarm*|alarmering"},
    {kHome, "hulp bij|in het|de huishouden|huishouding"},
    {kHome, "huishoudelijke|huishoudelijk hulp|ondersteuning|verzorging"},
    {kHome, "thuis bezoek"},
    {kHome,
     "vrijwilliger|medewerker|medewerkster|maatje|student|uitlater komt ..6 per|in week|maand"},
    {kHome, "klus|klusje|klusjes ..12 komt|komen ..1 een|onze"},
    {kHome, "dag van thuiskomst"},
    {kHome, "brengen|brengt ..2 praatje|bezoekje"},
    {kHome, "komen ..3 halen|ophalen"},
    {kPhone,
     "belmaatje*|telefoonmaatje*|belcirkel*|telefooncirkel*|belcontact*|luisterlijn*|belring|"
     "telefoonkring|hulplijn|"
     "belkring|praatlijn|telefoonster|belronde*|belservice|belvrijwilliger*|beldienst|"
     "telefoondienst|telefooncontact|telefoongesprek*|luistertelefoon"},
    {kPhone,
     "telefonisch|telefonische "
     "contact|hulplijn|vraagbaak|gesprek*|hulpdienst|steun|ondersteuning|spreekuur|advies"},
    {kPhone, "bellen|belt elkaar"},
    {kCall, "bellen u|je"},
    {kPhone, "elke|iedere|dagelijks ..8 belt|bellen"},
    {kCall, "belt {you}"},
    {kPhone, "vrijwilliger*|maatje|belmaatje|beller ..4 belt|bellen|opbelt"},
    {kPhone, "elke|iedere|dagelijks|wekelijks ..4 gebeld|opgebeld"},
    {kPhone, "telefonisch|telefonische praatje|maatje|kring|huisbezoek|contactmoment"},
    {kPhone, "contact|gesprek|gesprekken|hulp|steun ..3 telefonisch"},
    {kPhone, "bel|bellen ..8 luistert|luisteren"},
    {kPhone, "belt|bellen ..1 elke|iedere|dagelijks|wekelijks"},
    {kPhone, "laten bellen door"},
    {kPhone, "zit|zitten|staat|staan ..10 aan|bij de lijn|telefoon"},
    {kPhone, "neemt|nemen ..4 iemand ..1 op"},
    {kPhone, "vrijwilliger neemt op"},
    {kPhone, "gaat ..4 de telefoon"},
    {kPhone, "belrondje*"},
    {kPhone, "belketting|belketen|bellijst|beltelefoon|hulptelefoon"},
    {kCall, "{you} ..2 gebeld|opgebeld"},
    {kPhone, "gebeld|opgebeld worden|door"},
    {kPhone, "op afstand mee"},
    {kPhone, "by phone|telephone"},
    {kPhone, "bel|bellen ..2 vrijwilliger luistert"},
    {kPhone, "per|via|over de? telefoon"},
    {kNamedLine, "*lijn|*telefoon"},
    {kOnlineToo,
     "of|liever|en|ook|deels|afwisselend ..2 via|per|op ..1 "
     "beeldbellen|chat|zoom|teams|videobellen|skype|whatsapp"},
    {kOnlineToo, "meekijken|meedoen|meeluisteren|volgen kan? ook? online|thuis|via"},
    {kOnlineToo, "of|ook|kan|kijk|mag|deels ..2 online|digitaal"},
    {kOnlineToo, "ook per|via chat|mail|app|beeldbellen"},
    {kOnlineToo, "zowel|fysiek|live|locatie ..6 online|livestream|digitaal|zoom|beeldbellen"},
    {kOnlineToo, "en|of|ook ..1 via een? livestream"},
    {kOnlineToo, "hybride|hybrid"},
    {kOnlineToo, "helft|deel|sommigen|anderen ..8 thuis|online achter|via|op|met"},
    {kOnline, "thuis achter de|het|je|uw tablet|laptop|computer|scherm|beeldscherm"},
    {kOnlineToo, "tegelijk|ook|en|of ..2 via|met|per ..1 videoverbinding|videogesprek|beeldscherm"},
    {kOnlineToo, "of|en log|logt|loggen ..2 in"},
    {kOnlineToo,
     "mee|meedoen|meepraten|aanschuiven ..1 via|per|met ..2 "
     "teams|zoom|laptop|scherm|skype|tablet|beeldbellen|videobellen"},
    {kOnlineToo, "via|per|op de|een|het|je? laptop|scherm|tablet ..1 aanschuiven|meedoen|mee"},
    {kOnlineToo, "of|en|ook met|via beeldbellen|videobellen|beeldbel|teams|zoom"},
    {kOnlineToo, ", via teams|zoom|beeldbellen|skype"},
    {kOnlineToo, "zend|zenden ..4 uit"},
    {kOnlineToo, "vanuit|van huis ..3 beeldbellen|zoom|teams|meedoen|mee"},
    {kOnlineToo, "eerste|laatste|andere|tussen|rest ..3 is|zijn online"},
    {kInPerson, "op kantoor"},
    {kInPerson, "bij mij|ons ..1 aan de? keukentafel|tafel"},
    {kInPerson, "logeert|logeren|logeerhuis|logeerkamer*|verblijft"},
    {kOnline, "online*"},
    {kOnline, "via het|je|uw? scherm|schermpje|laptop|beeldscherm"},
    {kOnline, "chat of|en mail"},
    {kOnline, "chatroom|chatlijn|mailcontact|mailmaatje*|gameserver"},
    {kOnline, "beeldbel*|videobel*|webinar*|zoom*|discord*|livestream|chatgroep*|chatten"},
    {kOnline, "via|op|in|per|ms|microsoft|google teams|skype|whatsapp|facetime|meet|jitsi"},
    {kOnline, "digitale|virtuele bijeenkomst*|groep*|ontmoeting*|kring|huiskamer|koffie*|cursus"},
    {kOnline, "via de chat|app|website|computer"},
    {kOnline, "chat|chatten|chatcontact ..2 met"},
    {kOnline, "volledig|geheel|helemaal digitaal"},
    {kOnline, "digitaal bij elkaar|samen|bijeen"},
    {kOnline, "vanaf ..2 computer|laptop|tablet"},
    {kOnline, "via een link"},
    {kOnline, "luie stoel"},
    {kOnline, "op afstand"},
    {kOnline, "website en|of app waarop"},
    {kOnline, "forum"},
    {kInPerson, "binnenlopen|binnen lopen"},
    {kInPerson, "loop ..2 binnen"},
    {kInPerson, "spreekt|spreken|spreek ..6 af"},
    {kInPerson, "afspreken"},
    {kInPerson, "gaat|gaan|ga ..4 mee naar"},
    {kInPerson, "gaat|gaan ..2 met {you} mee"},
    {kInPerson,
     "in het|de "
     "buurthuis|wijkcentrum|dorpshuis|bibliotheek|kerk|zaal|park|bos|wijkhuis|gemeenschapshuis"},
    {kInPerson, "samen op stap"},
    {kInPerson, "verzamelen"},
    {kInPerson, "inloop*"},
    {kInPerson, "onderneemt|ondernemen"},
    {kInPerson, "er samen op uit"},
    {kInPerson, "gaat|gaan ..3 wandelen|fietsen|sporten|winkelen|zwemmen"},
    {kInPerson, "op stap"},
    {kInPerson, "in de bieb"},
    {kInPerson, "op locatie"},
    {kInPerson, "fysiek"},
    {kInPerson, "in real life"},
    {kFormality,
     "online|digitaal|telefonisch|zoom|teams|app|chat|website|beeldbellen|videobellen ..3 "
     "aanmelden|aanmelding|boeken|inschrijven|reserveren|bestellen|opgeven|betalen|afspraak|intake|"
     "kennismaking|aanvragen|bereikbaar"},
    {kFormality, "huisbezoek ..3 coordinator|intake|kennismaking|vooraf"},
    {kFormality, "eerst|vooraf ..3 huisbezoek"},
    {kFormality, "kennis|kennismaking|kennismaken|intake|kennismakingsgesprek ..5 thuis|langs"},
    {kFormality, "komt|kom {you} ..6 langs"},
    {kFormality, "komt|komen ..4 eerst ..6 langs|thuis|praten|kennismaken"},
    {kFormality, "bij mij|ons ..1 aan de? keukentafel"},
    {kFormality, "langs|thuis ..2 voor een ..1 gesprek|kennismaking|intake"},
    {kFormality, "komt|komen ..6 langs ..3 kennis|kennismak*|intake|gesprek|gesprekje"},
    {kFormality, "het|dat|alles|allemaal|onderwerpen ..1 komt|komen ..4 langs"},
    {kFormality, "tot ..1 aan de deur"},
    {kFormality, "over ..3 hulp|begeleiding|ondersteuning thuis"},
    {kFormality, "online ..1 ticket|tickets|kaarten|kaartje|kaartjes|agenda|formulier|winkel|shop"},
    {kFormality, "wordt|worden {you} ..1 gebeld|teruggebeld"},
});

const Patterns& patterns() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

// Speaks of signing up or of paying, not of taking part.
const Patterns& formalities() {
  static constexpr auto kWords = std::to_array<PatternRule>({
      {0,
       "aanmeld*|opgave|opgeven|inschrijv*|boeken|reserver*|intake*|kennismak*|betal*|informatie|"
       "vragen|afbellen|bestellen|videokennismaking|voorgesprek*|coordinator"},
      {0, "geen|niet|website|formulier|wachtlijst"},
  });
  static const Patterns kPatterns(kWords);
  return kPatterns;
}

// What is learned or asked, where telephones and computers are the subject.
const Patterns& lessons() {
  static constexpr auto kWords = std::to_array<PatternRule>({
      {0, "cursus|contact|ophalen|leert|leren|hulp|uitleg|over"},
  });
  static const Patterns kPatterns(kWords);
  return kPatterns;
}

// Speaks of a call or a form beside the activity: "u kunt bellen", "binnen een week wordt u
// gebeld".
const Patterns& contacts() {
  static constexpr auto kWords = std::to_array<PatternRule>({
      {0, "u|je|jij|kunt|binnen|daarna|terug"},
  });
  static const Patterns kPatterns(kWords);
  return kPatterns;
}

AttendanceSet stated_by_schedules(const catalog::Activity& activity) {
  AttendanceSet stated;
  for (const catalog::Schedule& schedule : activity.schedules) {
    stated.bits |= schedule.attendance.bits;
  }
  for (const catalog::Site& site : activity.sites) {
    for (const catalog::Schedule& schedule : site.schedules) {
      stated.bits |= schedule.attendance.bits;
    }
  }
  return stated;
}

bool has_physical_site(const catalog::Activity& activity) {
  for (const catalog::Site& site : activity.sites) {
    if (site.attendance.empty() || site.attendance.has(Attendance::kInPerson)) return true;
  }
  return false;
}

AttendanceSet stated_by_sites(const catalog::Activity& activity) {
  AttendanceSet stated;
  for (const catalog::Site& site : activity.sites) {
    stated.bits |= site.attendance.bits;
  }
  return stated;
}

Attendance form_of(std::size_t rule) {
  switch (rule) {
    case kHome:
      return Attendance::kHomeVisit;
    case kPhone:
    case kCall:
    case kNamedLine:
      return Attendance::kPhone;
    case kOnline:
    case kOnlineToo:
      return Attendance::kOnline;
    default:
      return Attendance::kInPerson;
  }
}

struct Told {
  AttendanceFact fact;
  AttendanceSet called;  ///< what its name says, where no words tell of meeting
  bool is_online_too = false;
};

// "Wij komen niet bij u thuis".
bool is_denied(const FieldHit& found) {
  static constexpr auto kDenials = std::to_array<PatternRule>({{0, "niet|nooit|geen"}});
  static const Patterns kPatterns(kDenials);
  const auto first = found.field->tokens.begin();
  return kPatterns.is_in({first + static_cast<std::ptrdiff_t>(found.hit.begin),
                          first + static_cast<std::ptrdiff_t>(found.hit.end)});
}

// "Zorglijn" in the name of what one calls; no railway and no silhouette.
bool is_line(const FieldHit& found, const RecordText& text) {
  static constexpr auto kCalls = std::to_array<PatternRule>({
      {0, "belt|bellen|gebeld|teruggebeld|inspreken|telefoon|telefoonnummer|luistert"},
      {0, "bel of|naar|ons|gratis|tussen"},
  });
  static const Patterns kPatterns(kCalls);
  const std::string& word = found.field->tokens[found.hit.begin].form->folded;
  if (found.field->field != Field::kName || word == "lijn" || word == "telefoon") return false;
  return !find_hits(text, kPatterns, {Field::kDescription}).empty();
}

// Whether it is about the use of screens, however one meets.
bool teaches(const RecordText& text) {
  static constexpr auto kTeaching = std::to_array<PatternRule>({
      {0, "les|lessen|leert|leren|oefent|oefenen|cursus|uitleg|legt"},
  });
  static const Patterns kPatterns(kTeaching);
  return !find_hits(text, kPatterns, {Field::kName, Field::kDescription}).empty();
}

// What a thing is called says how one takes part: "Zoomgroep". Towns lie "op" something.
bool is_called_so(const FieldHit& found, const RecordText& text) {
  static constexpr auto kTowns = std::to_array<PatternRule>({{0, "op"}});
  static const Patterns kPatterns(kTowns);
  const std::size_t rule = found.hit.rule;
  if (found.field->field != Field::kName || found.follows(kPatterns, 1)) return false;
  const bool is_vague = found.field->tokens[found.hit.begin].form->folded == "op";
  return rule == kNamedLine || (rule == kOnline && !is_vague && !teaches(text));
}

bool is_aside(const FieldHit& found, const std::vector<FieldHit>& all) {
  static constexpr std::size_t kNear = 4;
  const std::size_t rule = found.hit.rule;
  if (rule == kFormality || is_overlapped_by(kFormality, found, all)) return true;
  if (found.field->field == Field::kName) return false;
  if (rule == kHome && is_denied(found)) return true;
  if (found.follows(formalities(), kNear)) return true;
  if (rule == kCall && found.follows(contacts(), kNear)) return true;
  return (rule == kCall || rule == kOnline) && found.follows(lessons(), kNear);
}

// What the words tell, and where first.
Told told_in(const RecordText& text) {
  static constexpr Fields kFields = {Field::kName, Field::kDescription, Field::kTag,
                                     Field::kScheduleNote};
  Told told;
  const std::vector<FieldHit> all = find_hits(text, patterns(), kFields);
  for (const FieldHit& found : all) {
    if (is_aside(found, all)) continue;
    if (found.hit.rule == kNamedLine && !is_line(found, text)) continue;
    if (is_called_so(found, text)) told.called.add(form_of(found.hit.rule));
    if (told.fact.forms.empty()) told.fact.sources.evidence = found.evidence();
    told.fact.forms.add(form_of(found.hit.rule));
    told.is_online_too = told.is_online_too || found.hit.rule == kOnlineToo;
  }
  if (told.is_online_too || told.fact.forms.has(Attendance::kInPerson)) told.called = {};
  return told;
}

AttendanceSet without(AttendanceSet forms, Attendance form) {
  forms.bits = static_cast<std::uint8_t>(forms.bits & ~(1U << static_cast<unsigned>(form)));
  return forms;
}

}  // namespace

AttendanceFact find_attendance_forms(const catalog::Activity& activity, const RecordText& text) {
  AttendanceSet scheduled = stated_by_schedules(activity);
  const Told told = told_in(text);
  if (!scheduled.empty()) {
    if (told.is_online_too && scheduled.has(Attendance::kInPerson))
      scheduled.add(Attendance::kOnline);
    return {scheduled, {Evidence{Field::kScheduleNote, 0, {}, Provenance::kGiven}, {}}};
  }
  AttendanceFact fact = told.fact;
  if (!told.called.empty()) {
    fact.forms = told.called;
    return fact;
  }
  const bool has_place = has_physical_site(activity);
  if (has_place && !activity.schedules.empty()) fact.forms.add(Attendance::kInPerson);
  fact.forms.bits |= stated_by_sites(activity).bits;
  if (told.is_online_too && !fact.forms.has(Attendance::kHomeVisit)) {
    fact.forms.add(Attendance::kInPerson);
  }
  // Where one meets, or is visited, the telephone and the computer are means beside it.
  const bool is_met =
      fact.forms.has(Attendance::kInPerson) || fact.forms.has(Attendance::kHomeVisit);
  if (is_met) fact.forms = without(fact.forms, Attendance::kPhone);
  if (is_met && !told.is_online_too) fact.forms = without(fact.forms, Attendance::kOnline);
  if (fact.forms.empty()) fact.forms.add(Attendance::kInPerson);
  return fact;
}

}  // namespace kring::indexer
