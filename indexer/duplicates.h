// What does the index hold of an activity that several records describe?
#pragma once

#include <vector>

#include "catalog/store/store.h"
#include "indexer/format/record.h"

namespace kring::indexer {

struct IndexedRecord {
  Record record;
  /// The records that it stands for, by id: their words find it, and nothing else of theirs counts.
  std::vector<catalog::Activity> folded;
};

/// The record with its duplicates: which stands for them, and where they say otherwise.
IndexedRecord with_duplicates(const catalog::ActivityStore& store, catalog::StoredActivity stored);

}  // namespace kring::indexer
