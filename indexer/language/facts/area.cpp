// Which area does the text say that it serves?

#include <algorithm>
#include <array>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

enum Rule : std::size_t {
  kLead,    // place names follow
  kNation,  // everywhere
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kLead, "inwoners|bewoners ..1 van|uit de? gemeente|gemeenten|dorp|dorpen|wijk?"},
    {kLead, "wonen|woont|woon|woonachtig in de? gemeente|gemeenten|dorp|dorpen|wijk?"},
    {kLead, "in de gemeente|gemeenten"},
    {kLead, "werkgebied is|zijn|omvat?"},
    {kNation, "heel|geheel nederland"},
    {kNation, "landelijk"},
    {kNation, "in|door het hele|heel land"},
});

const Patterns& patterns() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

// Words that stand small within the name of a place: "Horst aan de Maas", "Berg en Dal".
constexpr auto kWithinNames =
    std::to_array<std::string_view>({"aan", "de", "den", "en", "op", "bij"});

bool begins_with_capital(const FieldText& field, const Token& token) {
  const char first = field.text[token.span.begin];
  return token.is_word() && ((first >= 'A' && first <= 'Z') || first == '\'');
}

bool is_within_name(const Token& token) {
  return std::find(kWithinNames.begin(), kWithinNames.end(), token.form->folded)
         != kWithinNames.end();
}

struct NameList {
  std::size_t begin = 0;  // first token; equal to end: no names
  std::size_t end = 0;
};

// The list of names that follows token `at`: capitals, and small words or signs between them.
NameList names_after(const FieldText& field, std::size_t at) {
  static constexpr std::size_t kMostTokens = 24;
  NameList names;
  for (std::size_t i = at; i < field.tokens.size() && i < at + kMostTokens; ++i) {
    const Token& token = field.tokens[i];
    if (begins_with_capital(field, token)) {
      if (names.begin == names.end) names.begin = i;
      names.end = i + 1;
    } else if (token.kind == CutKind::kStop || (token.is_word() && !is_within_name(token))) {
      break;
    }
  }
  return names;
}

}  // namespace

AreaFact find_told_areas(const RecordText& text) {
  AreaFact fact;
  const FieldHit* last = nullptr;
  const std::vector<FieldHit> hits =
      find_hits(text, patterns(), {Field::kDescription, Field::kEligibility});
  for (const FieldHit& found : hits) {
    if (found.hit.rule == kNation) return {};
    const bool is_told = last != nullptr && overlaps(*last, found);
    const FieldText& field = *found.field;
    const NameList names = names_after(field, found.hit.end);
    if (is_told || names.begin == names.end) continue;
    last = &found;
    const TextSpan span{field.tokens[names.begin].span.begin, field.tokens[names.end - 1].span.end};
    fact.lists.emplace_back(field.text.substr(span.begin, span.end - span.begin));
    if (fact.sources.evidence) continue;
    fact.sources.evidence = Evidence{field.field, field.item, span, Provenance::kDerived};
  }
  return fact;
}

}  // namespace kring::indexer
