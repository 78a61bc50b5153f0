// How does a test get a small catalogue and an index of it?
#pragma once

#include <string>
#include <vector>

#include "indexer/indexer.h"
#include "tests/catalog/catalogue_builder.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {

/// The day of which the tests' indexes are.
inline const catalog::Date kToday = *catalog::parse_date("2026-11-23");

inline catalog::ActivityStore open_store(const ScratchFolder& folder) {
  return catalog::ActivityStore::open(folder.file("catalogue.db"),
                                      catalog::OpenMode::kCreateIfMissing);
}

/// Records a-0, a-1 … with names that tell them apart.
inline std::vector<catalog::FeedRecord> make_records(int count) {
  std::vector<catalog::FeedRecord> records;
  for (int i = 0; i < count; ++i) {
    records.push_back(make_record("a-" + std::to_string(i), "Koffieclub " + std::to_string(i)));
    records.back().activity.description = "Samen koffie drinken in de buurt.";
  }
  return records;
}

inline catalog::FeedRecord make_placed(const std::string& key,
                                       const std::string& postcode,
                                       std::optional<catalog::Point> point) {
  catalog::FeedRecord record = make_record(key, "Koffieclub " + key);
  catalog::Site site;
  site.name = "Buurthuis " + key;
  site.postcode = postcode;
  site.point = point;
  record.activity.sites = {site};
  return record;
}

inline indexer::BuildReport build(const catalog::ActivityStore& store,
                                  const std::string& index_dir,
                                  indexer::BuildMode mode = indexer::BuildMode::kUpdate) {
  return indexer::build_index(store, {index_dir, kToday, mode, {}});
}

}  // namespace kring::tests
