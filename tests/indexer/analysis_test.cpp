// Are texts of every kind folded, cut and stemmed?

#include "indexer/language/analysis.h"

#include <algorithm>

#include <catch2/catch.hpp>

namespace kring::tests {
namespace {

using indexer::Analyser;
using indexer::fold;
using Terms = std::vector<std::string>;

bool holds(const Terms& terms, const std::string& term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

std::vector<std::string> folded_words(const std::string& text) {
  std::vector<std::string> words;
  for (const indexer::Token& token : Analyser().tokens_of(text)) {
    const bool is_said = token.is_word() || token.kind == indexer::CutKind::kNumber;
    if (is_said) words.push_back(token.form->folded);
  }
  return words;
}

}  // namespace

TEST_CASE("folding takes away capitals and diacritics") {
  REQUIRE(fold("Één CAFÉ") == "een cafe");
  REQUIRE(fold("Coördinator naïeve reünie") == "coordinator naieve reunie");
  REQUIRE(fold("").empty());
}

TEST_CASE("letters composed or in parts fold to the same") {
  REQUIRE(fold("caf\xc3\xa9") == fold("cafe\xcc\x81"));
}

TEST_CASE("other scripts stay") {
  REQUIRE(folded_words("Привет мир") == Terms{"привет", "мир"});
  REQUIRE(folded_words("مرحبا بك").size() == 2);
}

TEST_CASE("bytes that are no UTF-8 become a sign of replacement, and the rest is read") {
  const std::string folded = fold("koffie \xff\xfe thee");
  REQUIRE(folded.find("koffie") == 0);
  REQUIRE(folded.find("\xef\xbf\xbd") != std::string::npos);
  REQUIRE(folded.find("thee") != std::string::npos);
  REQUIRE(folded_words("koffie\xc3") == Terms{"koffie"});
}

TEST_CASE("letters and digits make words, all else parts them") {
  REQUIRE(folded_words("55-plussers: koffie/thee (10.30 u.)")
          == Terms{"55", "plussers", "koffie", "thee", "10.30", "u"});
  REQUIRE(folded_words(" .,;!? ").empty());
}

TEST_CASE("singular and plural share a stem") {
  const Analyser analyser;
  REQUIRE(analyser.terms_of("wandeling") == analyser.terms_of("Wandelingen"));
  REQUIRE(analyser.terms_of("vrijwilliger") == analyser.terms_of("VRIJWILLIGERS"));
}

TEST_CASE("words that mean something else keep a stem apart") {
  const Analyser analyser;
  for (const auto& [word, other] :
       std::vector<std::pair<std::string, std::string>>{{"ouderen", "ouders"},
                                                        {"Nederlands", "Nederland"},
                                                        {"Pools", "pool"},
                                                        {"schulden", "schuld"},
                                                        {"roze", "rozen"},
                                                        {"lees", "les"}}) {
    INFO(word);
    CHECK(analyser.terms_of(word) != analyser.terms_of(other));
  }
}

TEST_CASE("forms of a word with a stem of its own share it, in compounds too") {
  const Analyser analyser;
  CHECK(analyser.terms_of("oudere") == analyser.terms_of("ouderen"));
  CHECK(analyser.terms_of("ouder") == analyser.terms_of("ouders"));
  CHECK(analyser.terms_of("Poolse") == analyser.terms_of("Pools"));
  CHECK(analyser.terms_of("dans") == analyser.terms_of("dansen"));
  CHECK(holds(analyser.all_terms_of("ouderenmiddag").parts, analyser.terms_of("ouderen").front()));
  CHECK(holds(analyser.all_terms_of("ouderavond").parts, analyser.terms_of("ouder").front()));
}

TEST_CASE("terms leave out stop words, and stand once, in order") {
  const Terms terms = Analyser().terms_of("De koffie en het koffie in een tuin");
  REQUIRE(terms.size() == 2);
  REQUIRE(std::is_sorted(terms.begin(), terms.end()));
  for (const char* const word : {"aan", "de", "kom", "weg", "worden", "ze", "zou"})
    CHECK(indexer::is_stop_word(word));
  for (const char* const word : {"aandacht", "koffie", "zoutje"})
    CHECK_FALSE(indexer::is_stop_word(word));
}

TEST_CASE("a word without end is cut") {
  const std::string endless(10'000, 'a');
  const auto words = folded_words(endless + " koffie");
  REQUIRE(words.size() == 2);
  REQUIRE(words.front().size() <= indexer::kMaxWordBytes);
}

TEST_CASE("of a megabyte of text the beginning is read") {
  std::string text = "koffie ";
  while (text.size() < 1'000'000)
    text += "woord ";
  text += "einde";
  const Terms terms = Analyser().terms_of(text);
  REQUIRE(holds(terms, Analyser().terms_of("koffie").front()));
  REQUIRE_FALSE(holds(terms, Analyser().terms_of("einde").front()));
}

TEST_CASE("names are equal whatever their capitals, accents and blanks") {
  REQUIRE(indexer::name_hash_of("Café De Hoek") == indexer::name_hash_of("cafe dehoek"));
  REQUIRE(indexer::name_hash_of("6512 AB") == indexer::name_hash_of("6512ab"));
  REQUIRE(indexer::name_hash_of("De Hoek") != indexer::name_hash_of("De Hoeve"));
  REQUIRE(indexer::name_hash_of("") == 0);
}

}  // namespace kring::tests
