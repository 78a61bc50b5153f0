// What does one meeting cost?

#include <algorithm>

#include "indexer/language/analysis.h"
#include "indexer/language/facts.h"
#include "indexer/language/phrases.h"

namespace kring::indexer {
namespace {

using catalog::Cents;

// Meetings that a price of this unit pays for.
constexpr int kMonthsMeetingsWeekly = 4;
constexpr int kMeetingsWithoutCount =
    8;  // of a course that tells no number: the commonest length of Dutch courses
constexpr int kWeeksInSeason = 36;
constexpr int kWeeksInYear = 46;

int days_between_meetings(const catalog::Activity& activity) {
  for (const catalog::Schedule& schedule : activity.schedules) {
    if (schedule.rrule.find("FREQ=MONTHLY") != std::string::npos) return 30;
    if (schedule.rrule.find("INTERVAL=2") != std::string::npos) return 14;
  }
  return 7;
}

// "7 avonden", "10 weken", "12-badenkaart", "strippenkaart 10x".
std::optional<int> stated_meetings(std::string_view unit) {
  for (const FoundNumber& number : numbers_in(unit)) {
    const bool counts = starts_with_any(
        number.after, {" avond", " ochtend", " middag", " les", " week", " weken", " keer",
                       " bijeenkomst", " dagdelen", "x", "-bad", "-rit", " ritten", " x"});
    if (counts && number.whole > 0 && number.whole <= 60) return number.whole;
  }
  return std::nullopt;
}

int meetings_of(std::string_view unit, const catalog::Activity& activity) {
  const int days = days_between_meetings(activity);
  if (const auto stated = stated_meetings(unit)) return *stated;
  if (holds_any(unit, {"per maand", "/maand", "maandelijks"})) {
    return std::max(1, kMonthsMeetingsWeekly * 7 / days);
  }
  if (holds_any(unit, {"per kwartaal"})) return std::max(1, 3 * kMonthsMeetingsWeekly * 7 / days);
  if (holds_any(unit, {"halfjaar", "half jaar"})) return std::max(1, kWeeksInYear / 2 * 7 / days);
  if (holds_any(unit, {"per jaar", "jaarlijks"})) return std::max(1, kWeeksInYear * 7 / days);
  if (holds_any(unit, {"seizoen"})) return std::max(1, kWeeksInSeason * 7 / days);
  if (holds_any(unit, {"strippenkaart", "tienrit"})) return 10;
  if (holds_any(unit, {"cursus", "reeks", "traject"})) return kMeetingsWithoutCount;
  return 1;
}

// Prices that are not for everyone: members, pass holders, children, trials.
bool is_conditional(std::string_view option) {
  if (holds_any(option, {"niet-leden", "niet leden"})) return false;
  return holds_any(option, {"leden", "pas", "kind", "proef", "eerste", "begeleider", "senior",
                            "inkomen", "minim", "introductie"});
}

std::optional<Cents> from_options(const catalog::Activity& activity) {
  const catalog::CostOption* chosen = nullptr;
  for (const catalog::CostOption& cost : activity.costs) {
    if (!cost.amount) continue;
    const bool is_better =
        chosen == nullptr
        || (is_conditional(fold(chosen->option)) && !is_conditional(fold(cost.option)));
    if (is_better) chosen = &cost;
  }
  if (chosen == nullptr) return std::nullopt;
  return Cents{chosen->amount->value / meetings_of(fold(chosen->option), activity)};
}

bool says_free(std::string_view folded) {
  return holds_any(
      folded, {"gratis", "kosteloos", "geen kosten", "vrij entree", "toegang vrij", "vrije toegang",
               "vrije gave", "vrije gift", "vrijwillige bijdrage", "vrijwillige gift", "kost niets",
               "geen eigen bijdrage", "gewone belkosten", "zonder kosten", "free of charge",
               "bekostigd door"});
}

// The first amount in words: "€ 3,50 per keer", "5 euro".
std::optional<Cents> from_words(std::string_view folded, const catalog::Activity& activity) {
  static constexpr std::size_t kUnitBytes = 40;
  for (const FoundNumber& number : numbers_in(folded)) {
    const bool is_money = ends_with_any(number.before, {"€ ", "€", "eur "})
                          || starts_with_any(number.after, {" euro", ",- ", ",-", " eur "});
    if (!is_money || ends_with_any(number.before, {"korting "})) continue;
    if (starts_with_any(number.after, {" per km", " cent"})) continue;
    const int meetings = meetings_of(number.after.substr(0, kUnitBytes), activity);
    return Cents{(number.whole * 100 + number.hundredths) / meetings};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Cents> find_cost_per_session(const catalog::Activity& activity,
                                           const std::string& folded) {
  const std::string fees = fold(activity.fees_description);
  if (const auto given = from_options(activity)) return given;
  if (says_free(fees)) return Cents{0};
  if (const auto written = from_words(fees, activity)) return written;
  if (const auto written = from_words(folded, activity)) return written;
  if (says_free(folded)) return Cents{0};
  return std::nullopt;
}

}  // namespace kring::indexer
