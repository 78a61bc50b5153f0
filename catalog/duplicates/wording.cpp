#include "catalog/duplicates/wording.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace kring::catalog::duplicates {
namespace {

// What a value from `from` up says of a part.
struct Phrase {
  Part part;
  std::int32_t from;
  const char* nl;
  const char* en;
};

constexpr std::int32_t kAny = -kScoreOne;
constexpr std::int32_t kSome = 1;

// Of each part the highest first.
constexpr std::array kPhrases = {
    Phrase{Part::kName, 9'500, "dezelfde naam", "the same name"},
    Phrase{Part::kName, 6'000, "bijna dezelfde naam", "almost the same name"},
    Phrase{Part::kName, kSome, "de naam lijkt erop", "a similar name"},
    Phrase{Part::kName, kAny, "een andere naam", "another name"},
    Phrase{Part::kOrganization, 4'501, "zelfde organisatie", "same organisation"},
    Phrase{Part::kOrganization, 2'250, "de organisatie wordt genoemd", "the organisation is named"},
    Phrase{Part::kOrganization, kAny, "organisatie lijkt erop", "a similar organisation"},
    Phrase{Part::kPlace, kScoreOne, "zelfde adres", "same address"},
    Phrase{Part::kPlace, 7'000, "zelfde postcode", "same postcode"},
    Phrase{Part::kPlace, 5'000, "vlak bij elkaar", "close together"},
    Phrase{Part::kPlace, kSome, "zelfde gemeente of wijk", "same municipality or neighbourhood"},
    Phrase{Part::kPlace, kAny, "een ander adres", "another address"},
    Phrase{Part::kTime, 7'000, "zelfde dag en uur", "same day and hour"},
    Phrase{Part::kTime, kSome, "zelfde dagen", "same days"},
    Phrase{Part::kTime, kAny, "andere dagen", "other days"},
    Phrase{Part::kPhone, kAny, "zelfde telefoon", "same phone"},
    Phrase{Part::kEmail, kAny, "zelfde e-mailadres", "same e-mail address"},
    Phrase{Part::kUrl, kAny, "zelfde webpagina", "same web page"},
    Phrase{Part::kText, 9'000, "bijna dezelfde tekst", "almost the same text"},
    Phrase{Part::kText, kAny, "de tekst lijkt erop", "a similar text"},
    Phrase{Part::kSubject, kScoreOne, "gaan over hetzelfde", "about the same"},
    Phrase{Part::kSubject, kSome, "gaan deels over hetzelfde", "about partly the same"},
    Phrase{Part::kSubject, kAny, "gaan over iets anders", "about something else"},
    Phrase{Part::kFigures, kAny, "dezelfde getallen, zoals tijden of prijs",
           "the same numbers, such as times or price"},
    Phrase{Part::kVariant, -9'999, "een ander soort activiteit", "another kind of activity"},
    Phrase{Part::kVariant, kAny, "een ander niveau, voor anderen of een vacature",
           "another level, for others or a vacancy"},
    Phrase{Part::kBranch, -9'999, "geen plaats, nummer of pagina gemeen",
           "no place, number or page in common"},
    Phrase{Part::kBranch, kAny,
           "dezelfde lijst of organisatie op een andere dag of plek of nog eens",
           "the same list or organisation on another day, elsewhere or again"}};

const Phrase& phrase_of(const PartScore& part) {
  return *std::find_if(kPhrases.begin(), kPhrases.end(), [&part](const Phrase& phrase) {
    return phrase.part == part.part && part.value >= phrase.from;
  });
}

void append(const Phrase& phrase, const char* separator, Text& text) {
  if (!text.nl.empty()) {
    text.nl += separator;
    text.en += separator;
  }
  text.nl += phrase.nl;
  text.en += phrase.en;
}

}  // namespace

Text describe(const PairScore& pair) {
  std::vector<PartScore> parts = pair.parts;
  std::stable_sort(parts.begin(), parts.end(), [](const PartScore& a, const PartScore& b) {
    return std::abs(a.points) > std::abs(b.points);
  });
  Text text;
  for (const PartScore& part : parts) {
    if (part.points > 0) append(phrase_of(part), ", ", text);
  }
  Text against;
  for (const PartScore& part : parts) {
    if (part.points < 0) append(phrase_of(part), ", ", against);
  }
  if (!against.nl.empty()) {
    text.nl += (text.nl.empty() ? "" : "; maar ") + against.nl;
    text.en += (text.en.empty() ? "" : "; but ") + against.en;
  }
  return text;
}

}  // namespace kring::catalog::duplicates
