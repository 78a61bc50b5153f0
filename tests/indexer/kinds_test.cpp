// Which kinds of illness, culture and loss does a record tell of?

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {

TEST_CASE("a record tells its kinds, and words that only look alike tell none") {
  const auto tells = [](const std::string& text, const std::string& concept_id) {
    const std::size_t number = vocabulary().find(concept_id).value();
    return (annotate(described(text)).kinds & catalog::kind_bits(vocabulary().concepts()[number]))
           != 0;
  };
  CHECK(tells("Koffie voor Surinaamse ouderen.", "meet_culture_migrant"));
  CHECK(tells("Praten over borstkanker.", "health_condition_groups"));
  CHECK_FALSE(tells("Koffie voor iedereen.", "meet_culture_migrant"));
  CHECK_FALSE(tells("Wat een lange wandeling.", "health_condition_groups"));
}

TEST_CASE("no vocabulary has more kinds than a word has bits") {
  std::string kinds;
  for (std::size_t i = 0; i <= catalog::kMaxKinds; ++i) {
    kinds += (i == 0 ? "\"k" : ", \"k") + std::to_string(i) + "\": []";
  }
  REQUIRE_FALSE(catalog::parse_vocabulary(R"([{"id": "meet_coffee", "kinds": {)" + kinds + "}}]"));
}

}  // namespace kring::tests
