// What are words and terms worth as signs of each concept?
//
//   kring_train_subjects [--measure PATH[=TRUTH]]… [--out FILE] PATH[=TRUTH]…
//
// PATH is a corpus (.tsv) or, with =TRUTH, a catalogue. Learns a logistic model a concept by
// AdaGrad over all records and writes its weights; --measure tells precision, recall and F1 on
// records that it does not learn from. The same records give the same weights on one machine; the
// file that is committed is what counts.
#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iostream>
#include <numeric>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include "catalog/embedded.h"
#include "catalog/vocabulary.h"
#include "indexer/language/subject_features.h"
#include "indexer/language/subject_model.h"
#include "tests/training/labelled_records.h"

namespace kring::tests {
namespace {

constexpr int kRounds = 12;
constexpr std::uint64_t kSeed = 20261125;
constexpr double kRate = 0.3;
constexpr double kDecay = 0.005;        // of a weight whose sign is seen
constexpr double kSettled = 0.04;       // an error that teaches nothing more
constexpr std::size_t kFewestSeen = 2;  // records that show a sign
constexpr std::size_t kFewest = 2;      // records of a concept that can be learned
constexpr long kSmallest = 120;         // thousandths; weights below it are left out
constexpr double kSharedShare = 0.2;  // shared weights see every concept: they move less at a time
constexpr double kFirstBias = -3;
constexpr double kEagerness =
    0.2;  // added to the bias at the end: the most precise where F1 is flat on records held out
constexpr double kFirstPoints = 1.2;
constexpr double kFirstShare = 1;
constexpr double kOne = indexer::kFeatureOne;

struct Sign {
  std::size_t number = 0;
  double value = 0;
};

struct Example {
  std::vector<Sign> signs;
  const std::set<std::string>* concepts = nullptr;
  indexer::SubjectFeatures features;
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

struct Language {
  catalog::Vocabulary vocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  indexer::ConceptFinder finder{vocabulary};
  indexer::Analyser analyser;

  [[nodiscard]] indexer::SubjectFeatures read(const catalog::Activity& activity) const {
    return read_subject_features(read_record_text(activity, analyser), finder, vocabulary);
  }
  [[nodiscard]] bool is_activity(std::size_t number) const {
    return vocabulary.concepts()[number].kind == catalog::ConceptKind::kActivity;
  }
};

Example make_example(const LabelledRecord& record, const Language& language, Signs& signs) {
  Example example;
  example.concepts = &record.concepts;
  example.features = language.read(record.activity);
  example.signs.push_back({signs.number_of("_"), 1});
  for (const auto& [word, feature] : example.features.words) {
    example.signs.push_back({signs.number_of(word), feature.value / kOne});
  }
  for (const auto& [number, feature] : example.features.terms) {
    if (!language.is_activity(number)) continue;
    const std::string& id = language.vocabulary.concepts()[number].id;
    example.signs.push_back({signs.number_of("#" + id), example.features.points_of(number) / kOne});
  }
  return example;
}

// By sign: how many records show it.
std::vector<std::size_t> count_records(std::size_t signs, const std::vector<Example>& examples) {
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
  Learner(std::vector<std::size_t> concepts, const Language& language, std::size_t signs)
      : concepts_(std::move(concepts)),
        language_(language),
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

  // The lines of lexicon/subject_weights.tsv. A sign of few records has learned those by heart: it
  // takes their noise away from the others and is then left out.
  [[nodiscard]] std::string lines(const Signs& signs, const std::vector<std::size_t>& seen) const {
    const long bias = all_[0].rounded() + std::lround(kEagerness * kOne);
    std::string text = "*\t_\t" + std::to_string(bias) + "\n";
    for (std::size_t i = 0; i < own_.size(); ++i) {
      text += "*\t" + std::to_string(i) + "\t" + std::to_string(own_[i].rounded()) + "\n";
    }
    for (std::size_t c = 0; c < concepts_.size(); ++c) {
      for (std::size_t sign = 0; sign < signs.names().size(); ++sign) {
        const long weight = weights_[c][sign].rounded();
        if (std::abs(weight) < kSmallest || seen[sign] < kFewestSeen) continue;
        text += id_of(c) + "\t" + signs.names()[sign] + "\t" + std::to_string(weight) + "\n";
      }
    }
    return text;
  }

 private:
  [[nodiscard]] const std::string& id_of(std::size_t c) const {
    return language_.vocabulary.concepts()[concepts_[c]].id;
  }

  void learn_from(const Example& example, std::size_t c) {
    const indexer::OwnSigns own = example.features.own_signs_of(concepts_[c]);
    double score = all_[0].value;
    for (std::size_t i = 0; i < own.size(); ++i) {
      score += own_[i].value * own[i] / kOne;
    }
    for (const Sign& sign : example.signs) {
      score += weights_[c][sign.number].value * sign.value;
    }
    const double error =
        1 / (1 + std::exp(-score)) - (example.concepts->contains(id_of(c)) ? 1 : 0);
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
  const Language& language_;
  std::vector<Weight> own_;
  std::vector<Weight> all_;
  std::vector<std::vector<Weight>> weights_;  // by concept and sign
};

std::size_t count_with(const std::vector<Example>& examples, const std::string& id) {
  std::size_t count = 0;
  for (const Example& example : examples) {
    if (example.concepts->contains(id)) ++count;
  }
  return count;
}

std::string learn_weights(const LabelledRecords& records, const Language& language) {
  Signs signs;
  std::vector<Example> examples;
  for (const LabelledRecord& record : records) {
    examples.push_back(make_example(record, language, signs));
  }
  std::vector<std::size_t> learned;
  for (std::size_t number = 0; number < language.vocabulary.concepts().size(); ++number) {
    const std::string& id = language.vocabulary.concepts()[number].id;
    if (language.is_activity(number) && count_with(examples, id) >= kFewest)
      learned.push_back(number);
  }
  Learner learner(learned, language, signs.names().size());
  learner.learn(examples);
  return learner.lines(signs, count_records(signs.names().size(), examples));
}

LabelledRecords read_records(const std::string& argument) {
  const std::size_t equals = argument.find('=');
  if (equals == std::string::npos) return read_corpus(argument);
  return read_catalogue(argument.substr(0, equals), argument.substr(equals + 1));
}

// What the scores above a threshold are worth.
struct Tally {
  int hits = 0;
  int said = 0;
  int due = 0;

  void add(bool is_said, bool is_due) {
    if (is_said) ++said;
    if (is_due) ++due;
    if (is_said && is_due) ++hits;
  }
  [[nodiscard]] double precision() const { return static_cast<double>(hits) / std::max(1, said); }
  [[nodiscard]] double recall() const { return static_cast<double>(hits) / std::max(1, due); }
  [[nodiscard]] double f1() const { return 2.0 * hits / std::max(1, said + due); }
};

constexpr std::array<int, 5> kThresholds = {-400'000, -200'000, 0, 200'000, 400'000};  // millionths

void measure(const std::string& name, const std::string& lines, const Language& language) {
  const indexer::SubjectModel model(language.vocabulary, lines);
  std::array<Tally, kThresholds.size()> tallies;
  for (const LabelledRecord& record : read_records(name)) {
    const std::vector<std::int64_t> scores = model.score(language.read(record.activity));
    for (std::size_t number = 0; number < scores.size(); ++number) {
      if (!language.is_activity(number)) continue;
      const bool is_due = record.concepts.contains(language.vocabulary.concepts()[number].id);
      for (std::size_t i = 0; i < kThresholds.size(); ++i) {
        tallies[i].add(scores[number] > kThresholds[i], is_due);
      }
    }
  }
  std::cout << name << "\n";
  for (std::size_t i = 0; i < kThresholds.size(); ++i) {
    std::cout << "  above " << kThresholds[i] << ": precision " << tallies[i].precision()
              << ", recall " << tallies[i].recall() << ", F1 " << tallies[i].f1() << "\n";
  }
}

}  // namespace
}  // namespace kring::tests

int main(int argc, char** argv) {
  using namespace kring::tests;  // NOLINT(google-build-using-namespace): a program's own main
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  LabelledRecords records;
  std::vector<std::string> measured;
  std::string out;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--measure") {
      measured.push_back(arguments[++i]);
    } else if (arguments[i] == "--out") {
      out = arguments[++i];
    } else {
      const LabelledRecords more = read_records(arguments[i]);
      records.insert(records.end(), more.begin(), more.end());
    }
  }
  const Language language;
  const std::string lines = learn_weights(records, language);
  std::cout << records.size() << " records learned from\n";
  for (const std::string& name : measured) {
    measure(name, lines, language);
  }
  if (!out.empty() && !(std::ofstream(out) << lines)) return 1;
  return 0;
}
