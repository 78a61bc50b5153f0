#include "indexer/language/subject_model.h"

#include <charconv>
#include <optional>

#include "catalog/split.h"

namespace kring::indexer {
namespace {

struct Line {
  std::string_view concept_id;
  std::string_view sign;
  std::int32_t weight = 0;
};

std::optional<Line> read_line(std::string_view line) {
  const std::size_t first = line.find('\t');
  const std::size_t second = line.find('\t', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
  Line read{line.substr(0, first), line.substr(first + 1, second - first - 1), 0};
  const std::string_view number = line.substr(second + 1);
  const auto end = number.data() + number.size();
  return std::from_chars(number.data(), end, read.weight).ptr == end ? std::optional(read)
                                                                     : std::nullopt;
}

}  // namespace

SubjectModel::SubjectModel(const catalog::Vocabulary& vocabulary, std::string_view weights)
    : biases_(vocabulary.concepts().size()), points_(vocabulary.concepts().size()) {
  for (const std::string_view written : catalog::split(weights, '\n')) {
    const std::optional<Line> line = read_line(written);
    if (!line) continue;
    if (line->concept_id == "*") {
      add_to_all(line->sign, line->weight);
    } else if (const auto number = vocabulary.find(line->concept_id)) {
      add(line->sign, {static_cast<std::uint32_t>(*number), line->weight}, vocabulary);
    }
  }
}

void SubjectModel::add_to_all(std::string_view sign, std::int32_t weight) {
  if (sign == "_") {
    for (std::int64_t& bias : biases_) {
      bias += std::int64_t{weight} * kFeatureOne;
    }
    return;
  }
  const auto number = static_cast<std::size_t>(sign.front() - '0');
  if (number < own_.size()) own_[number] = weight;
}

void SubjectModel::add(std::string_view sign,
                       SubjectWeight weight,
                       const catalog::Vocabulary& vocabulary) {
  if (sign == "_") {
    biases_[weight.number] += std::int64_t{weight.weight} * kFeatureOne;
  } else if (!sign.starts_with('#')) {
    words_.add(SignKey(sign).value(), weight);
  } else if (const auto of = vocabulary.find(sign.substr(1))) {
    points_[*of].push_back(weight);
  }
}

std::vector<std::int64_t> SubjectModel::score(const SubjectFeatures& features) const {
  std::vector<std::int64_t> scores = biases_;
  for (const auto& [number, feature] : features.terms) {
    const OwnSigns signs = features.own_signs_of(number);
    for (std::size_t i = 0; i < signs.size(); ++i) {
      scores[number] += own_[i] * signs[i];
    }
    for (const SubjectWeight& weight : points_[number]) {
      scores[weight.number] += std::int64_t{weight.weight} * signs.front();
    }
  }
  for (const WordFeature& word : features.words) {
    for (const SubjectWeight& weight : words_.find(word.sign.key())) {
      scores[weight.number] += std::int64_t{weight.weight} * word.value;
    }
  }
  return scores;
}

const WordFeature* SubjectModel::loudest_word(const SubjectFeatures& features,
                                              std::size_t number) const {
  const WordFeature* loudest = nullptr;
  std::int64_t most = 0;
  for (const WordFeature& word : features.words) {
    for (const SubjectWeight& weight : words_.find(word.sign.key())) {
      const std::int64_t said = std::int64_t{weight.weight} * word.value;
      if (weight.number != number || said <= most) continue;
      most = said;
      loudest = &word;
    }
  }
  return loudest;
}

}  // namespace kring::indexer
