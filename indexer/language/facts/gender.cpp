// Is it for women or men alone?

#include <array>
#include <optional>

#include "indexer/language/facts.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

enum Rule : std::size_t {
  kWomen,
  kMen,
  kCalledWomen,  // says so only where a thing is called so: in its name
  kCalledMen,
  kBoth
};

constexpr auto kRules = std::to_array<PatternRule>({
    {kWomen, "alleen|uitsluitend|enkel voor? vrouwen|meiden|meisjes|moeders|dames"},
    {kWomen,
     "vrouwengroep|vrouwenkring|vrouwencafe|vrouwenochtend|meidengroep|meidenclub|moedergroep|"
     "damesgroep"},
    {kWomen, "voor ..2 vrouwen|dames|meiden ..2 vanaf|van|uit|die|met|> "},
    {kWomen, "women only"},
    {kWomen, "for women"},
    {kWomen, "ontmoetingsplek|ontmoeting|ontbijt voor vrouwen"},
    {kMen, "alleen|uitsluitend|enkel voor? mannen|jongens|vaders|heren"},
    {kMen, "mannengroep|mannenkring|mannencafe|mannenavond|vadergroep|herengroep|mannenkoor"},
    {kMen, "voor ..2 mannen|heren ..2 vanaf|van|uit|die|met|> "},
    {kMen, "men only"},
    {kMen, "for men"},
    {kCalledWomen, "vrouwen*|*vrouwen|dames|meiden*"},
    {kCalledMen, "mannen*|*mannen|heren"},
    {kBoth, "vrouwen en mannen"},
    {kBoth, "mannen en vrouwen"},
    {kBoth, "ook ..2 vrouwen|mannen"},
    {kBoth, "vrouwen op|welkom"},
    {kBoth, "jongens en meiden|meisjes"},
    {kBoth, "moeders en vaders"},
});

std::optional<GenderRule> rule_of(const FieldHit& found) {
  const bool is_name = found.field->field == Field::kName;
  switch (found.hit.rule) {
    case kWomen:
      return GenderRule::kWomen;
    case kMen:
      return GenderRule::kMen;
    case kCalledWomen:
      return is_name ? std::optional(GenderRule::kWomen) : std::nullopt;
    case kCalledMen:
      return is_name ? std::optional(GenderRule::kMen) : std::nullopt;
    default:
      return std::nullopt;
  }
}

const Patterns& patterns() {
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

}  // namespace

GenderFact find_gender(const RecordText& text) {
  static constexpr Fields kFields = {Field::kName, Field::kDescription, Field::kEligibility};
  const std::vector<FieldHit> hits = find_hits(text, patterns(), kFields);
  GenderFact fact;
  for (const FieldHit& found : hits) {
    if (found.hit.rule == kBoth) return {};
    const std::optional<GenderRule> rule = rule_of(found);
    if (!rule || fact.rule != GenderRule::kNone) continue;
    fact.rule = *rule;
    fact.sources.evidence = found.evidence();
  }
  return fact;
}

}  // namespace kring::indexer
