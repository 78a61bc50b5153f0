#include "indexer/duplicates.h"

#include <optional>
#include <utility>

#include "catalog/duplicates/conflicts.h"

namespace kring::indexer {

IndexedRecord with_duplicates(const catalog::ActivityStore& store, catalog::StoredActivity stored) {
  IndexedRecord indexed{{std::move(stored.activity), std::move(stored.source), {}, {}, {}}, {}};
  Record& record = indexed.record;
  record.representative = stored.representative.value_or(record.activity.id);
  if (!stored.representative) return indexed;
  const bool stands_for_set = record.representative == record.activity.id;
  std::vector<catalog::duplicates::Member> members;
  for (const catalog::ActivityId& id : store.duplicate_set_of(record.activity.id)) {
    std::optional<catalog::StoredActivity> member = store.find(id);
    if (!member) continue;
    if (id != record.activity.id) record.same_as.push_back({id, member->source});
    if (id != record.activity.id && stands_for_set) indexed.folded.push_back(member->activity);
    members.push_back({std::move(member->activity), std::move(member->source)});
  }
  record.conflicts =
      catalog::duplicates::conflicts_to_json(catalog::duplicates::conflicts_of(members));
  return indexed;
}

}  // namespace kring::indexer
