// Do patterns find what they read like?

#include <string>

#include <catch2/catch.hpp>

#include "indexer/language/patterns.h"

namespace kring::tests {
namespace {

using indexer::PatternHit;
using indexer::PatternRule;

std::vector<PatternHit> hits(std::string_view pattern, std::string_view text) {
  const PatternRule rule{0, pattern};
  return indexer::Patterns({&rule, 1}).find(indexer::Analyser().tokens_of(text));
}

bool is_in(std::string_view pattern, std::string_view text) {
  return !hits(pattern, text).empty();
}

std::string repeat(std::string_view text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) {
    repeated += text;
  }
  return repeated;
}

}  // namespace

TEST_CASE("a word stands for itself, a star for what comes before or after") {
  CHECK(is_in("gratis", "Het is GRATIS."));
  CHECK_FALSE(is_in("gratis", "gratisproduct"));
  CHECK(is_in("wandel*", "wandelgroep"));
  CHECK(is_in("*groep", "wandelgroep"));
  CHECK(is_in("*del*", "wandelgroep"));
}

TEST_CASE("any kind of word may follow the first") {
  CHECK(is_in("geen wo*|_", "geen oom"));
  CHECK(is_in("geen wo*", "geen woord"));
  CHECK(is_in("geen *rd", "geen woord"));
  CHECK(is_in("geen *oor*", "geen woord"));
  CHECK(is_in("geen euro|€", "geen €"));
  CHECK(is_in("geen sport|#", "geen tien"));
  CHECK(is_in("< geen wandel*|*groep", "geen - wandelclub"));
  CHECK_FALSE(is_in("geen wandel*|*groep", "geen wangedrag"));
  CHECK_FALSE(is_in("geen wandelgroep", "geen"));
}

TEST_CASE("alternatives, what may be absent, and gaps") {
  CHECK(is_in("geen|zonder indicatie", "zonder indicatie"));
  CHECK(is_in("vanaf de? 18|20", "vanaf 18"));
  CHECK(is_in("vanaf de? 18|20", "vanaf de 20"));
  CHECK(is_in("komt ..2 langs", "zij komt bij u langs"));
  CHECK_FALSE(is_in("komt ..2 langs", "zij komt elke week bij u langs"));
  CHECK(is_in("komt ..12 langs", "zij komt elke week een uur bij u thuis langs"));
}

TEST_CASE("numbers are remembered, in digits or words, with their decimals") {
  REQUIRE(hits("€ # per keer", "kosten: € 3,50 per keer").size() == 1);
  CHECK(hits("€ # per keer", "kosten: € 3,50 per keer")[0].numbers == std::vector<int>{350});
  CHECK(hits("# weken", "zes weken")[0].numbers == std::vector<int>{600});
}

TEST_CASE("no pattern crosses the end of a sentence, and hyphens count as blanks") {
  CHECK_FALSE(is_in("geen koffie", "Entree: geen. Koffie is er wel."));
  CHECK(is_in("koffie inloop", "koffie-inloop"));
  CHECK(is_in("max #", "max. 8 personen"));
  CHECK(is_in("niet alleen >", "Kerst niet alleen."));
  CHECK_FALSE(is_in("niet alleen >", "niet alleen wandelen"));
  CHECK(is_in("< eerste {day}", "Leuk. Eerste maandag om tien uur."));
}

TEST_CASE("one rule hits once at a place, as long as it can") {
  const auto found = hits("elke? eerste maandag van? de? maand?", "eerste maandag van de maand");
  REQUIRE(found.size() == 1);
  CHECK(found[0].end - found[0].begin == 5);
}

TEST_CASE("a long row of hyphens is no harm") {
  CHECK_FALSE(is_in("elke week", "elke " + std::string(99'000, '-')));
}

TEST_CASE("a pattern that may stand in too many ways is given up") {
  CHECK_FALSE(is_in(repeat("aap? ", 22), "aap noot"));
  CHECK_FALSE(is_in(repeat("aap|aap|aap ", 16) + "mies", repeat("aap ", 30)));
  CHECK_FALSE(is_in(repeat("aap ", 4'000), repeat("aap ", 4'000)));
  CHECK(is_in("aap ..99999999999999999999999 mies", "aap noot mies"));
}

}  // namespace kring::tests
