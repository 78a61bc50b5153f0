#include "tests/training/labelled_records.h"

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "catalog/store/store.h"

namespace kring::tests {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) {
    parts.push_back(part);
  }
  return parts;
}

std::vector<Row> read_table(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line)) throw std::runtime_error(path + " cannot be read");
  const std::vector<std::string> headings = split(line, '\t');
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const std::vector<std::string> fields = split(line, '\t');
    Row row;
    for (std::size_t i = 0; i < headings.size() && i < fields.size(); ++i) {
      row[headings[i]] = fields[i];
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string trim(std::string text) {
  text.erase(0, text.find_first_not_of(' '));
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

// Gaps, constraints and safety are no subjects.
std::set<std::string> read_concepts(const std::string& list) {
  std::set<std::string> concepts;
  for (const std::string& id : split(list, ',')) {
    const bool is_activity =
        !id.starts_with("gap_") && !id.starts_with("constraint_") && !id.starts_with("safety_");
    if (is_activity && !id.empty()) concepts.insert(trim(id));
  }
  return concepts;
}

catalog::Activity read_activity(const Row& row) {
  catalog::Activity activity;
  activity.name = row.at("name");
  activity.description = row.at("description");
  for (const std::string& tag : split(row.contains("tags") ? row.at("tags") : "", ',')) {
    activity.tags.push_back(trim(tag));
  }
  const std::string organization = row.contains("organization") ? row.at("organization") : "";
  const std::size_t slash = organization.find(" / ");
  activity.organization.name = organization.substr(0, slash);
  if (slash != std::string::npos)
    activity.organization.description = organization.substr(slash + 3);
  return activity;
}

}  // namespace

LabelledRecords read_corpus(const std::string& path) {
  LabelledRecords records;
  for (const Row& row : read_table(path)) {
    records.push_back({read_activity(row), read_concepts(row.at("concepts"))});
  }
  return records;
}

LabelledRecords read_catalogue(const std::string& catalog, const std::string& truth) {
  std::map<std::string, std::set<std::string>> concepts;
  for (const Row& row : read_table(truth)) {
    concepts[row.at("id")] = read_concepts(row.at("concepts"));
  }
  LabelledRecords records;
  const auto store = catalog::ActivityStore::open(catalog, catalog::OpenMode::kReadOnly);
  store.for_each([&](const catalog::StoredActivity& stored) {
    const auto labels = concepts.find(stored.activity.id.value);
    if (labels != concepts.end()) records.push_back({stored.activity, labels->second});
  });
  return records;
}

}  // namespace kring::tests
