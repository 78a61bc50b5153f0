#include "catalog/store/records.h"

#include <set>
#include <utility>

#include "catalog/activity_json.h"
#include "catalog/json.h"
#include "catalog/store/database_error.h"

namespace kring::catalog::store {

namespace {

// Of an activity, and which one stands for its set.
constexpr const char* kSelect =
    "SELECT id, source, feed_key, format, state, revision, record, document,"
    " (SELECT representative FROM duplicate_member WHERE activity_id = id)"
    " FROM activity";

StoredActivity read_row(const Database& database, const Statement& row) {
  const Result<Json> record = parse_json(row.text(6));
  if (!record) {
    throw make_error({"De catalogus " + database.path() + " heeft een onleesbaar record "
                          + row.text(0) + ". Zet een reservekopie terug.",
                      "The catalogue " + database.path() + " has an unreadable record "
                          + row.text(0) + ". Restore a backup."});
  }
  StoredActivity stored{activity_from_json(*record),
                        row.text(1),
                        row.text(2),
                        row.text(7),
                        {row.integer(5)},
                        row.text(3)};
  stored.activity.id = ActivityId{row.text(0)};
  if (!row.is_null(8)) stored.representative = ActivityId{row.text(8)};
  return stored;
}

bool is_live(const Statement& row) {
  return row.text(4) == "live";
}

ChangedActivity read_change(const Database& database, const Statement& row) {
  ChangedActivity changed{ActivityId{row.text(0)}, std::nullopt, {row.integer(5)}, row.text(1)};
  if (is_live(row)) {
    changed.stored = read_row(database, row);
  }
  return changed;
}

}  // namespace

std::string write_record(Activity activity) {
  activity.id = {};
  return write_json(activity_to_json(activity));
}

std::optional<StoredActivity> find_activity(Database& database, const ActivityId& id) {
  Statement select(database, std::string(kSelect) + " WHERE id = ?");
  select.bind(1, id.value);
  if (!select.step() || !is_live(select)) {
    return std::nullopt;
  }
  return read_row(database, select);
}

void for_each_live(Database& database, const std::function<void(const StoredActivity&)>& visit) {
  Statement select(database, std::string(kSelect) + " WHERE state = 'live' ORDER BY id");
  while (select.step()) {
    visit(read_row(database, select));
  }
}

void for_each_changed_since(Database& database,
                            Revision since,
                            const std::function<void(const ChangedActivity&)>& visit) {
  Statement select(database, std::string(kSelect) + " WHERE revision > ? ORDER BY id");
  select.bind(1, since.number);
  while (select.step()) {
    visit(read_change(database, select));
  }
}

std::vector<ChangedActivity> read_changes_after(Database& database,
                                                Revision since,
                                                std::size_t limit) {
  Statement select(database,
                   std::string(kSelect) + " WHERE revision > ? ORDER BY revision LIMIT ?");
  select.bind(1, since.number).bind(2, static_cast<std::int64_t>(limit));
  std::vector<ChangedActivity> changes;
  while (select.step()) {
    changes.push_back(read_change(database, select));
  }
  return changes;
}

std::size_t count_live(Database& database) {
  Statement select(database, "SELECT count(*) FROM activity WHERE state = 'live'");
  select.step();
  return static_cast<std::size_t>(select.integer(0));
}

std::vector<SourceCount> count_by_source(Database& database) {
  Statement select(database,
                   "SELECT a.source, sum(CASE WHEN a.state = 'live' THEN 1 ELSE 0 END),"
                   " sum(CASE WHEN a.state = 'live' THEN 0 ELSE 1 END),"
                   " (SELECT max(r.changed_at) FROM revision r WHERE r.source = a.source)"
                   " FROM activity a GROUP BY a.source ORDER BY a.source");
  std::vector<SourceCount> counts;
  while (select.step()) {
    counts.push_back({select.text(0), static_cast<std::size_t>(select.integer(1)),
                      static_cast<std::size_t>(select.integer(2)), select.text(3)});
  }
  return counts;
}

std::vector<std::string> differing_fields(const std::string& before, const std::string& after) {
  const Result<Json> old_record = parse_json(before);
  const Result<Json> new_record = parse_json(after);
  if (!old_record || !new_record) {
    return {};
  }
  std::set<std::string> names;
  for (const auto& [name, value] : old_record->object()) {
    names.insert(name);
  }
  for (const auto& [name, value] : new_record->object()) {
    names.insert(name);
  }
  std::vector<std::string> fields;
  for (const std::string& name : names) {
    if ((*old_record)[name] != (*new_record)[name]) {
      fields.push_back(name);
    }
  }
  return fields;
}

}  // namespace kring::catalog::store
