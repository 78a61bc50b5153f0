// Does it still exist, and is there room?

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "indexer/language/facts.h"
#include "indexer/language/facts/closing_words.h"
#include "indexer/language/facts/ending_signs.h"
#include "indexer/language/facts/endings.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Answer;

// Of a text of some fifteen words: fewer tell the model of endings little.
constexpr std::size_t kFewestSigns = 80;

const Patterns& patterns() {
  static const Patterns kPatterns(kClosings);
  return kPatterns;
}

// Words before a hit that take its point away: "nooit", "niet gestopt", "wie gestopt is met
// drinken".
const Patterns& undoers() {
  static constexpr auto kUndoers = std::to_array<PatternRule>({
      {0, "wie|die|als|indien|wanneer|mocht|wilt|wil|willen|je|jij|nooit|niet|geen|zodra|mensen"},
      {0, "waar|zelf|winkel*|school|vervoerder|*vervoerder|uw|jouw|contract|uitkering|relatie"},
      {0, "feestdagen|vakantie*|schoolvakantie*|kerst*|zomer*|winter*|pasen|oud"},
      {0, "juli of|en|t|tot|is|zijn|gaat|ligt|liggen"},
      {0, "augustus is|zijn|gaat|ligt|liggen"},
      {0, "maandag*|dinsdag*|woensdag*|donderdag*|vrijdag*|zaterdag*|zondag*"},
      {0, "roken|drinken|blowen|gokken|leven|studie|opleiding|baan"},
      {0, "keuken*|stand|tussen|groot|lift|toilet|website"},
  });
  static const Patterns kPatterns(kUndoers);
  return kPatterns;
}

// Words in its sentence by which it ends only then, or only for some.
const Patterns& conditions() {
  static constexpr auto kConditions = std::to_array<PatternRule>({
      {0, "regen|regent|onweer|storm|stormt|sneeuw|gladheid|ijzel|hitte|hittegolf"},
      {0, "slecht|winters weer"},
      {0, "bij onvoldoende|te|minder|extreem|slecht|ziekte"},
      {0, "bij ..2 code|vorst|ijs|harde|storm|onweer|kou|afwezigheid|uitval|weinig|laag|hoog"},
      {0, "code geel|oranje|rood"},
      {0, "< in {month} ..2 ligt|liggen|gaat|gaan|sluit|sluiten"},
      {0, "in de zomer*|winter* ..3 ligt|liggen|stil|dicht|gesloten|geen"},
      {0, "om|rond|vanaf # uur ..2 ligt|liggen"},
      {0, "als|indien|wanneer|tenzij|mits ..8 regen*|weer|ijs|code|aanmelding*|deelnemers|ziek"},
      {0,
       "in|tijdens|rond|met|op ..2 "
       "schoolvakantie*|zomervakantie|kerstvakantie|herfstvakantie|voorjaarsvakantie|meivakantie|"
       "feestdag*|kerst|kerstdagen|pasen|paasdagen|pinksteren|hemelvaart*|carnaval|koningsdag|"
       "ramadan"},
      {0, "lift ..8 defect|kapot|stuk|gerepareerd|dienst|gebruik"},
      {0, "in|behalve {month} en|of|t {month}"},
      {0, "oude|vorige|vroegere locatie|adres|pand|zaal|gebouw|plek"},
      {0, "draait|draaien|gaat|gaan|loopt|lopen ..1 gewoon door|verder"},
      {0, "weggevallen , vragen|kost|betalen|betaalt"},
      {0, "maar wij|we ..2 gaan|stappen|draaien|blijven|lopen|spelen|zingen|zelfstandig"},
      {0, "wij|we gaan ..1 vrolijk|gewoon|samen|zelf door|verder"},
      {0, "maar niet getreurd"},
      {0, "onder die|deze|oude naam"},
  });
  static const Patterns kPatterns(kConditions);
  return kPatterns;
}

bool is_title(const FieldHit& found) {
  return found.field->field == Field::kName || found.field->field == Field::kAlert;
}

// "We stoppen steeds en praten erover": they go on.
bool is_pause(const FieldHit& found) {
  static constexpr auto kPauses = std::to_array<std::string_view>(
      {"steeds", "telkens", "even", "soms", "onderweg", "regelmatig", "vaak", "halverwege", "om",
       "bij", "voor", "tussendoor", "altijd"});
  const Token* next = found.after();
  return next != nullptr
         && std::find(kPauses.begin(), kPauses.end(), next->form->folded) != kPauses.end();
}

// "Gestopt met drinken", "sinds de winkel dicht is": someone else.
bool is_of_another(const FieldHit& found) {
  static constexpr auto kOurs = std::to_array<std::string_view>(
      {"de", "deze", "dit", "het", "onze", "ons", "ingang", "pijn"});
  const Token* next = found.after();
  if (next == nullptr) return false;
  const std::string& last = found.field->tokens[found.hit.end - 1].form->folded;
  const bool opens_clause = found.field->tokens[found.hit.begin].form->folded == "sinds"
                            && (next->form->folded == "is" || next->form->folded == "zijn");
  if (opens_clause) return true;
  const Token* what = found.after(1);
  return next->form->folded == "met" && (last == "gestopt" || last == "stoppen") && what != nullptr
         && std::find(kOurs.begin(), kOurs.end(), what->form->folded) == kOurs.end();
}

// "Gesloten op feestdagen", "gesloten groep": it goes on.
bool is_closed_at_times(const FieldHit& found) {
  static constexpr auto kTimes = std::to_array<PatternRule>({
      {0,
       "< in|op|tijdens|tussen|met|rond ..2 "
       "feestdag*|vakantie*|schoolvakantie*|*vakantie|*vakanties|kerst*|zomer*|juli|augustus|{"
       "day}|weekend*|nieuwjaarsdag|oudjaarsdag|koningsdag|hemelvaartsdag|avonds"},
      {0, "< op # {month}"},
      {0, "< s avonds"},
      {0, "< *groep|*kring|*afdeling|meeting|setting|*cursus|inschrijving"},
  });
  static const Patterns kPatterns(kTimes);
  const std::string& last = found.field->tokens[found.hit.end - 1].form->folded;
  if (last != "gesloten" && last != "dicht") return false;
  return kPatterns.is_in(found.behind(4));
}

// "Tot nader order gesloten", not "tot nader order in de kerk".
bool tells_of_closing(const FieldHit& found) {
  static constexpr auto kClosing = std::to_array<PatternRule>({
      {0,
       "geen|niet|stil|dicht|gesloten|vervalt|vervallen|afgelast|geannuleerd|uitgesteld|gestopt|"
       "opgeschort|stopgezet|stilgelegd"},
  });
  static const Patterns kPatterns(kClosing);
  return found.is_said_with(kPatterns);
}

// "Vanaf 1 juli op zondag gesloten": closed at times.
bool tells_of_hours(const FieldHit& found) {
  static constexpr auto kHours = std::to_array<PatternRule>({
      {0, "{day}|weekend*|avonds|uur|vakantie*|*vakantie|feestdag*|kerst*|lunch*|tussen"},
  });
  static const Patterns kPatterns(kHours);
  return found.is_said_with(kPatterns);
}

// "Ben je al gestopt?": whoever comes. "Verhuisd noch gestopt": nobody.
bool is_of_visitors_or_nobody(const FieldHit& found) {
  static constexpr auto kVisitors =
      std::to_array<PatternRule>({{0, "ik|je|jij|jullie|u|wie|mensen ..3 gestopt"}, {0, "noch"}});
  static const Patterns kPatterns(kVisitors);
  return found.has_within(kPatterns);
}

// "Zaterdag 12 december gaat niet door", "vrijdag 13 maart was de laatste keer": no weekday that
// is left out, but the day itself.
bool follows_day(const FieldHit& found) {
  static constexpr auto kDay = std::to_array<PatternRule>({{0, "# {month} #? >"}});
  static constexpr auto kLast = std::to_array<PatternRule>({{0, "laatste"}});
  static const Patterns kPatterns(kDay);
  static const Patterns kLastTime(kLast);
  const bool may_be_dated = found.hit.rule == kCalledOff || found.has_within(kLastTime);
  return may_be_dated && found.follows(kPatterns, 3);
}

// Who stops drinking, a closing season or a broken lift is no end of the activity.
bool holds(const FieldHit& found) {
  static constexpr std::size_t kNear = 4;
  if (is_of_another(found) || is_of_visitors_or_nobody(found) || is_closed_at_times(found))
    return false;
  if (found.is_asked()) return false;  // "Gestopt? Nee!"
  if (found.hit.rule == kGoneFrom && tells_of_hours(found)) return false;
  if (found.hit.rule == kGoneTillFurther && !tells_of_closing(found)) return false;
  if (!is_title(found) && found.is_said_with(conditions())) return false;
  if (found.hit.rule == kStops && is_pause(found)) return false;
  if (found.hit.rule == kGoneInTitle || found.hit.rule == kCancelled) {
    return is_title(found) && !found.follows(undoers(), kNear);
  }
  return is_title(found) || follows_day(found) || !found.follows(undoers(), kNear);
}

// Whoever has stopped smoking or drinking: "Gestopt! En nu volhouden" is what they call it, and of
// ex-smokers "wij zijn allemaal gestopt" is no end.
bool is_about_a_habit(const FieldHit& found, const RecordText& text) {
  static constexpr auto kHabits = std::to_array<PatternRule>({
      {0, "roken|rookvrij*|sigaret*|rokers|ex-rokers|drinken|alcohol*|gokken|blowen|drugs"},
  });
  static const Patterns kPatterns(kHabits);
  const bool is_of_members = found.field->tokens[found.hit.end - 1].form->folded == "gestopt";
  if (is_title(found))
    return !find_hits(text, kPatterns, {Field::kName, Field::kDescription}).empty();
  return is_of_members && !find_hits(text, kPatterns, {Field::kName}).empty();
}

// Of the activity and of its sites.
std::vector<const catalog::Schedule*> schedules_of(const catalog::Activity& activity) {
  std::vector<const catalog::Schedule*> all;
  for (const catalog::Schedule& schedule : activity.schedules) {
    all.push_back(&schedule);
  }
  for (const catalog::Site& site : activity.sites) {
    for (const catalog::Schedule& schedule : site.schedules) {
      all.push_back(&schedule);
    }
  }
  return all;
}

bool happens_once(const catalog::Activity& activity) {
  const std::vector<const catalog::Schedule*> all = schedules_of(activity);
  return std::all_of(all.begin(), all.end(),
                     [](const catalog::Schedule* schedule) { return schedule->rrule.empty(); });
}

// "April t/m oktober", of no year in particular: what ends in autumn comes back in spring.
bool tells_season(const RecordText& text) {
  static constexpr auto kSeasons = std::to_array<PatternRule>({
      {0, "{month} t / m {month}"},
      {0, "{month} tot|en en|met? met? {month}"},
      {0, "{month} {month}"},
  });
  static const Patterns kPatterns(kSeasons);
  const std::vector<FieldHit> hits =
      find_hits(text, kPatterns, {Field::kDescription, Field::kScheduleNote});
  return std::any_of(hits.begin(), hits.end(), [](const FieldHit& found) {
    const std::vector<Token>& tokens = found.field->tokens;
    const Token* next = found.after();
    const bool has_day =
        found.hit.begin > 0 && tokens[found.hit.begin - 1].kind == CutKind::kNumber;
    const bool has_year = next != nullptr && next->kind == CutKind::kNumber;
    return !has_day && !has_year;
  });
}

// The end of the schedules, where each has one. A single day is one where it is no first of many.
std::optional<catalog::Date> last_scheduled(const catalog::Activity& activity,
                                            catalog::Recurrence recurrence) {
  const auto end_of = [recurrence](const catalog::Schedule& schedule) {
    const bool is_single =
        schedule.rrule.empty() && schedule.first_day && recurrence == catalog::Recurrence::kOneOff;
    return schedule.last_day || !is_single ? schedule.last_day : schedule.first_day;
  };
  std::optional<catalog::Date> last;
  for (const catalog::Schedule* schedule : schedules_of(activity)) {
    const std::optional<catalog::Date> end = end_of(*schedule);
    if (!end) return std::nullopt;
    last = std::max(last.value_or(*end), *end);
  }
  return last;
}

// Whether the rules have anything to judge: a status, a day, or a phrase, if only one that they set
// aside ("Gestopt? Welnee!").
bool speaks_of_an_end(const catalog::Activity& activity,
                      const RecordText& text,
                      const std::vector<FieldHit>& hits) {
  if (activity.status != catalog::Status::kActive) return true;
  const bool has_phrase = std::any_of(
      hits.begin(), hits.end(), [](const FieldHit& found) { return found.hit.rule != kFull; });
  return has_phrase || find_told_end(text, written_on(activity)).has_value();
}

// The last day of the year that the name tells, where it was written then or the year after:
// "Kerstdiner 2025", but not a club of 2000.
std::optional<catalog::Date> find_titled_year(const RecordText& text,
                                              std::optional<catalog::Date> written) {
  static constexpr auto kNumbers = std::to_array<PatternRule>({{0, "#"}});
  static const Patterns kPatterns(kNumbers);
  if (!written) return std::nullopt;
  const int year_written = static_cast<int>(std::chrono::year_month_day(*written).year());
  std::optional<catalog::Date> last;
  for (const FieldHit& found : find_hits(text, kPatterns, {Field::kName})) {
    const int year = found.hit.numbers.front() / 100;
    if (year != year_written && year != year_written - 1) continue;
    const catalog::Date end(std::chrono::year(year) / std::chrono::December / 31);
    last = std::max(last.value_or(end), end);
  }
  return last;
}

// A status grows old while the words are rewritten.
LiveFact stopped_by_status(const RecordText& text, std::optional<catalog::Date> written) {
  const Evidence status{Field::kAlert, 0, {}, Provenance::kGiven};
  const std::optional<FieldHit> reopening = find_reopening(text, written);
  if (reopening) return {Answer::kYes, {}, {reopening->evidence(), status}};
  return {Answer::kNo, {}, {status, {}}};
}

// "Het seizoen is afgesloten. Per 7 september zijn we weer begonnen": the later word holds, and
// the description before an alert that was left behind.
LiveFact unless_reopened(const FieldHit& gone,
                         const RecordText& text,
                         std::optional<catalog::Date> written) {
  const std::optional<FieldHit> reopening = find_reopening(text, written);
  const bool is_later = reopening
                        && (gone.field == reopening->field ? reopening->hit.begin > gone.hit.begin
                                                           : gone.field->field == Field::kAlert);
  if (!is_later) return {Answer::kNo, {}, {gone.evidence(), {}}};
  return {Answer::kYes, {}, {reopening->evidence(), gone.evidence()}};
}

std::vector<FieldHit> find_closings(const RecordText& text) {
  return find_hits(text, patterns(), kEndingFields);
}

// What status and words say outright. `hits`: find_closings(text).
LiveFact judge(const catalog::Activity& activity,
               const RecordText& text,
               std::vector<FieldHit> hits) {
  const std::optional<catalog::Date> written = written_on(activity);
  if (activity.status != catalog::Status::kActive) return stopped_by_status(text, written);
  std::erase_if(hits, [&](const FieldHit& found) {
    return !holds(found) || (found.hit.rule != kFull && was_over(found, written))
           || is_about_a_habit(found, text);
  });
  const auto is_gone = [](const FieldHit& found) { return found.hit.rule != kFull; };
  for (const FieldHit& found : hits) {
    const bool is_called_off =
        found.hit.rule == kCancelled || (found.hit.rule == kCalledOff && happens_once(activity));
    const bool may_be_dated = is_gone(found) && !is_called_off;
    const auto last = may_be_dated ? find_day_before(found, written) : std::nullopt;
    if (last) return {Answer::kYes, last, {found.evidence(), {}}};
  }
  const auto gone = std::find_if(hits.begin(), hits.end(), [&is_gone](const FieldHit& found) {
    return is_gone(found) && found.hit.rule != kGoneFrom;
  });
  if (gone != hits.end()) return unless_reopened(*gone, text, written);
  const auto full = std::find_if(hits.begin(), hits.end(), is_title);
  if (full != hits.end()) return {Answer::kUnknown, {}, {full->evidence(), {}}};
  return {};
}

// Of a text of few words it is not.
bool is_sure(const PassageModel& endings, const RecordText& text) {
  const PassageSigns signs = read_ending_signs(text);
  return signs.size() >= kFewestSigns && endings.score(signs) > 0;
}

}  // namespace

LiveFact find_told_live(const catalog::Activity& activity, const RecordText& text) {
  return judge(activity, text, find_closings(text));
}

LiveFact find_live(const catalog::Activity& activity,
                   const RecordText& text,
                   const PassageModel& endings) {
  std::vector<FieldHit> hits = find_closings(text);
  if (!speaks_of_an_end(activity, text, hits) && is_sure(endings, text))
    return {Answer::kNo, {}, {find_ending_sentence(text, endings), {}}};
  return judge(activity, text, std::move(hits));
}

std::optional<catalog::Date> find_last_day(const catalog::Activity& activity,
                                           const RecordText& text,
                                           catalog::Recurrence recurrence) {
  static constexpr std::chrono::days kMonth{31};
  const std::optional<catalog::Date> written = written_on(activity);
  const std::optional<catalog::Date> last = last_scheduled(activity, recurrence);
  if (const auto told = find_told_end(text, written)) {
    const bool is_within = last && *last <= *told && *told - *last < kMonth;
    return is_within ? last : told;  // "t/m oktober", whose last Tuesday the schedule names
  }
  if (!last) return find_titled_year(text, written);
  if (tells_season(text)) return std::nullopt;
  const std::optional<catalog::Date> next = find_told_start(text, written);
  return next && *next > *last ? std::nullopt : last;
}

}  // namespace kring::indexer
