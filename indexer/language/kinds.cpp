#include "indexer/language/kinds.h"

#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

void add_rules(const catalog::Kind& kind, std::size_t number, std::vector<PatternRule>& rules) {
  for (const std::string& pattern : kind.patterns) {
    rules.push_back({number, pattern});
  }
}

std::vector<PatternRule> rules_of(const catalog::Vocabulary& vocabulary) {
  std::vector<PatternRule> rules;
  for (const catalog::Concept& entry : vocabulary.concepts()) {
    for (std::size_t i = 0; i < entry.kinds.size(); ++i) {
      add_rules(entry.kinds[i], entry.first_kind + i, rules);
    }
  }
  return rules;
}

}  // namespace

KindFinder::KindFinder(const catalog::Vocabulary& vocabulary) : patterns_(rules_of(vocabulary)) {}

std::uint64_t KindFinder::kinds_in(const std::vector<Token>& tokens) const {
  std::uint64_t kinds = 0;
  for (const PatternHit& hit : patterns_.find(tokens)) {
    kinds |= std::uint64_t{1} << hit.rule;
  }
  return kinds;
}

std::uint64_t KindFinder::kinds_in(const RecordText& text) const {
  std::uint64_t kinds = 0;
  for (const FieldText& field : text.fields) {
    if (kRunningText.has(field.field)) kinds |= kinds_in(field.tokens);
  }
  return kinds;
}

}  // namespace kring::indexer
