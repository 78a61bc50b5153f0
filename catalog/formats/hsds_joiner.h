// How do the rows of a package become whole services, each with all that belongs to it?
//
// A service is built when it is given, and forgotten; what is kept between services is one bit a
// row: whether any service had it. Rows that no service leads to are counted, table by table.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/formats/feed.h"
#include "catalog/formats/package_table.h"
#include "catalog/formats/table_warnings.h"
#include "catalog/formats/withheld_cells.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

/// Rows of one table under one organisation, programme, place or term, which many services may
/// share: beyond this they are counted only, so that no package grows without bound.
inline constexpr std::size_t kMaxSharedRows = 500;

/// Whether services are joined by that column: the keys that the tables of a joiner must have.
/// requires: HSDS has a table of that name.
bool is_joined_by(std::string_view table, std::string_view column);

using VisitService = std::function<void(const Json& service, const std::string& place)>;

class PackageJoiner {
 public:
  /// `tables` belong to one package and have is_joined_by() for keys; faults go to `sink`, which
  /// outlives this.
  PackageJoiner(std::vector<PackageTable> tables, FeedSink& sink);

  /// Every service in the order of its file, as nested HSDS 3, then what is amiss with the package.
  void join(const VisitService& visit);

 private:
  struct Found {
    std::size_t table = 0;  ///< index in tables_
    PackageRow row;
  };

  /// The first row of that table with that id.
  [[nodiscard]] std::optional<Found> find_row(std::string_view table, std::string_view id) const;
  [[nodiscard]] bool has_row(std::string_view table, std::string_view id) const;
  [[nodiscard]] bool has_parent(const PackageTable& table,
                                const TableLink& link,
                                const PackageRow& row) const;
  [[nodiscard]] bool is_reached_by_a_service(std::size_t table, const PackageRow& row) const;
  Json build(const Found& found);
  void resolve_references(const Found& found, Json& object);
  void add_children(std::string_view parent, Json& object);
  void add_rows(std::size_t table, const TableLink& link, std::string_view parent, Json& object);
  void append(Json& object, std::string_view list, Json::Array children);
  Json build_service(const Found& found);
  void add_direct_place(const Found& found, Json& service);
  void add_listed_terms(Json& service);
  void warn_dangling(const PackageTable& table, const PackageRow& row, std::string_view column);
  void warn_of_repeated_ids();
  void warn_of_unused();
  std::size_t explain_unused_of(std::size_t table);
  void explain_unused(const PackageTable& table, const PackageRow& row);

  FeedSink& sink_;
  std::vector<PackageTable> tables_;
  std::vector<std::vector<bool>> used_;  ///< by table and row
  TableWarnings warnings_;
  Withheld withheld_;
};

}  // namespace kring::catalog::formats
