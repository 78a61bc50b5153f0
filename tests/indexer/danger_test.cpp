// Does a need in someone's own words tell of present danger?

#include "indexer/language/danger.h"

#include <catch2/catch.hpp>

namespace kring::tests {
namespace {

bool is_danger(const char* text, const char* today = "2026-11-25") {
  return indexer::signals_danger(text, indexer::Analyser(), *catalog::parse_date(today));
}

}  // namespace

TEST_CASE("words of present danger are heard, however they are written") {
  for (const char* const text :
       {"Ik wil niet meer leven", "ik denk aan zelfmoord", "Liever dood dan zo.",
        "Suïcidale gedachten", "hij slaat mij elke week", "Er is sprake van huiselijk geweld",
        "ik heb een overdosis genomen", "I want to kill myself"}) {
    INFO(text);
    REQUIRE(is_danger(text));
  }
}

TEST_CASE("denied and past danger is no present signal") {
  for (const char* const text :
       {"geen gedachten aan zelfmoord", "na een suïcidepoging in 2019 gaat het goed",
        "nabestaande na zelfdoding van broer"}) {
    INFO(text);
    REQUIRE_FALSE(is_danger(text));
  }
}

TEST_CASE("danger is heard that is told without its words") {
  for (const char* const text :
       {"De slaappillen heb ik bewaard en geteld.",
        "Na de kerst hoef je mij niet meer in te plannen.",
        "Als ik zijn sleutel hoor, kruip ik weg.", "Dank voor alles, laat mij maar gaan.",
        "Hij gooit met borden en trekt mijn haren."}) {
    INFO(text);
    REQUIRE(is_danger(text));
  }
}

TEST_CASE("trains, balconies and the dead who are missed are no danger") {
  for (const char* const text :
       {"Ik sta graag met mijn camera bij het spoor.", "Sinds zij er niet meer is, is het stil.",
        "De deur gaat op slot, want er is ingebroken.", "Ik sta op het balkon en zie de straat."}) {
    INFO(text);
    REQUIRE_FALSE(is_danger(text));
  }
}

TEST_CASE("a year is past when it is said in a later one") {
  const char* const text = "ik had in 2026 gedachten aan zelfmoord";
  CHECK(is_danger(text, "2026-12-31"));
  CHECK_FALSE(is_danger(text, "2027-01-01"));
}

TEST_CASE("everyday words are no danger") {
  for (const char* const text :
       {"", "samen koffie drinken", "mijn hond is dood", "ik hoef niet meer zo ver te lopen",
        "ik wil leren schaken", "dodelijk saai, ik zoek iets leuks"}) {
    INFO(text);
    REQUIRE_FALSE(is_danger(text));
  }
}

}  // namespace kring::tests
