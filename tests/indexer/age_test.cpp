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

}  // namespace kring::tests
