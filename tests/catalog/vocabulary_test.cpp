// Does each concept have a name as professionals say it, and one as a person does?
#include "catalog/vocabulary.h"

#include <catch2/catch.hpp>

#include "catalog/embedded.h"

namespace kring::tests {

TEST_CASE("a concept is told in plain words, or by its label where it has none") {
  const auto vocabulary = catalog::parse_vocabulary(
      R"([{"id": "respite", "label_nl": "Respijtzorg", "label_en": "Respite",
           "plain_nl": "Even vrij", "plain_en": "A break"},
          {"id": "do_walking", "label_nl": "Wandelen", "label_en": "Walking"}])");
  REQUIRE(vocabulary);
  CHECK(vocabulary->concepts()[0].label == catalog::Text{"Respijtzorg", "Respite"});
  CHECK(vocabulary->concepts()[0].plain == catalog::Text{"Even vrij", "A break"});
  CHECK(vocabulary->concepts()[1].plain == catalog::Text{"Wandelen", "Walking"});
}

TEST_CASE("every concept of the program has plain words in both languages") {
  const auto vocabulary = catalog::parse_vocabulary(catalog::embedded_vocabulary());
  REQUIRE(vocabulary);
  for (const catalog::Concept& entry : vocabulary->concepts()) {
    INFO(entry.id);
    CHECK_FALSE(entry.plain.nl.empty());
    CHECK_FALSE(entry.plain.en.empty());
    if (entry.kind != catalog::ConceptKind::kActivity) continue;
    CHECK(entry.plain.nl.find(" / ") == std::string::npos);  // two names are none
  }
}

}  // namespace kring::tests
