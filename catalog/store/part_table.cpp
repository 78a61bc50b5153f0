#include "catalog/store/part_table.h"

#include <utility>

#include "catalog/json.h"

namespace kring::catalog::store {

KeptParts::KeptParts(Database& database, std::string source)
    : database_(database), source_(std::move(source)) {}

void KeptParts::put(const FeedPart& part) {
  take(part.key);
  Statement insert(database_,
                   "INSERT INTO feed_part (source, feed_key, modified, whole, body)"
                   " VALUES (?, ?, ?, ?, ?)");
  insert.bind(1, source_).bind(2, part.key).bind(3, part.modified).bind(4, part.whole);
  insert.bind(5, write_json(part.data)).run();
  Statement forget(database_, "DELETE FROM feed_part_name WHERE source = ? AND name = ?");
  Statement name_it(database_,
                    "INSERT INTO feed_part_name (source, name, feed_key) VALUES (?, ?, ?)");
  for (const std::string& name : part.names) {
    forget.bind(1, source_).bind(2, name).run();
    name_it.bind(1, source_).bind(2, name).bind(3, part.key).run();
  }
}

std::optional<FeedPart> KeptParts::take(const std::string& key) {
  Statement select(database_,
                   "SELECT feed_key, modified, whole, body FROM feed_part"
                   " WHERE source = ? AND feed_key = ?");
  select.bind(1, source_).bind(2, key);
  if (!select.step()) return std::nullopt;
  FeedPart part = read(select);
  select.reset();
  for (const char* table : {"feed_part", "feed_part_name"}) {
    Statement remove(database_,
                     std::string("DELETE FROM ") + table + " WHERE source = ? AND feed_key = ?");
    remove.bind(1, source_).bind(2, key).run();
  }
  return part;
}

std::optional<FeedPart> KeptParts::find_whole(const std::string& name) {
  Statement select(database_,
                   "SELECT p.feed_key, p.modified, p.whole, p.body FROM feed_part_name n"
                   " JOIN feed_part p ON p.source = n.source AND p.feed_key = n.feed_key"
                   " WHERE n.source = ? AND n.name = ?");
  select.bind(1, source_).bind(2, name);
  return select.step() ? std::optional(read(select)) : std::nullopt;
}

std::vector<FeedPart> KeptParts::parts_of(const std::string& name) {
  Statement select(database_,
                   "SELECT feed_key, modified, whole, body FROM feed_part"
                   " WHERE source = ? AND whole = ? ORDER BY modified, feed_key");
  select.bind(1, source_).bind(2, name);
  std::vector<FeedPart> parts;
  while (select.step())
    parts.push_back(read(select));
  return parts;
}

FeedPart KeptParts::read(const Statement& row) {
  FeedPart part{row.text(0), row.integer(1), {}, row.text(2), {}};
  if (part.whole.empty()) part.names = names_of(part.key);
  Result<Json> data = parse_json(row.text(3));
  if (data) part.data = std::move(data).value();
  return part;
}

std::vector<std::string> KeptParts::names_of(const std::string& key) {
  Statement select(
      database_, "SELECT name FROM feed_part_name WHERE source = ? AND feed_key = ? ORDER BY name");
  select.bind(1, source_).bind(2, key);
  std::vector<std::string> names;
  while (select.step())
    names.push_back(select.text(0));
  return names;
}

void remove_parts(Database& database, const std::string& source) {
  for (const char* table : {"feed_part", "feed_part_name"}) {
    Statement remove(database, std::string("DELETE FROM ") + table + " WHERE source = ?");
    remove.bind(1, source).run();
  }
}

}  // namespace kring::catalog::store
