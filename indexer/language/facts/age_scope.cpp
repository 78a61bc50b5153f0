#include "indexer/language/facts/age_scope.h"

#include <array>

#include "indexer/language/facts/age_words.h"

namespace kring::indexer {
namespace {

// Those whose age is told beside the person the activity is for.
const Patterns& others() {
  static constexpr auto kOthers = std::to_array<PatternRule>({
      {0,
       "kind|kinderen|kids|kindje|peuter*|kleuter*|baby*|dochter|zoon|kleinkind*|children|child"},
      {0, "bestaat|maat|maten|zelf"},
      {0, "al|sinds ..1 >"},
      {0, "ruim >"},
      {0, "korting|bel|bmi|rijbewijs|diploma"},
      {0, "chauffeur*|zoeken|gezocht"},
      {0, "groep|groepen >"},  // of a school
      {0, "bij voorkeur >"},
      {0, "niet|geen meer >"},  // what was the rule before
      {0, "een ..1 student|scholier|maatje|coach|mentor|vrijwilliger >"},
  });
  static const Patterns kPatterns(kOthers);
  return kPatterns;
}

// "Vrijwilligers vanaf 55 jaar": where the rule should stand, it is for those who help.
bool is_of_helpers(const FieldHit& found) {
  static constexpr auto kHelpers = std::to_array<PatternRule>({{0, "vrijwilligers ..1 >"}});
  static const Patterns kPatterns(kHelpers);
  return found.field->field != Field::kEligibility && found.follows(kPatterns, kOthersWithin);
}

// "Maandag 10-12", "zaterdags vanaf 10", where no word says that the numbers are years.
bool tells_times(const FieldHit& found) {
  static constexpr auto kDays = std::to_array<PatternRule>({{0, "{day}"}});
  static constexpr auto kYears = std::to_array<PatternRule>({{0, "{year}|ouder|jonger"}});
  static const Patterns kBefore(kDays);
  static const Patterns kWithin(kYears);
  const Token& first = found.field->tokens[found.hit.begin];
  const bool may_be_times = first.kind == CutKind::kNumber || first.form->folded == "vanaf";
  return may_be_times && found.follows(kBefore, kOthersWithin) && !found.has_within(kWithin);
}

// Whoever is wanted to do the work is not whom the activity is for.
const Patterns& wanted_staff() {
  static constexpr auto kWanted = std::to_array<PatternRule>({
      {0,
       "chauffeur*|vrijwilliger*|begeleider*|medewerker*|gastvrouw*|gastheer|gastheren|docent*|"
       "bestuursleden|volunteer*|driver*|staff ..3 gezocht|nodig|wanted|needed"},
      {0, "gezocht|wanted ..4 chauffeur*|vrijwilliger*|begeleider*|medewerker*|gastvrouw*|docent*"},
      {0, "wij|we zoeken ..5 chauffeur*|vrijwilliger*|begeleider*|medewerker*|gastvrouw*|docent*"},
      {0, "zoeken wij|we ..5 chauffeur*|vrijwilliger*|begeleider*|medewerker*|gastvrouw*|docent*"},
      {0, "chauffeur* ..20 welkom"},
      {0, "vacature* ..4 chauffeur*|vrijwilliger*|begeleider*|medewerker*|gastvrouw*|docent*"},
  });
  static const Patterns kPatterns(kWanted);
  return kPatterns;
}

// Parents, or bringing a child along, are spoken of beside its age.
bool tells_of_parents(const FieldHit& found) {
  static constexpr auto kParents = std::to_array<PatternRule>(
      {{0,
        "ouder|ouders|moeder*|vader*|gezin*|oppas*|opvang|zoon|dochter|papa*|mama*|kleinkind*|"
        "meenemen|meebrengen|mee|welkom|gratis|alleen|thuis|korting"},
       {0, "met|bij|van kinderen|kids"},
       {0, "uw|je|jouw|hun kind|kinderen"}});
  static constexpr auto kThemselves = std::to_array<PatternRule>({{0, "groep voor kinderen|kids"}});
  static const Patterns kPatterns(kParents);
  static const Patterns kTheirs(kThemselves);
  return found.is_said_with(kPatterns) && !found.follows(kTheirs, kOthersWithin);
}

const Patterns& children() {
  static constexpr auto kChildren = std::to_array<PatternRule>({{0, "kind|kinderen|kids"}});
  static const Patterns kPatterns(kChildren);
  return kPatterns;
}

// School children who take part themselves.
bool is_of_pupils(const FieldHit& found) {
  static constexpr int kYoungestPupil = 6;
  static constexpr int kOldestPupil = 23;
  return found.hit.rule == kRange && found.hit.numbers.front() >= kYoungestPupil * 100
         && found.hit.numbers.back() <= kOldestPupil * 100
         && found.follows(children(), kOthersWithin) && !tells_of_parents(found);
}

// "Gezinnen met kinderen van 8 tot 12".
bool is_of_parents(const FieldHit& found) {
  const auto first = found.field->tokens.begin() + static_cast<std::ptrdiff_t>(found.hit.begin);
  return children().is_in({first, first + 1}) && tells_of_parents(found);
}

}  // namespace

bool tells_most(const FieldHit& found) {
  static constexpr auto kMost = std::to_array<PatternRule>(
      {{0, "meesten|meeste|meestal|doorgaans|usually|mostly|gemiddeld*"}});
  static constexpr auto kMainly =
      std::to_array<PatternRule>({{0, "vooral|voornamelijk|veelal|hoofdzakelijk|merendeel"}});
  static const Patterns kPatterns(kMost);
  static const Patterns kMainPatterns(kMainly);
  return found.follows(kPatterns, kOthersWithin)
         || (found.field->field != Field::kEligibility
             && found.follows(kMainPatterns, kOthersWithin));
}

bool tells_of_staff(const FieldHit& found) {
  return found.is_said_with(wanted_staff());
}

bool is_of_others(const FieldHit& found) {
  const bool is_called_so = found.field->field == Field::kName && found.hit.rule <= kPlus;
  if (is_called_so) return false;
  return (found.follows(others(), kOthersWithin) && !is_of_pupils(found)) || is_of_parents(found)
         || is_of_helpers(found) || tells_most(found) || tells_times(found)
         || tells_of_staff(found);
}

bool is_of_reader(const FieldHit& found) {
  static constexpr auto kReader = std::to_array<PatternRule>(
      {{0, "bent|ben u|je|jij ..1 >"}, {0, "u|je|jij|you bent|are ..1 >"}});
  static constexpr auto kWithin = std::to_array<PatternRule>({{0, "bent|ben|moet"}});
  static const Patterns kPatterns(kReader);
  static const Patterns kHit(kWithin);
  return found.follows(kPatterns, kOthersWithin) || found.has_within(kHit);
}

}  // namespace kring::indexer
