// What does it cost, in the offer's own unit and by meeting?

#include <algorithm>
#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/facts/meetings.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

using catalog::Cents;

enum Price : std::size_t {
  kFree,
  kFreeToAll,  // to come is free, whatever a drink or a lunch may cost
  kFreeEntry,
  kForMembers,
  kFreeThing,  // coffee, a trial, for some: not the activity itself
  kFreeDrink,  // so is entry, where no price is told
  kEuro,
  kEuroRange,     // "20 tot 35 euro": who asks for it must have the most
  kEuroAlone,     // a number that is all that the fees say
  kEuroAndCents,  // "drie euro vijftig"
  kOneEuro,
  kWholeCents,
  kTenner,
  kFiver,
};

constexpr auto kPrices = std::to_array<PatternRule>({
    {kFree, "gratis|kosteloos|costless|free|gratuit|ucretsiz|bezplatnie|bezplatny|darmowy"},
    {kFree, "no|of dues|fees|fee|charge|charges|cost|costs"},
    {kFree, "wij|we|ze|zij|hij vraagt|vragen|rekent|rekenen ..2 niets|niks"},
    {kFree, "vraagt|vragen|rekent|rekenen wij|we|ze|zij ..2 niets|niks"},
    {kFree,
     "lokaal|normaal|gewoon|gebruikelijk|gewone|gebruikelijke|normale tarief|beltarief|belkosten"},
    {kFree,
     "geen "
     "kosten|deelnamekosten|deelnamegeld|cent|stuiver|dubbeltje|entree|entreegeld|toegangsprijs|"
     "inschrijfgeld|contributie"},
    {kFree, "< geen|nihil|nvt|nee|niets|0 >"},
    {kFree, "voor nop|noppes|niks"},
    {kFree, "nul euro"},
    {kFree, "kosten ..3 : geen|nul|nihil"},
    {kFree, "gemeente|fonds|stichting|verzekering betaalt|vergoedt"},
    {kFree, "wat {you} missen|kwijt|kunt|kan|kun|wilt|wil kunt|kan|wilt|wil|missen|geven"},
    {kFree, "kost|kosten|betaalt|betaal|betalen ..2 niets|niks|nul"},
    {kFree, "vrij entree|toegankelijk"},
    {kFree, "niets|niks|niet betalen"},
    {kFree, "betalen hoeft ..1 niet"},
    {kFree, "hoeft|hoef|hoeven ..2 niet ..2 te betalen"},
    {kFree, "vraagt|vragen|kost|kosten ..2 geen geld"},
    {kFree, "geen rekening"},
    {kFree, "is|zijn|helemaal voor niets|niks"},
    {kFree, "wordt|worden ..2 niets|niks ..3 gevraagd|gerekend|betaald"},
    {kFree, "hoeft|hoef|hoeven ..1 niets|niks|iets ..1 betaald|betalen"},
    {kFree, "niets|niks in rekening"},
    {kFree, "niemand ..1 hoeft iets|wat te betalen"},
    {kFree, "zonder ..3 kosten"},
    {kFree, "op|voor onze rekening"},
    {kFreeToAll, "zelf is gratis|kosteloos"},
    {kFree, "kosten|entree|prijs|bijdrage :? nvt|n v t"},
    {kFree, "entree|toegang :? 0|nul"},
    {kFree, "kosten geen"},
    {kFree, "darmow*|bezplatn*|безкоштовно|бесплатно|fergees"},
    {kFree, "pot|bus|busje|schaaltje|collectezak|hoed|mandje ..3 gaat|staat ..1 rond|klaar"},
    {kFree, "er staat ..1 schaaltje|mandje|potje|busje|fooienpot"},
    {kFree, "vrije|vrijwillige toegang|gave|gift|bijdrage|entree|donatie"},
    {kFreeEntry, "eerste ..2 minuten|uur|gesprek|advies gratis|kosteloos"},
    {kForMembers, "gratis|vrij voor leden|kinderen|pashouders|abonnees"},
    {kFreeToAll,
     "toegang|entree|deelname|deelnemen|meedoen|meekijken|binnenkomen ..2 vrij|gratis|kosteloos"},
    {kFreeToAll, "meewerken|meehelpen|meezingen|komen|deelname ..5 is ..1 gratis"},
    {kFreeToAll, "niet betalen voor ..1 komen|deelname|meedoen"},
    {kFreeToAll, "pay|betaal|betaalt what|wat you|je|u can|kan|kunt|wilt|wil"},
    {kFreeToAll, "pay|betaal|betaalt wat {you} missen kan|kunt"},
    {kFreeToAll, "< gratis|kosteloos ,|en|;|>"},
    {kFreeToAll, "gratis|vrije|vrij toegang|entree|deelname"},
    {kFree, "donatie|gift|fooienpot|vrijwillig|bijdrage ..4 welkom|mag"},
    {kFree, "geen|zonder eigen? bijdrage|kosten|betaling"},
    {kFree, "bekostigd|gefinancierd|betaald|vergoed* uit|vanuit|door|;"},
    {kFree, "hoeft|hoef|hoeven niets|niks ..4 te betalen"},
    {kFree, "naar draagkracht|vermogen"},
    {kFreeThing,
     "koffie|thee|partner|begeleider|introduce|parkeren|website|soep|wifi|proefles ..2 gratis"},
    {kFreeThing, "leden|lid|kinderen|pashouders gratis"},
    {kFreeThing, "kinderen|kids|jeugd|minima|begeleider*|vrijwilligers ..4 gratis"},
    {kFreeThing, "gratis|kosteloos voor|met ..2 *pas|minima|studenten|jeugd|scholieren"},
    {kFreeThing, "onder|tot de? # {year}? ..1 gratis"},
    {kFreeThing, "# keer|maal|x|avonden|lessen|weken ..2 gratis|nop|niks"},
    {kFreeThing,
     "*pas|*pashouders|aansluiten|aansluiting|bezorgen|bezorging|hond|honden|installatie|intake|"
     "jongeren|kennismaking|minima|ophalen|parkeren|scholieren|studenten|vervoer ..3 gratis"},
    {kFreeThing,
     "gratis|free "
     "aansluiten|aansluiting|advies|adviesgesprek|app|bezorgd|brochure|eerste|gebak|intake|"
     "kennismaken|"
     "kennismaking|kennismakingsgesprek|koffie|ophalen|parkeren|pont|proberen|proefles|snuffeldag|"
     "taart|thee|vervoer|website|wifi|coffee|tea|parking"},
    {kFreeDrink, "koffie|thee|tee|soep ..3 gratis|niks"},
    {kFreeDrink, "gratis|free koffie|thee|coffee|tea|soep"},
    {kFreeDrink, "koffie|thee|tee staat|staan klaar"},
    {kFreeDrink, "consumpties|consumptie|drankjes|drinken|koffie|thee|lunch ..2 eigen rekening"},
    {kFreeDrink,
     "consumpties|consumptie|drankjes|koffie|thee|lunch ..3 betaal|betaalt|betalen ..1 zelf"},
    {kFreeDrink, "alleen ..2 onderdelen|materiaal|materialen ..2 afgerekend|betaald"},
    {kFreeDrink,
     "betaalt|betaal|betalen alleen|slechts ..2 eigen|materiaal|onderdelen|consumpties|drankje"},
    {kFreeDrink, "alleen ..1 eigen ..1 kaartje|consumpties|telefoonkosten|reiskosten|drankje"},
    {kFreeThing, "eerste|proef|eenmaal|eenmalig ..4 gratis"},
    {kFreeThing, "alles ..6 gratis mee"},
    {kEuroAndCents, "# euro #"},
    {kOneEuro, "een euro|eurootje"},
    {kEuroRange, "# tot|- # euro"},
    {kEuroRange, "€ # tot|- €? #"},
    {kEuro, "€ #"},
    {kEuro, "# euro|euros|eurootje|euri|eur|€"},
    {kEuro, "# met|incl|inclusief ..1 koffie|thee|consumptie|soep|materiaal"},
    {kEuro,
     "# per|p|pp "
     "persoon|keer|p|rit|les|avond|middag|ochtend|maaltijd|kopje|kop|glas|kom|bord|bakje|"
     "consumptie|volwassene|gezin|huishouden"},
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

const Patterns& prices() {
  static const Patterns kPatterns(kPrices);
  return kPatterns;
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

std::optional<FieldHit> find_first(Price rule, const std::vector<FieldHit>& hits) {
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
