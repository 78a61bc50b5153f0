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

void hear(const std::string& word, int loudness, const TextSpan& span, SubjectFeatures& features) {
  WordFeature& known = features.words[word];
  if (loudness <= known.value) return;
  known = {loudness, {Field::kDescription, 0, span, Provenance::kDerived}};
}

void hear_word(const Token& token, SubjectFeatures& features) {
  hear(token.form->dutch, is_stop_word(token.form->folded) ? kMeaningless : kWord, token.span,
       features);
  for (const std::string& part : token.form->parts) {
    hear(part, kPart, token.span, features);
  }
}

bool is_of_limit(std::size_t token, const std::vector<LimitHit>& limits) {
  return std::any_of(limits.begin(), limits.end(), [token](const LimitHit& limit) {
    return limit.begin <= token && token < limit.end;
  });
}

void hear_words(const SaidNeed& said, SubjectFeatures& features) {
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
    hear_word(token, features);
    if (before != nullptr) {
      hear(before->form->dutch + " " + token.form->dutch, kPair,
           {before->span.begin, token.span.end}, features);
    }
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
  feature.evidence = {Field::kDescription, 0, span, Provenance::kDerived};
}

}  // namespace

SubjectFeatures read_need_features(const SaidNeed& said) {
  SubjectFeatures features;
  hear_words(said, features);
  for (const ConceptHit& hit : said.wanted) {
    weigh_term(hit, {said.tokens[hit.begin].span.begin, said.tokens[hit.end - 1].span.end},
               features);
  }
  for (const auto& [number, feature] : features.terms) {
    features.most_points = std::max(features.most_points, feature.points);
  }
  normalize(features);
  return features;
}

}  // namespace kring::indexer
