#include "indexer/language/facts/price_scope.h"

#include <algorithm>
#include <array>

#include "indexer/language/facts/price_words.h"
#include "indexer/language/patterns.h"

namespace kring::indexer {
namespace {

constexpr std::size_t kBefore = 4;  // tokens before a price that may say whose it is

}  // namespace

bool is_conditional(const std::vector<Token>& tokens) {
  static constexpr auto kConditions = std::to_array<PatternRule>({
      {0,
       "leden|lid|*pas|*pashouder*|intake*|aansluit*|borg|inschrijfgeld|kind|kinderen|proef*|"
       "eerste|begeleider|senior*|inkomen|minim*|lidmaatschap*|abonnement*|"
       "introduc*|student*|kennismaking*|maximale|kilo|kg|liter|gram|jeugd|jeugdlid|junior*"},
      {0,
       "print*|materiaal*|lunch|standplaats*|consumptie*|koffie|parkeren|parkeerkosten|"
       "reiskosten|werkboek|lesboek|drankje*|ophalen|vervoer|particulier*|overige*|bezorg*|"
       "*abonnement|intekengeld"},
      {0, "buiten de|het|regio|gemeente"},
      {0, "# t / m # jaar?"},
      {1, "niet leden|lid"},
  });
  static const Patterns kPatterns(kConditions);
  const std::vector<PatternHit> hits = kPatterns.find(tokens);
  const auto is_for_all = [](const PatternHit& hit) { return hit.rule == 1; };
  return !hits.empty() && std::none_of(hits.begin(), hits.end(), is_for_all);
}

bool is_trial(const std::vector<Token>& tokens) {
  static constexpr auto kTrials =
      std::to_array<PatternRule>({{0, "proef*|introductie*|kennismaking*|eerste"}});
  static const Patterns kPatterns(kTrials);
  return kPatterns.is_in(tokens);
}

bool is_for_guests(const std::vector<Token>& tokens) {
  static constexpr auto kGuests = std::to_array<PatternRule>(
      {{0, "introducee|introducees|introduce|introduces|gast|gasten|bezoekers"}});
  static const Patterns kPatterns(kGuests);
  return kPatterns.is_in(tokens);
}

bool is_single(const std::vector<Token>& tokens) {
  static constexpr auto kSingle = std::to_array<PatternRule>(
      {{0, "los|losse"},
       {0,
        "per keer|les|avond|middag|ochtend|bezoek|dagdeel|bijeenkomst|sessie|workshop|deelname"}});
  static const Patterns kPatterns(kSingle);
  return kPatterns.is_in(tokens);
}

bool is_gift(const std::vector<Token>& tokens) {
  static constexpr auto kGifts =
      std::to_array<PatternRule>({{0, "donatie*|donateur*|gift|giften|collecte|fooi*"},
                                  {0, "vrijwillige|vrije bijdrage|gave"}});
  static const Patterns kPatterns(kGifts);
  return kPatterns.is_in(tokens);
}

bool is_material(const std::vector<Token>& tokens) {
  static constexpr auto kMaterials = std::to_array<PatternRule>(
      {{0, "*boek|*boeken|*materiaal|*materialen|syllabus|*map|schort|bloem"}});
  static const Patterns kPatterns(kMaterials);
  return kPatterns.is_in(tokens);
}

bool is_card(const std::vector<Token>& tokens) {
  static constexpr auto kCards = std::to_array<PatternRule>(
      {{0,
        "*rittenkaart|*badenkaart|*lessenkaart|*strippenkaart|knipkaart|strippen|baden|ritten"}});
  static const Patterns kPatterns(kCards);
  return kPatterns.is_in(tokens);
}

std::vector<Token> words_before(const FieldHit& found) {
  static constexpr std::size_t kUnitTokens = 6;
  std::vector<Token> tokens;
  const std::size_t begin = found.hit.begin > kUnitTokens ? found.hit.begin - kUnitTokens : 0;
  for (std::size_t i = begin; i < found.hit.begin; ++i) {
    tokens.push_back(found.field->tokens[i]);
  }
  return tokens;
}

std::vector<Token> words_behind(const FieldHit& found) {
  static constexpr std::size_t kUnitTokens = 8;
  return found.behind(kUnitTokens);
}

bool is_no_price(const FieldHit& found) {
  static constexpr auto kOthers = std::to_array<PatternRule>({
      {0,
       "korting|levert|opgehaald|opbrengst|tegoed|boete|show|borg|waarborg*|onkostenvergoeding|"
       "vergoeding|lotje|tot|verdient|plakken|"
       "donateur*|donatie*|standplaats*|print*|waard|"
       "bmi|"
       "inkomen|boven"},
      {0, "keer of"},          // "een keer of zes per maand"
      {0, "half|kwart|om >"},  // "om half elf met koffie"
      {0, "geen €? >"},
      {0, "ontvangt|ontvangen|krijgt|krijgen ..1 >"},
      {0, "minder dan €? >"},
  });
  static const Patterns kPatterns(kOthers);
  static constexpr auto kThings = std::to_array<PatternRule>(
      {{0, "< per|de kilo|kg|liter|gram"}, {0, "< in de|het ..1 *pot|potje|bus|busje|schaaltje"}});
  static const Patterns kOfThings(kThings);
  const Token* next = found.after();
  const bool is_deposit_or_discount =
      next != nullptr
      && (next->form->folded == "borg" || next->form->folded == "waarborg"
          || next->form->folded == "korting");
  return is_deposit_or_discount || is_former_price(found) || kOfThings.is_in(words_behind(found))
         || found.follows(kPatterns, kBefore + 1);  // "€" may stand between
}

bool is_for_some(const FieldHit& found) {
  static constexpr auto kSome = std::to_array<PatternRule>({
      {0,
       "lidmaatschap|intake|proefles|aansluitkosten|inschrijfgeld|reiskosten|toeslag|meedoenpas|"
       "stadspas|*pas|leden|kinderen|kind|jeugd|junioren|maximaal|overige*|overigen|anderen|anders|"
       "particulier|"
       "materiaal|lunch|abonnement|installatie*|eenmalig*|baasje|eigenaar|gastgezin"},
      {0, "buiten de ..1 gemeente|regio|stad|wijk"},
      {0,
       "koffie|thee|frisdrank|fris|drankje|drankjes|consumptie|consumpties|biertje|tosti|gebak|"
       "soep|broodje|kopie|kopieen|kopje :|kost|voor? >"},
  });
  static constexpr auto kOthers = std::to_array<PatternRule>({{0, "niet leden|lid"}});
  static const Patterns kPatterns(kSome);
  static constexpr auto kTheirs =
      std::to_array<PatternRule>({{0, "< voor leden|pashouders|minima|kinderen|studenten"}});
  static const Patterns kNotMembers(kOthers);
  static const Patterns kForThem(kTheirs);
  if (kForThem.is_in(words_behind(found))) return true;
  return found.follows(kPatterns, kBefore) && !found.follows(kNotMembers, kBefore);
}

bool is_former_price(const FieldHit& found) {
  static constexpr auto kThen =
      std::to_array<PatternRule>({{0, "was|voorheen|vroeger|eerst €? >"}});
  static const Patterns kPatterns(kThen);
  return found.follows(kPatterns, 2);
}

bool is_new_price(const FieldHit& found) {
  static constexpr auto kNow = std::to_array<PatternRule>(
      {{0, "verhoogd|verlaagd|gestegen|gegaan|gaat naar|tot €? >"},
       {0, "is|bedraagt dit|vanaf|sinds ..1 schooljaar|seizoen|jaar|najaar|voorjaar €? >"}});
  static const Patterns kPatterns(kNow);
  return found.hit.rule >= kEuro && found.follows(kPatterns, kBefore + 1);
}

bool is_of_food(const FieldHit& found) {
  static constexpr auto kFood = std::to_array<PatternRule>(
      {{0, "lunch*|*lunchen|tosti*|soep|broodje*|gebak|taart|snack*|maaltijd|frisdrank|biertje"}});
  static const Patterns kPatterns(kFood);
  return found.follows(kPatterns, kBefore);
}

}  // namespace kring::indexer
