// What are words and rules worth as signs of how an activity is arranged?
//
//   kring_train_arrangement [--judge CATALOGUE=TRUTH]… [--out FILE] [--floor SHARE]
//                           CATALOGUE=TRUTH… CORPUS=LABELS…
//
// Prints for each catalogue how often rules alone, and a model that never saw it, are right; then
// learns from all but those to judge by, and writes the weights. With --floor the exit code is 1
// when the mean over the catalogues of any fact is lower.
#include <algorithm>
#include <array>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "catalog/embedded.h"
#include "catalog/vocabulary.h"
#include "indexer/language/arrangement.h"
#include "indexer/language/lexicon.h"
#include "indexer/language/subject.h"
#include "tests/training/arrangement_learner.h"
#include "tests/training/labelled_records.h"

namespace kring::tests {
namespace {

using indexer::ArrangedFact;
using indexer::kArrangedFacts;
using indexer::kArrangedValues;

// What the truth tables call the facts.
constexpr std::array<const char*, kArrangedFacts> kColumns = {"attendance", "format", "recurring",
                                                              "referral"};

// Labels of a corpus are by those who saw the text alone: they tell less than truth tables, and
// where the text tells nothing, little.
constexpr double kCorpusWeight = 0.4;
constexpr double kGuessWeight = 0.3;

struct Set {
  std::string name;
  bool is_catalogue = false;
  bool is_judge = false;
  LabelledRecords records;
  std::vector<ArrangementLesson> lessons;  // by record
  std::vector<indexer::RecordText> texts;
  std::vector<catalog::Usual> usual;
};

struct Language {
  catalog::Vocabulary vocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  indexer::ConceptFinder finder{vocabulary};
  indexer::SubjectModel subjects{vocabulary, indexer::subject_weights()};
  indexer::Analyser analyser;
};

std::optional<std::size_t> find_value(std::size_t fact, const std::string& label) {
  static constexpr std::array<const char*, kArrangedFacts> kPrefixes = {
      "attendance=", "group_size=", "recurring=", "referral="};
  const std::string name = kPrefixes[fact] + label;
  const auto found = std::find(kArrangedValues.begin(), kArrangedValues.end(), name);
  if (found == kArrangedValues.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kArrangedValues.begin());
}

// "|referral=intake": which value the rules stated.
std::array<std::optional<std::size_t>, kArrangedFacts> stated_values(
    const std::vector<std::string>& signs) {
  std::array<std::optional<std::size_t>, kArrangedFacts> stated;
  for (std::size_t value = 0; value < kArrangedValues.size(); ++value) {
    const std::string sign = "|" + std::string(kArrangedValues[value]);
    if (std::find(signs.begin(), signs.end(), sign) == signs.end()) continue;
    for (std::size_t fact = 0; fact < kArrangedFacts; ++fact) {
      const indexer::ValueRange range = values_of(static_cast<ArrangedFact>(fact));
      if (value >= range.begin && value < range.end) stated[fact] = value;
    }
  }
  return stated;
}

ArrangementLesson make_lesson(const LabelledRecord& record,
                              const indexer::RecordText& text,
                              const catalog::Usual& usual,
                              bool is_catalogue) {
  ArrangementLesson lesson;
  lesson.stated =
      stated_signs(record.activity, read_stated_arrangement(record.activity, text, usual));
  std::set<std::string> told;
  read_told_signs(text, [&](const indexer::Sign& sign, const indexer::Evidence&) {
    ++lesson.told_count;
    told.insert(sign.name());
  });
  lesson.told.assign(told.begin(), told.end());
  const auto guessed = record.labels.find("sure");
  for (std::size_t fact = 0; fact < kArrangedFacts; ++fact) {
    lesson.due[fact] = find_value(fact, record.labels.at(kColumns[fact]));
    const bool is_guess =
        guessed != record.labels.end() && guessed->second.find(kColumns[fact]) != std::string::npos;
    lesson.weight[fact] = (is_catalogue ? 1 : kCorpusWeight) * (is_guess ? kGuessWeight : 1);
  }
  return lesson;
}

Set read_set(const std::string& argument, bool is_judge, const Language& language) {
  const std::size_t equals = argument.find('=');
  const std::string path = argument.substr(0, equals);
  const std::string labels = argument.substr(equals + 1);
  Set set;
  set.is_catalogue = !path.ends_with(".tsv");
  set.is_judge = is_judge;
  set.name = path.substr(path.find_last_of('/') + 1);
  set.records = set.is_catalogue ? read_catalogue(path, labels) : read_corpus(path, labels);
  for (const LabelledRecord& record : set.records) {
    const indexer::RecordText& text =
        set.texts.emplace_back(read_record_text(record.activity, language.analyser));
    const catalog::Usual& usual = set.usual.emplace_back(
        usual_of(find_subjects(text, language.finder, language.subjects, language.vocabulary),
                 language.vocabulary));
    set.lessons.push_back(make_lesson(record, text, usual, set.is_catalogue));
  }
  return set;
}

ArrangementLessons lessons_but(const std::vector<Set>& sets, const Set* held_out) {
  ArrangementLessons lessons;
  for (const Set& set : sets) {
    if (&set == held_out || set.is_judge) continue;
    for (const ArrangementLesson& lesson : set.lessons) {
      lessons.push_back(&lesson);
    }
  }
  return lessons;
}

struct Right {
  std::array<double, kArrangedFacts> stated{};
  std::array<double, kArrangedFacts> learned{};
};

Right measure(const Set& set, const std::string& weights) {
  const indexer::ArrangementModel model(weights);
  Right right;
  for (std::size_t i = 0; i < set.records.size(); ++i) {
    const catalog::Activity& activity = set.records[i].activity;
    const auto stated = stated_values(set.lessons[i].stated);
    const auto learned = stated_values(
        stated_signs(activity, read_arrangement(activity, set.texts[i], set.usual[i], model)));
    for (std::size_t fact = 0; fact < kArrangedFacts; ++fact) {
      const auto& due = set.lessons[i].due[fact];
      if (stated[fact] == due) right.stated[fact] += 1;
      if (learned[fact] == due) right.learned[fact] += 1;
    }
  }
  for (std::size_t fact = 0; fact < kArrangedFacts; ++fact) {
    right.stated[fact] /= static_cast<double>(set.records.size());
    right.learned[fact] /= static_cast<double>(set.records.size());
  }
  return right;
}

void print(const std::string& name, const Right& right) {
  std::cout << std::left << std::setw(16) << name << std::fixed << std::setprecision(3);
  for (std::size_t fact = 0; fact < kArrangedFacts; ++fact) {
    std::cout << "  " << kColumns[fact] << " " << right.stated[fact] << " -> "
              << right.learned[fact];
  }
  std::cout << std::endl;
}

// Of the catalogues, or of the corpora, each held out.
Right measure_held_out(const std::vector<Set>& sets, bool catalogues) {
  Right mean;
  double count = 0;
  for (const Set& set : sets) {
    if (set.is_catalogue != catalogues) continue;
    const Right right = measure(set, learn_arrangement(lessons_but(sets, &set)));
    print(set.name, right);
    if (set.is_judge) continue;
    ++count;
    for (std::size_t fact = 0; fact < kArrangedFacts; ++fact) {
      mean.stated[fact] += right.stated[fact];
      mean.learned[fact] += right.learned[fact];
    }
  }
  for (std::size_t fact = 0; fact < kArrangedFacts; ++fact) {
    mean.stated[fact] /= std::max(1.0, count);
    mean.learned[fact] /= std::max(1.0, count);
  }
  print("mean", mean);
  return mean;
}

}  // namespace
}  // namespace kring::tests

int main(int argc, char** argv) {
  using namespace kring::tests;  // NOLINT(google-build-using-namespace): a program's own main
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const Language language;
  std::vector<Set> sets;
  std::string out;
  double floor = 0;
  bool measures_corpora = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--out") {
      out = arguments[++i];
    } else if (arguments[i] == "--floor") {
      floor = std::stod(arguments[++i]);
    } else if (arguments[i] == "--corpora") {
      measures_corpora = true;
    } else {
      const bool is_judge = arguments[i] == "--judge";
      if (is_judge) ++i;
      sets.push_back(read_set(arguments[i], is_judge, language));
    }
  }
  const Right mean = measure_held_out(sets, true);
  if (measures_corpora) measure_held_out(sets, false);
  if (!out.empty() && !(std::ofstream(out) << learn_arrangement(lessons_but(sets, nullptr))))
    return 1;
  return *std::min_element(mean.learned.begin(), mean.learned.end()) >= floor ? 0 : 1;
}
