// Is it understood from plain words what one pays?

#include <string>

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

using catalog::Cents;

struct Priced {
  const char* text;
  int cents;
};

std::optional<Cents> cost_of(const std::string& text) {
  return annotate(described(text)).cost;
}

catalog::CostOption option(const char* name, int cents) {
  catalog::CostOption cost;
  cost.option = name;
  cost.amount = Cents{cents};
  return cost;
}

}  // namespace

TEST_CASE("that one pays nothing is said in many ways") {
  const char* text = GENERATE(
      "Kosten: n.v.t.", "Alles om niet.", "De gemeente bekostigt dit.", "Безкоштовно.",
      "Kost je alleen je wifi.", "Kosten: uw eigen belminuten.",
      "U betaalt de kaartjes, verder niks.", "Bezoekers betalen geen entree.",
      "De deelname is voor rekening van de gemeente.", "De mand is een cadeau van de middenstand.",
      "It kostet neat.", "Op woensdag helpen studenten u gratis met uw telefoon.",
      "Koffie 50 cent, verder gratis.", "Er wordt niets in rekening gebracht, printjes 20 cent.",
      "Inwoners van Breda nemen kosteloos deel; overigen betalen € 60.",
      "Koffie is gratis, voor de lunch vragen we € 3,50.", "Er gaat een mandje rond.",
      "Wie wil stopt iets in de spaarpot.", "Er hangt geen prijskaartje aan.",
      "Arbeid rekenen wij niet.", "Bij de deur staat een collectebus.", "A small donation, please.",
      "U bent onze gast.", "U bepaalt zelf wat u geeft.", "Geld komt er niet aan te pas.",
      "Toegang vragen we niet.", "De zorgverzekeraar betaalt.", "Вхід вільний.",
      "Basisverzekering, geen eigen risico.", "Binnenlopen kost niets, koffie 80 cent.",
      "Het eerste bakje is van ons.", "Kosten: nul, al is een euro in de pot welkom.",
      "Wordt vergoed uit de basisverzekering; het eigen risico blijft buiten schot.");
  INFO(text);
  CHECK(cost_of(text) == Cents{0});
}

TEST_CASE("prices are read in words and with thousands") {
  const Priced priced = GENERATE(
      Priced{"Entree twaalf en een halve euro.", 1'250}, Priced{"Anderhalve euro per keer.", 150},
      Priced{"Basispakket vanaf € 2.950.", 295'000}, Priced{"Eigen bijdrage 3,50.", 350},
      Priced{"Gratis voor studenten, anderen betalen € 7,50.", 750},
      Priced{"De eerste keer gratis, daarna € 5 per les.", 500},
      Priced{"Twaalf lessen: honderdtachtig euro.", 18'000}, Priced{"Drie vijftig per keer.", 350},
      Priced{"Reken op een euro of acht.", 800}, Priced{"Los kaartje 4,75.", 475},
      Priced{"Members pay 90 a year.", 9'000},
      Priced{"Kennismakingsgesprek gratis; sessie € 60.", 6'000},
      Priced{"10-rittenkaart € 90, losse les € 11.", 1'100},
      Priced{"De intake is gratis; daarna betaalt u € 38 per maand (soms vergoed door de "
             "verzekering).",
             3'800});
  INFO(priced.text);
  CHECK(cost_of(priced.text) == Cents{priced.cents});
}

TEST_CASE("what one may give, or pays for something beside, is no price") {
  catalog::Activity garden = described("De oogst verdelen we. Donateur worden mag.");
  garden.costs = {option("donatie per jaar", 1'500)};
  CHECK(annotate(garden).cost == Cents{0});
  catalog::Activity house = described("Voor het inlopen vragen we geen geld. Lunch € 5.");
  house.costs = {option("lunch", 500)};
  CHECK(annotate(house).cost == Cents{0});
  CHECK_FALSE(cost_of("Donateur worden kan voor € 15 per jaar."));
}

TEST_CASE("what an insurance pays is not free where a share of one's own is told") {
  CHECK(cost_of("Vergoed uit de basisverzekering.") == Cents{0});
  CHECK(cost_of("Vergoed uit de basisverzekering, zonder eigen risico.") == Cents{0});
  CHECK_FALSE(cost_of("Vergoed uit de basisverzekering, eigen risico van toepassing."));
  CHECK_FALSE(cost_of("Vergoeding uit de aanvullende verzekering."));
  CHECK_FALSE(cost_of("Vergoeding uit de Wmo; het CAK rekent mogelijk een eigen bijdrage."));
}

TEST_CASE("of several options the first that everyone pays is the price, a card the last") {
  catalog::Activity yoga = described("Tien lessen € 139, los € 16,50.");
  yoga.costs = {option("10 lessen", 13'900), option("losse les", 1'650)};
  CHECK(annotate(yoga).cost == Cents{13'900});
  yoga.costs = {option("10-rittenkaart", 13'900), option("losse les", 1'650)};
  CHECK(annotate(yoga).cost == Cents{1'650});
  catalog::Activity museum = described("Volwassenen 9,50; 4 t/m 17 jaar 4 euro.");
  museum.costs = {option("volwassenen", 950), option("4 t/m 17 jaar", 400)};
  CHECK(annotate(museum).cost == Cents{950});
}

TEST_CASE("what it cost before is no price") {
  catalog::Activity table = described("Sinds september kost een maaltijd € 6,50 (was € 5).");
  table.costs = {option("per maaltijd", 500)};
  CHECK(annotate(table).cost == Cents{650});
  table = described("Vanwege de prijzen vragen wij nu € 4 (was € 3).");
  table.fees_description = "€ 3 per keer";
  CHECK(annotate(table).cost == Cents{400});
  table.description = "De entree is in mei verhoogd naar € 2,50.";
  CHECK(annotate(table).cost == Cents{250});
  CHECK_FALSE(cost_of("Viering om half elf met koffie na."));
  CHECK_FALSE(cost_of("Wie minder dan 300 euro overhoudt, komt in aanmerking."));
}

TEST_CASE("of a price for members and one for others, others' is what a newcomer pays") {
  catalog::Activity writing = described("Niet-leden 7,50 euro per keer.");
  writing.fees_description = "€ 5 voor leden";
  CHECK(annotate(writing).cost == Cents{750});
  catalog::Activity lunch = described("Samen lunchen.");
  lunch.costs = {option("leden", 2'000), option("introducés", 3'000)};
  CHECK(annotate(lunch).cost == Cents{3'000});
}

TEST_CASE("a trial is never the price where there is another") {
  catalog::Activity yoga = described("Rustige yoga.");
  yoga.costs = {option("introductie 14 dagen", 3'900), option("abonnement per maand", 7'400)};
  CHECK(annotate(yoga).cost == Cents{7'400});
}

TEST_CASE("a price of one time goes before a membership") {
  catalog::Activity bus = described("Samen op pad.");
  bus.costs = {option("lidmaatschap per jaar", 2'000), option("rit (gemiddeld)", 600)};
  CHECK(annotate(bus).cost == Cents{600});
}

TEST_CASE("a price in the description outweighs a bare \"gratis\" in the field for it") {
  catalog::Activity cafe = described("Toegang 2 euro inclusief koffie.");
  cafe.fees_description = "Gratis";
  CHECK(annotate(cafe).cost == Cents{200});
  cafe.description = "Koffie 80 cent.";
  cafe.fees_description = "toegang gratis";
  CHECK(annotate(cafe).cost == Cents{0});
}

}  // namespace kring::tests
