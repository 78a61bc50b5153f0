// What does the index hold of an activity that several records describe?
#pragma once

#include "catalog/store/store.h"
#include "indexer/format/record.h"

namespace kring::indexer {

/// The record with its duplicates: which stands for them, and where they say otherwise.
Record with_duplicates(const catalog::ActivityStore& store, catalog::StoredActivity stored);

}  // namespace kring::indexer
