#include "catalog/store/merge.h"

#include <utility>

#include "catalog/store/identity.h"
#include "catalog/store/records.h"

namespace kring::catalog::store {

namespace {

/// A change of the source's document alone has no member of the activity to name.
std::vector<std::string> changed_fields(const std::string& before, const std::string& after) {
  std::vector<std::string> fields = differing_fields(before, after);
  if (fields.empty()) {
    fields.emplace_back("document");
  }
  return fields;
}

}  // namespace

Merger::Merger(Database& database, std::string source, const Author& author)
    : source_(std::move(source)),
      log_(database, author),
      find_row_(database,
                "SELECT id, state, format, record, document FROM activity WHERE source = ? AND "
                "feed_key = ?"),
      find_id_(database, "SELECT 1 FROM activity WHERE id = ?"),
      insert_(
          database,
          "INSERT INTO activity (id, source, feed_key, format, state, revision, record, document)"
          " VALUES (?, ?, ?, ?, 'live', ?, ?, ?)"),
      update_(
          database,
          "UPDATE activity SET format = ?, state = 'live', revision = ?, record = ?, document = ?"
          " WHERE id = ?"),
      remove_(database, "UPDATE activity SET state = 'removed', revision = ? WHERE id = ?") {}

MergeOutcome Merger::put(const StagedRecord& staged) {
  const std::optional<Row> row = find_row(staged.key);
  if (!row) {
    insert(make_id(staged.key), staged);
    return MergeOutcome::kAdded;
  }
  if (!row->is_live) {
    update(row->id, staged, log_.append({source_, row->id, "added", {}}));
    return MergeOutcome::kAdded;
  }
  if (row->record == staged.record && row->document == staged.document
      && row->format == staged.format) {
    return MergeOutcome::kUnchanged;
  }
  const LogLine line{source_, row->id, "changed", changed_fields(row->record, staged.record)};
  update(row->id, staged, log_.append(line));
  return MergeOutcome::kChanged;
}

bool Merger::remove(const std::string& key) {
  const std::optional<Row> row = find_row(key);
  if (!row || !row->is_live) {
    return false;
  }
  const Revision revision = log_.append({source_, row->id, "removed", {}});
  remove_.bind(1, revision.number).bind(2, row->id).run();
  return true;
}

std::optional<Merger::Row> Merger::find_row(const std::string& key) {
  find_row_.bind(1, source_).bind(2, key);
  std::optional<Row> row;
  if (find_row_.step()) {
    row = Row{find_row_.text(0), find_row_.text(1) == "live", find_row_.text(2), find_row_.text(3),
              find_row_.text(4)};
  }
  find_row_.reset();
  return row;
}

bool Merger::has_id(const std::string& id) {
  find_id_.bind(1, id);
  const bool is_taken = find_id_.step();
  find_id_.reset();
  return is_taken;
}

std::string Merger::make_id(const std::string& key) {
  const std::optional<std::string> own = parse_uuid(key);
  if (own && !has_id(*own)) {
    return *own;
  }
  std::string name = source_ + "\n" + key;
  std::string id = make_named_uuid(name);
  while (has_id(id)) {  // only where another source's feed used this very uuid as its own
    name += "\n";
    id = make_named_uuid(name);
  }
  return id;
}

void Merger::insert(const std::string& id, const StagedRecord& staged) {
  // The log refers to the activity, so the row comes first, under the number that its line will
  // get.
  const Revision next{log_.last().number + 1};
  insert_.bind(1, id)
      .bind(2, source_)
      .bind(3, staged.key)
      .bind(4, staged.format)
      .bind(5, next.number);
  insert_.bind(6, staged.record).bind(7, staged.document).run();
  log_.append({source_, id, "added", {}});
}

void Merger::update(const std::string& id, const StagedRecord& staged, Revision revision) {
  update_.bind(1, staged.format)
      .bind(2, revision.number)
      .bind(3, staged.record)
      .bind(4, staged.document);
  update_.bind(5, id).run();
}

}  // namespace kring::catalog::store
