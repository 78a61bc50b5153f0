#include "indexer/language/facts/price_scope.h"

#include <algorithm>
#include <array>

#include "indexer/language/patterns.h"

namespace kring::indexer {

bool is_conditional(const std::vector<Token>& tokens) {
  static constexpr auto kConditions = std::to_array<PatternRule>({
      {0,
       "leden|lid|*pas|*pashouder*|intake*|aansluit*|borg|inschrijfgeld|kind|kinderen|proef*|"
       "eerste|begeleider|senior*|inkomen|minim*|lidmaatschap*|abonnement*|"
       "introduc*|student*|kennismaking*|maximale|kilo|kg|liter|gram"},
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

}  // namespace kring::indexer
