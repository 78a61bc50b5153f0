#include "catalog/store/database.h"

#include <cassert>
#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include "catalog/store/database_error.h"

namespace kring::catalog::store {

namespace {

// In the file's header: tell a catalogue, and what is derived of one, from other databases.
constexpr int kCatalogueId = 0x4b524e47;  ///< "KRNG"
constexpr int kDerivedId = 0x4b524e64;    ///< "KRNd"

// A large import writes to its indexes in the order of the feed, so all over them; a page that
// finds no room is written to the log and read again. At half a million records 64 MiB save a third
// of the time that is spent in the system.
constexpr int kWriterCacheKib = 65'536;
constexpr int kStagingCacheKib = 16'384;  ///< of temporary tables, 16 MiB

/// Runs `action`; the library's exceptions leave this file as Error only.
template <class Action>
auto guarded(const Database& database, const Action& action) {
  try {
    return action();
  } catch (const SQLite::Exception& exception) {
    throw database_error(database.path(), database.holding(), exception.getErrorCode(),
                         exception.what());
  }
}

int flags_of(Access access) {
  switch (access) {
    case Access::kRead:
      return SQLite::OPEN_READONLY;
    case Access::kWrite:
      return SQLite::OPEN_READWRITE;
    case Access::kCreate:
      return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
  }
  return SQLite::OPEN_READONLY;
}

int application_of(Holding holding) {
  return holding == Holding::kCatalogue ? kCatalogueId : kDerivedId;
}

void require_place(const std::string& path, Access access, Holding holding) {
  std::error_code ignored;
  const std::filesystem::path file(path);
  if (std::filesystem::is_directory(file, ignored)) {
    throw not_of_kring(path, holding);
  }
  if (std::filesystem::exists(file, ignored)) {
    return;
  }
  if (access != Access::kCreate) {
    throw missing_file(path, holding);
  }
  const std::filesystem::path folder = file.parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder, ignored)) {
    throw missing_folder(path, folder.string());
  }
}

}  // namespace

Statement::Statement(Database& database, const std::string& sql)
    : database_(&database), statement_(guarded(database, [&] {
        return std::make_unique<SQLite::Statement>(*database.connection_, sql);
      })) {}

Statement::Statement(Statement&&) noexcept = default;
Statement::~Statement() = default;

Statement& Statement::bind(int index, std::string_view value) {
  guarded(*database_, [&] { statement_->bind(index, std::string(value)); });
  return *this;
}

Statement& Statement::bind_bytes(int index, std::string_view value) {
  guarded(*database_, [&] {
    statement_->bind(index, static_cast<const void*>(value.data()), static_cast<int>(value.size()));
  });
  return *this;
}

Statement& Statement::bind(int index, std::int64_t value) {
  guarded(*database_, [&] { statement_->bind(index, value); });
  return *this;
}

Statement& Statement::bind(int index, double value) {
  guarded(*database_, [&] { statement_->bind(index, value); });
  return *this;
}

Statement& Statement::bind_null(int index) {
  guarded(*database_, [&] { statement_->bind(index); });
  return *this;
}

bool Statement::step() {
  return guarded(*database_, [&] { return statement_->executeStep(); });
}

int Statement::run() {
  return guarded(*database_, [&] {
    const int touched = statement_->exec();
    statement_->reset();
    return touched;
  });
}

void Statement::reset() {
  guarded(*database_, [&] { statement_->reset(); });
}

std::string Statement::text(int column) const {
  return guarded(*database_, [&] { return statement_->getColumn(column).getString(); });
}

std::int64_t Statement::integer(int column) const {
  return guarded(*database_, [&] { return statement_->getColumn(column).getInt64(); });
}

double Statement::real(int column) const {
  return guarded(*database_, [&] { return statement_->getColumn(column).getDouble(); });
}

bool Statement::is_null(int column) const {
  return guarded(*database_, [&] { return statement_->getColumn(column).isNull(); });
}

Database::Database(std::string path, Access access, Holding holding)
    : path_(std::move(path)), access_(access), holding_(holding) {
  require_place(path_, access_, holding_);
  guarded(*this, [&] {
    connection_ = std::make_unique<SQLite::Database>(path_, flags_of(access_), kBusyTimeoutMs);
    set_up();
    require_own();
  });
}

Database::~Database() = default;

void Database::set_up() {
  connection_->exec("PRAGMA foreign_keys = ON");
  // FULL: an acknowledged change survives a power cut, in WAL mode too. NORMAL: the file is sound
  // after one, and may lack what was written last.
  connection_->exec(holding_ == Holding::kCatalogue ? "PRAGMA synchronous = FULL"
                                                    : "PRAGMA synchronous = NORMAL");
  if (access_ == Access::kRead) return;
  connection_->exec(fmt::format("PRAGMA cache_size = -{}", kWriterCacheKib));
  connection_->exec(fmt::format("PRAGMA temp.cache_size = -{}", kStagingCacheKib));
}

/// A file with tables of another program is refused before anything is written to it.
void Database::require_own() {
  const int own = application_of(holding_);
  const int application = connection_->execAndGet("PRAGMA application_id").getInt();
  if (application == own) return;
  const bool is_fresh = connection_->execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
  if (!is_fresh || application != 0 || access_ != Access::kCreate)
    throw not_of_kring(path_, holding_);
  connection_->exec("PRAGMA journal_mode = WAL");
  connection_->exec("PRAGMA application_id = " + std::to_string(own));
}

bool is_damaged(const std::string& path, Holding holding) {
  try {
    SQLite::Database connection(path, SQLite::OPEN_READONLY, kBusyTimeoutMs);
    const int application = connection.execAndGet("PRAGMA application_id").getInt();
    return application == application_of(holding)
           && connection.execAndGet("PRAGMA quick_check(1)").getString() != "ok";
  } catch (const SQLite::Exception& exception) {
    if (means_damage(exception.getErrorCode())) return true;
    throw database_error(path, holding, exception.getErrorCode(), exception.what());
  }
}

void Database::execute(const std::string& sql) {
  guarded(*this, [&] { connection_->exec(sql); });
}

int Database::schema_version() {
  return guarded(*this, [&] { return connection_->execAndGet("PRAGMA user_version").getInt(); });
}

void Database::set_schema_version(int version) {
  execute("PRAGMA user_version = " + std::to_string(version));
}

// IMMEDIATE, so that a second writer waits here and not in the middle of its work.
Transaction::Transaction(Database& database) : database_(database) {
  if (database_.access() == Access::kRead) {
    throw read_only(database_.path(), database_.holding());
  }
  database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!is_open_) {
    return;
  }
  try {
    database_.execute("ROLLBACK");
  } catch (const Error&) {
    // A failed write may have ended the transaction by itself; then there is nothing left to undo.
    is_open_ = false;
  }
}

void Transaction::commit() {
  assert(is_open_);
  database_.execute("COMMIT");
  is_open_ = false;
}

}  // namespace kring::catalog::store
