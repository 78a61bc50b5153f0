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
  kOnline,
  kOnlineToo,  // beside meeting
  kInPerson,
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
    {kHome, "komt|komen|kom ..4 op bezoek"},
    {kHome, "bezorg*|thuisbezorgd"},
    {kHome, "aan de deur|keukentafel"},
    {kHome, "in uw|je|jouw eigen? huis|woning|tuin"},
    {kHome, "thuiswonende*"},
    {kHome, "over de vloer"},
    {kHome, "in de thuissituatie"},
    {kHome, "in ..1 eigen omgeving"},
    {kHome, "thuis bij {you}"},
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
    {kHome, "komen ..3 halen|ophalen"},
    {kPhone,
     "belmaatje*|telefoonmaatje*|belcirkel*|telefooncirkel*|belcontact*|luisterlijn*|belring|"
     "telefoonkring|hulplijn|"
     "belkring|praatlijn|telefoonster|belronde*|belservice|belvrijwilliger*|beldienst|"
     "telefoondienst|telefooncontact|telefoongesprek*|luistertelefoon"},
    {kPhone,
     "telefonisch|telefonische "
     "contact|hulplijn|vraagbaak|gesprek*|hulpdienst|steun|ondersteuning|spreekuur|advies"},
    {kPhone, "bellen elkaar|u|je"},
    {kPhone, "elke|iedere|dagelijks ..8 belt|bellen"},
    {kPhone, "belt {you}"},
    {kPhone, "belt|bellen ..1 elke|iedere|dagelijks|wekelijks"},
    {kPhone, "laten bellen door"},
    {kPhone, "stem aan de lijn"},
    {kPhone, "belketting|belketen|bellijst|beltelefoon|hulptelefoon"},
    {kPhone, "{you} ..2 gebeld|opgebeld"},
    {kPhone, "gebeld|opgebeld worden|door"},
    {kPhone, "op afstand mee"},
    {kPhone, "by phone|telephone"},
    {kPhone, "bel|bellen ..2 vrijwilliger luistert"},
    {kPhone, "per|via|over de? telefoon"},
    {kOnlineToo,
     "of|liever|en|ook|deels|afwisselend ..2 via|per|op ..1 "
     "beeldbellen|chat|zoom|teams|videobellen|skype|whatsapp"},
    {kOnlineToo, "meekijken|meedoen|meeluisteren|volgen kan? ook? online|thuis|via"},
    {kOnlineToo, "of|ook|kan|kijk|mag|deels ..2 online|digitaal"},
    {kOnlineToo, "ook per|via chat|mail|app|beeldbellen"},
    {kOnlineToo, "zowel|fysiek ..4 online"},
    {kOnlineToo, "hybride|hybrid"},
    {kInPerson, "op kantoor"},
    {kOnline, "online*"},
    {kOnline, "via het|je|uw? scherm|schermpje|laptop|beeldscherm"},
    {kOnline, "chat of|en mail"},
    {kOnline, "chatroom|chatlijn|mailcontact|mailmaatje*|gameserver"},
    {kOnline, "beeldbel*|videobel*|webinar*|zoom*|discord*|livestream|chatgroep*|chatten"},
    {kOnline, "via|op|in|per|ms|microsoft|google teams|skype|whatsapp|facetime|meet|jitsi"},
    {kOnline, "digitale|virtuele bijeenkomst*|groep*|ontmoeting*|kring|huiskamer|koffie*|cursus"},
    {kOnline, "via de chat|app|website|computer"},
    {kOnline, "chat met"},
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
    {kInPerson, "ontmoeten elkaar"},
    {kInPerson, "op locatie"},
    {kInPerson, "fysiek"},
    {kInPerson, "in real life"},
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
       "vragen|afbellen|bestellen|videokennismaking|voorgesprek*|coordinator|gesprek"},
      {0, "geen|niet|cursus|website|formulier|contact|wachtlijst"},
      {0, "ophalen|leert|leren|hulp|uitleg|over"},
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
  bool is_online_too = false;
};

bool is_aside(const FieldHit& found) {
  static constexpr std::size_t kNear = 4;
  if (found.field->field == Field::kName) return false;
  const Attendance form = form_of(found.hit.rule);
  const bool is_far = form == Attendance::kPhone || form == Attendance::kOnline;
  return found.follows(formalities(), kNear) || (is_far && found.follows(contacts(), kNear));
}

// What the words tell, and where first.
Told told_in(const RecordText& text) {
  static constexpr Fields kFields = {Field::kName, Field::kDescription, Field::kTag,
                                     Field::kScheduleNote};
  Told told;
  for (const FieldHit& found : find_hits(text, patterns(), kFields)) {
    if (is_aside(found)) continue;
    if (told.fact.forms.empty()) told.fact.sources.evidence = found.evidence();
    told.fact.forms.add(form_of(found.hit.rule));
    told.is_online_too = told.is_online_too || found.hit.rule == kOnlineToo;
  }
  return told;
}

AttendanceSet without(AttendanceSet forms, Attendance form) {
  forms.bits = static_cast<std::uint8_t>(forms.bits & ~(1U << static_cast<unsigned>(form)));
  return forms;
}

}  // namespace

AttendanceFact find_attendance_forms(const catalog::Activity& activity, const RecordText& text) {
  const AttendanceSet scheduled = stated_by_schedules(activity);
  if (!scheduled.empty()) {
    return {scheduled, {Evidence{Field::kScheduleNote, 0, {}, Provenance::kGiven}, {}}};
  }
  const Told told = told_in(text);
  AttendanceFact fact = told.fact;
  const bool has_place = has_physical_site(activity);
  if (has_place && !activity.schedules.empty()) fact.forms.add(Attendance::kInPerson);
  fact.forms.bits |= stated_by_sites(activity).bits;
  // Where one meets, or is visited, the telephone and the computer are means beside it.
  const bool is_met =
      fact.forms.has(Attendance::kInPerson) || fact.forms.has(Attendance::kHomeVisit);
  if (is_met) fact.forms = without(fact.forms, Attendance::kPhone);
  if (is_met && !told.is_online_too) fact.forms = without(fact.forms, Attendance::kOnline);
  if (fact.forms.empty()) fact.forms.add(Attendance::kInPerson);
  return fact;
}

}  // namespace kring::indexer
