#include "catalog/formats/hsds_flattener.h"

#include <vector>

#include "catalog/formats/flat_nodes.h"
#include "catalog/formats/hsds_package.h"
#include "catalog/store/identity.h"

namespace kring::catalog::formats {

namespace {

std::uint64_t hash_of(std::string_view table, const std::string& text) {
  return std::hash<std::string>{}(std::string(table) + "\n" + text);
}

/// The cells of a node, its keys among them, where `ids` are those of the nodes before it.
Json cells_of(const FlatNode& node, const std::vector<std::string>& ids) {
  Json cells = node.cells;
  for (const auto& [column, other] : node.links) {
    cells.set(column, ids[other]);
  }
  for (const auto& [column, id] : node.keys) {
    cells.set(column, id);
  }
  return cells;
}

}  // namespace

void HsdsFlattener::flatten(const Json& service, const VisitFlatRow& visit) {
  const std::vector<FlatNode> nodes = flat_nodes(service);
  std::vector<std::string> ids;
  for (const FlatNode& node : nodes) {
    Json cells = cells_of(node, ids);
    const std::string text = write_json(cells);
    const std::uint64_t content = hash_of(node.table, text);
    std::string id = node.id;
    auto given = given_.emplace(hash_of(node.table, id), content);
    if (given.first->second != content) {
      id = store::make_named_uuid(id + "\n" + text);
      given = given_.emplace(hash_of(node.table, id), content);
    }
    ids.push_back(id);
    if (given.second) {
      cells.set("id", id);
      if (id != node.id && node.table != "service") {
        cells.set(kSharedIdColumn, node.id);
      }
      visit(node.table, cells);
    }
  }
}

}  // namespace kring::catalog::formats
