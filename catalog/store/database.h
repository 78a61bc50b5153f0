// How does the catalogue talk to its database?
//
// The only place that knows SQLite: connection settings, the library's types and its errors. All
// SQL of the catalogue elsewhere is portable. Every function throws Error, with the remedy, when
// the disk, the file or a lock fails.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "catalog/store/database_error.h"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace kring::catalog::store {

inline constexpr int kBusyTimeoutMs = 5'000;  ///< how long a write waits for another writer

enum class Access {
  kRead,
  kWrite,
  kCreate,  ///< write, and make the file where it is missing
};

/// Whether the file is a database of that kind whose pages do not hold together. Reads it whole.
bool is_damaged(const std::string& path, Holding holding);

class Database;

/// A prepared statement. Parameters and columns are counted from 1 and 0, as in SQL libraries.
class Statement {
 public:
  Statement(Database& database, const std::string& sql);
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) = delete;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  Statement& bind(int index, std::string_view value);
  Statement& bind_bytes(int index, std::string_view value);
  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, double value);
  Statement& bind_null(int index);

  /// Moves to the next row; false at the end.
  bool step();
  /// Runs a statement without rows, makes it ready for the next run and gives the number of rows it
  /// touched.
  int run();
  /// Makes it ready for the next run.
  void reset();

  [[nodiscard]] std::string text(int column) const;  ///< or bytes
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  Database* database_;
  std::unique_ptr<SQLite::Statement> statement_;
};

/// One connection. A handle is used by one thread at a time.
class Database {
 public:
  Database(std::string path, Access access, Holding holding = Holding::kCatalogue);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  Database(Database&&) = delete;
  Database& operator=(Database&&) = delete;
  ~Database();

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Access access() const { return access_; }
  [[nodiscard]] Holding holding() const { return holding_; }

  void execute(const std::string& sql);

  /// Number of the last migration that was run; 0 for a fresh file.
  [[nodiscard]] int schema_version();
  void set_schema_version(int version);

 private:
  friend class Statement;
  void set_up();
  void require_own();

  std::string path_;
  Access access_;
  Holding holding_;
  std::unique_ptr<SQLite::Database> connection_;
};

/// Takes the write lock at once; undone where commit() is not reached.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction(Transaction&&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  void commit();

 private:
  Database& database_;
  bool is_open_ = true;
};

}  // namespace kring::catalog::store
