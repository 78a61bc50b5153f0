// Is it understood from plain words for which ages something is?

#include <string>

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

struct Told {
  const char* text;
  std::optional<int> min;
  std::optional<int> max;
};

// Of a record whose fields give `min` and `max`.
void check_ages(const Told& told, std::optional<int> min, std::optional<int> max) {
  catalog::Activity activity = described(told.text);
  activity.min_age = min;
  activity.max_age = max;
  const indexer::Annotation annotation = annotate(activity);
  INFO(told.text);
  CHECK(annotation.min_age == told.min);
  CHECK(annotation.max_age == told.max);
}

}  // namespace

TEST_CASE("a rule of years is read in many wordings") {
  const Told told = GENERATE(
      Told{"Van 18 tot en met 67.", 18, 67}, Told{"Voor 25 tot en met 39.", 25, 39},
      Told{"Student of starter (18 tot en met 30).", 18, 30}, Told{"Voor tieners (12-16).", 12, 16},
      Told{"Voor mensen tussen 18 jaar en de AOW-leeftijd.", 18, 67},
      Told{"Ben je tussen de 18 en 27?", 18, 27}, Told{"U bent de zestien gepasseerd.", 16, {}},
      Told{"Je bent minimaal 18 en hebt een diploma.", 18, {}},
      Told{"Alleen bellen boven de 18.", 18, {}}, Told{"Voor wie ouder is dan 50.", 50, {}},
      Told{"Folk fan 14 jier ôf.", 14, {}}, Told{"Tot een jaar of 27.", {}, 27},
      Told{"Voor iedereen onder de 30.", {}, 29},
      Told{"Een steungezin ontvangt uw kind (tot en met 12 jaar).", {}, 12});
  check_ages(told, {}, {});
}

TEST_CASE("ages are read in words, with their number or their rank") {
  const Told told =
      GENERATE(Told{"Meerijden mag vanaf je zestiende.", 16, {}},
               Told{"Vanaf uw zestigste bent u welkom.", 60, {}},
               Told{"Voor wie de vijfenzeventig gepasseerd is.", 75, {}},
               Told{"Ben je twaalf tot en met zeventien jaar, kom dan langs.", 12, 17},
               Told{"Leeftijd: zestien tot en met vierentwintig.", 16, 24},
               Told{"Voor twintigers en dertigers.", 20, 39},
               Told{"Je mag blijven tot en met je eenentwintigste.", {}, 21},
               Told{"Elke tweede dinsdag, de achtste keer alweer.", {}, {}},
               Told{"Entree negen euro, tot 12 jaar gratis.", {}, {}});
  check_ages(told, {}, {});
}

TEST_CASE("ages of some, of most or of others are no rule") {
  const Told told = GENERATE(
      Told{"Voor 65-plussers en mensen met een beperking.", {}, {}},
      Told{"Voor eilanders van 70 jaar en ouder, of jonger als u ziek bent.", {}, {}},
      Told{"Vooral 60-plussers lopen mee.", {}, {}},
      Told{"Passen in alle rust, vooral dames van 50-plus.", {}, {}},
      Told{"Usually 18-28 but we don't check passports.", {}, {}},
      Told{"Vroege diagnose (onder de 65)?", {}, {}}, Told{"Van 10 tot en met 12 uur.", {}, {}},
      Told{"Onder de 12 jaar alleen samen met een volwassene.", {}, {}},
      Told{"Voor gezinnen met een kind tot 7 jaar.", {}, {}});
  check_ages(told, {}, {});
}

TEST_CASE("years in words win over the fields, and take back what they tell of others") {
  check_ages({"55+ (een fitte 54-jarige sturen we niet weg).", 55, {}}, 60, {});
  check_ages({"Vanaf 8 jaar, onze oudste spits is 47.", 8, {}}, 18, {});
  check_ages({"Ben je tussen de 16 en 30?", 16, 30}, 18, 30);
  check_ages({"U moet minstens 70 zijn.", 70, {}}, 18, 26);
  check_ages({"Vooral 60-plussers lopen mee.", {}, {}}, 60, {});
  check_ages({"Chauffeurs (m/v, 23-75 jaar, rijbewijs B) zijn zeer welkom!", {}, {}}, 23, 75);
  check_ages({"Onder de 12 jaar alleen samen met een volwassene.", {}, {}}, 12, {});
  check_ages({"Kinderen mogen, jongens tot 10 jaar.", {}, {}}, {}, 10);
  check_ages({"Voor volwassenen.", 65, {}}, 65, {});
  check_ages({"Samen koffie drinken.", 55, {}}, 55, {});
}

TEST_CASE("children who come themselves are a rule, those of parents and those who help are not") {
  const Told told = GENERATE(
      Told{"Een middag op stap met een kind van 9 tot 14 jaar.", 9, 14},
      Told{"Voor gezinnen met kinderen van 8 tot 12 jaar.", {}, {}},
      Told{"Ouders van kinderen van 9 tot 14 jaar ontmoeten elkaar.", {}, {}},
      Told{"Elke jongere tussen 17 en 26 krijgt een coach.", 17, 26},
      Told{"Van woensdag tot en met vrijdag voor iedereen tussen 14 en 21.", 14, 21},
      Told{"Je krijgt een vaste volwassene naast je.", {}, {}},
      Told{"Voor ouders van een volwassen zoon of dochter.", {}, {}},
      Told{"Jeugd en volwassenen trainen samen.", {}, {}},
      Told{"Een vaste volwassen coach loopt mee.", {}, {}},
      Told{"Groep voor kinderen (8-12) van gescheiden ouders.", 8, 12},
      Told{"Kinderen en jongeren van 6 t/m 20 jaar logeren hier.", 6, 20},
      Told{"Alleengaanden tussen 35 en 60 in Chaam draaien een pot.", 35, 60},
      Told{"Bel tussen 9 en 11 in de ochtend.", {}, {}},
      Told{"Er komen tussen 30 en 50 buren.", {}, {}}, Told{"Je mag 16 tot 25 zijn.", 16, 25},
      Told{"Vanaf 14 juni weer elke week.", {}, {}},
      Told{"Kleine klussen voor 70+ en minima.", {}, {}}, Told{"Alleen voor volwassenen.", 18, {}},
      Told{"Met een rijbewijs van minstens vijf jaar rijdt u mee.", {}, {}});
  check_ages(told, {}, {});
}

TEST_CASE("a sentence may tell two ages that belong together") {
  check_ages({"De jongste groep is van 6 t/m 9 jaar, de oudste van 10 t/m 13 jaar.", 6, 13}, {},
             {});
  check_ages({"U bent minstens achttien en nog geen veertig.", 18, 39}, {}, {});
  check_ages({"Wij gaan dit jaar tot en met 40, en je bent minstens 25.", 25, 40}, {}, {});
}

TEST_CASE("what is told of the reader goes before what is told of others") {
  check_ages(
      {"Voor kinderen van 6 t/m 12 jaar zoeken wij gezinnen. Bent u minstens 25 jaar?", 25, {}}, {},
      {});
  check_ages({"Een student (18-24) belt. Voor jongeren van 13 tot 19 jaar.", 13, 19}, {}, {});
}

TEST_CASE("whoever helps is who it is for where the rule should stand, and nowhere else") {
  check_ages({"Vrijwilligers vanaf 55 jaar lezen voor.", {}, {}}, {}, {});
  catalog::Activity reading = described("Kinderen lezen u voor.");
  reading.eligibility_description = "Vrijwilligers vanaf 55 jaar";
  CHECK(annotate(reading).min_age == 55);
}

TEST_CASE("who is younger and sent elsewhere tells from when it is") {
  check_ages({"Nog geen zestien? Bel de kinderlijn.", 16, {}}, {}, {});
  check_ages({"Jonger dan 18? Kijk bij het jeugdwerk.", 18, {}}, {}, {});
  check_ages({"Bent u nog geen 70 maar wel ziek, dan kan het ook.", {}, {}}, {}, {});
}

TEST_CASE("an age that is wished for, was the rule, or has been dropped is no rule") {
  const Told told =
      GENERATE(Told{"Bij voorkeur 40+.", {}, {}},
               Told{"De leeftijdsgrens van 55 jaar is dit voorjaar afgeschaft.", {}, {}},
               Told{"Iedereen 8 euro, 4 t/m 12 jaar 3 euro.", {}, {}},
               Told{"Jeugd tot 18 jaar de helft.", {}, {}});
  check_ages(told, {}, {});
  check_ages({"De leeftijdsgrens is vervallen.", {}, {}}, 55, {});
}

}  // namespace kring::tests
