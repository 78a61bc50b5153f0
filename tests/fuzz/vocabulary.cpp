// Can any vocabulary document that is taken be used to read texts?

#include "catalog/vocabulary.h"

#include "indexer/language/concepts.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  const catalog::Result<catalog::Vocabulary> vocabulary = catalog::parse_vocabulary(bytes);
  if (!vocabulary) return;
  const indexer::Analyser analyser;
  const std::vector<indexer::Token> tokens = analyser.tokens_of(
      "Elke dinsdag samen wandelen met een maatje, 2 euro per keer. Voor wie alleen is.");
  for (const indexer::Speaker speaker : {indexer::Speaker::kProvider, indexer::Speaker::kPerson}) {
    const indexer::ConceptFinder finder(*vocabulary, speaker);
    for (const indexer::ConceptHit& hit : finder.find(tokens)) {
      expect(hit.number < vocabulary->concepts().size(), "a hit is of the vocabulary");
      expect(hit.begin < hit.end && hit.end <= tokens.size(), "a hit takes tokens of the text");
    }
  }
}

}  // namespace kring::fuzz
