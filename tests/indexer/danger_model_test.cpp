// Does the model of danger hear what its weights say, and no more?
#include "indexer/language/danger_model.h"

#include <algorithm>

#include <catch2/catch.hpp>

namespace kring::tests {
namespace {

using indexer::DangerModel;
using indexer::DangerSigns;

std::vector<DangerSigns> read(const std::string& text) {
  const std::vector<indexer::Token> tokens = indexer::Analyser().tokens_of(text);
  const indexer::DangerReading reading(tokens, *catalog::parse_date("2026-11-25"));
  return indexer::read_danger_signs(tokens, reading);
}

bool has(const DangerSigns& signs, const std::string& sign) {
  return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

}  // namespace

TEST_CASE("a passage shows its words, their letters, and pairs with at most one word between") {
  const DangerSigns signs = read("De hond hoeft weg.").front();
  for (const char* const sign : {"hond", "hond hoeft", "hond _ weg"}) {
    INFO(sign);
    CHECK(has(signs, sign));
  }
  CHECK_FALSE(has(signs, "de weg"));
  CHECK(has(read("Slaappillen.").front(), "~appil"));
}

TEST_CASE("a sentence whose danger is taken back shows only that") {
  const DangerSigns signs = read("Er zijn geen gedachten aan zelfmoord.").front();
  CHECK(has(signs, "?undone"));
  CHECK_FALSE(has(signs, "gedacht"));
}

TEST_CASE("a long text is heard in passages of four sentences") {
  CHECK(read("").empty());
  CHECK(read("Een. Twee. Drie. Vier.").size() == 1);
  CHECK(read("Een. Twee. Drie. Vier. Vijf.").size() == 2);
}

TEST_CASE("a score is the bias and the weights of the signs, shared by the root of their number") {
  const DangerModel model("*\t-900\nhond\t2000\nkat\t-300\nno number\n");
  CHECK(model.score({}) == -900);
  CHECK(model.score({"hond"}) == 1100);
  CHECK(model.score({"a", "b", "hond", "kat"}) == -50);
  CHECK(model.is_sure({{"a"}, {"hond"}}));
  CHECK_FALSE(model.is_sure({{"a"}, {"kat"}}));
}

TEST_CASE("danger drowns in no ordinary text around it") {
  const DangerModel model("*\t-500\nklif\t9000\n");
  std::string text = "Naar de klif. ";
  for (int i = 0; i < 100; ++i)
    text += "Samen koffie drinken op zondag. ";
  CHECK(model.is_sure(read(text)));
}

}  // namespace kring::tests
