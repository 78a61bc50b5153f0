// Which tables has an HSDS 3 data package, and which rows of one belong to which row of another?
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kring::catalog::formats {

/// Rows whose `column` holds the id of a row of `parent` stand, nested, in its member `list`.
struct TableLink {
  std::string_view column;
  std::string_view parent;  ///< name of a table; kAnyTable: of any
  std::string_view list;
};
inline constexpr std::string_view kAnyTable = "*";

struct HsdsTable {
  std::string_view name;     ///< "service"
  std::string_view file;     ///< "services.csv"
  std::string_view columns;  ///< of the standard, in its order, between blanks
  std::span<const TableLink> links;
};

/// A row of `table` names in `column` the one row of `target` that stands, nested, in its `member`.
struct TableReference {
  std::string_view table;
  std::string_view column;
  std::string_view target;
  std::string_view member;
};

/// Version 3.1, and the tables of older versions that have no successor; as the standard orders
/// them.
std::span<const HsdsTable> hsds_tables();
/// Null for an unknown name.
const HsdsTable* find_hsds_table(std::string_view name);
std::span<const TableReference> hsds_references();
/// Null where `column` of `table` refers to nothing.
const TableReference* find_hsds_reference(std::string_view table, std::string_view column);

std::vector<std::string_view> columns_of(const HsdsTable& table);
/// Of the Table Schema: "string", "number", "date", "datetime" or "time".
std::string_view type_of_column(std::string_view column);

/// What a file of a package holds.
struct TableRole {
  std::string_view table;   ///< name of an HSDS 3 table
  std::string_view column;  ///< that every row of this file has beside its own; "" where none
  std::string_view value;   ///< of that column
};

/// The role of "services.csv", "physical_address.csv", "regular_schedules.csv" …, by its name in
/// any version; absent for a name that no version has.
std::optional<TableRole> role_of_file(std::string_view name);

/// Which name a column of an older version has today: "weekday" of a schedule is "byday". Others
/// stay as they are.
std::string current_column(std::string_view table, std::string_view column);

/// A cell that holds a list where today a table stands: each part is a row with `member`.
struct SplitColumn {
  std::string_view table;
  std::string_view column;
  std::string_view list;
  std::string_view member;
};
const SplitColumn* find_split_column(std::string_view table, std::string_view column);

}  // namespace kring::catalog::formats
