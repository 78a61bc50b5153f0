#include "indexer/language/arrangement_model.h"

#include <algorithm>
#include <charconv>

#include "catalog/split.h"
#include "indexer/language/square_root.h"

namespace kring::indexer {
namespace {

constexpr std::int64_t kOne = 1000;

// Before a sign that stands in this field; empty for the description, whose signs have none, and
// for fields that tell nothing of how a thing is arranged.
constexpr SignPiece letter_of(Field field) {
  switch (field) {
    case Field::kName:
      return SignPiece("n:");
    case Field::kAlert:
      return SignPiece("l:");
    case Field::kFees:
      return SignPiece("f:");
    case Field::kEligibility:
      return SignPiece("e:");
    case Field::kApplication:
      return SignPiece("a:");
    case Field::kWaitTime:
      return SignPiece("w:");
    case Field::kTag:
      return SignPiece("t:");
    case Field::kScheduleNote:
      return SignPiece("s:");
    case Field::kOrganization:
      return SignPiece("o:");
    default:
      return {};
  }
}

// What a token is called in a sign; empty for what tells nothing.
SignPiece piece_of(const Token& token) {
  static constexpr SignPiece kNumber("#");
  if (token.kind == CutKind::kNumber) return kNumber;
  if (token.is_word()) return stem_piece(*token.form);
  const std::string& sign = token.form->folded;
  return sign == "€" || sign == "?" || sign == "+" ? SignPiece(sign) : SignPiece();
}

// Tells the signs of one field.
class FieldSigns {
 public:
  FieldSigns(const FieldText& field, const HearSign& hear)
      : field_(field), letter_(letter_of(field.field)), hear_(hear) {}

  void tell() {
    for (const Token& token : field_.tokens) {
      const SignPiece piece = piece_of(token);
      if (piece.text.empty()) {
        if (token.kind == CutKind::kStop) before_ = {};
        continue;
      }
      tell_token(token, piece);
      before_ = piece;
    }
  }

 private:
  void tell_token(const Token& token, SignPiece piece) {
    static constexpr SignPiece kBlank(" ");
    const Evidence evidence{field_.field, field_.item, token.span, Provenance::kDerived};
    if (!letter_.text.empty()) hear_(Sign(letter_, piece), evidence);
    if (field_.field == Field::kOrganization) return;
    hear_(Sign(piece), evidence);
    if (!before_.text.empty()) hear_(Sign(before_, kBlank, piece), evidence);
    if (!token.is_word()) return;
    for (std::size_t part = 0; part < token.form->parts.size(); ++part) {
      hear_(Sign(part_piece(*token.form, part)), evidence);
    }
  }

  const FieldText& field_;
  SignPiece letter_;
  const HearSign& hear_;
  SignPiece before_;
};

bool is_heard(Field field) {
  return field != Field::kAccessibility && field != Field::kOrganizationDescription;
}

// "5:-60": a value, by its place in kArrangedValues, and its weight.
void read_weight(std::string_view written,
                 std::array<std::int32_t, kArrangedValues.size()>& weights) {
  std::size_t value = 0;
  const char* const end = written.data() + written.size();
  const char* const colon = std::from_chars(written.data(), end, value).ptr;
  if (colon == end || value >= weights.size()) return;
  std::from_chars(colon + 1, end, weights[value]);
}

}  // namespace

void read_told_signs(const RecordText& text, const HearSign& hear) {
  for (const FieldText& field : text.fields) {
    if (is_heard(field.field)) FieldSigns(field, hear).tell();
  }
}

std::int64_t share_of_told(std::size_t count) {
  static constexpr std::int64_t kLoudness = 4;
  static constexpr std::size_t kFewest = 60;  // a few words do not outshout what rules state
  const auto signs = static_cast<std::int64_t>(std::max(kFewest, count));
  return kLoudness * kOne * kOne / square_root(signs * kOne * kOne);
}

std::size_t Heard::best_of(ArrangedFact fact) const {
  const ValueRange range = values_of(fact);
  const auto first = scores.begin();
  return static_cast<std::size_t>(std::max_element(first + static_cast<std::ptrdiff_t>(range.begin),
                                                   first + static_cast<std::ptrdiff_t>(range.end))
                                  - first);
}

ArrangementModel::ArrangementModel(std::string_view weights) {
  for (const std::string_view line : catalog::split(weights, '\n')) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    Weights read{};
    for (const std::string_view written : catalog::split(line.substr(tab + 1), ' ')) {
      read_weight(written, read);
    }
    const std::string_view sign = line.substr(0, tab);
    if (sign == "*") {
      biases_ = read;
    } else if (signs_.add(SignKey(sign).value()).is_new) {
      weights_.push_back(read);
    }
  }
}

Heard ArrangementModel::hear(const RecordText& text, std::span<const std::string> stated) const {
  Heard heard;
  std::size_t count = 0;
  read_told_signs(text, [&](const Sign& sign, const Evidence& evidence) {
    ++count;
    if (const auto number = signs_.find(sign.key())) heard.told.emplace_back(*number, evidence);
  });
  const auto is_before = [](const auto& a, const auto& b) { return a.first < b.first; };
  const auto is_same = [](const auto& a, const auto& b) { return a.first == b.first; };
  std::stable_sort(heard.told.begin(), heard.told.end(), is_before);
  heard.told.erase(std::unique(heard.told.begin(), heard.told.end(), is_same), heard.told.end());
  for (const auto& [number, evidence] : heard.told) {
    for (std::size_t value = 0; value < heard.scores.size(); ++value) {
      heard.scores[value] += weights_[number][value];
    }
  }
  const std::int64_t share = share_of_told(count);
  for (std::size_t value = 0; value < heard.scores.size(); ++value) {
    heard.scores[value] = heard.scores[value] * share + biases_[value] * kOne;
  }
  for (const std::string& sign : stated) {
    const auto number = signs_.find(SignKey(sign).value());
    if (!number) continue;
    for (std::size_t value = 0; value < heard.scores.size(); ++value) {
      heard.scores[value] += weights_[*number][value] * kOne;
    }
  }
  return heard;
}

Evidence ArrangementModel::loudest(const Heard& heard, std::size_t value) const {
  Evidence loudest;
  std::int32_t most = 0;
  for (const auto& [number, evidence] : heard.told) {
    if (weights_[number][value] <= most) continue;
    most = weights_[number][value];
    loudest = evidence;
  }
  return loudest;
}

}  // namespace kring::indexer
