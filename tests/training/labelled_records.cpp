#include "tests/training/labelled_records.h"

#include <map>

#include "catalog/store/store.h"
#include "tests/training/table.h"

namespace kring::tests {
namespace {

std::set<std::string> read_labels(const Row& row) {
  const std::vector<std::string> concepts = read_concepts(row.at("concepts"));
  return {concepts.begin(), concepts.end()};
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
    records.push_back({read_activity(row), read_labels(row)});
  }
  return records;
}

LabelledRecords read_catalogue(const std::string& catalog, const std::string& truth) {
  std::map<std::string, std::set<std::string>> concepts;
  for (const Row& row : read_table(truth)) {
    concepts[row.at("id")] = read_labels(row);
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
