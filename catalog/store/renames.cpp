#include "catalog/store/renames.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "catalog/activity_json.h"
#include "catalog/json.h"
#include "catalog/store/identity.h"

namespace kring::catalog::store {

namespace {

Json tell_site(const Json& site) {
  return Json::Object{{"name", site["name"]},         {"street", site["street"]},
                      {"postcode", site["postcode"]}, {"city", site["city"]},
                      {"url", site["url"]},           {"schedules", site["schedules"]}};
}

/// When and where a record happens; "" where it tells neither.
std::string tell_occasions(const Json& json) {
  std::vector<std::string> sites;
  for (const Json& site : json["sites"].array()) {
    sites.push_back(write_json(tell_site(site)));
  }
  std::sort(sites.begin(), sites.end());
  std::string text;
  for (const std::string& site : sites) {
    text += site;
  }
  if (!json["schedules"].array().empty()) text += write_json(json["schedules"]);
  return text;
}

/// What a helpline or a home visit is known by, which has neither; "" where that is nothing.
std::string tell_offer(const Json& json) {
  const bool is_described = !json["description"].string().value_or("").empty();
  if (!is_described && json["phones"].array().empty()) return {};
  return write_json(json["description"]) + write_json(json["phones"]) + write_json(json["email"])
         + write_json(json["areas"]);
}

/// What stays the same when only ids change; ids of places and organisations may change too.
/// Absent where a record says too little to be known by: one name can stand for many things.
std::optional<std::string> fingerprint_of(const std::string& record) {
  const Result<Json> parsed = parse_json(record);
  if (!parsed) return std::nullopt;
  const Json json = activity_to_json(activity_from_json(*parsed));
  std::string known_by = tell_occasions(json);
  if (known_by.empty()) known_by = tell_offer(json);
  if (json["name"].string().value_or("").empty() || known_by.empty()) return std::nullopt;
  return make_named_uuid(write_json(json["name"]) + write_json(json["organization"]["name"])
                         + known_by);
}

void make_empty_table(Database& database, const std::string& name, const std::string& columns) {
  database.execute("CREATE TEMPORARY TABLE IF NOT EXISTS " + name + " (" + columns + ")");
  database.execute("DELETE FROM " + name);
}

/// Fills `table` with the fingerprints of the rows (feed_key, record) that `select` gives.
void add_fingerprints(Database& database, const std::string& table, Statement& select) {
  Statement insert(database, "INSERT INTO " + table + " (fingerprint, feed_key) VALUES (?, ?)");
  while (select.step()) {
    if (const std::optional<std::string> fingerprint = fingerprint_of(select.text(1))) {
      insert.bind(1, *fingerprint).bind(2, select.text(0)).run();
    }
  }
}

void list_going_prints(Database& database, const std::string& source) {
  make_empty_table(database, "going_print", "fingerprint TEXT NOT NULL, feed_key TEXT NOT NULL");
  Statement going(database,
                  "SELECT a.feed_key, a.record FROM going g JOIN activity a ON a.feed_key = "
                  "g.feed_key AND a.source = ? ORDER BY a.feed_key");
  going.bind(1, source);
  add_fingerprints(database, "going_print", going);
}

/// Reads every new record, so it waits for a record that goes: most imports have none.
void list_coming_prints(Database& database, const std::string& source) {
  make_empty_table(database, "coming_print", "fingerprint TEXT NOT NULL, feed_key TEXT NOT NULL");
  if (!Statement(database, "SELECT 1 FROM going_print LIMIT 1").step()) return;
  Statement coming(database,
                   "SELECT feed_key, record FROM staged WHERE is_removal = 0 AND NOT EXISTS"
                   " (SELECT 1 FROM activity a WHERE a.source = ? AND a.feed_key = "
                   "staged.feed_key) ORDER BY feed_key");
  coming.bind(1, source);
  add_fingerprints(database, "coming_print", coming);
}

struct Rename {
  std::string from;
  std::string to;
};

/// The next pair after `from`; absent at the end. Keys are not held all at once: a feed may change
/// all of them.
std::optional<Rename> next_pair(Statement& select, const std::string& from) {
  select.bind(1, from);
  std::optional<Rename> pair;
  if (select.step()) pair = Rename{select.text(0), select.text(1)};
  select.reset();
  return pair;
}

void apply(Database& database, const std::string& source) {
  make_empty_table(database, "pair", "from_key TEXT PRIMARY KEY, to_key TEXT NOT NULL");
  database.execute(
      "INSERT INTO pair (from_key, to_key) SELECT min(g.feed_key), min(c.feed_key)"
      " FROM (SELECT fingerprint, min(feed_key) AS feed_key FROM going_print"
      "       GROUP BY fingerprint HAVING count(*) = 1) g"
      " JOIN (SELECT fingerprint, min(feed_key) AS feed_key FROM coming_print"
      "       GROUP BY fingerprint HAVING count(*) = 1) c ON c.fingerprint = g.fingerprint"
      " GROUP BY g.fingerprint");
  Statement select(database,
                   "SELECT from_key, to_key FROM pair WHERE from_key > ? ORDER BY from_key LIMIT "
                   "1");
  Statement update(database, "UPDATE activity SET feed_key = ? WHERE source = ? AND feed_key = ?");
  std::string last;
  while (const std::optional<Rename> pair = next_pair(select, last)) {
    update.bind(1, pair->to).bind(2, source).bind(3, pair->from).run();
    last = pair->from;
  }
}

}  // namespace

void keep_ids_of_renamed(Database& database, const std::string& source) {
  make_empty_table(database, "renamed", "feed_key TEXT PRIMARY KEY");
  list_going_prints(database, source);
  list_coming_prints(database, source);
  apply(database, source);
  database.execute("INSERT INTO renamed (feed_key) SELECT to_key FROM pair");
  database.execute("DELETE FROM going WHERE feed_key IN (SELECT from_key FROM pair)");
}

}  // namespace kring::catalog::store
