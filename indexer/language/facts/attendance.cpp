// How does one take part?

#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/facts/form_words.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Attendance;
using catalog::AttendanceSet;

const Patterns& patterns() {
  static const Patterns kPatterns(kFormWords);
  return kPatterns;
}

// Speaks of signing up or of paying, not of taking part.
const Patterns& formalities() {
  static constexpr auto kWords = std::to_array<PatternRule>({
      {0,
       "aanmeld*|opgave|opgeven|inschrijv*|reserver*|intake*|kennismak*|betal*|informatie|"
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
    case kAtHome:
      return Attendance::kHomeVisit;
    case kPhone:
    case kCall:
    case kNamedLine:
      return Attendance::kPhone;
    case kOnline:
    case kOnlineToo:
    case kOnlyOnline:
      return Attendance::kOnline;
    default:
      return Attendance::kInPerson;
  }
}

struct Told {
  AttendanceFact fact;
  AttendanceSet called;  ///< what its name says, where no words tell of meeting
  bool is_online_too = false;
  bool is_by_phone = false;  ///< so called, or told more than once
  /// How one takes part by now, where it was otherwise before.
  std::optional<AttendanceFact> changed;
};

// "Wij komen niet bij u thuis".
bool is_denied(const FieldHit& found) {
  static constexpr auto kDenials = std::to_array<PatternRule>({{0, "niet|nooit|geen"}});
  static const Patterns kPatterns(kDenials);
  return found.has_within(kPatterns);
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
  const Token* next = found.after();
  const std::string& last = found.field->tokens[found.hit.end - 1].form->folded;
  const bool closes = next == nullptr || next->form->folded == ")";
  if (rule == kPhone || (rule == kOnline && last == "online" && closes)) return true;
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

// Tells nothing of taking part, or not where there is a place to go to.
bool is_moot(const FieldHit& found,
             const std::vector<FieldHit>& all,
             const catalog::Activity& activity,
             const RecordText& text) {
  if (is_aside(found, all)) return true;
  if (found.hit.rule == kAtHome) return has_physical_site(activity);
  return found.hit.rule == kNamedLine && !is_line(found, text);
}

// "Voorheen in het buurthuis, nu alleen nog via Zoom".
AttendanceFact changed_by(const FieldHit& found) {
  AttendanceFact fact;
  fact.forms.add(form_of(found.hit.rule));
  fact.sources.evidence = found.evidence();
  return fact;
}

// Adds what one hit tells.
void add(Told& told, const FieldHit& found, const RecordText& text) {
  const Attendance form = form_of(found.hit.rule);
  if (found.hit.rule == kOnlyOnline || found.hit.rule == kMetAgain)
    told.changed = changed_by(found);
  if (is_called_so(found, text)) told.called.add(form);
  if (told.fact.forms.empty()) told.fact.sources.evidence = found.evidence();
  told.fact.forms.add(form);
  told.is_online_too = told.is_online_too || found.hit.rule == kOnlineToo;
}

// What the words tell, and where first.
Told told_in(const catalog::Activity& activity, const RecordText& text) {
  static constexpr Fields kFields = {Field::kName, Field::kDescription, Field::kTag,
                                     Field::kScheduleNote};
  Told told;
  int calls = 0;
  const std::vector<FieldHit> all = find_hits(text, patterns(), kFields);
  for (const FieldHit& found : all) {
    if (is_moot(found, all, activity, text)) continue;
    if (found.hit.rule == kPhone) ++calls;
    add(told, found, text);
  }
  told.is_by_phone = calls > 1 || told.called.has(Attendance::kPhone);
  const bool is_met_too = told.is_online_too || told.fact.forms.has(Attendance::kInPerson);
  if (is_met_too && !told.called.has(Attendance::kPhone)) told.called = {};
  return told;
}

AttendanceSet without(AttendanceSet forms, Attendance form) {
  forms.bits = static_cast<std::uint8_t>(forms.bits & ~(1U << static_cast<unsigned>(form)));
  return forms;
}

// Who works, or buys, comes.
std::optional<AttendanceFact> find_trading(const catalog::Activity& activity,
                                           const RecordText& text) {
  const std::optional<Trade> trade = find_trade(text);
  if (!trade) return std::nullopt;
  if (trade->kind != Trade::Kind::kHires && !has_physical_site(activity)) return std::nullopt;
  AttendanceFact there;
  there.forms.add(Attendance::kInPerson);
  there.sources.evidence = trade->evidence;
  return there;
}

// What words and places come to, where neither name nor schedule says.
AttendanceSet combined(const Told& told, const catalog::Activity& activity) {
  AttendanceSet forms = told.fact.forms;
  // Who answers the telephone sits somewhere, and at certain hours.
  AttendanceSet calls;
  calls.add(Attendance::kPhone);
  const bool only_calls = told.is_by_phone && forms == calls;
  const bool has_place = has_physical_site(activity) && !only_calls;
  if (has_place && !activity.schedules.empty()) forms.add(Attendance::kInPerson);
  forms.bits |= stated_by_sites(activity).bits;
  if (told.is_online_too && !forms.has(Attendance::kHomeVisit)) forms.add(Attendance::kInPerson);
  // Where one meets, or is visited, the telephone and the computer are means beside it.
  const bool is_met = forms.has(Attendance::kInPerson) || forms.has(Attendance::kHomeVisit);
  if (is_met) forms = without(forms, Attendance::kPhone);
  if (is_met && !told.is_online_too) forms = without(forms, Attendance::kOnline);
  if (forms.empty()) forms.add(Attendance::kInPerson);
  return forms;
}

}  // namespace

AttendanceFact find_attendance_forms(const catalog::Activity& activity, const RecordText& text) {
  if (const auto there = find_trading(activity, text)) return *there;
  AttendanceSet scheduled = stated_by_schedules(activity);
  const Told told = told_in(activity, text);
  if (told.changed) return *told.changed;
  if (!scheduled.empty()) {
    if (told.is_online_too && scheduled.has(Attendance::kInPerson))
      scheduled.add(Attendance::kOnline);
    return {scheduled, {Evidence{Field::kScheduleNote, 0, {}, Provenance::kGiven}, {}}};
  }
  AttendanceFact fact = told.fact;
  fact.forms = told.called.empty() ? combined(told, activity) : told.called;
  return fact;
}

}  // namespace kring::indexer
