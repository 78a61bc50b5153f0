// Does any text harm the reading of records and needs?
//
// Texts are made of odd pieces in random order; the seed is printed when a case fails.
// KRING_FUZZ_TEXTS makes more of them than the few thousand of an ordinary run.

#include <cstdlib>
#include <random>

#include <catch2/catch.hpp>

#include "indexer/language/danger.h"
#include "indexer/language/wishes.h"
#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

constexpr std::uint64_t kSeed = 20261125;
constexpr int kTexts = 2'000;

std::string make_text(std::mt19937_64& random) {
  static const std::vector<std::string> kPieces = {"wandelgroep",
                                                   " ",
                                                   "12 t/m 17 jaar",
                                                   "€ 3,50 per keer",
                                                   ".",
                                                   ",",
                                                   "\n",
                                                   "<b>",
                                                   "</b>",
                                                   "<",
                                                   ">",
                                                   "geen ",
                                                   "niet ",
                                                   "\xe2\x80\x8b",
                                                   "\xe2\x80\xae",
                                                   "\xf0\x9f\x98\x80",
                                                   "\xff",
                                                   "\xc3",
                                                   "\xe2\x82",
                                                   std::string(1, '\0'),
                                                   "'s ",
                                                   "’s",
                                                   "999999999999",
                                                   "2e",
                                                   "1,",
                                                   "1,5",
                                                   "elke ",
                                                   "maandag ",
                                                   "van ",
                                                   "de ",
                                                   "maand",
                                                   "(",
                                                   ")",
                                                   "-",
                                                   "–",
                                                   "/",
                                                   "+",
                                                   "ß",
                                                   "İ",
                                                   "Ω",
                                                   "مرحبا",
                                                   "кава",
                                                   "suïcide",
                                                   "maatje ",
                                                   "42",
                                                   std::string(300, 'a'),
                                                   "é\xcc\x81\xcc\x81",
                                                   "koffie-",
                                                   "&amp;"};
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
  std::uniform_int_distribution<int> length(0, 60);
  std::string text;
  for (int i = length(random); i > 0; --i) {
    text += kPieces[piece(random)];
  }
  return text;
}

void require_inside(const indexer::TextSpan& span, const std::string& text) {
  REQUIRE(span.begin <= span.end);
  REQUIRE(span.end <= text.size());
}

int texts_to_read() {
  const char* more =
      std::getenv("KRING_FUZZ_TEXTS");  // NOLINT(concurrency-mt-unsafe): read once, by one thread
  return more == nullptr
             ? kTexts
             : std::max(kTexts, std::atoi(more));  // NOLINT(cert-err34-c): a test's own switch
}

}  // namespace

TEST_CASE("texts of odd pieces are read without harm, and every span lies in its text") {
  const indexer::Annotator annotator(vocabulary());
  const indexer::WishReader reader(vocabulary());
  const indexer::Analyser analyser;
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < texts_to_read(); ++i) {
    const std::string text = make_text(random);
    INFO("seed " << kSeed << ", text " << i);
    catalog::Activity activity;
    activity.description = text;
    const indexer::Annotation annotation = annotator.annotate(activity);
    for (const indexer::FactEvidence& entry : annotation.evidence) {
      if (entry.evidence.field == indexer::Field::kDescription)
        require_inside(entry.evidence.span, text);
    }
    for (const indexer::FoundConcept& found : annotation.concepts) {
      require_inside(found.evidence.span, text);
    }
    const indexer::Wishes wishes = reader.read(text, analyser);
    for (const indexer::WishedConcept& wished : wishes.wanted) {
      require_inside(wished.span, text);
    }
    static_cast<void>(indexer::signals_danger(text, analyser, *catalog::parse_date("2026-11-25")));
  }
}

TEST_CASE("a megabyte of one text takes no longer than its first part") {
  std::string text;
  while (text.size() < 1'000'000) {
    text +=
        "geen indicatie nodig, elke eerste maandag van de maand van 10 tot 12 uur voor "
        "55-plussers; ";
  }
  catalog::Activity activity;
  activity.description = text;
  const indexer::Annotation annotation = indexer::Annotator(vocabulary()).annotate(activity);
  CHECK(annotation.min_age == 55);
}

}  // namespace kring::tests
