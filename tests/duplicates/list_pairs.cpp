// How much is each pair of a catalogue's records alike? A line a pair: the two ids, whether they
// share a key, then the value of each part as `catalog/duplicates/compare.h` has it, "" where one
// of the two is silent. For who weighs the parts anew.
#include <algorithm>
#include <exception>
#include <iostream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

#include "catalog/duplicates/blocks.h"
#include "catalog/duplicates/compare.h"
#include "catalog/store/store.h"
#include "indexer/subject_reader.h"

namespace kring::tests {
namespace {

namespace duplicates = catalog::duplicates;

struct Record {
  std::string id;
  duplicates::Traits traits;
  duplicates::Keys keys;
};

std::vector<Record> read_records(const std::string& path) {
  std::vector<Record> records;
  const duplicates::SubjectReader subjects = indexer::make_subject_reader();
  const auto store = catalog::ActivityStore::open(path, catalog::OpenMode::kReadOnly);
  store.for_each([&records, &subjects](const catalog::StoredActivity& stored) {
    const auto traits = duplicates::traits_of(stored.activity, subjects, stored.source);
    records.push_back({stored.activity.id.value, traits, duplicates::keys_of(traits)});
  });
  return records;
}

bool meet(const duplicates::Keys& a, const duplicates::Keys& b) {
  duplicates::Keys both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return !both.empty();
}

void print_heading() {
  std::cout << "a\tb\tmeet";
  for (std::size_t part = 0; part < duplicates::kPartCount; ++part) {
    std::cout << '\t' << duplicates::name_of(static_cast<duplicates::Part>(part));
  }
  std::cout << '\n';
}

void print_pair(const Record& a, const Record& b) {
  std::cout << a.id << '\t' << b.id << '\t' << meet(a.keys, b.keys);
  for (const auto& value : duplicates::compare(a.traits, b.traits)) {
    std::cout << '\t' << (value ? std::to_string(*value) : "");
  }
  std::cout << '\n';
}

void list_pairs(const std::string& catalog) {
  const auto records = read_records(catalog);
  print_heading();
  for (auto a = records.begin(); a != records.end(); ++a) {
    for (auto b = std::next(a); b != records.end(); ++b)
      print_pair(*a, *b);
  }
}

}  // namespace
}  // namespace kring::tests

int main(int argc, char** argv) {
  const std::span<char*> words(argv, static_cast<std::size_t>(argc));
  if (words.size() != 2) {
    std::cerr << "usage: kring_list_pairs CATALOGUE.db\n";
    return 2;
  }
  try {
    kring::tests::list_pairs(words[1]);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
