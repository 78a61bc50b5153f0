// Is any pattern of a vocabulary document read, and looked for in any text, without harm?
//
// The bytes are a pattern, a kFieldSeparator and a text.

#include "indexer/language/patterns.h"

#include <array>

#include "tests/fuzz/target.h"

namespace kring::fuzz {

void read(std::string_view bytes) {
  static const indexer::Analyser kAnalyser;
  const std::vector<std::string_view> fields = split_fields(bytes, 2);
  const std::array rules = {indexer::PatternRule{0, fields[0]}};
  const indexer::Patterns patterns(rules);
  const std::vector<indexer::Token> tokens = kAnalyser.tokens_of(fields[1]);
  std::size_t begin = 0;
  for (const indexer::PatternHit& hit : patterns.find(tokens)) {
    expect(hit.begin >= begin, "hits stand by begin");
    begin = hit.begin;
    expect(hit.begin < hit.end && hit.end <= tokens.size(), "a hit takes tokens of the text");
    expect(hit.span_in(tokens).end <= fields[1].size(), "a hit lies inside the text");
  }
}

}  // namespace kring::fuzz
