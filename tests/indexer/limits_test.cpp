// Are limits read where people state their own, and only there?

#include "indexer/language/limits.h"

#include <set>
#include <string>

#include <catch2/catch.hpp>

namespace kring::tests {
namespace {

using Names = std::set<std::string>;

Names limits_in(const std::string& text) {
  Names names;
  for (const indexer::LimitHit& hit :
       indexer::find_limits(text, indexer::Analyser().tokens_of(text))) {
    if (hit.stance == indexer::LimitStance::kOwn) names.insert(std::string(name_of(hit.limit)));
  }
  return names;
}

std::string words_of(const std::string& text) {
  const std::vector<indexer::LimitHit> hits =
      indexer::find_limits(text, indexer::Analyser().tokens_of(text));
  REQUIRE_FALSE(hits.empty());
  return text.substr(hits.front().span.begin, hits.front().span.end - hits.front().span.begin);
}

void require_none(std::initializer_list<const char*> texts) {
  for (const char* const text : texts) {
    INFO(text);
    CHECK(limits_in(text).empty());
  }
}

void require_one(const char* name, std::initializer_list<const char*> texts) {
  for (const char* const text : texts) {
    INFO(text);
    CHECK(limits_in(text) == Names{name});
  }
}

}  // namespace

TEST_CASE("who works in the daytime, or is alone in the evening, does not refuse evenings") {
  require_none({"Overdag ben ik aan het werk, ik zoek iets voor 's avonds.",
                "Ik wil niet alleen overdag maar ook 's avonds iets.",
                "Ik weet 's avonds niet wat ik moet doen.", "'s Avonds wil ik niet alleen zijn.",
                "'s Avonds kan ik niet slapen.", "Ik wil niet elke avond voor de televisie zitten.",
                "Niet alleen in de avond, ook in de middag.",
                "Graag overdag of 's avonds, het maakt mij niet uit.",
                "I do not know what to do in the evening.", "Not only in the evening."});
}

TEST_CASE("who cannot or will not go out in the evening says so") {
  require_one(
      "no_evenings",
      {"Ik kan alleen overdag.", "Alleen overdag graag.", "Liefst overdag.",
       "'s Avonds ga ik de deur niet uit.", "Ik durf 's avonds niet meer naar buiten.",
       "Liever niet 's avonds.", "Niet meer in het donker.", "Geen avonden.", "Niet na zessen.",
       "'s avonds niet", "Not in the evening, please.", "I can only come in the daytime."});
}

TEST_CASE("who can drive, or says what the bus is like, has transport") {
  require_none({"I can drive a car, I want to help others.", "Ik heb geen vervoer nodig.",
                "Geen fiets, maar wel een auto.", "De bus is niet ver.",
                "Ik zoek iemand zonder auto om mee te nemen.",
                "Mijn rijbewijs is niet nodig, denk ik."});
  require_one("no_transport",
              {"I can't drive.", "I can\u2019t drive a car.", "I cannot drive.", "I have no car.",
               "I don't have a car.", "Ik heb geen auto.", "Zonder rijbewijs kom ik er niet.",
               "Ik kan niet meer autorijden.", "De bus rijdt hier niet meer.",
               "Mijn rijbewijs heb ik ingeleverd."});
}

TEST_CASE("walkers, and people who push or help, walk well") {
  require_none({"I am a keen walker and want company.", "Ik wil een rolstoel duwen.",
                "Ik wil mensen helpen die slecht ter been zijn.", "Het is niet ver lopen.",
                "Ik ben niet slecht ter been.", "I'm not in a wheelchair.",
                "Ik heb geen rollator nodig.", "Lopen vind ik niet moeilijk.",
                "De drempel is voor mij moeilijk."});
  require_one(
      "mobility",
      {"Ik zit in een rolstoel.", "Ik kan moeilijk lopen.", "Ik kan niet meer lopen.",
       "Slecht ter been.", "Trappen kan ik niet op.", "Ik kan niet ver lopen.",
       "Mijn rollator moet mee.", "Ik kan niet zonder mijn rollator.",
       "Ik ben niet meer zo goed ter been.", "I use a wheelchair.", "I walk with a walker."});
}

TEST_CASE("a busy life asks for no quiet place") {
  require_none({"Ik heb het zo druk met de kinderen.", "Ik heb het te druk gehad.",
                "Ik maak me niet druk.", "Ik maak graag herrie.", "Ik mis prikkels.",
                "Ik ben niet snel overprikkeld.", "I am a quiet person."});
  require_one("quiet",
              {"Niet te druk.", "Het is daar te druk voor mij.", "Ik kan niet tegen herrie.",
               "Prikkels worden me te veel.", "Een rustige plek.", "Ik ben snel overprikkeld.",
               "Drukte kan ik niet aan.", "A quiet place."});
}

TEST_CASE("who can pay says no limit of money") {
  require_none({"Het gaat mij niet om het geld.", "Het hoeft niet gratis.", "Ik mag niks.",
                "Met geld heb ik geen probleem.", "I can afford a course."});
  require_one("low_money", {"Ik heb weinig geld.", "Het mag niks kosten.", "Niet te duur.",
                            "Ik zit in de bijstand.", "Ik kan het niet betalen.",
                            "I can't afford a gym.", "I have no money."});
}

TEST_CASE("who is not afraid of groups says no fear") {
  require_none({"Ik ben niet bang voor groepen."});
  require_one("fear_of_groups", {"Ik ben bang voor groepen."});
}

TEST_CASE("the limit of another is none of the speaker's") {
  require_none({"Mijn moeder zit in een rolstoel, ik zoek een koor.",
                "Mijn man kan niet meer autorijden.", "Mijn buurman heeft geen auto, ik wel.",
                "Ik zorg voor mijn man, die slecht ter been is.",
                "De rolstoel van mijn vrouw gaat mee.", "Mijn kind is snel overprikkeld.",
                "Mijn man is ziek. Hij zit in een rolstoel.",
                "My mother is in a wheelchair, I want to sing.",
                "Ik ga met mensen in een rolstoel naar buiten."});
}

TEST_CASE("the limit of the speaker stands beside others") {
  require_one("mobility",
              {"Met mijn man kan ik niet meer ver lopen.",
               "Mijn moeder is dood en ik zit in een rolstoel.", "Mevrouw zit in een rolstoel."});
  require_one("no_transport",
              {"Mijn man en ik hebben geen auto.", "Sinds de dood van mijn man heb ik geen auto.",
               "Mijn man reed, wij hebben nu geen auto."});
}

TEST_CASE("who seeks for another speaks for them") {
  require_one("mobility", {"Voor mijn moeder zoek ik een koor, zij zit in een rolstoel.",
                           "Mijn vader zit in een rolstoel, ik zoek iets voor hem."});
}

TEST_CASE("the words of a limit name what is not wanted, but no quiet place and no aid") {
  const auto names_unwanted = [](const std::string& text) {
    const std::vector<indexer::LimitHit> hits =
        indexer::find_limits(text, indexer::Analyser().tokens_of(text));
    REQUIRE_FALSE(hits.empty());
    return hits.front().names_unwanted;
  };
  CHECK(names_unwanted("Ik kan moeilijk lopen."));
  CHECK(names_unwanted("Ik heb geen auto."));
  CHECK_FALSE(names_unwanted("Ik zit in een rolstoel."));
  CHECK_FALSE(names_unwanted("Een rustige plek."));
}

TEST_CASE("an elided word before a limit belongs to its words") {
  CHECK(words_of("\u2019s avonds niet de deur uit") == "\u2019s avonds niet");
  CHECK(words_of("Voor mij 's avonds niet.") == "'s avonds niet");
  CHECK(words_of("Voor mij s avonds niet.") == "s avonds niet");
  CHECK(words_of("Niet in de avond.") == "Niet in de avond");
}

}  // namespace kring::tests
