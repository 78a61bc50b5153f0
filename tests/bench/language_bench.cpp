// How long does it take to understand a record, a need, and whether that need tells of danger?
//
//   kring_language_bench CORPUS.tsv…
//
// Reads every record once, so that each word is known, checks that a second reading says the same,
// then times each. Prints one JSON object: microseconds.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <vector>

#include "catalog/embedded.h"
#include "indexer/language/annotator.h"
#include "indexer/language/danger.h"
#include "indexer/language/wishes.h"
#include "tests/training/labelled_records.h"

namespace kring::tests {
namespace {

constexpr int kRounds = 5;

struct Spread {
  double median = 0;
  double p99 = 0;
};

Spread spread_of(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

template <class Work>
double microseconds(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
      .count();
}

LabelledRecords read_all(const std::vector<std::string>& paths) {
  LabelledRecords records;
  for (const std::string& path : paths) {
    const LabelledRecords more = read_corpus(path);
    records.insert(records.end(), more.begin(), more.end());
  }
  return records;
}

// A need is about a sentence long.
std::string first_sentence(const std::string& text) {
  return text.substr(0, std::min(text.find('.'), std::size_t{200}));
}

void print(const char* name, const Spread& spread, const char* end) {
  std::cout << "\"" << name << "\": {\"median\": " << spread.median << ", \"p99\": " << spread.p99
            << "}" << end;
}

}  // namespace
}  // namespace kring::tests

int main(int argc, char** argv) {
  using namespace kring;  // NOLINT(google-build-using-namespace): a program's own main
  const tests::LabelledRecords records = tests::read_all({argv + 1, argv + argc});
  const catalog::Vocabulary vocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  const indexer::Annotator annotator(vocabulary);
  const indexer::WishReader reader(vocabulary);
  const indexer::Analyser analyser;
  const catalog::Date today = *catalog::parse_date("2026-11-25");
  for (const tests::LabelledRecord& record : records) {
    const indexer::Annotation first = annotator.annotate(record.activity);
    const indexer::Annotation again = annotator.annotate(record.activity);
    if (first.concepts != again.concepts || first.evidence != again.evidence) {
      std::cerr << "a second reading differs: " << record.activity.name << "\n";
      return 1;
    }
  }
  std::vector<double> record_times;
  std::vector<double> need_times;
  std::vector<double> danger_times;
  for (int round = 0; round < tests::kRounds; ++round) {
    for (const tests::LabelledRecord& record : records) {
      record_times.push_back(
          tests::microseconds([&] { static_cast<void>(annotator.annotate(record.activity)); }));
      const std::string need = tests::first_sentence(record.activity.description);
      need_times.push_back(
          tests::microseconds([&] { static_cast<void>(reader.read(need, analyser)); }));
      danger_times.push_back(tests::microseconds(
          [&] { static_cast<void>(indexer::signals_danger(need, analyser, today)); }));
    }
  }
  std::cout << "{\"records\": " << records.size() << ", ";
  tests::print("record_microseconds", tests::spread_of(record_times), ", ");
  tests::print("need_microseconds", tests::spread_of(need_times), ", ");
  tests::print("danger_microseconds", tests::spread_of(danger_times), "}\n");
  return 0;
}
