// Are compounds split where they should be, and only there?

#include <catch2/catch.hpp>

#include "indexer/language/analysis.h"
#include "indexer/language/compounds.h"
#include "indexer/language/other_forms.h"

namespace kring::tests {
namespace {

using indexer::split_compound;
using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("a compound is split into the words it is made of, the head last") {
  CHECK(split_compound("wandelgroep") == Parts{"wandel", "groep"});
  CHECK(split_compound("koffieochtend") == Parts{"koffie", "ochtend"});
  CHECK(split_compound("taalmaatje") == Parts{"taal", "maatje"});
  CHECK(split_compound("eettafel") == Parts{"eet", "tafel"});
  CHECK(split_compound("rollatorwandeling") == Parts{"rollator", "wandeling"});
  CHECK(split_compound("formulierenbrigade") == Parts{"formulier", "brigade"});
  CHECK(split_compound("hondenuitlater") == Parts{"hond", "uitlater"});
  CHECK(split_compound("rouwwandelaars") == Parts{"rouw", "wandelaar"});
}

TEST_CASE("linking letters belong to no part") {
  CHECK(split_compound("dorpshuis") == Parts{"dorp", "huis"});
  CHECK(split_compound("vrouwengroep") == Parts{"vrouw", "groep"});
}

TEST_CASE("a head is found in its plural and diminutive") {
  CHECK(split_compound("wandelgroepen") == Parts{"wandel", "groep"});
  CHECK(split_compound("taalmaatjes") == Parts{"taal", "maatje"});
}

TEST_CASE("words that look like compounds are left whole") {
  for (const char* const word :
       {"vrijwilliger", "vrijwilligers", "huiskamer", "maandag", "bibliotheek", "afspraak",
        "ziekenhuis", "cultuur", "uitvaart", "kringloop", "achterhoek", "begeleider", "wandelaars",
        "groep", "maatje", "", "x"}) {
    INFO(word);
    CHECK(split_compound(word).empty());
  }
}

TEST_CASE("a regular verb is known by its infinitive, third person and participle") {
  using Forms = std::vector<std::string>;
  CHECK(indexer::other_forms_of("wandelen") == Forms{"wandelt", "gewandeld"});
  CHECK(indexer::other_forms_of("kookt") == Forms{"koken", "gekookt"});
  CHECK(indexer::other_forms_of("zwemt") == Forms{"zwemmen"});
  CHECK(indexer::other_forms_of("leest") == Forms{"lezen"});
  CHECK(indexer::other_forms_of("gefietst") == Forms{"fietsen", "fietst"});
  CHECK(indexer::other_forms_of("gereisd") == Forms{"reizen", "reist"});
  CHECK(indexer::other_forms_of("verven") == Forms{"verft", "geverfd"});
  for (const char* const word : {"buren", "vrijwilliger", "", "t"}) {
    INFO(word);
    CHECK(indexer::other_forms_of(word).empty());
  }
}

TEST_CASE("a diminutive is known by its noun, and the other way round") {
  using Forms = std::vector<std::string>;
  CHECK(indexer::other_forms_of("klusjes") == Forms{"klus"});
  CHECK(indexer::other_forms_of("kaart") == Forms{"kaartje"});
  CHECK(indexer::other_forms_of("kaartjes") == Forms{"kaart"});
  CHECK(indexer::other_forms_of("plantje") == Forms{"plant"});
  CHECK(indexer::other_forms_of("tochtje") == Forms{"tocht"});
  CHECK(indexer::other_forms_of("boompje") == Forms{"boom"});
}

TEST_CASE("together, apart or with a hyphen, a compound shows the same parts") {
  const indexer::Analyser analyser;
  const std::vector<std::string> apart = analyser.terms_of("wandel groep");
  CHECK(analyser.all_terms_of("wandelgroep").parts == analyser.terms_of("groep wandel"));
  CHECK(analyser.terms_of("wandel-groep") == apart);
}

TEST_CASE("a genitive or plural s after an apostrophe is no part of the word") {
  const indexer::Analyser analyser;
  CHECK(analyser.terms_of("foto's") == analyser.terms_of("foto"));
  CHECK(analyser.terms_of("’s avonds") == analyser.terms_of("avonds"));
  CHECK(analyser.terms_of("in 't park") == analyser.terms_of("park"));
}

TEST_CASE("each sentence has a language of its own") {
  const indexer::Analyser analyser;
  const auto tokens = analyser.tokens_of(
      "Elke week wandelen we in het park. Every week we go walking with the group.");
  CHECK(tokens.front().tongue == indexer::Tongue::kDutch);
  CHECK(tokens.back().tongue == indexer::Tongue::kEnglish);
}

TEST_CASE("words of other languages and scripts are found as they are spelled") {
  const indexer::Analyser analyser;
  for (const char* const text : {"kahvaltı", "spotkania", "кава", "مرحبا"}) {
    INFO(text);
    CHECK(analyser.terms_of(text).size() == 1);
  }
  CHECK(analyser.terms_of("kahvaltı") == analyser.terms_of("kahvalti"));
}

}  // namespace kring::tests
