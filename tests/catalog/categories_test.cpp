// Do the categories of other schemes lead to concepts that there are?
#include "catalog/categories.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/embedded.h"
#include "catalog/vocabulary.h"
#include "tests/catalog/recording_sink.h"

namespace kring::tests {

using catalog::CategoryScheme;

TEST_CASE("every concept that the table of categories names is in the vocabulary") {
  const auto vocabulary = catalog::parse_vocabulary(catalog::embedded_vocabulary());
  REQUIRE(vocabulary);
  const std::string table(catalog::embedded_categories());
  std::size_t lines = 0;
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    const std::string line = table.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line[0] == '#') continue;
    ++lines;
    INFO(line);
    std::string concepts = line.substr(line.rfind('\t') + 1) + " ";
    while (!concepts.empty()) {
      const std::size_t blank = concepts.find(' ');
      CHECK(vocabulary->find(concepts.substr(0, blank)));
      concepts.erase(0, blank + 1);
    }
  }
  CHECK(lines > 500);
}

TEST_CASE("a category brings its concepts along and keeps its own word") {
  CHECK(catalog::concepts_of_category(CategoryScheme::kOpenActive, "nordic walking")
        == std::vector<std::string>{"do_walking"});
  CHECK(catalog::concepts_of_category(CategoryScheme::kHsds, "Nordic Walking").empty());
  CHECK(catalog::with_concepts(CategoryScheme::kUitdatabank, {"0.7.0.0.0", "eigen woord"})
        == std::vector<std::string>{"0.7.0.0.0", "eigen woord", "do_outings"});
  CHECK(catalog::is_understood_tag("Wandelen"));
  CHECK(catalog::is_understood_tag("Support Groups"));
  CHECK(!catalog::is_understood_tag("eigen woord"));
}

TEST_CASE("importers add the concepts of their source's categories") {
  RecordingSink sink;
  REQUIRE(read_text("hsds",
                    R"({"id":"s","name":"x","status":"active","attributes":)"
                    R"([{"taxonomy_term":{"name":"Support Groups"}}]})",
                    sink));
  CHECK(sink.records.at(0).activity.tags
        == std::vector<std::string>{"Support Groups", "peer_group"});
}

}  // namespace kring::tests
