// What does it cost, in the offer's own unit and by meeting?

#include <algorithm>
#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/facts/price_words.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Cents;

// Meetings that a price of this unit pays for.
constexpr int kMonthsMeetingsWeekly = 4;
constexpr int kMeetingsWithoutCount =
    8;  // of a course that tells no number: the commonest length of Dutch courses
constexpr int kWeeksInSeason = 36;
constexpr int kWeeksInYear = 46;
constexpr int kMeetingsOfACard = 10;
constexpr int kMostMeetings = 60;

const Patterns& units() {
  static const Patterns kPatterns(kUnits);
  return kPatterns;
}

const Patterns& prices() {
  static const Patterns kPatterns(kPrices);
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

int meetings_in(const std::vector<Token>& tokens, const catalog::Activity& activity) {
  const std::vector<PatternHit> found = units().find(tokens);
  const auto first =
      std::min_element(found.begin(), found.end(),
                       [](const PatternHit& a, const PatternHit& b) { return a.rule < b.rule; });
  return first == found.end() ? 1 : meetings_of(*first, days_between_meetings(activity));
}

// Prices that are not for everyone: members, pass holders, children, trials.
bool is_conditional(const std::vector<Token>& tokens) {
  static constexpr auto kConditions = std::to_array<PatternRule>({
      {0,
       "leden|lid|*pas|*pashouder*|intake*|aansluit*|borg|inschrijfgeld|kind|kinderen|proef*|"
       "eerste|begeleider|senior*|inkomen|minim*|"
       "introduc*|student*|kennismaking*|maximale"},
      {1, "niet leden|lid"},
  });
  static const Patterns kPatterns(kConditions);
  const std::vector<PatternHit> hits = kPatterns.find(tokens);
  const auto is_for_all = [](const PatternHit& hit) { return hit.rule == 1; };
  return !hits.empty() && std::none_of(hits.begin(), hits.end(), is_for_all);
}

// The price of one time, where others are of a card or a course.
bool is_single(const std::vector<Token>& tokens) {
  static constexpr auto kSingle = std::to_array<PatternRule>(
      {{0, "los|losse"}, {0, "per keer|les|avond|middag|ochtend|bezoek"}});
  static const Patterns kPatterns(kSingle);
  return kPatterns.is_in(tokens);
}

struct Priced {
  Cents amount;
  int meetings = 1;
  Evidence evidence;
};

Cents amount_of(const PatternHit& hit) {
  if (hit.rule == kWholeCents) return Cents{hit.numbers.front() / 100};
  if (hit.rule == kEuroRange) return Cents{hit.numbers.back()};
  if (hit.rule == kEuroAndCents) return Cents{hit.numbers.front() + hit.numbers.back() / 100};
  if (hit.rule == kOneEuro) return Cents{100};
  if (hit.rule == kTenner) return Cents{1'000};
  if (hit.rule == kFiver) return Cents{500};
  return Cents{hit.numbers.front()};
}

bool is_price(const FieldHit& found) {
  if (found.hit.rule == kEuroAlone) return found.field->field == Field::kFees;
  if (found.hit.rule != kEuroAndCents) return found.hit.rule >= kEuro;
  const int cents = found.hit.numbers.back() / 100;
  return cents >= 5 && cents < 100 && cents % 5 == 0;  // else the number of something else
}

constexpr std::size_t kBefore = 4;  // tokens before a price that may say whose it is

// What is no price of the activity: "korting", "borg", an income.
bool is_no_price(const FieldHit& found) {
  static constexpr auto kOthers = std::to_array<PatternRule>({
      {0,
       "korting|boete|show|borg|waarborg*|onkostenvergoeding|vergoeding|lotje|tot|verdient|plakken|"
       "bmi|"
       "inkomen|boven"},
      {0, "keer of"},  // "een keer of zes per maand"
  });
  static const Patterns kPatterns(kOthers);
  const Token* next = found.after();
  const bool is_deposit = next != nullptr && next->form->folded == "borg";
  return is_deposit || found.follows(kPatterns, kBefore);
}

// What not everyone pays: members, pass holders, children.
bool is_for_some(const FieldHit& found) {
  static constexpr auto kSome = std::to_array<PatternRule>({
      {0,
       "lidmaatschap|intake|proefles|aansluitkosten|inschrijfgeld|reiskosten|toeslag|meedoenpas|"
       "stadspas|*pas|leden|kinderen|kind|maximaal"},
  });
  static constexpr auto kOthers = std::to_array<PatternRule>({{0, "niet leden|lid"}});
  static const Patterns kPatterns(kSome);
  static const Patterns kNotMembers(kOthers);
  return found.follows(kPatterns, kBefore) && !found.follows(kNotMembers, kBefore);
}

// The tokens of the sentence from the price on: its unit stands there.
std::vector<Token> rest_of(const FieldHit& found) {
  static constexpr std::size_t kUnitTokens = 8;
  std::vector<Token> rest;
  for (std::size_t i = 0; i < kUnitTokens; ++i) {
    const Token* token = found.after(i);
    if (token == nullptr) break;
    rest.push_back(*token);
  }
  return rest;
}

std::vector<Token> before(const FieldHit& found) {
  static constexpr std::size_t kUnitTokens = 6;
  std::vector<Token> tokens;
  const std::size_t begin = found.hit.begin > kUnitTokens ? found.hit.begin - kUnitTokens : 0;
  for (std::size_t i = begin; i < found.hit.begin; ++i) {
    tokens.push_back(found.field->tokens[i]);
  }
  return tokens;
}

// The first price that everyone pays, else the first that some do.
std::optional<Priced> from_words(const std::vector<FieldHit>& hits,
                                 const catalog::Activity& activity) {
  const auto costs = [](const FieldHit& found) { return is_price(found) && !is_no_price(found); };
  auto chosen = std::find_if(hits.begin(), hits.end(), [&costs](const FieldHit& found) {
    return costs(found) && !is_for_some(found);
  });
  if (chosen == hits.end()) chosen = std::find_if(hits.begin(), hits.end(), costs);
  if (chosen == hits.end()) return std::nullopt;
  int meetings = meetings_in(rest_of(*chosen), activity);
  if (meetings == 1) meetings = meetings_in(before(*chosen), activity);
  return Priced{amount_of(chosen->hit), meetings, chosen->evidence()};
}

// Says that the activity is free, for everyone and every time.
std::optional<FieldHit> find_free(const std::vector<FieldHit>& hits) {
  for (const FieldHit& found : hits) {
    if (is_overlapped_by(kForMembers, found, hits)) continue;
    if (found.hit.rule == kFreeEntry) return found;
    if (found.hit.rule != kFree && found.hit.rule != kFreeToAll) continue;
    static constexpr auto kDenials = std::to_array<PatternRule>({{0, "niet|geen|half|halve"}});
    static const Patterns kPatterns(kDenials);
    if (!is_overlapped_by(kFreeThing, found, hits) && !found.follows(kPatterns, 1)) return found;
  }
  return std::nullopt;
}

std::optional<FieldHit> find_first(PriceWord rule, const std::vector<FieldHit>& hits) {
  const auto first = std::find_if(hits.begin(), hits.end(),
                                  [rule](const FieldHit& found) { return found.hit.rule == rule; });
  return first == hits.end() ? std::nullopt : std::optional<FieldHit>(*first);
}

CostFact fact_of(const Priced& priced) {
  return {priced.amount, Cents{priced.amount.value / priced.meetings}, {priced.evidence, {}}};
}

CostFact free_by(const FieldHit& found) {
  return {Cents{0}, Cents{0}, {found.evidence(), {}}};
}

bool is_told(Cents amount, const std::vector<FieldHit>& words) {
  return std::any_of(words.begin(), words.end(), [amount](const FieldHit& found) {
    return is_price(found) && amount_of(found.hit) == amount;
  });
}

// The option that everyone pays, one time before a course; of two alike the one that the words
// tell, for options of other years may stand beside it.
std::optional<Priced> from_options(const catalog::Activity& activity,
                                   const std::vector<FieldHit>& words,
                                   const Analyser& analyser) {
  std::optional<Priced> chosen;
  int best = -1;
  for (const catalog::CostOption& cost : activity.costs) {
    if (!cost.amount) continue;
    const std::vector<Token> tokens = analyser.tokens_of(cost.option);
    const int kind = is_conditional(tokens) ? 0 : (is_single(tokens) ? 2 : 1);
    const int rank = 2 * kind + (is_told(*cost.amount, words) ? 1 : 0);
    if (rank <= best) continue;
    chosen = Priced{
        *cost.amount, meetings_in(tokens, activity), {Field::kFees, 0, {}, Provenance::kGiven}};
    best = rank;
  }
  return chosen;
}

// Whether the words tell the price of one of the options.
bool tells_an_option(const std::vector<FieldHit>& words, const catalog::Activity& activity) {
  return std::any_of(activity.costs.begin(), activity.costs.end(),
                     [&words](const catalog::CostOption& cost) {
                       return cost.amount && is_told(*cost.amount, words);
                     });
}

// Whether the fields name only what some pay, or a first time: "intake: 0".
bool names_only_parts(const catalog::Activity& activity, const Analyser& analyser) {
  return std::all_of(activity.costs.begin(), activity.costs.end(),
                     [&analyser](const catalog::CostOption& cost) {
                       return is_conditional(analyser.tokens_of(cost.option));
                     });
}

// Options grow old while the words are rewritten: what these say instead holds.
std::optional<CostFact> contradict(const Priced& given,
                                   const std::vector<FieldHit>& words,
                                   const catalog::Activity& activity,
                                   const Analyser& analyser) {
  if (given.amount.value == 0 && !names_only_parts(activity, analyser)) return std::nullopt;
  std::optional<CostFact> told;
  const bool tells_one = tells_an_option(words, activity);
  const auto free = find_free(words);
  if (free && (!tells_one || find_first(kFreeToAll, words))) {
    told = free_by(*free);
  } else if (const auto written = from_words(words, activity)) {
    if (!tells_one) told = fact_of(*written);
  }
  if (told) told->sources.conflict = given.evidence;
  return told;
}

}  // namespace

CostFact find_cost(const catalog::Activity& activity,
                   const RecordText& text,
                   const Analyser& analyser) {
  const std::vector<FieldHit> fees = find_hits(text, prices(), {Field::kFees});
  const std::vector<FieldHit> words =
      find_hits(text, prices(), {Field::kDescription, Field::kName, Field::kEligibility});
  if (const auto given = from_options(activity, words, analyser)) {
    return contradict(*given, words, activity, analyser).value_or(fact_of(*given));
  }
  if (const auto free = find_free(fees)) return free_by(*free);
  if (const auto written = from_words(fees, activity)) return fact_of(*written);
  const std::optional<FieldHit> free_in_words = find_free(words);
  if (free_in_words && find_first(kFreeToAll, words)) return free_by(*free_in_words);
  if (const auto written = from_words(words, activity)) return fact_of(*written);
  if (free_in_words) return free_by(*free_in_words);
  if (const auto drink = find_first(kFreeDrink, fees)) return free_by(*drink);
  if (const auto drink = find_first(kFreeDrink, words)) return free_by(*drink);
  return {};
}

}  // namespace kring::indexer
