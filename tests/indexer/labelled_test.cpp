// How well are texts understood that were labelled before the rules were written?
//
// tests/indexer/labelled/README.md tells whose they are. Each figure has a floor; the figures
// themselves are printed with --success.

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "catalog/embedded.h"
#include "indexer/language/danger.h"
#include "indexer/language/wishes.h"

namespace kring::tests {
namespace {

using Row = std::vector<std::string>;
using Names = std::set<std::string>;

Row split(const std::string& line, char separator) {
  Row fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, separator);) {
    fields.push_back(field);
  }
  return fields;
}

std::vector<Row> read_rows(const std::string& name) {
  std::ifstream file(std::string(KRING_SOURCE_DIR) + "/tests/indexer/labelled/" + name);
  REQUIRE(file);
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    rows.push_back(split(line, '\t'));
  }
  return rows;
}

struct Heard {
  int danger = 0;
  int heard = 0;
  int safe = 0;
  int alarms = 0;
  std::string wrong;
};

void hear(const Row& row, const indexer::Analyser& analyser, Heard& result) {
  const bool is_danger = row[0] == "danger";
  const bool is_heard =
      indexer::signals_danger(row[2], analyser, *catalog::parse_date("2026-11-25"));
  ++(is_danger ? result.danger : result.safe);
  if (is_heard) ++(is_danger ? result.heard : result.alarms);
  if (is_heard != is_danger) result.wrong += row[0] + ": " + row[2] + "\n";
}

Heard hear(const std::vector<std::string>& names) {
  const indexer::Analyser analyser;
  Heard result;
  for (const std::string& name : names) {
    for (const Row& row : read_rows(name)) {
      hear(row, analyser, result);
    }
  }
  return result;
}

struct Agreement {
  int said = 0;
  int due = 0;
  int hits = 0;

  void add(const Names& got, const Names& truth) {
    said += static_cast<int>(got.size());
    due += static_cast<int>(truth.size());
    for (const std::string& name : got) {
      hits += truth.contains(name) ? 1 : 0;
    }
  }
  [[nodiscard]] double f1() const { return 2.0 * hits / std::max(1, said + due); }
  [[nodiscard]] std::string text() const {
    return "said " + std::to_string(said) + ", due " + std::to_string(due) + ", right "
           + std::to_string(hits) + ", F1 " + std::to_string(f1());
  }
};

Names names_in(const Row& row, std::size_t column) {
  if (column >= row.size()) return {};
  const Row names = split(row[column], ',');
  return {names.begin(), names.end()};
}

std::string joined(const Names& names) {
  std::string text;
  for (const std::string& name : names) {
    text += name + " ";
  }
  return text;
}

struct NeedFigures {
  Agreement wanted;
  Agreement refused;
  Agreement limits;
  std::string wrong;
};

NeedFigures read_needs() {
  const catalog::Vocabulary vocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  const indexer::WishReader reader(vocabulary);
  const indexer::Analyser analyser;
  NeedFigures figures;
  std::vector<Row> rows = read_rows("needs.tsv");
  rows.erase(rows.begin());
  for (const Row& row : rows) {
    const indexer::Wishes wishes = reader.read(row[0], analyser);
    Names wanted;
    Names refused;
    Names limits;
    for (const indexer::WishedConcept& wished : wishes.wanted) {
      if (wished.clarity != indexer::Clarity::kHinted)
        wanted.insert(vocabulary.concepts()[wished.number].id);
    }
    for (const indexer::WishedConcept& wished : wishes.refused) {
      refused.insert(vocabulary.concepts()[wished.number].id);
    }
    for (const indexer::WishedLimit& wished : wishes.limits) {
      limits.insert(std::string(name_of(wished.limit)));
    }
    figures.wanted.add(wanted, names_in(row, 1));
    figures.refused.add(refused, names_in(row, 2));
    figures.limits.add(limits, names_in(row, 3));
    figures.wrong += row[0] + "\n   got " + joined(wanted) + "| not " + joined(refused) + "| "
                     + joined(limits) + "\n   due " + joined(names_in(row, 1)) + "| not "
                     + joined(names_in(row, 2)) + "| " + joined(names_in(row, 3)) + "\n";
  }
  return figures;
}

}  // namespace

TEST_CASE(
    "of the labelled sentences at least 95 % of danger is heard, with at most 2 % false alarms") {
  const Heard result = hear({"danger_own.tsv", "danger_other_hand.tsv", "danger_fresh.tsv"});
  INFO(result.wrong);
  CHECK(result.danger + result.safe >= 150);
  CHECK(result.heard >= 0.95 * result.danger);
  CHECK(result.alarms <= 0.02 * result.safe);
}

TEST_CASE("wishes, refusals and limits are read from people's own words") {
  const NeedFigures figures = read_needs();
  INFO(figures.wrong);
  INFO("wanted: " << figures.wanted.text());
  INFO("refused: " << figures.refused.text());
  INFO("limits: " << figures.limits.text());
  CHECK(figures.wanted.f1() >= 0.84);
  CHECK(figures.refused.f1() >= 0.7);
  CHECK(figures.limits.f1() >= 0.8);
}

}  // namespace kring::tests
