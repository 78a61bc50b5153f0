// What are people's own words worth as signs of what they need?
//
//   kring_train_needs [--records CORPUS]… [--out FILE] [--floor F1] HAND HAND…
//
// HAND is a file of tests/training/needs. Measures on each hand what terms and patterns understand
// alone, and what the model understands beside them that learned from the others; then learns from
// all and writes the weights. Records teach beside needs: they know words that few people said. The
// exit code is 1 when the mean F1 of the hands is below the floor.
#include <array>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "catalog/embedded.h"
#include "catalog/vocabulary.h"
#include "indexer/language/subject_model.h"
#include "indexer/language/wishes.h"
#include "tests/training/labelled_needs.h"
#include "tests/training/learner.h"
#include "tests/training/table.h"
#include "tests/training/tally.h"

namespace kring::tests {
namespace {

constexpr LearnerSettings kSettings{0, 200};
constexpr double kRecordWeight = 0.5;  // they speak otherwise than people do
constexpr double kLaterDue = 0.6;      // of a concept that fits less than the first

struct Language {
  catalog::Vocabulary vocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  indexer::WishReader rules{vocabulary, ""};
  indexer::Analyser analyser;
};

struct Arguments {
  std::vector<std::string> hands;
  std::vector<std::string> corpora;
  std::string out;
  double floor = 0;
};

Arguments read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--records") {
      arguments.corpora.push_back(words[++i]);
    } else if (words[i] == "--out") {
      arguments.out = words[++i];
    } else if (words[i] == "--floor") {
      arguments.floor = std::stod(words[++i]);
    } else {
      arguments.hands.push_back(words[i]);
    }
  }
  return arguments;
}

Lesson make_lesson(const LabelledNeed& need, const Language& language) {
  Lesson lesson(read_need_features(language.rules.hear(need.text, language.analyser)));
  for (const std::string& id : need.wanted) {
    if (const auto number = language.vocabulary.find(id))
      lesson.due[*number] = lesson.due.empty() ? 1 : kLaterDue;
  }
  return lesson;
}

// A record's concepts have no order.
Lesson make_lesson(const Row& record, const Language& language) {
  const std::string text = record.at("name") + ". " + record.at("description");
  Lesson lesson(read_need_features(language.rules.hear(text, language.analyser)), kRecordWeight);
  for (const std::string& id : read_concepts(record.at("concepts"))) {
    if (const auto number = language.vocabulary.find(id)) lesson.due[*number] = 1;
  }
  return lesson;
}

Lessons read_record_lessons(const std::vector<std::string>& corpora, const Language& language) {
  Lessons lessons;
  for (const std::string& path : corpora) {
    for (const Row& record : read_table(path)) {
      lessons.push_back(make_lesson(record, language));
    }
  }
  return lessons;
}

std::string learn(const std::vector<const LabelledNeeds*>& hands,
                  const Lessons& records,
                  const Language& language) {
  Lessons lessons;
  for (const LabelledNeeds* hand : hands) {
    for (const LabelledNeed& need : *hand) {
      lessons.push_back(make_lesson(need, language));
    }
  }
  lessons.insert(lessons.end(), records.begin(), records.end());
  return learn_weights(lessons, language.vocabulary, kSettings);
}

void print(const std::string& name, const Tally& tally) {
  std::cout << "  " << name << ": precision " << tally.precision() << ", recall " << tally.recall()
            << ", F1 " << tally.f1() << "\n";
}

// What a reader understands of the needs; the F1 of what is wanted.
double measure_reader(const std::string& name,
                      const indexer::WishReader& reader,
                      const LabelledNeeds& needs,
                      const Language& language) {
  const NeedFigures figures = measure_needs(reader, needs, language.vocabulary);
  std::cout << " " << name << "\n";
  print("wanted", figures.wanted);
  print("wanted first", figures.first);
  print("by the model alone", figures.understood);
  print("refused", figures.refused);
  return figures.wanted.f1();
}

// What the scores of the model are worth, whatever terms say: by this kSure and kUnlikely
// (indexer/language/wishes.cpp) were chosen.
void measure_scores(const std::string& lines,
                    const LabelledNeeds& needs,
                    const Language& language) {
  static constexpr std::array<int, 9> kThresholds = {-2'000, -1'600, -1'200, -800, -400,
                                                     0,      200,    400,    800};
  static constexpr std::int64_t kThousandth = 1'000;
  const indexer::SubjectModel model(language.vocabulary, lines);
  std::array<Tally, kThresholds.size()> tallies;
  for (const LabelledNeed& need : needs) {
    const std::vector<std::int64_t> scores =
        model.score(read_need_features(language.rules.hear(need.text, language.analyser)));
    for (std::size_t number = 0; number < scores.size(); ++number) {
      const catalog::Concept& entry = language.vocabulary.concepts()[number];
      if (entry.kind != catalog::ConceptKind::kActivity) continue;
      for (std::size_t i = 0; i < kThresholds.size(); ++i) {
        tallies[i].add(scores[number] > kThresholds[i] * kThousandth, need.wants(entry.id));
      }
    }
  }
  for (std::size_t i = 0; i < kThresholds.size(); ++i) {
    print("score above " + std::to_string(kThresholds[i]), tallies[i]);
  }
}

double measure_held_out(const std::vector<LabelledNeeds>& hands,
                        std::size_t held_out,
                        const Lessons& records,
                        const Language& language) {
  std::vector<const LabelledNeeds*> others;
  for (std::size_t i = 0; i < hands.size(); ++i) {
    if (i != held_out) others.push_back(&hands[i]);
  }
  const std::string lines = learn(others, records, language);
  measure_reader("terms and patterns", language.rules, hands[held_out], language);
  measure_scores(lines, hands[held_out], language);
  return measure_reader("with the model", indexer::WishReader(language.vocabulary, lines),
                        hands[held_out], language);
}

}  // namespace
}  // namespace kring::tests

int main(int argc, char** argv) {
  using namespace kring::tests;  // NOLINT(google-build-using-namespace): a program's own main
  const Arguments arguments = read_arguments({argv + 1, argv + argc});
  const Language language;
  const Lessons records = read_record_lessons(arguments.corpora, language);
  std::vector<LabelledNeeds> hands;
  for (const std::string& path : arguments.hands) {
    hands.push_back(read_labelled_needs(path));
  }
  double sum = 0;
  std::vector<const LabelledNeeds*> all;
  for (std::size_t i = 0; i < hands.size(); ++i) {
    std::cout << arguments.hands[i] << ", learned from the others\n";
    sum += measure_held_out(hands, i, records, language);
    all.push_back(&hands[i]);
  }
  const double mean = hands.empty() ? 0 : sum / static_cast<double>(hands.size());
  std::cout << "mean F1 of a hand held out: " << mean << "\n";
  if (!arguments.out.empty() && !(std::ofstream(arguments.out) << learn(all, records, language)))
    return 1;
  return mean >= arguments.floor ? 0 : 1;
}
