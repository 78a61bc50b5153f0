#include "indexer/language/facts/paid_meetings.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "catalog/split.h"
#include "indexer/language/annotation.h"
#include "indexer/language/facts/price_words.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

constexpr int kDaysInMonth = 28;
constexpr int kMeetingsWithoutCount =
    8;  // of a course that tells no number: the commonest length of Dutch courses
constexpr int kWeeksInSeason = 36;
constexpr int kWeeksInYear = 46;
constexpr int kMeetingsOfACard = 10;
constexpr int kMostMeetings = 60;
constexpr int kWhole = 100;  // numbers of patterns are in hundredths

const Patterns& units() {
  static const Patterns kPatterns(kUnits);
  return kPatterns;
}

int times_in(int days, const Rhythm& rhythm) {
  return std::clamp(days * rhythm.times_a_week / rhythm.days_between, 1, kMostMeetings);
}

// "zes bijeenkomsten", "acht donderdagen", "10 lessen"; not "5 dagen per week".
std::optional<int> counted_in(const RecordText& text) {
  enum Rule : std::size_t {
    kMeetings,
    kWeekly
  };
  static constexpr auto kCounts = std::to_array<PatternRule>({
      {kMeetings,
       "# bijeenkomsten|lessen|avonden|ochtenden|middagen|sessies|workshops|dinsdagen|maandagen|"
       "woensdagen|donderdagen|vrijdagen|zaterdagen|zondagen|dinsdagavonden|maandagavonden|"
       "woensdagavonden|donderdagavonden|dinsdagochtenden|maandagochtenden|woensdagochtenden|"
       "donderdagochtenden|vrijdagochtenden|dinsdagmiddagen|maandagmiddagen|woensdagmiddagen|"
       "donderdagmiddagen|vrijdagmiddagen"},
      {kWeekly,
       "# bijeenkomsten|lessen|avonden|ochtenden|middagen|sessies per|in week|maand|de|jaar"},
  });
  static const Patterns kPatterns(kCounts);
  const std::vector<FieldHit> hits =
      find_hits(text, kPatterns, {Field::kName, Field::kDescription, Field::kScheduleNote});
  for (const FieldHit& found : hits) {
    const int number = found.hit.numbers.front() / kWhole;
    const bool is_count = found.hit.rule == kMeetings && number > 1 && number <= kMostMeetings;
    if (is_count && !is_overlapped_by(kWeekly, found, hits)) return number;
  }
  return std::nullopt;
}

const catalog::Schedule* first_schedule(const catalog::Activity& activity) {
  if (!activity.schedules.empty()) return &activity.schedules.front();
  for (const catalog::Site& site : activity.sites) {
    if (!site.schedules.empty()) return &site.schedules.front();
  }
  return nullptr;
}

// What stands after `name` in the rule, up to its end: "MO,WE".
std::string_view part_of(std::string_view rule, std::string_view name) {
  const std::size_t at = rule.find(name);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = rule.substr(at + name.size());
  return rest.substr(0, rest.find(';'));
}

// Of a rule that ends within a year: a longer one is a season's or a permit's end, no course.
std::optional<int> counted_by(const catalog::Schedule& schedule, const Rhythm& rhythm) {
  static constexpr int kLongestCourse = 366;  // days
  if (schedule.count) return std::clamp(*schedule.count, 1, kMostMeetings);
  if (!schedule.first_day || !schedule.last_day) return std::nullopt;
  const auto days = static_cast<int>((*schedule.last_day - *schedule.first_day).count());
  if (days < 0 || days > kLongestCourse) return std::nullopt;
  return times_in(days + rhythm.days_between, rhythm);
}

}  // namespace

Rhythm find_rhythm(const catalog::Activity& activity,
                   const RecordText& text,
                   catalog::Recurrence recurrence) {
  Rhythm rhythm;
  rhythm.course = counted_in(text);
  const catalog::Schedule* schedule = first_schedule(activity);
  if (schedule == nullptr) {
    rhythm.has_meetings = recurrence != catalog::Recurrence::kContinuous;
    return rhythm;
  }
  if (schedule->rrule.find("FREQ=MONTHLY") != std::string::npos) rhythm.days_between = 30;
  if (schedule->rrule.find("INTERVAL=2") != std::string::npos) rhythm.days_between = 14;
  const std::string_view days = part_of(schedule->rrule, "BYDAY=");
  if (rhythm.days_between < 30 && !days.empty()) {
    rhythm.times_a_week = static_cast<int>(catalog::split(days, ',').size());
  }
  if (!rhythm.course) rhythm.course = counted_by(*schedule, rhythm);
  return rhythm;
}

std::optional<PatternHit> find_unit(const std::vector<Token>& words) {
  const std::vector<PatternHit> found = units().find(words);
  const auto first =
      std::min_element(found.begin(), found.end(),
                       [](const PatternHit& a, const PatternHit& b) { return a.rule < b.rule; });
  return first == found.end() ? std::nullopt : std::optional(*first);
}

std::optional<int> paid_meetings(const PatternHit& unit, const Rhythm& rhythm) {
  const bool is_subscription =
      !rhythm.has_meetings && (unit.rule == kMonth || unit.rule == kQuarter);
  if (is_subscription) return std::nullopt;
  switch (unit.rule) {
    case kWeeks:
      return times_in(unit.numbers.back() / kWhole * 7, rhythm);
    case kCount:
      return std::clamp(unit.numbers.back() / kWhole, 1, kMostMeetings);
    case kMonth:
      return times_in(kDaysInMonth, rhythm);
    case kQuarter:
      return times_in(3 * kDaysInMonth, rhythm);
    case kHalfYear:
      return times_in(kWeeksInYear / 2 * 7, rhythm);
    case kYear:
      return times_in(kWeeksInYear * 7, rhythm);
    case kSeason:
      return times_in(kWeeksInSeason * 7, rhythm);
    case kCard:
      return kMeetingsOfACard;
    default:
      return rhythm.course.value_or(kMeetingsWithoutCount);
  }
}

bool pays_for_several(const PatternHit& unit) {
  return unit.rule == kCard || unit.rule == kCount;
}

}  // namespace kring::indexer
