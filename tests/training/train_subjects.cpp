// What are words and terms worth as signs of each concept?
//
//   kring_train_subjects [--measure PATH[=TRUTH]]… [--out FILE] PATH[=TRUTH]…
//
// PATH is a corpus (.tsv) or, with =TRUTH, a catalogue. Learns from all records (learner.h)
// and writes the weights; --measure tells precision, recall and F1 on records that it does not
// learn from.
#include <array>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "catalog/embedded.h"
#include "catalog/vocabulary.h"
#include "indexer/language/subject_features.h"
#include "indexer/language/subject_model.h"
#include "tests/training/labelled_records.h"
#include "tests/training/learner.h"
#include "tests/training/tally.h"

namespace kring::tests {
namespace {

// The bias is the most precise where F1 is flat on records held out; smaller weights told nothing
// there.
constexpr LearnerSettings kSettings{0.2, 120};

struct Language {
  catalog::Vocabulary vocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  indexer::ConceptFinder finder{vocabulary};
  indexer::Analyser analyser;

  [[nodiscard]] indexer::RecordText read(const catalog::Activity& activity) const {
    return read_record_text(activity, analyser);
  }
  [[nodiscard]] indexer::SubjectFeatures features_of(const indexer::RecordText& text) const {
    return read_subject_features(text, finder, vocabulary);
  }
  [[nodiscard]] bool is_activity(std::size_t number) const {
    return vocabulary.concepts()[number].kind == catalog::ConceptKind::kActivity;
  }
};

std::string learn(const LabelledRecords& records, const Language& language) {
  Lessons lessons;
  for (const LabelledRecord& record : records) {
    Lesson lesson(language.features_of(language.read(record.activity)));
    for (const std::string& id : record.concepts) {
      if (const auto number = language.vocabulary.find(id)) lesson.due[*number] = 1;
    }
    lessons.push_back(std::move(lesson));
  }
  return learn_weights(lessons, language.vocabulary, kSettings);
}

LabelledRecords read_records(const std::string& argument) {
  const std::size_t equals = argument.find('=');
  if (equals == std::string::npos) return read_corpus(argument);
  return read_catalogue(argument.substr(0, equals), argument.substr(equals + 1));
}

constexpr std::array<int, 5> kThresholds = {-400'000, -200'000, 0, 200'000, 400'000};  // millionths

void measure(const std::string& name, const std::string& lines, const Language& language) {
  const indexer::SubjectModel model(language.vocabulary, lines);
  std::array<Tally, kThresholds.size()> tallies;
  for (const LabelledRecord& record : read_records(name)) {
    const std::vector<std::int64_t> scores =
        model.score(language.features_of(language.read(record.activity)));
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
  const std::string lines = learn(records, language);
  std::cout << records.size() << " records learned from\n";
  for (const std::string& name : measured) {
    measure(name, lines, language);
  }
  if (!out.empty() && !(std::ofstream(out) << lines)) return 1;
  return 0;
}
