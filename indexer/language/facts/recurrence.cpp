// How often does it happen?

#include <array>

#include "indexer/language/call_hours.h"
#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Recurrence;

enum Rule : std::size_t {
  kFortnightly,
  kMonthly,
  kWeekly,
  kIrregular,
  kContinuous,
  kOnce,
  kBareDay,  // "op maandag": every week where nothing tells otherwise
  kHours,    // "ma t/m vr": every week, or whenever one asks
  kAlways,   // day and night, whatever else is told
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kFortnightly, "om de week"},
    {kFortnightly, "om de andere|veertien week|dag|dagen"},
    {kFortnightly, "twee|2 keer|maal|x per|in de? maand"},
    {kFortnightly, "tweemaal per maand"},
    {kFortnightly, "tweewekelijks|tweewekelijkse|veertiendaags*"},
    {kFortnightly, "elke|iedere|eens|keer|per ..2 twee|2|veertien|14 weken|dagen"},
    {kFortnightly, "elke|iedere 2 weken"},
    {kFortnightly, "elke|iedere andere {day}"},
    {kFortnightly, "om|in de twee|2|veertien|14 dagen|weken"},
    {kFortnightly, "in de even|oneven weken"},
    {kFortnightly, "eerste|1e en derde|3e {day}"},
    {kFortnightly, "{ordinal} {day} van|v de maand ..8 , ..3 {ordinal} {day}"},
    {kFortnightly, "even|oneven weken|week"},
    {kFortnightly, "tweede|2e en vierde|4e {day}"},
    {kFortnightly, "every other|two week|weeks"},
    {kFortnightly, "per twee|2 weken"},
    {kMonthly, "{ordinal} {day} van|v|vd|in|per|elke|iedere? ..2 maand"},
    {kMonthly, "elke|iedere|every {ordinal} {day}"},
    {kMonthly, "maandelijks*"},
    {kMonthly, "een|1|keer|keertje|x per maand"},
    {kMonthly, "elke|iedere|per|every maand|month"},
    {kMonthly, "{ordinal} {day} {daypart}? v|van|vd|of|per"},
    {kMonthly, "< {ordinal} {day}"},
    {kMonthly, "{ordinal} {day} ,|. "},
    {kMonthly, "eens|keer|keertje|maal|x per|in de? maand"},
    {kIrregular, "tweemaandelijks*"},
    {kIrregular, "om de maand"},
    {kIrregular, "{ordinal} {day} van het? kwartaal|seizoen"},
    {kIrregular, "# avonden|middagen|ochtenden|dagen|bijeenkomsten per|in het? jaar|seizoen"},
    {kIrregular, "elk|elke|ieder|iedere|per|om|eens het? kwartaal|seizoen"},
    {kIrregular, "elke|iedere|eens|keer|per|om ..2 drie|3|vier|4|zes|6|acht|8 weken|maanden"},
    {kIrregular, "eens|keer per|in het? kwartaal|jaar"},
    {kIrregular, "{ordinal} {day} van ..1 oneven|even maanden"},
    {kIrregular, "{ordinal} {day} van {month} , {month}"},
    {kIrregular, "aantal|paar keer per jaar"},
    {kIrregular, "wisselend|wisselende|onregelmatig*"},
    {kIrregular, "volgens planning|rooster"},
    {kIrregular, "*maal per|in seizoen|jaar"},
    {kIrregular, "# keer|maal|x per|in seizoen|jaar|kwartaal"},
    {kIrregular, "in ..1 overleg"},
    {kIrregular, "om|in de # dagen|weken"},
    {kIrregular, "op afspraak"},
    {kIrregular, "# {day} per|in het? jaar|seizoen"},
    {kIrregular, "data : ..1 # {month}"},
    {kIrregular, "# {month} , ..1 # {month} en|, ..1 # {month}"},
    {kIrregular,
     "maximaal|tot|hooguit|hoogstens|ongeveer|circa # "
     "gesprekken|sessies|bezoeken|ontmoetingen|consulten|afspraken"},
    {kIrregular, "# tot|of|a # gesprekken|sessies|bezoeken|telefoongesprekken"},
    {kIrregular, "# tot|of|a # keer mee|samen"},
    {kIrregular, "eerste # keer ..2 mee"},
    {kIrregular, "de eerste # keer|keren"},
    {kIrregular, "zoals|wanneer|als het {you}? ..2 uitkomt|schikt"},
    {kIrregular, "zo vaak als|u|je|jullie ..4 afspreekt|afspreken|samen"},
    {kIrregular, "spreekt|spreken ..2 samen|onderling|zelf ..2 af wanneer|hoe"},
    {kIrregular, "zolang|zo lang als? ..2 nodig"},
    {kIrregular, "tot {you} het ..2 zelf|alleen kunt|kan|redt"},
    {kIrregular, "tot het ..1 zelf|alleen lukt|gaat"},
    {kIrregular, "bij|op mooi|droog|goed weer"},
    {kIrregular, "af en toe|zo nu en dan|nu en dan|geregeld|van tijd tot tijd"},
    {kIrregular, "met|op onregelmatige|wisselende ..1 {day}|tijden|dagen"},
    {kWeekly, "elke|iedere|each|every {day}"},
    {kWeekly, "elke|iedere|every week|weekend"},
    {kWeekly,
     "keer|maal|x|ochtend|middag|avond|dagdeel|dag|dagen|ochtenden|middagen|afspraak|ontmoeting "
     "per|in de? week"},
    {kWeekly, "wekelijks*|weekly"},
    {kWeekly, "dagelijks*|doordeweeks*|daily"},
    {kHours, "op|alle|tijdens|van werkdagen"},
    {kHours, "< werkdagen"},
    {kHours, "werkdagen van|tussen|#"},
    {kWeekly, "elke|iedere|alle dag|werkdag|ochtend|middag|avond|dagen|morgen"},
    {kWeekly, "# keer|x|maal|dagen per|in de week"},
    {kWeekly, "# dagdelen"},
    {kHours, "{day} t / m {day}"},
    {kHours, "{day} tot en met {day}"},
    {kWeekly, "alle {day}"},
    {kHours, "{day} - {day}"},
    {kBareDay, "{day} en|, {day}"},
    {kBareDay, "op|van {day}"},
    {kBareDay, "{day} ..1 #"},
    {kBareDay, "maandags|dinsdags|woensdags|donderdags|vrijdags|zaterdags|zondags"},
    {kAlways, "24 uur per|/"},
    {kAlways, "24 / 7"},
    {kAlways, "24 uur per dag ,? # dagen"},
    {kAlways, "dag en nacht ,? bereikbaar|open|bellen|terecht|iemand"},
    {kContinuous, "24 uur"},
    {kContinuous, "dag en nacht"},
    {kContinuous, "dag en nacht ,? # dagen"},
    {kContinuous, "doorlopend|permanent ..1 open|geopend|bereikbaar|terecht"},
    {kContinuous, "op elk|ieder moment|tijdstip"},
    {kContinuous, "zo vaak {you} wilt|wil"},
    {kContinuous, "deur|deuren ..3 altijd ..1 open"},
    {kContinuous, "tijdens winkeltijden|openingstijden|kantooruren"},
    {kContinuous, "op afroep|aanvraag"},
    {kContinuous, "wanneer u|je wilt"},
    {kContinuous, "altijd open|bereikbaar|bellen"},
    {kOnce, "{day} # {month}"},
    {kOnce, "op # {month}"},
    {kOnce, "# {month} 2026|2027|2025|2028"},
});

const Patterns& patterns() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

bool has(const std::string& rrule, std::string_view part) {
  return rrule.find(part) != std::string::npos;
}

bool is_every_time(const std::string& rrule) {
  return has(rrule, "INTERVAL=1;") || rrule.ends_with("INTERVAL=1") || !has(rrule, "INTERVAL=");
}

Recurrence of_weekly_rule(const std::string& rrule) {
  if (is_every_time(rrule)) return Recurrence::kWeekly;
  if (has(rrule, "INTERVAL=2")) return Recurrence::kFortnightly;
  return has(rrule, "INTERVAL=4") ? Recurrence::kMonthly : Recurrence::kIrregular;
}

// Two days a month is about every fortnight.
Recurrence of_monthly_rule(const std::string& rrule) {
  if (!is_every_time(rrule)) return Recurrence::kIrregular;
  const std::size_t days = rrule.find("BYDAY=");
  const bool is_twice = days != std::string::npos && rrule.find(',', days) != std::string::npos;
  return is_twice ? Recurrence::kFortnightly : Recurrence::kMonthly;
}

Recurrence of_rule(const std::string& rrule) {
  if (has(rrule, "FREQ=DAILY")) return Recurrence::kWeekly;
  if (has(rrule, "FREQ=WEEKLY")) return of_weekly_rule(rrule);
  if (has(rrule, "FREQ=MONTHLY")) return of_monthly_rule(rrule);
  return has(rrule, "FREQ=YEARLY") ? Recurrence::kOneOff : Recurrence::kUnknown;
}

// The most frequent of the schedules' rules; a single day is one occasion.
Recurrence of_schedules(const std::vector<catalog::Schedule>& schedules, Recurrence known) {
  for (const catalog::Schedule& schedule : schedules) {
    if (is_for_calls(schedule)) continue;
    Recurrence found = of_rule(schedule.rrule);
    const bool is_one_day = schedule.rrule.empty() || schedule.last_day == schedule.first_day;
    if (schedule.first_day && is_one_day) found = Recurrence::kOneOff;
    if (found != Recurrence::kUnknown && (known == Recurrence::kUnknown || found < known))
      known = found;
  }
  return known;
}

Recurrence of_words(std::size_t rule) {
  switch (rule) {
    case kFortnightly:
      return Recurrence::kFortnightly;
    case kMonthly:
      return Recurrence::kMonthly;
    case kWeekly:
    case kBareDay:
    case kHours:
      return Recurrence::kWeekly;
    case kIrregular:
      return Recurrence::kIrregular;
    case kContinuous:
    case kAlways:
      return Recurrence::kContinuous;
    default:
      return Recurrence::kOneOff;
  }
}

bool tells_of_times(const FieldHit& found) {
  return found.hit.rule <= kIrregular;
}

// Whether `found` tells more than `best`: a more frequent time, or that a monthly one is loose. A
// bare day ("bel op maandag") yields to what tells how often.
bool tells_more(const FieldHit& found, const FieldHit& best) {
  if (best.hit.rule == kAlways || found.hit.rule == kAlways) return found.hit.rule == kAlways;
  const bool is_bare = found.hit.rule == kBareDay || found.hit.rule == kHours;
  const bool was_bare = best.hit.rule == kBareDay || best.hit.rule == kHours;
  if (is_bare && tells_of_times(best)) return false;
  if (was_bare && tells_of_times(found)) return true;
  if (was_bare && overlaps(found, best)) return found.hit.rule == kOnce;
  if (best.hit.rule == kMonthly && found.hit.rule == kIrregular) return true;
  return !overlaps(found, best) && of_words(found.hit.rule) < of_words(best.hit.rule);
}

// "€ 275 per maand", "25 cent per week".
bool is_a_price(const FieldHit& found) {
  static constexpr auto kMoney = std::to_array<PatternRule>({
      {0, "€ #"},
      {0, "# euro|cent|eur|€|huur"},
      {0, "contributie|abonnement*|lidmaatschap|kosten|huur|tarief"},
  });
  static const Patterns kPatterns(kMoney);
  static constexpr std::size_t kNear = 4;
  return found.follows(kPatterns, kNear);
}

// The first day of a series is no single occasion: "start maandag 11 januari".
bool is_a_start(const FieldHit& found) {
  static constexpr auto kStarts = std::to_array<PatternRule>({
      {0, "start*|begin*|vanaf|ingang|eerste|volgende|nieuwe|tot|groep|reeks"},
  });
  static const Patterns kPatterns(kStarts);
  static constexpr std::size_t kNear = 6;
  return found.hit.rule == kOnce && found.follows(kPatterns, kNear);
}

// When one can ask for it is not when it is: "bel op maandag".
bool is_for_asking(const FieldHit& found) {
  static constexpr auto kAsking = std::to_array<PatternRule>({
      {0, "bel|bellen|belt|melding*|aanvragen|aanvraag|aanmelden|opgeven|bestellen|bereikbaar"},
  });
  static const Patterns kPatterns(kAsking);
  static constexpr std::size_t kNear = 4;
  return found.hit.rule == kBareDay && found.follows(kPatterns, kNear);
}

// Of what the words tell, the most frequent: "elke week of om de week" is weekly.
std::optional<FieldHit> find_told(const RecordText& text) {
  static constexpr Fields kFields = {Field::kName, Field::kScheduleNote, Field::kDescription};
  std::optional<FieldHit> best;
  for (FieldHit& found : find_hits(text, patterns(), kFields)) {
    if (is_a_price(found) || is_a_start(found) || is_for_asking(found)) continue;
    if (!best || tells_more(found, *best)) best = std::move(found);
  }
  return best;
}

// Whether words of this rule hold beside a schedule that leaves out "om de week", or of one day.
bool loosens(std::size_t rule, Recurrence given) {
  return (rule == kFortnightly && given == Recurrence::kWeekly)
         || (rule <= kIrregular && given == Recurrence::kOneOff);
}

}  // namespace

RecurrenceFact find_recurrence(const catalog::Activity& activity,
                               const RecordText& text,
                               const catalog::Usual& usual) {
  Recurrence given = of_schedules(activity.schedules, Recurrence::kUnknown);
  for (const catalog::Site& site : activity.sites) {
    given = of_schedules(site.schedules, given);
  }
  const Evidence schedules{Field::kScheduleNote, 0, {}, Provenance::kGiven};
  const std::optional<FieldHit> told = find_told(text);
  const bool is_loose = told && loosens(told->hit.rule, given);
  if (given != Recurrence::kUnknown && !is_loose) {
    RecurrenceFact fact{given, {schedules, {}}};
    if (told && of_words(told->hit.rule) != given) fact.sources.conflict = told->evidence();
    return fact;
  }
  if (is_loose) return {of_words(told->hit.rule), {told->evidence(), schedules}};
  if (const std::optional<Trade> trade = find_trade(text)) {
    const bool hires = trade->kind == Trade::Kind::kHires;
    return {hires ? Recurrence::kOneOff : Recurrence::kContinuous, {trade->evidence, {}}};
  }
  if (told) {
    return {of_words(told->hit.rule), {told->evidence(), {}}, told->hit.rule == kHours};
  }
  if (usual.recurrence == Recurrence::kUnknown) return {Recurrence::kUnknown, {}, true};
  const Evidence kind{Field::kScheduleNote, 0, {}, Provenance::kUsual};
  return {usual.recurrence, {kind, {}}, true};
}

Recurrence settle_recurrence(const RecurrenceFact& fact,
                             std::optional<catalog::GroupSize> size,
                             catalog::AttendanceSet forms) {
  catalog::AttendanceSet calls;
  calls.add(catalog::Attendance::kPhone);
  const bool is_asked_for =
      size == catalog::GroupSize::kService
      || (forms == calls && size == catalog::GroupSize::kOneToOne && fact.sources.evidence
          && fact.sources.evidence->provenance != Provenance::kUsual);
  return fact.has_hours_only && is_asked_for ? Recurrence::kContinuous : fact.recurrence;
}

}  // namespace kring::indexer
