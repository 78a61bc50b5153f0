#include "indexer/language/subject_features.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "indexer/language/patterns.h"
#include "indexer/language/text_rules.h"

namespace kring::indexer {
namespace {

constexpr int kMostPoints = 160;  // more says no more
constexpr int kPointsOfOne = 40;  // points that make a feature of 1

// Points of a term in words of its own, by field and by whether it stands in the first sentence.
int points_at(Field field, bool is_first_sentence) {
  switch (field) {
    case Field::kName:
      return 80;
    case Field::kTag:
      return 70;
    case Field::kDescription:
      return is_first_sentence ? 60 : 42;
    case Field::kEligibility:
      return 40;
    case Field::kOrganization:
      return 30;
    case Field::kOrganizationDescription:
      return 25;
    default:
      return 0;
  }
}

// Hundredths of those points.
int share_of_form(const ConceptHit& hit) {
  static constexpr int kWhole = 100;
  static constexpr int kPart = 72;  // of a compound
  static constexpr int kHint = 45;
  const int form = hit.form == Form::kWhole ? kWhole : kPart;
  return hit.is_hint ? form * kHint / 100 : form;
}

// How loudly a word speaks, by its field.
int loudness_of(Field field) {
  switch (field) {
    case Field::kName:
      return 2000;
    case Field::kTag:
      return 1500;
    case Field::kDescription:
      return 1000;
    case Field::kEligibility:
      return 700;
    case Field::kOrganization:
    case Field::kOrganizationDescription:
      return 600;
    default:
      return 0;
  }
}

// Words that tell when, how often or in which country, not what: learned from a few records, they
// would only be chance.
bool is_setting(std::string_view folded) {
  static constexpr auto kSettings = std::to_array<std::string_view>(
      {"avond",   "avonden",   "avonds",   "dag",       "dagen",    "dinsdag", "donderdag",
       "jaar",    "jaren",     "maand",    "maandag",   "maanden",  "middag",  "middagen",
       "middags", "nederland", "ochtend",  "ochtenden", "ochtends", "vrijdag", "week",
       "weken",   "woensdag",  "zaterdag", "zondag"});
  static_assert(std::is_sorted(kSettings.begin(), kSettings.end()));
  return std::binary_search(kSettings.begin(), kSettings.end(), folded);
}

const Patterns& denials() {
  static constexpr auto kRules = std::to_array<PatternRule>({
      {0, "geen|zonder|nooit|no|without"},
      {0, "niet voor|de|een|naar|in|aan"},
      {0, "in plaats van"},
  });
  static const Patterns kPatterns(kRules);
  return kPatterns;
}

bool is_denied(const FieldText& field, const ConceptHit& hit) {
  static constexpr std::size_t kNear = 2;
  return FieldHit{&field, {0, hit.begin, hit.end, {}}}.follows(denials(), kNear);
}

std::size_t end_of_first_sentence(const std::vector<Token>& tokens) {
  const auto stop = std::find_if(tokens.begin(), tokens.end(),
                                 [](const Token& token) { return token.kind == CutKind::kStop; });
  return static_cast<std::size_t>(stop - tokens.begin());
}

struct Piece {
  int points = 0;
  TextSpan span;
};

// A term counts once a field, in its best form.
void weigh_terms(const FieldText& field, const ConceptFinder& finder, SubjectFeatures& features) {
  if (points_at(field.field, true) == 0) return;
  const std::size_t first_sentence = end_of_first_sentence(field.tokens);
  std::map<std::pair<std::size_t, std::string>, Piece> best;
  for (const ConceptHit& hit : finder.find(field.tokens)) {
    if (is_denied(field, hit)) continue;
    const int points =
        points_at(field.field, hit.begin < first_sentence) * share_of_form(hit) / 100;
    Piece& known = best[{hit.number, field.tokens[hit.begin].form->dutch}];
    if (points <= known.points) continue;
    known = {points, {field.tokens[hit.begin].span.begin, field.tokens[hit.end - 1].span.end}};
  }
  for (const auto& [term, piece] : best) {
    TermFeature& feature = features.terms[term.first];
    feature.points += piece.points;
    ++feature.pieces;
    feature.is_in_name = feature.is_in_name || field.field == Field::kName;
    feature.is_in_tag = feature.is_in_tag || field.field == Field::kTag;
    feature.is_in_text = feature.is_in_text || field.field == Field::kDescription;
    if (piece.points <= feature.best) continue;
    feature.best = piece.points;
    feature.evidence = {field.field, field.item, piece.span, Provenance::kDerived};
  }
}

void hear_words(const FieldText& field, HeardWords& words) {
  static constexpr int kPartLoudness = 70;  // hundredths of the whole word's
  const int loudness = loudness_of(field.field);
  if (loudness == 0) return;
  for (const Token& token : field.tokens) {
    if (!token.is_word() || is_stop_word(token.form->folded) || is_setting(token.form->folded))
      continue;
    const Evidence evidence{field.field, field.item, token.span, Provenance::kDerived};
    words.hear(Sign(stem_piece(*token.form)), loudness, evidence);
    for (std::size_t part = 0; part < token.form->parts.size(); ++part) {
      if (is_setting(token.form->parts[part])) continue;
      words.hear(Sign(part_piece(*token.form, part)), loudness * kPartLoudness / 100, evidence);
    }
  }
}

// A tag that is a concept's id or label is the owner's own word.
void take_tag(const FieldText& field,
              const catalog::Vocabulary& vocabulary,
              SubjectFeatures& features) {
  const std::string tag = fold(field.text);
  for (std::size_t number = 0; number < vocabulary.concepts().size(); ++number) {
    const catalog::Concept& entry = vocabulary.concepts()[number];
    if (tag != entry.id && tag != fold(entry.label.nl) && tag != fold(entry.label.en)) continue;
    TermFeature& feature = features.terms[number];
    feature.is_given = true;
    feature.evidence = {Field::kTag, field.item, {0, field.text.size()}, Provenance::kGiven};
  }
}

}  // namespace

int SubjectFeatures::points_of(std::size_t number) const {
  const auto feature = terms.find(number);
  if (feature == terms.end()) return 0;
  return std::min(kMostPoints, feature->second.points) * kFeatureOne / kPointsOfOne;
}

int SubjectFeatures::share_of(std::size_t number) const {
  const auto feature = terms.find(number);
  if (feature == terms.end() || most_points == 0) return 0;
  return feature->second.points * kFeatureOne / most_points;
}

OwnSigns SubjectFeatures::own_signs_of(std::size_t number) const {
  const auto found = terms.find(number);
  if (found == terms.end()) return {};
  const TermFeature& feature = found->second;
  const auto flag = [](bool holds) { return holds ? kFeatureOne : 0; };
  return {points_of(number),          share_of(number),
          flag(feature.is_in_name),   flag(feature.is_in_tag),
          flag(feature.is_in_text),   flag(feature.points >= 40),
          flag(feature.points >= 60), flag(feature.points >= 100),
          flag(feature.pieces > 1)};
}

SubjectFeatures read_subject_features(const RecordText& text,
                                      const ConceptFinder& finder,
                                      const catalog::Vocabulary& vocabulary) {
  SubjectFeatures features;
  for (const FieldText& field : text.fields) {
    weigh_terms(field, finder, features);
    hear_words(field, features.words);
    if (field.field == Field::kTag) take_tag(field, vocabulary, features);
  }
  for (const auto& [number, feature] : features.terms) {
    const bool is_activity = vocabulary.concepts()[number].kind == catalog::ConceptKind::kActivity;
    if (is_activity) features.most_points = std::max(features.most_points, feature.points);
  }
  features.words.normalize();
  return features;
}

}  // namespace kring::indexer
