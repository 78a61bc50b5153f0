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
std::string_view letter_of(Field field) {
  switch (field) {
    case Field::kName:
      return "n:";
    case Field::kAlert:
      return "l:";
    case Field::kFees:
      return "f:";
    case Field::kEligibility:
      return "e:";
    case Field::kApplication:
      return "a:";
    case Field::kWaitTime:
      return "w:";
    case Field::kTag:
      return "t:";
    case Field::kScheduleNote:
      return "s:";
    case Field::kOrganization:
      return "o:";
    default:
      return "";
  }
}

// What a token is called in a sign; empty for what tells nothing.
std::string_view name_of(const Token& token) {
  if (token.kind == CutKind::kNumber) return "#";
  if (token.is_word()) return token.form->dutch;
  const std::string& sign = token.form->folded;
  return sign == "€" || sign == "?" || sign == "+" ? std::string_view(sign) : std::string_view();
}

// Tells signs of one field under names that are made in one buffer.
class FieldSigns {
 public:
  FieldSigns(const FieldText& field, const HearSign& hear)
      : field_(field), letter_(letter_of(field.field)), hear_(hear) {}

  void tell() {
    for (const Token& token : field_.tokens) {
      const std::string_view name = name_of(token);
      if (name.empty()) {
        if (token.kind == CutKind::kStop) before_ = {};
        continue;
      }
      tell_token(token, name);
      before_ = name;
    }
  }

 private:
  void tell_token(const Token& token, std::string_view name) {
    const Evidence evidence{field_.field, field_.item, token.span, Provenance::kDerived};
    if (!letter_.empty()) say({letter_, name}, evidence);
    if (field_.field == Field::kOrganization) return;
    hear_(name, evidence);
    if (!before_.empty()) say({before_, " ", name}, evidence);
    if (!token.is_word()) return;
    for (const std::string& part : token.form->parts) {
      hear_(part, evidence);
    }
  }

  void say(std::initializer_list<std::string_view> pieces, const Evidence& evidence) {
    said_.clear();
    for (const std::string_view piece : pieces) {
      said_ += piece;
    }
    hear_(said_, evidence);
  }

  const FieldText& field_;
  std::string_view letter_;
  const HearSign& hear_;
  std::string_view before_;
  std::string said_;
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
    } else if (numbers_.emplace(sign, static_cast<std::uint32_t>(weights_.size())).second) {
      weights_.push_back(read);
    }
  }
}

Heard ArrangementModel::hear(const RecordText& text, std::span<const std::string> stated) const {
  Heard heard;
  std::size_t count = 0;
  read_told_signs(text, [&](std::string_view name, const Evidence& evidence) {
    ++count;
    const auto known = numbers_.find(name);
    if (known != numbers_.end()) heard.told.emplace_back(known->second, evidence);
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
    const auto known = numbers_.find(sign);
    if (known == numbers_.end()) continue;
    for (std::size_t value = 0; value < heard.scores.size(); ++value) {
      heard.scores[value] += weights_[known->second][value] * kOne;
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
