#include "tests/training/learner.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <unordered_map>

#include "indexer/language/subject_model.h"

namespace kring::tests {
namespace {

constexpr int kRounds = 12;
constexpr std::uint64_t kSeed = 20261125;
constexpr double kRate = 0.3;
constexpr double kDecay = 0.005;        // of a weight whose sign is seen
constexpr double kSettled = 0.04;       // an error that teaches nothing more
constexpr std::size_t kFewestSeen = 2;  // lessons that show a sign
constexpr std::size_t kFewest = 2;      // lessons of a concept that can be learned
constexpr double kSharedShare = 0.2;  // shared weights see every concept: they move less at a time
constexpr double kFirstBias = -3;
constexpr double kFirstPoints = 1.2;
constexpr double kFirstShare = 1;
constexpr double kOne = indexer::kFeatureOne;

struct Sign {
  std::size_t number = 0;
  double value = 0;
};

struct Example {
  const Lesson* lesson = nullptr;
  std::vector<Sign> signs;
};

// Numbers for signs.
class Signs {
 public:
  std::size_t number_of(const std::string& name) {
    const auto [entry, is_new] = numbers_.emplace(name, names_.size());
    if (is_new) names_.push_back(name);
    return entry->second;
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<std::string> names_;
};

bool is_activity(const catalog::Vocabulary& vocabulary, std::size_t number) {
  return vocabulary.concepts()[number].kind == catalog::ConceptKind::kActivity;
}

Example make_example(const Lesson& lesson, const catalog::Vocabulary& vocabulary, Signs& signs) {
  Example example{&lesson, {}};
  example.signs.push_back({signs.number_of("_"), 1});
  auto name = lesson.names.begin();
  for (const indexer::WordFeature& word : lesson.features.words) {
    example.signs.push_back({signs.number_of(*name++), word.value / kOne});
  }
  for (const auto& [number, feature] : lesson.features.terms) {
    if (!is_activity(vocabulary, number)) continue;
    const std::string& id = vocabulary.concepts()[number].id;
    example.signs.push_back({signs.number_of("#" + id), lesson.features.points_of(number) / kOne});
  }
  return example;
}

// By sign: how many lessons show it.
std::vector<std::size_t> count_lessons(std::size_t signs, const std::vector<Example>& examples) {
  std::vector<std::size_t> seen(signs);
  for (const Example& example : examples) {
    for (const Sign& sign : example.signs) {
      ++seen[sign.number];
    }
  }
  return seen;
}

// A weight that AdaGrad moves.
struct Weight {
  double value = 0;
  double squares = 0;
  double sum = 0;  // over the rounds

  void move(double gradient) {
    squares += gradient * gradient;
    value -= kRate * gradient / std::sqrt(squares + 0.1);
  }
  // The mean over the rounds is steadier than the last.
  [[nodiscard]] long rounded() const { return std::lround(sum / kRounds * kOne); }
};

// What the own terms of any concept are worth, and the signs of each.
class Learner {
 public:
  Learner(std::vector<std::size_t> concepts,
          const catalog::Vocabulary& vocabulary,
          std::size_t signs)
      : concepts_(std::move(concepts)),
        vocabulary_(vocabulary),
        own_(indexer::kOwnSigns),
        all_(1),
        weights_(concepts_.size(), std::vector<Weight>(signs)) {
    all_[0].value = kFirstBias;
    own_[0].value = kFirstPoints;
    own_[1].value = kFirstShare;
  }

  void learn(const std::vector<Example>& examples) {
    std::vector<std::size_t> order(examples.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937_64 random(kSeed);
    for (int round = 0; round < kRounds; ++round) {
      std::shuffle(order.begin(), order.end(), random);
      for (const std::size_t i : order) {
        for (std::size_t c = 0; c < concepts_.size(); ++c) {
          learn_from(examples[i], c);
        }
      }
      add_up();
    }
  }

  // The lines that SubjectModel reads. A sign of few lessons has learned those by heart: it
  // takes their noise away from the others and is then left out.
  [[nodiscard]] std::string lines(const Signs& signs,
                                  const std::vector<std::size_t>& seen,
                                  const LearnerSettings& settings) const {
    const long bias = all_[0].rounded() + std::lround(settings.eagerness * kOne);
    std::string text = "*\t_\t" + std::to_string(bias) + "\n";
    for (std::size_t i = 0; i < own_.size(); ++i) {
      text += "*\t" + std::to_string(i) + "\t" + std::to_string(own_[i].rounded()) + "\n";
    }
    for (std::size_t c = 0; c < concepts_.size(); ++c) {
      for (std::size_t sign = 0; sign < signs.names().size(); ++sign) {
        const long weight = weights_[c][sign].rounded();
        if (std::abs(weight) < settings.smallest || seen[sign] < kFewestSeen) continue;
        text += id_of(c) + "\t" + signs.names()[sign] + "\t" + std::to_string(weight) + "\n";
      }
    }
    return text;
  }

 private:
  [[nodiscard]] const std::string& id_of(std::size_t c) const {
    return vocabulary_.concepts()[concepts_[c]].id;
  }

  void learn_from(const Example& example, std::size_t c) {
    const indexer::OwnSigns own = example.lesson->features.own_signs_of(concepts_[c]);
    double score = all_[0].value;
    for (std::size_t i = 0; i < own.size(); ++i) {
      score += own_[i].value * own[i] / kOne;
    }
    for (const Sign& sign : example.signs) {
      score += weights_[c][sign.number].value * sign.value;
    }
    const Lesson& lesson = *example.lesson;
    const double error = (1 / (1 + std::exp(-score)) - lesson.due_of(concepts_[c])) * lesson.weight;
    if (std::abs(error) < kSettled) return;
    all_[0].move(error * kSharedShare);
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (own[i] != 0) own_[i].move(error * kSharedShare * own[i] / kOne);
    }
    for (const Sign& sign : example.signs) {
      Weight& weight = weights_[c][sign.number];
      weight.move(error * sign.value + kDecay * weight.value);
    }
  }

  void add_up() {
    for (Weight& weight : own_) {
      weight.sum += weight.value;
    }
    all_[0].sum += all_[0].value;
    for (std::vector<Weight>& weights : weights_) {
      for (Weight& weight : weights) {
        weight.sum += weight.value;
      }
    }
  }

  std::vector<std::size_t> concepts_;
  const catalog::Vocabulary& vocabulary_;
  std::vector<Weight> own_;
  std::vector<Weight> all_;
  std::vector<std::vector<Weight>> weights_;  // by concept and sign
};

// The activities of which enough lessons are given.
std::vector<std::size_t> find_learnable(const Lessons& lessons,
                                        const catalog::Vocabulary& vocabulary) {
  std::vector<std::size_t> learnable;
  for (std::size_t number = 0; number < vocabulary.concepts().size(); ++number) {
    const auto count =
        std::count_if(lessons.begin(), lessons.end(),
                      [number](const Lesson& lesson) { return lesson.due.contains(number); });
    if (is_activity(vocabulary, number) && static_cast<std::size_t>(count) >= kFewest)
      learnable.push_back(number);
  }
  return learnable;
}

}  // namespace

Lesson::Lesson(indexer::SubjectFeatures read, double its_weight)
    : features(std::move(read)), weight(its_weight) {
  for (const indexer::WordFeature& word : features.words) {
    names.push_back(word.sign.name());
  }
}

std::string learn_weights(const Lessons& lessons,
                          const catalog::Vocabulary& vocabulary,
                          const LearnerSettings& settings) {
  Signs signs;
  std::vector<Example> examples;
  for (const Lesson& lesson : lessons) {
    examples.push_back(make_example(lesson, vocabulary, signs));
  }
  Learner learner(find_learnable(lessons, vocabulary), vocabulary, signs.names().size());
  learner.learn(examples);
  return learner.lines(signs, count_lessons(signs.names().size(), examples), settings);
}

}  // namespace kring::tests
