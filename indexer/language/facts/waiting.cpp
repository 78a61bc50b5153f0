// How long does one wait before one can start?

#include <algorithm>
#include <array>
#include <cmath>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

constexpr double kWeeksInMonth = 52.0 / 12.0;
constexpr double kWeeksInYear = 52.0;
constexpr double kDaysInWeek = 7.0;
constexpr double kWorkDaysInWeek = 5.0;
constexpr int kMostWeeks = 520;

enum Rule : std::size_t {
  kNone,
  kNoneAlone,  // only where the field asks for it
  kWeeks,
  kMonths,
  kYears,
  kDays,
  kWorkDays,
  kOneMonth,
  kOneWeek,
  kListOnly,  // a list without a length
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kNone, "geen wachttijd|wachtlijst"},
    {kNone, "per direct"},
    {kNone, "direct|meteen plek|plaats|beschikbaar|starten|terecht"},
    {kNoneAlone, "geen|direct|meteen|none"},
    {kWeeks, "# weken|week|wk"},
    {kWeeks, "# - # weken|week|wk"},
    {kWeeks, "# a # weken|week"},
    {kWeeks, "# tot # weken"},
    {kMonths, "# maanden|maand"},
    {kMonths, "# - # maanden"},
    {kMonths, "# a # maanden"},
    {kMonths, "# tot # maanden"},
    {kMonths, "half jaar"},
    {kYears, "# jaar"},
    {kDays, "# dagen"},
    {kDays, "# a # dagen"},
    {kWorkDays, "# werkdagen|werkdag"},
    {kOneMonth, "een|ca|ruim|kleine maand"},
    {kOneWeek, "een|binnen week"},
    {kListOnly, "wachtlijst*|wachttijd|wachtrij"},
    {kListOnly, "volgende groep|start|instroom|cursus|reeks|ronde"},
    {kListOnly, "vol"},
    {kListOnly, "aanmeldstop"},
});

const Patterns& patterns() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

// Speaks of waiting: a length in running text counts only beside it.
const Patterns& waiting_words() {
  static constexpr auto kWords = std::to_array<PatternRule>({
      {0, "wachtlijst*|wachttijd*|wachtrij|wachten|wacht"},
      {0, "lijst|vol"},
  });
  static const Patterns kPatterns(kWords);
  return kPatterns;
}

double weeks_of(const PatternHit& hit) {
  const double number = hit.numbers.empty() ? 1 : hit.numbers.back() / 100.0;
  switch (hit.rule) {
    case kWeeks:
      return number;
    case kMonths:
      return hit.numbers.empty() ? kWeeksInYear / 2 : number * kWeeksInMonth;
    case kYears:
      return number * kWeeksInYear;
    case kDays:
      return number / kDaysInWeek;
    case kWorkDays:
      return number / kWorkDaysInWeek;
    case kOneMonth:
      return kWeeksInMonth;
    case kOneWeek:
      return 1;
    default:
      return 0;
  }
}

// The longest length of waiting in one field; absent where it tells none.
std::optional<int> longest_in(const std::vector<FieldHit>& hits) {
  double longest = 0;
  bool is_none = false;
  for (const FieldHit& found : hits) {
    longest = std::max(longest, weeks_of(found.hit));
    is_none = is_none || found.hit.rule <= kNoneAlone;
  }
  if (longest == 0) return is_none ? std::optional<int>(0) : std::nullopt;
  return std::min(kMostWeeks, std::max(1, static_cast<int>(std::lround(longest))));
}

bool is_beside_waiting(const FieldHit& found) {
  static constexpr std::size_t kNear = 8;
  return found.follows(waiting_words(), kNear);
}

}  // namespace

WaitingFact find_waiting(const catalog::Activity& activity, const RecordText& text) {
  WaitingFact fact;
  if (!activity.wait_time.empty()) {
    const std::vector<FieldHit> hits = find_hits(text, patterns(), {Field::kWaitTime});
    fact.weeks = longest_in(hits);
    fact.sources.evidence =
        Evidence{Field::kWaitTime, 0, {0, activity.wait_time.size()}, Provenance::kGiven};
    if (fact.weeks) return fact;
  }
  std::vector<FieldHit> hits =
      find_hits(text, patterns(), {Field::kDescription, Field::kAlert, Field::kApplication});
  std::erase_if(hits, [](const FieldHit& found) {
    return found.hit.rule != kNone && !is_beside_waiting(found);
  });
  if (hits.empty()) return fact;
  fact.weeks = longest_in(hits);
  if (fact.weeks) fact.sources.evidence = hits.front().evidence();
  return fact;
}

}  // namespace kring::indexer
