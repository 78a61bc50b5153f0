#include "catalog/store/database.h"

#include <cassert>
#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include "catalog/store/database_error.h"

namespace kring::catalog::store {

namespace {

constexpr int kApplicationId =
    0x4b524e47;  ///< "KRNG" in the file's header: tells a catalogue from other databases

// A large import writes to its indexes in the order of the feed, so all over them; a page that
// finds no room is written to the log and read again. At half a million records 64 MiB save a third
// of the time that is spent in the system.
constexpr int kWriterCacheKib = 65'536;
constexpr int kStagingCacheKib = 16'384;  ///< of temporary tables, 16 MiB

/// Runs `action`; the library's exceptions leave this file as Error only.
template <class Action>
auto guarded(const std::string& path, const Action& action) {
  try {
    return action();
  } catch (const SQLite::Exception& exception) {
    throw database_error(path, exception.getErrorCode(), exception.what());
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

void require_place(const std::string& path, Access access) {
  std::error_code ignored;
  const std::filesystem::path file(path);
  if (std::filesystem::is_directory(file, ignored)) {
    throw not_a_catalogue(path);
  }
  if (std::filesystem::exists(file, ignored)) {
    return;
  }
  if (access != Access::kCreate) {
    throw missing_catalogue(path);
  }
  const std::filesystem::path folder = file.parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder, ignored)) {
    throw missing_folder(path, folder.string());
  }
}

}  // namespace

Statement::Statement(Database& database, const std::string& sql)
    : database_(&database), statement_(guarded(database.path_, [&] {
        return std::make_unique<SQLite::Statement>(*database.connection_, sql);
      })) {}

Statement::Statement(Statement&&) noexcept = default;
Statement::~Statement() = default;

Statement& Statement::bind(int index, std::string_view value) {
  guarded(database_->path_, [&] { statement_->bind(index, std::string(value)); });
  return *this;
}

Statement& Statement::bind_bytes(int index, std::string_view value) {
  guarded(database_->path_, [&] {
    statement_->bind(index, static_cast<const void*>(value.data()), static_cast<int>(value.size()));
  });
  return *this;
}

Statement& Statement::bind(int index, std::int64_t value) {
  guarded(database_->path_, [&] { statement_->bind(index, value); });
  return *this;
}

Statement& Statement::bind(int index, double value) {
  guarded(database_->path_, [&] { statement_->bind(index, value); });
  return *this;
}

Statement& Statement::bind_null(int index) {
  guarded(database_->path_, [&] { statement_->bind(index); });
  return *this;
}

bool Statement::step() {
  return guarded(database_->path_, [&] { return statement_->executeStep(); });
}

int Statement::run() {
  return guarded(database_->path_, [&] {
    const int touched = statement_->exec();
    statement_->reset();
    return touched;
  });
}

void Statement::reset() {
  guarded(database_->path_, [&] { statement_->reset(); });
}

std::string Statement::text(int column) const {
  return guarded(database_->path_, [&] { return statement_->getColumn(column).getString(); });
}

std::int64_t Statement::integer(int column) const {
  return guarded(database_->path_, [&] { return statement_->getColumn(column).getInt64(); });
}

double Statement::real(int column) const {
  return guarded(database_->path_, [&] { return statement_->getColumn(column).getDouble(); });
}

bool Statement::is_null(int column) const {
  return guarded(database_->path_, [&] { return statement_->getColumn(column).isNull(); });
}

Database::Database(std::string path, Access access) : path_(std::move(path)), access_(access) {
  require_place(path_, access_);
  guarded(path_, [&] {
    connection_ = std::make_unique<SQLite::Database>(path_, flags_of(access_), kBusyTimeoutMs);
    connection_->exec("PRAGMA foreign_keys = ON");
    // FULL: an acknowledged change survives a power cut, in WAL mode too.
    connection_->exec("PRAGMA synchronous = FULL");
    if (access_ != Access::kRead) {
      connection_->exec(fmt::format("PRAGMA cache_size = -{}", kWriterCacheKib));
      connection_->exec(fmt::format("PRAGMA temp.cache_size = -{}", kStagingCacheKib));
    }
  });
  require_catalogue();
}

Database::~Database() = default;

/// A file with tables of another program is refused before anything is written to it.
void Database::require_catalogue() {
  guarded(path_, [&] {
    const int application = connection_->execAndGet("PRAGMA application_id").getInt();
    if (application == kApplicationId) {
      return;
    }
    const bool is_fresh =
        connection_->execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    if (!is_fresh || application != 0 || access_ != Access::kCreate) {
      throw not_a_catalogue(path_);
    }
    connection_->exec("PRAGMA journal_mode = WAL");
    connection_->exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  });
}

void Database::execute(const std::string& sql) {
  guarded(path_, [&] { connection_->exec(sql); });
}

int Database::schema_version() {
  return guarded(path_, [&] { return connection_->execAndGet("PRAGMA user_version").getInt(); });
}

void Database::set_schema_version(int version) {
  execute("PRAGMA user_version = " + std::to_string(version));
}

// IMMEDIATE, so that a second writer waits here and not in the middle of its work.
Transaction::Transaction(Database& database) : database_(database) {
  if (database_.access() == Access::kRead) {
    throw read_only(database_.path());
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
