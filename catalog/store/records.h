// How does an activity stand in its table?
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalog/store/database.h"
#include "catalog/store/store.h"

namespace kring::catalog::store {

/// The normalised activity as it is kept: without its id, which is the row's.
std::string write_record(Activity activity);

std::optional<StoredActivity> find_activity(Database& database, const ActivityId& id);
void for_each_live(Database& database, const std::function<void(const StoredActivity&)>& visit);
void for_each_changed_since(Database& database,
                            Revision since,
                            const std::function<void(const ChangedActivity&)>& visit);
std::vector<ChangedActivity> read_changes_after(Database& database,
                                                Revision since,
                                                std::size_t limit);
std::size_t count_live(Database& database);
std::vector<SourceCount> count_by_source(Database& database);

/// Top-level members in which two kept records differ.
std::vector<std::string> differing_fields(const std::string& before, const std::string& after);

}  // namespace kring::catalog::store
