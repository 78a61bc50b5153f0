#include "service/commands/open_list.h"

#include <array>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

namespace kring::service {
namespace {

using catalog::store::Database;
using catalog::store::Statement;
using catalog::store::Transaction;

/// One more whenever a table has another form, or what a row holds is made otherwise.
constexpr int kLayout = 1;

constexpr std::array kTables = {"property", "service", "site", "hours", "label", "word"};

// `number` names a state of a service in the tables beside it; a changed service gets a new one.
constexpr std::array kStatements = {
    "CREATE TABLE property (name TEXT PRIMARY KEY, value NOT NULL)",
    "CREATE TABLE service ("
    " id TEXT PRIMARY KEY,"
    " number INTEGER NOT NULL UNIQUE,"
    " organization_id TEXT NOT NULL,"
    " modified INTEGER NOT NULL,"
    " minimum_age REAL,"
    " maximum_age REAL,"
    " status TEXT NOT NULL,"
    " last_modified TEXT NOT NULL,"
    " name TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX service_by_organization ON service (organization_id, id)",
    "CREATE TABLE site ("
    " id TEXT NOT NULL,"
    " service_id TEXT NOT NULL,"
    " place INTEGER NOT NULL,"
    " service INTEGER NOT NULL,"
    " postcode4 INTEGER,"
    " municipality TEXT NOT NULL,"
    " latitude REAL,"
    " longitude REAL,"
    " PRIMARY KEY (id, service_id, place)) WITHOUT ROWID",
    "CREATE INDEX site_by_service ON site (service)",
    // When a service is there (`place` null), and when it is at a site: as the site says, else as
    // the service does.
    "CREATE TABLE hours (service INTEGER NOT NULL, place INTEGER, days INTEGER NOT NULL,"
    " opens INTEGER, closes INTEGER)",
    "CREATE INDEX hours_by_service ON hours (service, place, days, opens, closes)",
    "CREATE TABLE label (kind INTEGER NOT NULL, id TEXT NOT NULL, service INTEGER NOT NULL,"
    " PRIMARY KEY (kind, id, service)) WITHOUT ROWID",
    "CREATE INDEX label_by_service ON label (service, kind, id)",
    // Of a `number`. The words of a number that is gone stay: they find nothing.
    "CREATE VIRTUAL TABLE word USING fts5 (words, content = '', detail = none, columnsize = 0)",
};

constexpr std::int64_t kMaxWornRows = 10'000;  ///< more of these, and more than there are live ones

void make_tables(Database& database) {
  Transaction transaction(database);
  if (database.schema_version() != kLayout) {  // asked again: another process may have been first
    for (const char* const table : kTables)
      database.execute(fmt::format("DROP TABLE IF EXISTS {}", table));
    for (const char* const statement : kStatements)
      database.execute(statement);
    database.set_schema_version(kLayout);
  }
  transaction.commit();
}

/// The path, in a folder that is there.
const std::string& with_folder(const std::string& path) {
  std::error_code error;
  const auto folder = std::filesystem::path(path).parent_path();
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw catalog::Error(
        fmt::format("De map {0} kan niet worden gemaakt: {1}. Kies een map waarin u mag schrijven."
                    "\nThe folder {0} cannot be made: {1}. Choose a folder that you may write to.",
                    folder.string(), error.message()));
  }
  return path;
}

std::int64_t read_number(Database& database, const std::string& name) {
  Statement select(database, "SELECT value FROM property WHERE name = ?");
  select.bind(1, name);
  return select.step() ? select.integer(0) : 0;
}

std::string read_text(Database& database, const std::string& name) {
  Statement select(database, "SELECT value FROM property WHERE name = ?");
  select.bind(1, name);
  return select.step() ? select.text(0) : std::string();
}

template <class Value>
void put_property(Database& database, const std::string& name, const Value& value) {
  Statement(database, "INSERT OR REPLACE INTO property (name, value) VALUES (?, ?)")
      .bind(1, name)
      .bind(2, value)
      .run();
}

void bind_or_null(Statement& statement, int index, const std::optional<double>& value) {
  value ? statement.bind(index, *value) : statement.bind_null(index);
}

void bind_or_null(Statement& statement, int index, const std::optional<catalog::Minutes>& value) {
  value ? statement.bind(index, std::int64_t{value->value}) : statement.bind_null(index);
}

}  // namespace

std::string spell_words(const std::vector<std::uint32_t>& words) {
  std::string spelled;
  for (const std::uint32_t word : words)
    spelled += fmt::format("{:08x} ", word);
  return spelled;
}

std::unique_ptr<Database> open_list(const std::string& path) {
  return std::make_unique<Database>(path, catalog::store::Access::kRead,
                                    catalog::store::Holding::kDerived);
}

void remove_damaged_list(const std::string& path) {
  std::error_code ignored;  // what stays is told by who opens it
  if (!std::filesystem::is_regular_file(path, ignored)
      || !catalog::store::is_damaged(path, catalog::store::Holding::kDerived)) {
    return;
  }
  for (const char* const ending : {"", "-wal", "-shm"}) {  // what SQLite keeps beside it too
    std::filesystem::remove(path + ending, ignored);
  }
}

OpenListWriter::OpenListWriter(const std::string& path)
    : database_(with_folder(path),
                catalog::store::Access::kCreate,
                catalog::store::Holding::kDerived) {
  if (database_.schema_version() != kLayout) make_tables(database_);
}

OpenListState OpenListWriter::state() {
  return {read_text(database_, "catalog"),
          {read_number(database_, "revision")},
          {read_number(database_, "places")}};
}

bool OpenListWriter::is_worn() {
  Statement count(database_, "SELECT count(*) FROM service");
  count.step();
  const std::int64_t live = count.integer(0);
  const std::int64_t worn = read_number(database_, "number") - live;
  return worn > kMaxWornRows && worn > live;
}

OpenListWriter::Update::Update(OpenListWriter& writer)
    : database_(writer.database_),
      transaction_(database_),
      number_(read_number(database_, "number")),
      find_number_(database_, "SELECT number FROM service WHERE id = ?"),
      insert_service_(database_,
                      "INSERT INTO service (id, number, organization_id, modified, minimum_age,"
                      " maximum_age, status, last_modified, name)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_site_(database_,
                   "INSERT INTO site (id, service_id, place, service, postcode4, municipality,"
                   " latitude, longitude) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_hours_(database_,
                    "INSERT INTO hours (service, place, days, opens, closes)"
                    " VALUES (?, ?, ?, ?, ?)"),
      insert_label_(database_, "INSERT OR IGNORE INTO label (service, kind, id) VALUES (?, ?, ?)"),
      insert_words_(database_, "INSERT INTO word (rowid, words) VALUES (?, ?)") {}

void OpenListWriter::Update::clear() {
  for (const char* const table : {"service", "site", "hours", "label"})
    database_.execute(fmt::format("DELETE FROM {}", table));
  database_.execute("INSERT INTO word (word) VALUES ('delete-all')");
  number_ = 0;
}

void OpenListWriter::Update::remove(const std::string& service_id) {
  find_number_.bind(1, service_id);
  const bool is_there = find_number_.step();
  const std::int64_t number = is_there ? find_number_.integer(0) : 0;
  find_number_.reset();
  if (!is_there) return;
  for (const char* const table : {"site", "hours", "label"}) {
    Statement(database_, fmt::format("DELETE FROM {} WHERE service = ?", table))
        .bind(1, number)
        .run();
  }
  Statement(database_, "DELETE FROM service WHERE number = ?").bind(1, number).run();
}

void OpenListWriter::Update::put(const OpenServiceRow& row) {
  ++number_;
  insert_service_.bind(1, row.service.id)
      .bind(2, number_)
      .bind(3, row.organization_id)
      .bind(4, row.modified);
  bind_or_null(insert_service_, 5, row.minimum_age);
  bind_or_null(insert_service_, 6, row.maximum_age);
  insert_service_.bind(7, row.service.status)
      .bind(8, row.service.last_modified)
      .bind(9, row.service.name)
      .run();
  put_hours(std::nullopt, row.hours);
  put_sites(row);
  put_labels(OpenLabel::kTerm, row.terms);
  put_labels(OpenLabel::kTaxonomy, row.taxonomies);
  put_labels(OpenLabel::kArea, row.areas);
  insert_words_.bind(1, number_).bind(2, spell_words(row.words)).run();
}

void OpenListWriter::Update::put_sites(const OpenServiceRow& row) {
  for (std::size_t place = 0; place < row.sites.size(); ++place) {
    const OpenSiteRow& site = row.sites[place];
    insert_site_.bind(1, site.id)
        .bind(2, row.service.id)
        .bind(3, static_cast<std::int64_t>(place))
        .bind(4, number_);
    site.postcode4 ? insert_site_.bind(5, std::int64_t{*site.postcode4})
                   : insert_site_.bind_null(5);
    insert_site_.bind(6, site.municipality);
    bind_or_null(insert_site_, 7, site.point ? std::optional(site.point->latitude) : std::nullopt);
    bind_or_null(insert_site_, 8, site.point ? std::optional(site.point->longitude) : std::nullopt);
    insert_site_.run();
    put_hours(place, site.hours.empty() ? row.hours : site.hours);
  }
}

void OpenListWriter::Update::put_hours(std::optional<std::size_t> place,
                                       const std::vector<OpenHours>& hours) {
  for (const OpenHours& one : hours) {
    insert_hours_.bind(1, number_);
    place ? insert_hours_.bind(2, static_cast<std::int64_t>(*place)) : insert_hours_.bind_null(2);
    insert_hours_.bind(3, std::int64_t{one.days});
    bind_or_null(insert_hours_, 4, one.opens);
    bind_or_null(insert_hours_, 5, one.closes);
    insert_hours_.run();
  }
}

void OpenListWriter::Update::put_labels(OpenLabel kind, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    insert_label_.bind(1, number_).bind(2, static_cast<std::int64_t>(kind)).bind(3, id).run();
  }
}

void OpenListWriter::Update::commit(const OpenListState& state) {
  put_property(database_, "catalog", state.catalog);
  put_property(database_, "revision", state.revision.number);
  put_property(database_, "places", state.places.number);
  put_property(database_, "number", number_);
  transaction_.commit();
}

}  // namespace kring::service
