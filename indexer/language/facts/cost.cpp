// What does it cost, in the offer's own unit and by meeting?

#include <algorithm>
#include <array>

#include "indexer/language/facts.h"
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
    {kMonth, "per|/|p maand|mnd|month"},
    {kMonth, "in de maand"},
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

enum Price : std::size_t {
  kFree,
  kFreeToAll,  // to come is free, whatever a drink or a lunch may cost
  kFreeEntry,
  kForMembers,
  kFreeThing,  // coffee, a trial, for some: not the activity itself
  kFreeDrink,  // so is entry, where no price is told
  kEuro,
  kEuroAlone,     // a number that is all that the fees say
  kEuroAndCents,  // "drie euro vijftig"
  kOneEuro,
  kWholeCents,
  kTenner,
  kFiver,
};

constexpr auto kPrices = std::to_array<PatternRule>({
    {kFree, "gratis|kosteloos|costless|free"},
    {kFree, "geen kosten|deelnamekosten|deelnamegeld"},
    {kFree, "< geen|nihil|nvt|nee|niets|0 >"},
    {kFree, "voor nop|noppes|niks"},
    {kFree, "nul euro"},
    {kFree, "kosten ..3 : geen"},
    {kFree, "gemeente|fonds|stichting|verzekering betaalt|vergoedt"},
    {kFree, "bijdrage ..4 mag|welkom"},
    {kFree, "wat {you} missen|kwijt kunt|kan|wilt|wil"},
    {kFree, "zonder kosten|betaling"},
    {kFree, "kost|kosten ..2 niets|niks|nul"},
    {kFree, "betaalt|betaal|betalen ..2 niets|niks"},
    {kFree, "vrij entree|toegankelijk"},
    {kFree, "vrije toegang|gave|gift|bijdrage|entree"},
    {kFreeEntry, "eerste ..2 minuten|uur|gesprek|advies gratis|kosteloos"},
    {kForMembers, "gratis|vrij voor leden|kinderen|pashouders|abonnees"},
    {kFreeToAll,
     "toegang|entree|deelname|deelnemen|meedoen|meekijken|binnenkomen ..2 vrij|gratis|kosteloos"},
    {kFreeToAll, "gratis|vrije|vrij toegang|entree|deelname|toegankelijk"},
    {kFree, "vrijwillige bijdrage|gift|donatie"},
    {kFree, "donatie|gift|fooienpot|vrijwillig welkom|mag"},
    {kFree, "geen eigen? bijdrage|kosten"},
    {kFree, "vergoed* uit|vanuit|door|;"},
    {kFree, "hoeft|hoef|hoeven niets|niks te betalen"},
    {kFree, "gewone belkosten|lokaal"},
    {kFree, "free of charge"},
    {kFree, "bekostigd|gefinancierd|betaald door"},
    {kFree, "zijn|is geen kosten ..2 verbonden"},
    {kFree, "naar draagkracht|vermogen"},
    {kFreeThing,
     "koffie|thee|partner|begeleider|introduce|parkeren|website|soep|wifi|proefles ..2 gratis"},
    {kFreeThing, "leden|lid|kinderen|pashouders gratis"},
    {kFreeThing, "kinderen|kids|jeugd|minima|begeleider*|vrijwilligers ..4 gratis"},
    {kFreeThing, "*pas|*pashouders|minima|studenten|jongeren|scholieren ..3 gratis"},
    {kFreeThing, "gratis|kosteloos voor|met ..2 *pas|minima|studenten|jeugd|scholieren"},
    {kFreeThing, "onder|tot de? # {year}? ..1 gratis"},
    {kFreeThing, "vervoer|bezorging|parkeren|ophalen|bezorgen ..3 gratis"},
    {kFreeThing, "gratis vervoer|bezorgd|ophalen|proberen|kennismaken|brochure|pont|taart|gebak"},
    {kFreeThing, "# keer|maal|x|avonden|lessen|weken ..2 gratis|nop|niks"},
    {kFreeThing, "koffie|thee|tee ..3 voor niks"},
    {kFreeDrink, "koffie|thee|tee|soep ..3 gratis|niks"},
    {kFreeDrink, "gratis|free koffie|thee|coffee|tea|soep"},
    {kFreeDrink, "koffie|thee|tee staat|staan klaar"},
    {kFreeDrink, "betaalt|betaal|betalen alleen|slechts? ..2 eigen"},
    {kFreeDrink,
     "betaalt|betaal|betalen alleen|slechts ..2 materiaal|onderdelen|consumpties|drankje"},
    {kFreeDrink, "alleen ..1 eigen ..1 kaartje|consumpties|telefoonkosten|reiskosten|drankje"},
    {kFreeThing, "eerste|proef|eenmaal|eenmalig ..4 gratis"},
    {kFreeThing, "gratis koffie|thee|parkeren|website|app|wifi|advies|proefles|eerste"},
    {kFreeThing, "alles ..6 gratis mee"},
    {kFreeThing, "free coffee|tea|wifi|parking"},
    {kEuroAndCents, "# euro #"},
    {kOneEuro, "een euro|eurootje"},
    {kEuro, "€ #"},
    {kEuro, "# euro|euros|eurootje|eur|€"},
    {kEuro, "# met|incl|inclusief ..1 koffie|thee|consumptie|soep|materiaal"},
    {kEuro, "# per|p|pp persoon|keer|p|rit|les|avond|middag|ochtend|maaltijd"},
    {kEuro, "eur|euro #"},
    {kEuro, "# , -"},
    {kEuro, "# pp|ppk|pk|pj|pm"},
    {kEuro, "# per|p|pp maand|mnd|jaar|kwartaal|seizoen|week|dag|dagdeel|uur|bijeenkomst|sessie"},
    {kEuro,
     "kosten|entree|bijdrage|eigen|prijs|contributie|tarief|toegang|deelname|inschrijfgeld : #"},
    {kEuroAlone, "< # >"},
    {kWholeCents, "# cent"},
    {kTenner, "tientje"},
    {kFiver, "vijfje"},
});

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
       "leden|*pas|*pashouder*|kind|kinderen|proef*|eerste|begeleider|senior*|inkomen|minim*|"
       "introduc*|student*|kennismaking*|maximale"},
      {1, "niet leden"},
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

std::optional<Priced> from_options(const catalog::Activity& activity, const Analyser& analyser) {
  std::optional<Priced> chosen;
  int best = -1;
  for (const catalog::CostOption& cost : activity.costs) {
    if (!cost.amount) continue;
    const std::vector<Token> tokens = analyser.tokens_of(cost.option);
    const int rank = is_conditional(tokens) ? 0 : (is_single(tokens) ? 2 : 1);
    if (rank <= best) continue;
    chosen = Priced{
        *cost.amount, meetings_in(tokens, activity), {Field::kFees, 0, {}, Provenance::kGiven}};
    best = rank;
  }
  return chosen;
}

Cents amount_of(const PatternHit& hit) {
  if (hit.rule == kWholeCents) return Cents{hit.numbers.front() / 100};
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
       "korting|boete|show|borg|onkostenvergoeding|vergoeding|lotje|tot|verdient|plakken|bmi|"
       "inkomen|boven"},
  });
  static const Patterns kPatterns(kOthers);
  return found.follows(kPatterns, kBefore);
}

// What not everyone pays: members, pass holders, children.
bool is_for_some(const FieldHit& found) {
  static constexpr auto kSome = std::to_array<PatternRule>({
      {0, "lidmaatschap|meedoenpas|stadspas|*pas|leden|kinderen|kind|maximaal"},
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

std::optional<FieldHit> find_free_drink(const std::vector<FieldHit>& hits) {
  const auto drink = std::find_if(
      hits.begin(), hits.end(), [](const FieldHit& found) { return found.hit.rule == kFreeDrink; });
  return drink == hits.end() ? std::nullopt : std::optional<FieldHit>(*drink);
}

CostFact fact_of(const Priced& priced) {
  return {priced.amount, Cents{priced.amount.value / priced.meetings}, {priced.evidence, {}}};
}

CostFact free_by(const FieldHit& found) {
  return {Cents{0}, Cents{0}, {found.evidence(), {}}};
}

// Whether the words tell the price of one of the options.
bool tells_an_option(const std::vector<FieldHit>& words, const catalog::Activity& activity) {
  const auto is_told = [&words](const catalog::CostOption& cost) {
    return cost.amount && std::any_of(words.begin(), words.end(), [&cost](const FieldHit& found) {
             return is_price(found) && amount_of(found.hit) == *cost.amount;
           });
  };
  return std::any_of(activity.costs.begin(), activity.costs.end(), is_told);
}

// Options grow old while the words are rewritten: what these say instead holds.
std::optional<CostFact> contradict(const Priced& given,
                                   const std::vector<FieldHit>& words,
                                   const catalog::Activity& activity) {
  if (given.amount.value == 0) return std::nullopt;
  std::optional<CostFact> told;
  if (const auto free = find_free(words)) {
    told = free_by(*free);
  } else if (const auto written = from_words(words, activity)) {
    if (!tells_an_option(words, activity)) told = fact_of(*written);
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
  if (const auto given = from_options(activity, analyser)) {
    return contradict(*given, words, activity).value_or(fact_of(*given));
  }
  if (const auto free = find_free(fees)) return free_by(*free);
  if (const auto written = from_words(fees, activity)) return fact_of(*written);
  const std::optional<FieldHit> free_in_words = find_free(words);
  if (free_in_words && free_in_words->hit.rule == kFreeToAll) return free_by(*free_in_words);
  if (const auto written = from_words(words, activity)) return fact_of(*written);
  if (free_in_words) return free_by(*free_in_words);
  if (const auto drink = find_free_drink(fees)) return free_by(*drink);
  if (const auto drink = find_free_drink(words)) return free_by(*drink);
  return {};
}

}  // namespace kring::indexer
