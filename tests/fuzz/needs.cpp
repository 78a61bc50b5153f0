// Is what a person says in their own words read without harm?

#include "catalog/embedded.h"
#include "indexer/language/danger.h"
#include "indexer/language/wishes.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

struct Reader {
  catalog::Vocabulary vocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  indexer::WishReader wishes{vocabulary};
  indexer::Analyser analyser;
};

void check_span(const indexer::TextSpan& span, std::string_view text) {
  expect(span.begin <= span.end, "a span begins before it ends");
  expect(span.end <= text.size(), "a wish stands inside the text");
}

}  // namespace

void read(std::string_view bytes) {
  static const Reader kReader;
  const indexer::Wishes wishes = kReader.wishes.read(bytes, kReader.analyser);
  for (const indexer::WishedConcept& wished : wishes.wanted) {
    check_span(wished.span, bytes);
    for (const indexer::WishedConcept& refused : wishes.refused) {
      expect(wished.number != refused.number, "what is wanted is not refused");
    }
  }
  for (const indexer::WishedConcept& refused : wishes.refused) {
    check_span(refused.span, bytes);
  }
  for (const indexer::WishedLimit& limit : wishes.limits) {
    check_span(limit.span, bytes);
  }
  for (const indexer::WishedLimit& words : wishes.unwanted) {
    check_span(words.span, bytes);
  }
  static_cast<void>(
      indexer::signals_danger(bytes, kReader.analyser, *catalog::parse_date("2026-11-25")));
}

}  // namespace kring::fuzz
