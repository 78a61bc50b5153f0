#include "tests/training/arrangement_learner.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "tests/training/sign_numbers.h"

namespace kring::tests {
namespace {

using indexer::kArrangedValues;

constexpr int kRounds = 10;
constexpr std::uint64_t kSeed = 20261127;
constexpr double kRate = 0.1;
constexpr double kDecay = 0.001;        // of a weight whose sign is seen
constexpr double kSettled = 0.01;       // an error that teaches nothing more
constexpr std::size_t kFewestSeen = 3;  // lessons that show a sign
constexpr long kSmallest = 60;          // thousandths; smaller weights are left out
constexpr double kThousandths = 1000;

struct Sign {
  std::size_t number = 0;
  double value = 0;
};

struct Example {
  const ArrangementLesson* lesson = nullptr;
  std::vector<Sign> signs;
};

// A weight that AdaGrad moves. The mean over the rounds is steadier than the last.
struct Weight {
  double value = 0;
  double squares = 0.001;
  double sum = 0;

  void move(double gradient) {
    squares += gradient * gradient;
    value -= kRate * gradient / std::sqrt(squares);
  }
  [[nodiscard]] long rounded() const { return std::lround(sum / kRounds * kThousandths); }
};

using Weights = std::array<Weight, kArrangedValues.size()>;

Numbers count_signs(const ArrangementLessons& lessons) {
  Numbers seen;
  for (const ArrangementLesson* lesson : lessons) {
    for (const auto* signs : {&lesson->stated, &lesson->told}) {
      for (const std::string& sign : *signs) {
        ++seen[sign];
      }
    }
  }
  return seen;
}

void add_signs(const std::vector<std::string>& names,
               double value,
               const Numbers& numbers,
               Example& example) {
  for (const std::string& name : names) {
    const auto number = numbers.find(name);
    if (number != numbers.end()) example.signs.push_back({number->second, value});
  }
}

class Learner {
 public:
  explicit Learner(const ArrangementLessons& lessons)
      : numbers_(number_signs(count_signs(lessons), kFewestSeen)), weights_(numbers_.size()) {
    for (const ArrangementLesson* lesson : lessons) {
      Example& example = examples_.emplace_back();
      example.lesson = lesson;
      add_signs(lesson->stated, 1, numbers_, example);
      const auto share = static_cast<double>(indexer::share_of_told(lesson->told_count));
      add_signs(lesson->told, share / kThousandths, numbers_, example);
    }
  }

  void learn() {
    std::vector<std::size_t> order(examples_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937_64 random(kSeed);
    for (int round = 0; round < kRounds; ++round) {
      std::shuffle(order.begin(), order.end(), random);
      for (const std::size_t i : order) {
        for (std::size_t fact = 0; fact < indexer::kArrangedFacts; ++fact) {
          learn_from(examples_[i], fact);
        }
      }
      add_up();
    }
  }

  [[nodiscard]] std::string lines() const {
    std::string text;
    write("*", biases_, text);
    for (const auto& [name, number] : numbers_) {
      write(name, weights_[number], text);
    }
    return text;
  }

 private:
  static void write(const std::string& name, const Weights& weights, std::string& text) {
    std::string written;
    for (std::size_t value = 0; value < weights.size(); ++value) {
      const long weight = weights[value].rounded();
      if (std::abs(weight) < kSmallest) continue;
      written +=
          (written.empty() ? "\t" : " ") + std::to_string(value) + ":" + std::to_string(weight);
    }
    if (!written.empty()) text += name + written + "\n";
  }

  // How likely each value is of those of the fact.
  [[nodiscard]] std::vector<double> judge(const Example& example, indexer::ValueRange range) const {
    std::vector<double> scores;
    for (std::size_t value = range.begin; value < range.end; ++value) {
      double& score = scores.emplace_back(biases_[value].value);
      for (const Sign& sign : example.signs) {
        score += weights_[sign.number][value].value * sign.value;
      }
    }
    const double most = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (double& score : scores) {
      score = std::exp(score - most);
      sum += score;
    }
    for (double& score : scores) {
      score /= sum;
    }
    return scores;
  }

  void learn_from(const Example& example, std::size_t fact) {
    const auto& due = example.lesson->due[fact];
    if (!due) return;
    const indexer::ValueRange range = values_of(static_cast<indexer::ArrangedFact>(fact));
    const std::vector<double> likely = judge(example, range);
    for (std::size_t value = range.begin; value < range.end; ++value) {
      const double error =
          (likely[value - range.begin] - (*due == value ? 1 : 0)) * example.lesson->weight[fact];
      if (std::abs(error) < kSettled) continue;
      biases_[value].move(error);
      for (const Sign& sign : example.signs) {
        Weight& weight = weights_[sign.number][value];
        weight.move(error * sign.value + kDecay * weight.value);
      }
    }
  }

  void add_up() {
    for (Weight& weight : biases_) {
      weight.sum += weight.value;
    }
    for (Weights& weights : weights_) {
      for (Weight& weight : weights) {
        weight.sum += weight.value;
      }
    }
  }

  Numbers numbers_;
  std::vector<Example> examples_;
  std::vector<Weights> weights_;  // by number of the sign
  Weights biases_{};
};

}  // namespace

std::string learn_arrangement(const ArrangementLessons& lessons) {
  Learner learner(lessons);
  learner.learn();
  return learner.lines();
}

}  // namespace kring::tests
