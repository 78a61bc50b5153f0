// How does a test fill a catalogue in one line?
#pragma once

#include <string>
#include <vector>

#include "catalog/json.h"
#include "catalog/store/store.h"

namespace kring::tests {

inline const catalog::Author kAuthor{"test", "a test", "2026-11-21T20:41:00Z"};

inline catalog::FeedRecord make_record(const std::string& key, const std::string& name) {
  catalog::Activity activity;
  activity.name = name;
  catalog::Json document;
  document.set("id", key);
  document.set("name", name);
  return {key, "feed.json/0", activity, document, "hsds"};
}

inline catalog::ImportOptions make_options(
    const std::string& source,
    catalog::Completeness completeness = catalog::Completeness::kComplete) {
  return {source, completeness, catalog::ImportMode::kWrite, kAuthor};
}

/// Imports the records as one feed.
inline catalog::ImportReport import_records(catalog::ActivityStore& store,
                                            const catalog::ImportOptions& options,
                                            const std::vector<catalog::FeedRecord>& records) {
  const auto session = store.begin_import(options);
  for (const catalog::FeedRecord& record : records) {
    session->add(record);
  }
  return session->finish();
}

}  // namespace kring::tests
