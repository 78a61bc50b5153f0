#include "indexer/language/need_features.h"

#include <algorithm>

#include "indexer/language/clauses.h"

namespace kring::indexer {
namespace {

// Loudness in thousandths.
constexpr int kWord = 1000;
constexpr int kPair = 700;
constexpr int kPart = 700;         // of a compound
constexpr int kMeaningless = 500;  // "niemand", "altijd"

// Points of a term in words of its own, of a part of a compound, and of a hint.
constexpr int kTermPoints = 42;
constexpr int kPartPoints = 30;
constexpr int kHintPoints = 18;

int points_of(const ConceptHit& hit) {
  if (hit.is_hint) return kHintPoints;
  return hit.form == Form::kWhole ? kTermPoints : kPartPoints;
}

Evidence at(const TextSpan& span) {
  return {Field::kDescription, 0, span, Provenance::kDerived};
}

void hear_word(const Token& token, HeardWords& words) {
  const int loudness = is_stop_word(token.form->folded) ? kMeaningless : kWord;
  words.hear(Sign(stem_piece(*token.form)), loudness, at(token.span));
  for (std::size_t part = 0; part < token.form->parts.size(); ++part) {
    words.hear(Sign(part_piece(*token.form, part)), kPart, at(token.span));
  }
}

void hear_pair(const Token& first, const Token& second, HeardWords& words) {
  static constexpr SignPiece kBlank(" ");
  words.hear(Sign(stem_piece(*first.form), kBlank, stem_piece(*second.form)), kPair,
             at({first.span.begin, second.span.end}));
}

bool is_of_limit(std::size_t token, const std::vector<LimitHit>& limits) {
  return std::any_of(limits.begin(), limits.end(), [token](const LimitHit& limit) {
    return limit.begin <= token && token < limit.end;
  });
}

void hear_words(const SaidNeed& said, HeardWords& words) {
  const Token* before = nullptr;
  for (std::size_t i = 0; i < said.tokens.size(); ++i) {
    const Token& token = said.tokens[i];
    if (!token.is_word()) {
      if (parts_clauses(token)) before = nullptr;
      continue;
    }
    if (said.stances.of(i) != Stance::kWanted || said.stances.is_of_rule(i)
        || is_of_limit(i, said.limits)) {
      before = nullptr;
      continue;
    }
    hear_word(token, words);
    if (before != nullptr) hear_pair(*before, token, words);
    before = &token;
  }
}

void weigh_term(const ConceptHit& hit, const TextSpan& span, SubjectFeatures& features) {
  const int points = points_of(hit);
  TermFeature& feature = features.terms[hit.number];
  feature.points += points;
  ++feature.pieces;
  feature.is_in_text = true;
  if (points <= feature.best) return;
  feature.best = points;
  feature.evidence = at(span);
}

}  // namespace

SubjectFeatures read_need_features(const SaidNeed& said) {
  SubjectFeatures features;
  hear_words(said, features.words);
  for (const ConceptHit& hit : said.wanted) {
    weigh_term(hit, {said.tokens[hit.begin].span.begin, said.tokens[hit.end - 1].span.end},
               features);
  }
  for (const auto& [number, feature] : features.terms) {
    features.most_points = std::max(features.most_points, feature.points);
  }
  features.words.normalize();
  return features;
}

}  // namespace kring::indexer
