// What are people's own words worth as signs of danger?
//
//   kring_train_danger [--ordinary NEEDS]… [--known LABELLED]… [--out FILE] [--recall SHARE]
//                      [--alarms SHARE] [--ordinary-alarms SHARE] HAND HAND…
//
// HAND is a file of tests/training/danger, NEEDS one of tests/training/needs, in which nobody is in
// danger, LABELLED one of tests/indexer/labelled: the phrases were mended on all of it, so it
// teaches and measures nothing. Measures on each hand what the phrases hear alone, and what the
// model hears beside them that learned from the others (of the ordinary needs a part is held out
// with each hand); then learns from all and writes the weights. The exit code is 1 when the hands
// held out together have a lower recall, or they or the ordinary needs more false alarms, than is
// asked.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "indexer/language/danger_reading.h"
#include "indexer/language/danger_signs.h"
#include "tests/training/figures.h"
#include "tests/training/passage_learner.h"
#include "tests/training/table.h"

namespace kring::tests {
namespace {

constexpr PassageSettings kSettings{0.000003, -1.4, 20};

// One text as it is labelled and as it is read.
struct Heard {
  bool is_danger = false;
  bool is_told = false;  // by phrases
  std::vector<indexer::PassageSigns> passages;
  PassageLessons lessons;  // of the passages, which outlive their tokens
};

using Hand = std::vector<Heard>;

struct Arguments {
  std::vector<std::string> hands;
  std::vector<std::string> ordinary;
  std::vector<std::string> known;
  std::string out;
  double recall = 0;
  double alarms = 1;
  double ordinary_alarms = 1;
};

Arguments read_arguments(const std::vector<std::string>& words) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--ordinary") {
      arguments.ordinary.push_back(words[++i]);
    } else if (words[i] == "--known") {
      arguments.known.push_back(words[++i]);
    } else if (words[i] == "--out") {
      arguments.out = words[++i];
    } else if (words[i] == "--recall") {
      arguments.recall = std::stod(words[++i]);
    } else if (words[i] == "--ordinary-alarms") {
      arguments.ordinary_alarms = std::stod(words[++i]);
    } else if (words[i] == "--alarms") {
      arguments.alarms = std::stod(words[++i]);
    } else {
      arguments.hands.push_back(words[i]);
    }
  }
  return arguments;
}

Heard hear(const std::string& text, bool is_danger, const indexer::Analyser& analyser) {
  static const catalog::Date kToday = *catalog::parse_date("2026-11-25");
  const std::vector<indexer::Token> tokens = analyser.tokens_of(text);
  const indexer::DangerReading reading(tokens, kToday);
  Heard heard{is_danger, reading.tells_danger(), indexer::read_danger_signs(tokens, reading), {}};
  for (const indexer::PassageSigns& signs : heard.passages) {
    PassageLesson& lesson = heard.lessons.emplace_back();
    lesson.is_told = is_danger;
    for (const indexer::Sign& sign : signs) {
      lesson.signs.push_back(sign.name());
    }
  }
  return heard;
}

// A table of needs has no labels: there, only who wants help in a crisis is in danger.
Hand read_hand(const std::string& path, const indexer::Analyser& analyser) {
  const std::vector<Row> rows = read_table(path);
  Hand hand;
  hand.reserve(rows.size());
  for (const Row& row : rows) {
    const auto label = row.find("label");
    const bool is_danger = label != row.end()
                               ? label->second == "danger"
                               : row.at("wanted").find("safety_crisis") != std::string::npos;
    hand.push_back(hear(row.at("text"), is_danger, analyser));
  }
  return hand;
}

// Lines of label, kind and text, without a heading.
Hand read_known(const std::vector<std::string>& paths) {
  const indexer::Analyser analyser;
  Hand known;
  for (const std::string& path : paths) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      const std::vector<std::string> fields = split(line, '\t');
      known.push_back(hear(fields.at(2), fields.front() == "danger", analyser));
    }
  }
  return known;
}

std::vector<Hand> read_hands(const std::vector<std::string>& paths) {
  const indexer::Analyser analyser;
  std::vector<Hand> hands;
  hands.reserve(paths.size());
  for (const std::string& path : paths) {
    hands.push_back(read_hand(path, analyser));
  }
  return hands;
}

void teach(const Hand& hand, TaughtLessons& lessons) {
  for (const Heard& heard : hand) {
    for (const PassageLesson& lesson : heard.lessons) {
      lessons.push_back(&lesson);
    }
  }
}

// Of each row of a hand, and of every second: the phrases were mended on the others.
struct Measured {
  Figures phrases;
  Figures with_model;
  Figures even_phrases;
  Figures even_with_model;

  void add(const Measured& others) {
    phrases.add(others.phrases);
    with_model.add(others.with_model);
    even_phrases.add(others.even_phrases);
    even_with_model.add(others.even_with_model);
  }
};

Measured measure(const Hand& hand, const indexer::PassageModel& model) {
  Measured measured;
  for (std::size_t i = 0; i < hand.size(); ++i) {
    const Heard& heard = hand[i];
    const bool is_heard = heard.is_told || model.is_sure(heard.passages);
    measured.phrases.add(heard.is_danger, heard.is_told);
    measured.with_model.add(heard.is_danger, is_heard);
    if (i % 2 == 0) continue;  // rows are counted from 1
    measured.even_phrases.add(heard.is_danger, heard.is_told);
    measured.even_with_model.add(heard.is_danger, is_heard);
  }
  return measured;
}

void print(const std::string& name, const Measured& measured) {
  std::cout << name << "\n  phrases alone: " << measured.phrases
            << "\n  with the model: " << measured.with_model
            << "\n  even rows, phrases alone: " << measured.even_phrases
            << "\n  even rows, with the model: " << measured.even_with_model << "\n";
}

struct Labelled {
  std::vector<Hand> hands;
  std::vector<Hand> ordinary;
  Hand known;
};

struct Totals {
  Measured hands;
  Measured ordinary;
};

// On a model of the other hands, and of the ordinary needs whose turn it is not.
void measure_held_out(const Labelled& labelled, std::size_t held_out, Totals& totals) {
  const std::vector<Hand>& hands = labelled.hands;
  const std::vector<Hand>& ordinary = labelled.ordinary;
  TaughtLessons lessons;
  teach(labelled.known, lessons);
  for (std::size_t i = 0; i < hands.size(); ++i) {
    if (i != held_out) teach(hands[i], lessons);
  }
  for (std::size_t i = 0; i < ordinary.size(); ++i) {
    if (i % hands.size() != held_out) teach(ordinary[i], lessons);
  }
  const indexer::PassageModel model(learn_passages(lessons, kSettings));
  const Measured measured = measure(hands[held_out], model);
  print("hand " + std::to_string(held_out + 1), measured);
  totals.hands.add(measured);
  for (std::size_t i = held_out; i < ordinary.size(); i += hands.size()) {
    totals.ordinary.add(measure(ordinary[i], model));
  }
}

std::string learn_from_all(const Labelled& labelled) {
  TaughtLessons lessons;
  teach(labelled.known, lessons);
  for (const Hand& hand : labelled.hands) {
    teach(hand, lessons);
  }
  for (const Hand& needs : labelled.ordinary) {
    teach(needs, lessons);
  }
  return learn_passages(lessons, kSettings);
}

}  // namespace
}  // namespace kring::tests

int main(int argc, char** argv) {
  using namespace kring::tests;  // NOLINT(google-build-using-namespace): a program's own main
  const Arguments arguments = read_arguments({argv + 1, argv + argc});
  const Labelled labelled{read_hands(arguments.hands), read_hands(arguments.ordinary),
                          read_known(arguments.known)};
  Totals totals;
  for (std::size_t i = 0; i < labelled.hands.size(); ++i) {
    measure_held_out(labelled, i, totals);
  }
  print("all hands, each held out", totals.hands);
  print("ordinary needs, held out", totals.ordinary);
  if (!arguments.out.empty() && !(std::ofstream(arguments.out) << learn_from_all(labelled)))
    return 1;
  const bool holds = totals.hands.with_model.recall() >= arguments.recall
                     && totals.hands.with_model.alarm_share() <= arguments.alarms
                     && totals.ordinary.with_model.alarm_share() <= arguments.ordinary_alarms;
  return holds ? 0 : 1;
}
