#include "catalog/store/revisions.h"

#include <utility>

#include "catalog/json.h"

namespace kring::catalog::store {

namespace {

std::string write_fields(const std::vector<std::string>& fields) {
  Json::Array names;
  for (const std::string& field : fields) {
    names.emplace_back(field);
  }
  return write_json(Json(std::move(names)));
}

std::vector<std::string> read_fields(const std::string& text) {
  std::vector<std::string> fields;
  const Result<Json> json = parse_json(text);
  if (!json) {
    return fields;
  }
  for (const Json& name : json->array()) {
    fields.emplace_back(name.string().value_or(""));
  }
  return fields;
}

ChangeKind kind_of(const std::string& name) {
  if (name == "added") {
    return ChangeKind::kAdded;
  }
  return name == "removed" ? ChangeKind::kRemoved : ChangeKind::kChanged;
}

}  // namespace

Revision last_revision(Database& database) {
  Statement select(database, "SELECT coalesce(max(number), 0) FROM revision");
  select.step();
  return Revision{select.integer(0)};
}

std::string time_of(Database& database, Revision revision) {
  Statement select(database, "SELECT changed_at FROM revision WHERE number = ?");
  select.bind(1, revision.number);
  return select.step() ? select.text(0) : std::string();
}

RevisionLog::RevisionLog(Database& database, Author author)
    : insert_(
        database,
        "INSERT INTO revision (number, changed_at, who, why, source, activity_id, kind, fields)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      author_(std::move(author)),
      last_(last_revision(database)) {}

Revision RevisionLog::append(const LogLine& line) {
  ++last_.number;
  insert_.bind(1, last_.number)
      .bind(2, author_.at)
      .bind(3, author_.who)
      .bind(4, author_.why)
      .bind(5, line.source);
  if (line.activity_id.empty()) {
    insert_.bind_null(6);
  } else {
    insert_.bind(6, line.activity_id);
  }
  insert_.bind(7, line.kind).bind(8, write_fields(line.fields)).run();
  return last_;
}

std::vector<Change> changes_of(Database& database, const ActivityId& id) {
  Statement select(database,
                   "SELECT number, who, why, changed_at, source, kind, fields FROM revision"
                   " WHERE activity_id = ? ORDER BY number");
  select.bind(1, id.value);
  std::vector<Change> changes;
  while (select.step()) {
    changes.push_back({Revision{select.integer(0)},
                       Author{select.text(1), select.text(2), select.text(3)}, select.text(4), id,
                       kind_of(select.text(5)), read_fields(select.text(6))});
  }
  return changes;
}

}  // namespace kring::catalog::store
