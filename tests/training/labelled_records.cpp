#include "tests/training/labelled_records.h"

#include <map>

#include "catalog/store/store.h"
#include "tests/training/table.h"

namespace kring::tests {
namespace {

std::set<std::string> read_labels(const Row& row) {
  if (!row.contains("concepts")) return {};
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

std::map<std::string, Row> rows_by_id(const std::string& path) {
  std::map<std::string, Row> rows;
  for (Row& row : read_table(path)) {
    rows.emplace(row.at("id"), std::move(row));
  }
  return rows;
}

}  // namespace

LabelledRecords read_corpus(const std::string& path) {
  LabelledRecords records;
  for (const Row& row : read_table(path)) {
    records.push_back({read_activity(row), read_labels(row), {}});
  }
  return records;
}

LabelledRecords read_corpus(const std::string& path, const std::string& labels) {
  const std::map<std::string, Row> known = rows_by_id(labels);
  LabelledRecords records;
  for (const Row& row : read_table(path)) {
    const auto found = known.find(row.at("id"));
    if (found != known.end())
      records.push_back({read_activity(row), read_labels(row), found->second});
  }
  return records;
}

LabelledRecords read_catalogue(const std::string& catalog, const std::string& truth) {
  const std::map<std::string, Row> known = rows_by_id(truth);
  LabelledRecords records;
  const auto store = catalog::ActivityStore::open(catalog, catalog::OpenMode::kReadOnly);
  store.for_each([&](const catalog::StoredActivity& stored) {
    const auto found = known.find(stored.activity.id.value);
    if (found != known.end())
      records.push_back({stored.activity, read_labels(found->second), found->second});
  });
  return records;
}

}  // namespace kring::tests
