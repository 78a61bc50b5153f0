#include "catalog/store/feed_table.h"

#include <sstream>
#include <utility>

#include "catalog/store/part_table.h"

namespace kring::catalog::store {

namespace {

constexpr const char* kSelect =
    "SELECT source, url, format, every_minutes, allowed_hosts, private_hosts, next, etag,"
    " last_modified, series_began_at, tried_at, good_at, retry_at, last_error, failures,"
    " errors_total, held FROM feed";

/// Names of hosts hold no blank.
std::string join(const std::vector<std::string>& hosts) {
  std::string text;
  for (const std::string& host : hosts) {
    text += (text.empty() ? "" : " ") + host;
  }
  return text;
}

std::vector<std::string> split(const std::string& text) {
  std::istringstream words(text);
  std::vector<std::string> hosts;
  for (std::string host; words >> host;) {
    hosts.push_back(host);
  }
  return hosts;
}

/// Columns are read one after the other, in the order of kSelect.
class Columns {
 public:
  explicit Columns(const Statement& row) : row_(row) {}

  std::string text() { return row_.text(column_++); }
  std::int64_t integer() { return row_.integer(column_++); }
  std::optional<std::int64_t> optional_integer() {
    const int column = column_++;
    return row_.is_null(column) ? std::nullopt : std::optional(row_.integer(column));
  }

 private:
  const Statement& row_;
  int column_ = 0;
};

KeptFeed read_row(const Statement& row) {
  Columns columns(row);
  KeptFeed feed;
  feed.source = columns.text();
  feed.url = columns.text();
  feed.format = columns.text();
  feed.every_minutes = columns.optional_integer();
  feed.allowed_hosts = split(columns.text());
  feed.private_hosts = split(columns.text());
  feed.next = columns.text();
  feed.etag = columns.text();
  feed.last_modified = columns.text();
  feed.series_began_at = columns.optional_integer();
  feed.tried_at = columns.optional_integer();
  feed.good_at = columns.optional_integer();
  feed.retry_at = columns.optional_integer();
  feed.last_error = columns.text();
  feed.failures = columns.integer();
  feed.errors_total = columns.integer();
  feed.held = columns.integer();
  return feed;
}

/// Parameters are bound one after the other.
class Parameters {
 public:
  explicit Parameters(Statement& statement) : statement_(statement) {}

  Parameters& add(const std::string& text) {
    statement_.bind(index_++, text);
    return *this;
  }
  Parameters& add(std::int64_t number) {
    statement_.bind(index_++, number);
    return *this;
  }
  Parameters& add(const std::optional<std::int64_t>& number) {
    if (number) return add(*number);
    statement_.bind_null(index_++);
    return *this;
  }

 private:
  Statement& statement_;
  int index_ = 1;
};

/// Together with the feed's pages. False where there is none.
bool remove_row(Database& database, const std::string& source) {
  remove_pages(database, source);
  Statement remove(database, "DELETE FROM feed WHERE source = ?");
  return remove.bind(1, source).run() > 0;
}

}  // namespace

std::vector<KeptFeed> read_feeds(Database& database) {
  Statement select(database, std::string(kSelect) + " ORDER BY source");
  std::vector<KeptFeed> feeds;
  while (select.step()) {
    feeds.push_back(read_row(select));
  }
  return feeds;
}

std::optional<KeptFeed> find_feed(Database& database, const std::string& source) {
  Statement select(database, std::string(kSelect) + " WHERE source = ?");
  select.bind(1, source);
  return select.step() ? std::optional(read_row(select)) : std::nullopt;
}

void write_feed(Database& database, const KeptFeed& feed) {
  Statement remove(database, "DELETE FROM feed WHERE source = ?");
  remove.bind(1, feed.source).run();
  Statement insert(
      database,
      "INSERT INTO feed (source, url, format, every_minutes, allowed_hosts, private_hosts, next,"
      " etag, last_modified, series_began_at, tried_at, good_at, retry_at, last_error, failures,"
      " errors_total, held) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Parameters parameters(insert);
  parameters.add(feed.source).add(feed.url).add(feed.format).add(feed.every_minutes);
  parameters.add(join(feed.allowed_hosts)).add(join(feed.private_hosts)).add(feed.next);
  parameters.add(feed.etag).add(feed.last_modified).add(feed.series_began_at).add(feed.tried_at);
  parameters.add(feed.good_at).add(feed.retry_at).add(feed.last_error).add(feed.failures);
  parameters.add(feed.errors_total).add(feed.held);
  insert.run();
}

bool remove_feed(Database& database, const std::string& source) {
  if (!remove_row(database, source)) return false;
  remove_parts(database, source);
  return true;
}

void rename_feed(Database& database, const std::string& source, const std::string& name) {
  if (source == name) return;
  remove_row(database, name);
  for (const char* table : {"feed", "feed_page"}) {
    Statement update(database, std::string("UPDATE ") + table + " SET source = ? WHERE source = ?");
    update.bind(1, name).bind(2, source).run();
  }
}

void write_page(Database& database, const std::string& source, const FeedPage& page) {
  Statement insert(database,
                   "INSERT INTO feed_page (source, position, url, body)"
                   " SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ? FROM feed_page WHERE source = "
                   "?");
  insert.bind(1, source).bind(2, page.url).bind(3, page.body).bind(4, source).run();
}

void for_each_page(Database& database,
                   const std::string& source,
                   const std::function<void(FeedPage)>& visit) {
  Statement select(database, "SELECT url, body FROM feed_page WHERE source = ? ORDER BY position");
  select.bind(1, source);
  while (select.step()) {
    visit({select.text(0), select.text(1)});
  }
}

bool has_page(Database& database, const std::string& source, const std::string& url) {
  Statement select(database, "SELECT 1 FROM feed_page WHERE source = ? AND url = ?");
  return select.bind(1, source).bind(2, url).step();
}

std::size_t count_pages(Database& database, const std::string& source) {
  Statement select(database, "SELECT count(*) FROM feed_page WHERE source = ?");
  select.bind(1, source).step();
  return static_cast<std::size_t>(select.integer(0));
}

void remove_pages(Database& database, const std::string& source) {
  Statement remove(database, "DELETE FROM feed_page WHERE source = ?");
  remove.bind(1, source).run();
}

}  // namespace kring::catalog::store
