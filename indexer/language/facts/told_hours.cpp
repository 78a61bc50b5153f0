#include "indexer/language/facts/told_hours.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Minutes;
using catalog::Recurrence;
using catalog::Schedule;

constexpr int kDays = 7;
constexpr int kHour = 60;
constexpr int kMinutesInDay = 24 * kHour;
constexpr int kWhole = 100;  // numbers of tokens are in hundredths
constexpr std::size_t kMostRules = 7;

using Tokens = std::vector<Token>;

bool is_one_of(const Token& token, std::initializer_list<std::string_view> words) {
  return token.kind != CutKind::kStop
         && std::find(words.begin(), words.end(), token.form->folded) != words.end();
}

bool stands_at(const Tokens& tokens,
               std::size_t at,
               std::initializer_list<std::string_view> words) {
  return at < tokens.size() && is_one_of(tokens[at], words);
}

// "dinsdag", "dinsdags", "dinsdagochtend"; Monday is 0.
std::optional<int> full_day_at(const Tokens& tokens, std::size_t at) {
  static constexpr std::array<std::string_view, kDays> kNames = {
      "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"};
  if (at >= tokens.size() || !tokens[at].is_word()) return std::nullopt;
  for (int day = 0; day < kDays; ++day) {
    if (tokens[at].form->folded.starts_with(kNames[static_cast<std::size_t>(day)])) return day;
  }
  return std::nullopt;
}

// "di"; some of them are words too ("zo", "ma"), so that they count only beside other days or
// hours.
std::optional<int> short_day_at(const Tokens& tokens, std::size_t at) {
  static constexpr std::array<std::string_view, kDays> kNames = {"ma", "di", "wo", "do",
                                                                 "vr", "za", "zo"};
  if (at >= tokens.size() || !tokens[at].is_word()) return std::nullopt;
  const auto found = std::find(kNames.begin(), kNames.end(), tokens[at].form->folded);
  return found == kNames.end() ? std::nullopt
                               : std::optional(static_cast<int>(found - kNames.begin()));
}

std::optional<int> day_at(const Tokens& tokens, std::size_t at) {
  const std::optional<int> day = full_day_at(tokens, at);
  return day ? day : short_day_at(tokens, at);
}

struct DayList {
  std::array<bool, kDays> days{};
  std::size_t begin = 0;
  std::size_t end = 0;
  int named = 0;
};

// One past "t/m", "tot en met", at `at`; `at` where none stands there.
std::size_t after_until(const Tokens& tokens, std::size_t at) {
  if (stands_at(tokens, at, {"t"}) && stands_at(tokens, at + 1, {"/"})
      && stands_at(tokens, at + 2, {"m"}))
    return at + 3;
  if (stands_at(tokens, at, {"tm"})) return at + 1;
  if (stands_at(tokens, at, {"tot"}) && stands_at(tokens, at + 1, {"en"})
      && stands_at(tokens, at + 2, {"met"}))
    return at + 3;
  return at;
}

// "ma-vr": two days alone; "ma-wo-vr" are three.
bool is_range_by_hyphen(const Tokens& tokens, std::size_t at) {
  const bool is_pair = day_at(tokens, at) && stands_at(tokens, at + 1, {"-", "–"})
                       && day_at(tokens, at + 2).has_value();
  return is_pair && !(stands_at(tokens, at + 3, {"-", "–"}) && day_at(tokens, at + 4));
}

void mark_through(DayList& list, int from, int to) {
  for (int day = from; day != to; day = (day + 1) % kDays) {
    list.days[static_cast<std::size_t>(day)] = true;
  }
  list.days[static_cast<std::size_t>(to)] = true;
}

// Takes the day that goes on with `list`, whose last is `last`; absent where none does.
std::optional<int> take_next_day(const Tokens& tokens, int last, DayList& list) {
  const bool is_pair = list.named == 1 && is_range_by_hyphen(tokens, list.begin);
  const std::size_t until = is_pair ? list.end + 1 : after_until(tokens, list.end);
  const bool is_range = until > list.end;
  const bool is_joined = stands_at(tokens, list.end, {",", "en", "+", "&", "/", "-"});
  const std::size_t next = is_range ? until : list.end + 1;
  const std::optional<int> day = day_at(tokens, next);
  if (!day || (!is_range && !is_joined)) return std::nullopt;
  mark_through(list, is_range ? last : *day, *day);
  list.end = next + 1;
  ++list.named;
  return day;
}

// "ma, wo en vr", "maandag t/m vrijdag"; none where no day stands at `at`.
std::optional<DayList> days_from(const Tokens& tokens, std::size_t at) {
  const std::optional<int> first = day_at(tokens, at);
  if (!first) return std::nullopt;
  DayList list{{}, at, at + 1, 1};
  mark_through(list, *first, *first);
  std::optional<int> last = first;
  while (last) {
    last = take_next_day(tokens, *last, list);
  }
  return list;
}

struct Clock {
  int minutes = 0;
  std::size_t end = 0;
  bool says_hour = false;  // "uur" stands behind it
};

// "9", "9.30", "13:30", each with or without "uur".
std::optional<Clock> clock_at(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size() || tokens[at].kind != CutKind::kNumber) return std::nullopt;
  const int hour = tokens[at].hundredths / kWhole;
  int minute = tokens[at].hundredths % kWhole;
  Clock clock{0, at + 1, false};
  const bool has_colon = minute == 0 && stands_at(tokens, at + 1, {":"}) && at + 2 < tokens.size()
                         && tokens[at + 2].kind == CutKind::kNumber && tokens[at + 2].is_glued;
  if (has_colon) {
    minute = tokens[at + 2].hundredths / kWhole;
    clock.end = at + 3;
  }
  if (hour > 24 || minute >= kHour) return std::nullopt;
  clock.minutes = hour * kHour + minute;
  clock.says_hour = stands_at(tokens, clock.end, {"uur", "u", "h"});
  if (clock.says_hour) ++clock.end;
  return clock.minutes > kMinutesInDay ? std::nullopt : std::optional(clock);
}

// What stands behind numbers that are no hours: "10 tot 12 euro".
bool counts_no_hours(const Tokens& tokens, std::size_t at) {
  return stands_at(
      tokens, at,
      {"euro", "€", "cent", "mensen", "personen", "deelnemers", "kinderen", "jaar", "weken", "keer",
       "minuten", "km", "kilometer", "procent", "%", "vrouwen", "mannen"});
}

struct Hours {
  Minutes opens;
  std::optional<Minutes> closes;
  std::size_t end = 0;
};

// "van 10 tot 12", "19.30-21.30 u"; "om 10 uur" has no end.
std::optional<Hours> hours_at(const Tokens& tokens, std::size_t at) {
  const std::optional<Clock> from = clock_at(tokens, at);
  if (!from) return std::nullopt;
  const bool is_between = at > 0 && stands_at(tokens, at - 1, {"tussen"});
  const bool has_end = stands_at(tokens, from->end, {"tot", "-", "–", "to", "until"})
                       || (is_between && stands_at(tokens, from->end, {"en"}));
  const std::optional<Clock> to = has_end ? clock_at(tokens, from->end + 1) : std::nullopt;
  const bool counts_other = to && counts_no_hours(tokens, to->end);
  if (to && to->minutes > from->minutes && !counts_other)
    return Hours{Minutes{from->minutes}, Minutes{to->minutes}, to->end};
  const bool is_start = from->says_hour && at > 0 && stands_at(tokens, at - 1, {"om", "vanaf"});
  if (is_start && !has_end) return Hours{Minutes{from->minutes}, std::nullopt, from->end};
  return std::nullopt;
}

// Whether what stands between days and hours parts them: a date, a price, what is closed.
bool parts(const Tokens& between) {
  static constexpr auto kParting =
      std::to_array<PatternRule>({{0, "{month}|gesloten|dicht|euro"}, {0, "€"}});
  static const Patterns kPatterns(kParting);
  return kPatterns.is_in(between);
}

std::optional<Hours> hours_after(const Tokens& tokens, std::size_t from) {
  static constexpr std::size_t kNear = 7;
  for (std::size_t at = from; at < tokens.size() && at < from + kNear; ++at) {
    if (const std::optional<Hours> hours = hours_at(tokens, at)) {
      const auto begin = tokens.begin();
      const bool is_parted = parts(
          {begin + static_cast<std::ptrdiff_t>(from), begin + static_cast<std::ptrdiff_t>(at)});
      return is_parted ? std::nullopt : hours;
    }
    const bool is_over = tokens[at].kind == CutKind::kStop || tokens[at].kind == CutKind::kNumber;
    if (is_over || full_day_at(tokens, at)) return std::nullopt;
  }
  return std::nullopt;
}

// "1e", "tweede", "laatste": 1, 2, -1; absent for any other word.
std::optional<int> ordinal_of(const Token& token) {
  if (is_one_of(token, {"eerste", "1e", "1ste"})) return 1;
  if (is_one_of(token, {"tweede", "2e", "2de"})) return 2;
  if (is_one_of(token, {"derde", "3e", "3de"})) return 3;
  if (is_one_of(token, {"vierde", "4e", "4de"})) return 4;
  if (is_one_of(token, {"laatste"})) return -1;
  return std::nullopt;
}

// Before the days: "de eerste en derde".
std::vector<int> ordinals_before(const Tokens& tokens, std::size_t begin) {
  std::vector<int> ordinals;
  for (std::size_t at = begin; at > 0; --at) {
    const Token& token = tokens[at - 1];
    if (const std::optional<int> ordinal = ordinal_of(token)) {
      ordinals.insert(ordinals.begin(), *ordinal);
    } else if (!is_one_of(token, {"en", ",", "&"})) {
      break;
    }
  }
  return ordinals;
}

bool says_of_the_month(const Tokens& tokens, std::size_t at) {
  static constexpr std::size_t kNear = 4;
  for (std::size_t i = at; i < tokens.size() && i < at + kNear; ++i) {
    if (is_one_of(tokens[i], {"maand"})) return true;
  }
  return false;
}

constexpr std::array<std::string_view, kDays> kCodes = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::string rule_of(const DayList& list, const std::vector<int>& ordinals) {
  std::string days;
  for (std::size_t day = 0; day < list.days.size(); ++day) {
    if (!list.days[day]) continue;
    if (ordinals.empty()) days += (days.empty() ? "" : ",") + std::string(kCodes[day]);
    for (const int ordinal : ordinals) {
      days += (days.empty() ? "" : ",") + std::to_string(ordinal) + std::string(kCodes[day]);
    }
  }
  return (ordinals.empty() ? "FREQ=WEEKLY;BYDAY=" : "FREQ=MONTHLY;BYDAY=") + days;
}

Schedule make_schedule(std::string rule, const Hours& hours) {
  static const catalog::Date kLongAgo = *catalog::parse_date("2020-01-01");  // it has no beginning
  Schedule schedule;
  schedule.rrule = std::move(rule);
  schedule.first_day = kLongAgo;
  schedule.opens = hours.opens;
  schedule.closes = hours.closes;
  return schedule;
}

// Sentences whose hours are no meetings', or of which nobody can tell the week.
bool is_passed_over(const FieldText& field, std::size_t at) {
  static constexpr auto kOthers = std::to_array<PatternRule>({
      {0,
       "bel|bellen|belt|bereikbaar*|telefonisch*|aanmeld*|opgeven|opgave|inschrijv*|kantoor*|mail|"
       "gesloten|behalve|uitgezonderd|vervalt|app|whatsapp"},
      {0, "om de|het week|weken|andere"},
      {0, "tweewekelijks*|veertiendaags*|even|oneven|wisselend*"},
      {0, "# weken|dagen"},
      {0, "niet|geen op"},
  });
  static const Patterns kPatterns(kOthers);
  return FieldHit{&field, {0, at, at + 1, {}}}.is_said_with(kPatterns);
}

bool suits(const std::vector<int>& ordinals, Recurrence recurrence) {
  if (!ordinals.empty())
    return recurrence == Recurrence::kMonthly || recurrence == Recurrence::kFortnightly;
  return recurrence == Recurrence::kWeekly || recurrence == Recurrence::kContinuous
         || recurrence == Recurrence::kUnknown;
}

struct Told {
  Schedule schedule;
  std::size_t end = 0;
};

std::optional<Told> read_at(const FieldText& field, std::size_t at, Recurrence recurrence) {
  const std::optional<DayList> list = days_from(field.tokens, at);
  if (!list) return std::nullopt;
  const std::optional<Hours> hours = hours_after(field.tokens, list->end);
  const bool is_short = list->named == 1 && !full_day_at(field.tokens, at);
  if (!hours || (is_short && !clock_at(field.tokens, list->end))) return std::nullopt;
  const std::vector<int> ordinals = ordinals_before(field.tokens, list->begin);
  if (ordinals.empty() == says_of_the_month(field.tokens, list->end)) return std::nullopt;
  if (!suits(ordinals, recurrence) || is_passed_over(field, at)) return std::nullopt;
  return Told{make_schedule(rule_of(*list, ordinals), *hours), hours->end};
}

bool states_hours(const std::vector<Schedule>& schedules) {
  return std::any_of(schedules.begin(), schedules.end(),
                     [](const Schedule& schedule) { return schedule.opens.has_value(); });
}

bool may_be_told(const catalog::Activity& activity) {
  const bool is_stated =
      states_hours(activity.schedules)
      || std::any_of(activity.sites.begin(), activity.sites.end(),
                     [](const catalog::Site& site) { return states_hours(site.schedules); });
  return !is_stated && activity.sites.size() <= 1;
}

void add_hours(const FieldText& field, Recurrence recurrence, HoursFact& fact) {
  for (std::size_t at = 0; at < field.tokens.size() && fact.schedules.size() < kMostRules; ++at) {
    std::optional<Told> told = read_at(field, at, recurrence);
    if (!told) continue;
    const TextSpan span{field.tokens[at].span.begin, field.tokens[told->end - 1].span.end};
    if (!fact.evidence)
      fact.evidence = Evidence{field.field, field.item, span, Provenance::kDerived};
    const auto& known = fact.schedules;
    const bool is_new = std::find(known.begin(), known.end(), told->schedule) == known.end();
    if (is_new) fact.schedules.push_back(std::move(told->schedule));
    at = told->end - 1;
  }
}

}  // namespace

HoursFact find_told_hours(const catalog::Activity& activity,
                          const RecordText& text,
                          Recurrence recurrence) {
  HoursFact fact;
  if (!may_be_told(activity)) return fact;
  for (const FieldText& field : text.fields) {
    const bool tells = field.field == Field::kDescription || field.field == Field::kScheduleNote;
    if (tells) add_hours(field, recurrence, fact);
  }
  return fact;
}

}  // namespace kring::indexer
