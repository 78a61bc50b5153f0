#include "catalog/store/compared_traits.h"

#include <cassert>
#include <string>

#include "catalog/duplicates/traits_bytes.h"

namespace kring::catalog::store {

namespace {

Database& with_table(Database& database) {
  database.execute(
      "CREATE TEMPORARY TABLE IF NOT EXISTS compared (number INTEGER PRIMARY KEY, traits BLOB NOT "
      "NULL)");
  database.execute("DELETE FROM compared");
  return database;
}

}  // namespace

ComparedTraits::ComparedTraits(Database& database)
    : insert_(with_table(database), "INSERT INTO compared (number, traits) VALUES (?, ?)"),
      select_(database, "SELECT traits FROM compared WHERE number = ?") {}

std::uint32_t ComparedTraits::add(const duplicates::Traits& traits) {
  insert_.bind(1, std::int64_t{count_}).bind_bytes(2, duplicates::write_traits(traits)).run();
  return count_++;
}

duplicates::Traits ComparedTraits::read(std::uint32_t number) {
  select_.bind(1, std::int64_t{number});
  const bool is_there = select_.step();
  assert(is_there);
  static_cast<void>(is_there);
  duplicates::Traits traits = duplicates::read_traits(select_.text(0));
  select_.reset();
  return traits;
}

}  // namespace kring::catalog::store
