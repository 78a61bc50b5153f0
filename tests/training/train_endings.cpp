// What are a record's words worth as signs that the activity is not there any more?
//
//   kring_train_endings [--judge CATALOGUE=TRUTH]… [--out FILE] [--floor SHARE]
//                       HAND… CATALOGUE=TRUTH… CORPUS=LABELS…
//
// HAND is a file of tests/training/endings: id, live, name and description. Measures on each set
// what the rules hear alone, and what is heard with a model that learned from the others (the
// judges teach nothing); then learns from all and writes the weights. With --floor the exit code is
// 1 when less is heard of what has ended in the catalogues, or when the model adds more than one
// false alarm in two hundred.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "indexer/language/facts.h"
#include "indexer/language/facts/ending_signs.h"
#include "tests/training/figures.h"
#include "tests/training/labelled_records.h"
#include "tests/training/passage_learner.h"

namespace kring::tests {
namespace {

constexpr PassageSettings kSettings{0.000003, 0.0, 20};

struct Arguments {
  std::vector<std::string> sets;
  std::vector<std::string> judges;
  std::string out;
  double floor = 0;
};

Arguments read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--judge") {
      arguments.judges.push_back(words[++i]);
    } else if (words[i] == "--out") {
      arguments.out = words[++i];
    } else if (words[i] == "--floor") {
      arguments.floor = std::stod(words[++i]);
    } else {
      arguments.sets.push_back(words[i]);
    }
  }
  return arguments;
}

struct Record {
  catalog::Activity activity;
  indexer::RecordText text;
  PassageLesson lesson;
};

struct Set {
  std::string name;
  bool is_corpus = false;
  bool is_judge = false;
  std::vector<Record> records;
};

LabelledRecords read_records(const std::string& path, const std::string& labels) {
  if (labels.empty()) return read_corpus(path, path);
  return path.ends_with(".tsv") ? read_corpus(path, labels) : read_catalogue(path, labels);
}

Set read_set(const std::string& argument, bool is_judge, const indexer::Analyser& analyser) {
  const std::size_t equals = argument.find('=');
  const std::string path = argument.substr(0, equals);
  const std::string labels = equals == std::string::npos ? "" : argument.substr(equals + 1);
  Set set{path.substr(path.find_last_of('/') + 1),
          path.ends_with(".tsv") && !labels.empty(),
          is_judge,
          {}};
  for (LabelledRecord& labelled : read_records(path, labels)) {
    Record& record = set.records.emplace_back();
    record.activity = std::move(labelled.activity);
    record.lesson.is_told = labelled.labels.at("live") == "no";
  }
  for (Record& record : set.records) {  // texts refer to activities that stay where they are
    record.text = read_record_text(record.activity, analyser);
    for (const indexer::Sign& sign : indexer::read_ending_signs(record.text))
      record.lesson.signs.push_back(sign.name());
  }
  return set;
}

std::string learn_but(const std::vector<Set>& sets, const Set* held_out) {
  TaughtLessons lessons;
  for (const Set& set : sets) {
    if (&set == held_out || set.is_judge) continue;
    for (const Record& record : set.records)
      lessons.push_back(&record.lesson);
  }
  return learn_passages(lessons, kSettings);
}

struct Measured {
  Figures rules;
  Figures with_model;

  void add(const Measured& others) {
    rules.add(others.rules);
    with_model.add(others.with_model);
  }
};

Measured measure(const Set& set, const std::string& weights) {
  const indexer::PassageModel model(weights);
  Measured measured;
  for (const Record& record : set.records) {
    const auto is_gone = [](const indexer::LiveFact& fact) {
      return fact.live == catalog::Answer::kNo;
    };
    measured.rules.add(record.lesson.is_told,
                       is_gone(indexer::find_told_live(record.activity, record.text)));
    measured.with_model.add(record.lesson.is_told,
                            is_gone(indexer::find_live(record.activity, record.text, model)));
  }
  return measured;
}

void print(const std::string& name, const Measured& measured) {
  std::cout << name << ": rules " << measured.rules << "; with the model " << measured.with_model
            << std::endl;
}

std::vector<Set> read_sets(const Arguments& arguments) {
  const indexer::Analyser analyser;
  std::vector<Set> sets;
  for (const std::string& argument : arguments.sets)
    sets.push_back(read_set(argument, false, analyser));
  for (const std::string& argument : arguments.judges)
    sets.push_back(read_set(argument, true, analyser));
  return sets;
}

struct Totals {
  Measured hands;
  Measured catalogues;
  Measured judges;

  Measured& of(const Set& set) {
    if (set.is_judge) return judges;
    return set.name.ends_with(".tsv") ? hands : catalogues;
  }
};

// Each on a model of the others, the judges on that of all.
Totals measure_all(const std::vector<Set>& sets, const std::string& of_all) {
  Totals totals;
  for (const Set& set : sets) {
    if (set.is_corpus) continue;
    const Measured measured = measure(set, set.is_judge ? of_all : learn_but(sets, &set));
    print(set.name, measured);
    totals.of(set).add(measured);
  }
  return totals;
}

bool holds(const Measured& catalogues, double floor) {
  static constexpr int kMostAlarmsIn = 200;
  const Figures& heard = catalogues.with_model;
  const bool is_calm = (heard.alarms - catalogues.rules.alarms) * kMostAlarmsIn <= heard.not_there;
  return is_calm && heard.heard >= floor * heard.there;
}

}  // namespace
}  // namespace kring::tests

int main(int argc, char** argv) {
  using namespace kring::tests;  // NOLINT(google-build-using-namespace): a program's own main
  const Arguments arguments = read_arguments({argv + 1, argv + argc});
  const std::vector<Set> sets = read_sets(arguments);
  const std::string of_all = learn_but(sets, nullptr);
  const Totals totals = measure_all(sets, of_all);
  print("all hands, each held out", totals.hands);
  print("all catalogues, each held out", totals.catalogues);
  print("all judges", totals.judges);
  if (!arguments.out.empty() && !(std::ofstream(arguments.out) << of_all)) return 1;
  return holds(totals.catalogues, arguments.floor) ? 0 : 1;
}
