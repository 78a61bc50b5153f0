#include "indexer/language/text_rules.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kring::indexer {

const Token* FieldHit::after(std::size_t ahead) const {
  for (std::size_t i = hit.end; i <= hit.end + ahead; ++i) {
    if (i >= field->tokens.size() || field->tokens[i].kind == CutKind::kStop) return nullptr;
  }
  return &field->tokens[hit.end + ahead];
}

std::vector<Token> FieldHit::behind(std::size_t most) const {
  const auto first = field->tokens.begin() + static_cast<std::ptrdiff_t>(hit.end);
  const std::size_t end = std::min(field->tokens.size() - hit.end, most);
  const auto last = first + static_cast<std::ptrdiff_t>(end);
  return {first, std::find_if(first, last,
                              [](const Token& token) { return token.kind == CutKind::kStop; })};
}

bool FieldHit::is_asked() const {
  return hit.end < field->tokens.size() && field->tokens[hit.end].form->folded == "?";
}

std::vector<Token> FieldHit::tokens() const {
  const auto first = field->tokens.begin();
  return {first + static_cast<std::ptrdiff_t>(hit.begin),
          first + static_cast<std::ptrdiff_t>(hit.end)};
}

bool FieldHit::has_within(const Patterns& patterns) const {
  return patterns.is_in(tokens());
}

bool FieldHit::follows(const Patterns& patterns, std::size_t most) const {
  std::size_t begin = hit.begin;
  while (begin > 0 && hit.begin - begin < most && field->tokens[begin - 1].kind != CutKind::kStop) {
    --begin;
  }
  const auto first = field->tokens.begin();
  return patterns.is_in(
      {first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(hit.begin)});
}

std::vector<Token> FieldHit::sentence() const {
  const auto ends = [](const Token& token) { return token.kind == CutKind::kStop; };
  const std::vector<Token>& tokens = field->tokens;
  const auto at = tokens.begin() + static_cast<std::ptrdiff_t>(hit.begin);
  const auto before = std::find_if(std::make_reverse_iterator(at), tokens.rend(), ends);
  return {before.base(), std::find_if(at, tokens.end(), ends)};
}

bool FieldHit::is_said_with(const Patterns& patterns) const {
  return patterns.is_in(sentence());
}

bool overlaps(const FieldHit& a, const FieldHit& b) {
  return a.field == b.field && overlaps(a.hit, b.hit);
}

bool is_overlapped_by(std::size_t rule, const FieldHit& found, const std::vector<FieldHit>& all) {
  return std::any_of(all.begin(), all.end(), [rule, &found](const FieldHit& other) {
    return other.hit.rule == rule && overlaps(found, other);
  });
}

std::vector<FieldHit> find_hits(const RecordText& text, const Patterns& patterns, Fields fields) {
  std::vector<FieldHit> hits;
  for (const FieldText& field : text.fields) {
    if (!fields.has(field.field)) continue;
    for (PatternHit& hit : patterns.find(field.tokens)) {
      hits.push_back({&field, std::move(hit)});
    }
  }
  return hits;
}

}  // namespace kring::indexer
