#include "indexer/language/facts/meetings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

// Meetings that a price of this unit pays for.
constexpr int kMonthsMeetingsWeekly = 4;
constexpr int kMeetingsWithoutCount =
    8;  // of a course that tells no number: the commonest length of Dutch courses
constexpr int kWeeksInSeason = 36;
constexpr int kWeeksInYear = 46;
constexpr int kMeetingsOfACard = 10;
constexpr int kMostMeetings = 60;

enum Unit : std::size_t {
  kCount,
  kMonth,
  kQuarter,
  kHalfYear,
  kYear,
  kSeason,
  kCard,
  kCourse
};

constexpr auto kUnits = std::to_array<PatternRule>({
    {kCount, "# {meeting}"},
    {kCount, "# - badenkaart|rittenkaart|lessenkaart|strippenkaart"},
    {kCount, "strippenkaart ..2 #"},
    {kMonth, "per|/|p|in de? maand|mnd|month"},
    {kMonth, "maandelijks*|maandbedrag"},
    {kQuarter, "per kwartaal"},
    {kHalfYear, "per? half jaar"},
    {kHalfYear, "halfjaar"},
    {kYear, "per jaar|kalenderjaar|year"},
    {kYear, "jaarlijks*|jaarcontributie|contributie|lidmaatschap*"},
    {kSeason, "seizoen*|per|hele? seizoen"},
    {kCard, "strippenkaart|tienrittenkaart|tienbadenkaart|strippen"},
    {kCourse, "cursus*|reeks|traject|hele cursus|programma"},
});

const Patterns& units() {
  static const Patterns kPatterns(kUnits);
  return kPatterns;
}

int days_between_meetings(const catalog::Activity& activity) {
  for (const catalog::Schedule& schedule : activity.schedules) {
    if (schedule.rrule.find("FREQ=MONTHLY") != std::string::npos) return 30;
    if (schedule.rrule.find("INTERVAL=2") != std::string::npos) return 14;
  }
  return 7;
}

int meetings_of(const PatternHit& unit, int days) {
  switch (unit.rule) {
    case kCount:
      return std::clamp(unit.numbers.back() / 100, 1, kMostMeetings);
    case kMonth:
      return std::max(1, kMonthsMeetingsWeekly * 7 / days);
    case kQuarter:
      return std::max(1, 3 * kMonthsMeetingsWeekly * 7 / days);
    case kHalfYear:
      return std::max(1, kWeeksInYear / 2 * 7 / days);
    case kYear:
      return std::max(1, kWeeksInYear * 7 / days);
    case kSeason:
      return std::max(1, kWeeksInSeason * 7 / days);
    case kCard:
      return kMeetingsOfACard;
    default:
      return kMeetingsWithoutCount;
  }
}

}  // namespace

int meetings_in(const std::vector<Token>& tokens, const catalog::Activity& activity) {
  const std::vector<PatternHit> found = units().find(tokens);
  const auto first =
      std::min_element(found.begin(), found.end(),
                       [](const PatternHit& a, const PatternHit& b) { return a.rule < b.rule; });
  return first == found.end() ? 1 : meetings_of(*first, days_between_meetings(activity));
}

}  // namespace kring::indexer
