// Do the words of any text stand in order, and inside it?

#include <algorithm>

#include "indexer/language/analysis.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

void check_cuts(std::string_view text) {
  std::size_t end = 0;
  for (const indexer::Cut& cut : indexer::cut_text(text)) {
    expect(cut.span.begin >= end, "cuts stand in order and do not overlap");
    expect(cut.span.end >= cut.span.begin, "a span begins before it ends");
    end = cut.span.end;
    expect(end <= text.size(), "a cut lies inside the text");
    expect(cut.hundredths >= 0 && cut.hundredths <= 99'999'999, "a number is within its range");
  }
}

void check_terms(const std::vector<std::string>& terms) {
  expect(std::is_sorted(terms.begin(), terms.end()), "terms stand in alphabetical order");
  expect(std::adjacent_find(terms.begin(), terms.end()) == terms.end(), "a term stands once");
  expect(std::find(terms.begin(), terms.end(), "") == terms.end(), "no term is empty");
}

}  // namespace

void read(std::string_view bytes) {
  static const indexer::Analyser kAnalyser;
  check_cuts(bytes);
  for (const indexer::Token& token : kAnalyser.tokens_of(bytes)) {
    expect(token.form != nullptr, "a token has a form");
  }
  const indexer::TextTerms terms = kAnalyser.all_terms_of(bytes);
  expect(terms.stems == kAnalyser.terms_of(bytes), "both readings give the same stems");
  check_terms(terms.spellings);
  check_terms(terms.stems);
  check_terms(terms.parts);
  static_cast<void>(indexer::name_hash_of(bytes));
}

}  // namespace kring::fuzz
