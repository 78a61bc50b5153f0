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
       "eerste|begeleider|senior*|inkomen|minim*|lidmaatschap*|abonnement*|"
       "introduc*|student*|kennismaking*|maximale"},
      {0,
       "print*|materiaal*|lunch|standplaats*|consumptie*|koffie|parkeren|parkeerkosten|"
       "reiskosten|werkboek|lesboek|drankje*|ophalen|vervoer|particulier*|overige*|bezorg*|"
       "*abonnement|intekengeld"},
      {0, "buiten de|het|regio|gemeente"},
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

// What one gives without having to.
bool is_gift(const std::vector<Token>& tokens) {
  static constexpr auto kGifts =
      std::to_array<PatternRule>({{0, "donatie*|donateur*|gift|giften|collecte|fooi*"},
                                  {0, "vrijwillige|vrije bijdrage|gave"}});
  static const Patterns kPatterns(kGifts);
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
  if (hit.rule == kHalfEuro) return Cents{hit.numbers.front() + 50};
  if (hit.rule == kOneAndHalf) return Cents{150};
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
       "donateur*|donatie*|standplaats*|print*|waard|"
       "bmi|"
       "inkomen|boven"},
      {0, "keer of"},  // "een keer of zes per maand"
  });
  static const Patterns kPatterns(kOthers);
  const Token* next = found.after();
  const bool is_deposit = next != nullptr && next->form->folded == "borg";
  return is_deposit || found.follows(kPatterns, kBefore + 1);  // "€" may stand between
}

// What not everyone pays: members, pass holders, children.
bool is_for_some(const FieldHit& found) {
  static constexpr auto kSome = std::to_array<PatternRule>({
      {0,
       "lidmaatschap|intake|proefles|aansluitkosten|inschrijfgeld|reiskosten|toeslag|meedoenpas|"
       "stadspas|*pas|leden|kinderen|kind|maximaal|overige*|overigen|anderen|anders|particulier|"
       "materiaal|lunch|abonnement|baasje|eigenaar|gastgezin"},
      {0, "buiten de ..1 gemeente|regio|stad|wijk"},
      {0,
       "koffie|thee|frisdrank|fris|drankje|drankjes|consumptie|consumpties|biertje|tosti|gebak|"
       "soep|broodje|kopie|kopieen|kopje :|kost|voor? >"},
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

bool tells_price(const FieldHit& found) {
  return is_price(found) && !is_no_price(found);
}

Priced priced_by(const FieldHit& found, const catalog::Activity& activity) {
  int meetings = meetings_in(rest_of(found), activity);
  if (meetings == 1) meetings = meetings_in(before(found), activity);
  return {amount_of(found.hit), meetings, found.evidence()};
}

// The first price that everyone pays.
std::optional<Priced> from_words(const std::vector<FieldHit>& hits,
                                 const catalog::Activity& activity) {
  const auto chosen = std::find_if(hits.begin(), hits.end(), [](const FieldHit& found) {
    return tells_price(found) && !is_for_some(found);
  });
  if (chosen == hits.end()) return std::nullopt;
  return priced_by(*chosen, activity);
}

// The first price, where only some pay it, or for something beside.
std::optional<Priced> from_part(const std::vector<FieldHit>& hits,
                                const catalog::Activity& activity) {
  const auto chosen = std::find_if(hits.begin(), hits.end(), tells_price);
  if (chosen == hits.end()) return std::nullopt;
  return priced_by(*chosen, activity);
}

// Says that the activity is free, for everyone and every time.
std::optional<FieldHit> find_free(const std::vector<FieldHit>& hits) {
  for (const FieldHit& found : hits) {
    if (is_overlapped_by(kForMembers, found, hits)) continue;
    if (found.hit.rule == kFreeEntry) return found;
    if (found.hit.rule != kFree && found.hit.rule != kFreeToAll) continue;
    static constexpr auto kDenials = std::to_array<PatternRule>(
        {{0, "niet|geen|half|halve|soms|deels|gedeeltelijk|vaak|eventueel"}});
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
    chosen = Priced{is_gift(tokens) ? Cents{0} : *cost.amount,
                    meetings_in(tokens, activity),
                    {Field::kFees, 0, {}, Provenance::kGiven}};
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
  const auto written = from_words(words, activity);
  const bool is_paid_later = written && given.amount.value == 0;
  const bool is_told_free =
      free && (!tells_one || find_first(kFreeToAll, words) || names_only_parts(activity, analyser));
  if (is_told_free && !is_paid_later) {
    told = free_by(*free);
  } else if (written && !tells_one) {
    told = fact_of(*written);
  }
  if (told) told->sources.conflict = given.evidence;
  return told;
}

// The field for it, unless the description, which is rewritten more often, says otherwise of all:
// that one pays where the field says "gratis", or that one pays what one can.
std::optional<CostFact> from_fees(const std::vector<FieldHit>& fees,
                                  const std::vector<FieldHit>& words,
                                  const catalog::Activity& activity) {
  const auto free = find_free(fees);
  const auto all = from_words(fees, activity);
  const auto charged = all ? all : from_part(fees, activity);
  if (!free && !charged) return std::nullopt;
  const bool is_free_in_words = find_free(words).has_value();
  const auto written = from_words(words, activity);
  if (find_first(kFreeToAll, words) && !free) return free_by(*find_first(kFreeToAll, words));
  const std::optional<FieldHit> entry = find_first(kFreeToAll, fees);
  const bool is_entry_free = entry && entry->hit.end - entry->hit.begin > 1;  // "toegang gratis"
  if (free && written && !is_free_in_words && !is_entry_free) return fact_of(*written);
  return free ? free_by(*free) : fact_of(*charged);
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
  const std::optional<FieldHit> free_in_words = find_free(words);
  if (const auto charged = from_fees(fees, words, activity)) return *charged;
  if (free_in_words && find_first(kFreeToAll, words)) return free_by(*free_in_words);
  if (const auto written = from_words(words, activity)) return fact_of(*written);
  if (free_in_words) return free_by(*free_in_words);
  if (const auto part = from_part(words, activity)) return fact_of(*part);
  if (const auto drink = find_first(kFreeDrink, fees)) return free_by(*drink);
  if (const auto drink = find_first(kFreeDrink, words)) return free_by(*drink);
  return {};
}

}  // namespace kring::indexer
