#include "tests/training/passage_learner.h"

#include <algorithm>
#include <cmath>

#include "tests/training/sign_numbers.h"

namespace kring::tests {
namespace {

constexpr int kRounds = 200;
constexpr double kRate = 0.5;
constexpr double kThousandths = 1000;
constexpr std::size_t kFewestSeen = 2;  // lessons that show a sign

struct Example {
  std::vector<std::size_t> signs;
  double value = 0;  // of each sign
  double due = 0;
};

// A weight that AdaGrad moves.
struct Weight {
  double value = 0;
  double squares = 0;
  double gradient = 0;

  void move(double decay) {
    static constexpr double kFirstSquare = 1e-8;
    const double slope = gradient + decay * value;
    squares += slope * slope;
    value -= kRate * slope / std::sqrt(squares + kFirstSquare);
    gradient = 0;
  }
};

Numbers count_signs(const TaughtLessons& lessons) {
  Numbers seen;
  for (const PassageLesson* lesson : lessons) {
    for (const std::string& sign : lesson->signs) {
      ++seen[sign];
    }
  }
  return seen;
}

Example make_example(const PassageLesson& lesson, const Numbers& numbers) {
  const double all = static_cast<double>(std::max<std::size_t>(1, lesson.signs.size()));
  Example example{{}, 1 / std::sqrt(all), lesson.is_told ? 1.0 : 0.0};
  for (const std::string& sign : lesson.signs) {
    const auto number = numbers.find(sign);
    if (number != numbers.end()) example.signs.push_back(number->second);
  }
  return example;
}

struct Model {
  std::vector<Weight> weights;
  Weight bias;

  // How far the model is off, spread over the weights as gradients.
  void learn_from(const Example& example, double share) {
    double score = bias.value;
    for (const std::size_t sign : example.signs) {
      score += weights[sign].value * example.value;
    }
    const double error = (1 / (1 + std::exp(-score)) - example.due) * share;
    bias.gradient += error;
    for (const std::size_t sign : example.signs) {
      weights[sign].gradient += error * example.value;
    }
  }
};

Model learn(const std::vector<Example>& examples, std::size_t signs, double decay) {
  Model model{std::vector<Weight>(signs), {}};
  for (int round = 0; round < kRounds; ++round) {
    for (const Example& example : examples) {
      model.learn_from(example, 1 / static_cast<double>(examples.size()));
    }
    for (Weight& weight : model.weights) {
      weight.move(decay);
    }
    model.bias.move(0);
  }
  return model;
}

}  // namespace

std::string learn_passages(const TaughtLessons& lessons, const PassageSettings& settings) {
  const Numbers numbers = number_signs(count_signs(lessons), kFewestSeen);
  std::vector<Example> examples;
  for (const PassageLesson* lesson : lessons) {
    examples.push_back(make_example(*lesson, numbers));
  }
  const Model model = learn(examples, numbers.size(), settings.decay);
  const long bias = std::lround((model.bias.value + settings.eagerness) * kThousandths);
  std::string text = "*\t" + std::to_string(bias) + "\n";
  for (const auto& [sign, number] : numbers) {
    const long weight = std::lround(model.weights[number].value * kThousandths);
    if (std::abs(weight) >= settings.smallest) text += sign + "\t" + std::to_string(weight) + "\n";
  }
  return text;
}

}  // namespace kring::tests
