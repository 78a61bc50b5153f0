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

/// A service is found by its id, so that two never share one.
void note_shared_id(const FlatNode& node, const std::string& id, Json& cells) {
  if (id != node.id && node.table != "service") {
    cells.set(kSharedIdColumn, node.id);
  }
}

}  // namespace

void HsdsFlattener::flatten(const Json& service, const VisitFlatRow& visit) {
  std::vector<std::string> ids;
  for (const FlatNode& node : flat_nodes(service)) {
    Json cells = cells_of(node, ids);
    const GivenRow row = give(node, write_json(cells));
    ids.push_back(row.id);
    if (row.is_new) {
      cells.set("id", row.id);
      note_shared_id(node, row.id, cells);
      visit(node.table, cells);
    }
  }
}

/// The id of a row with these cells: its own, unless another row has that.
HsdsFlattener::GivenRow HsdsFlattener::give(const FlatNode& node, const std::string& cells) {
  const std::uint64_t content = hash_of(node.table, cells);
  const std::size_t before = given_.size();
  if (given_.find_or_put(hash_of(node.table, node.id), content) == content) {
    return {node.id, given_.size() > before};
  }
  const std::string id = store::make_named_uuid(node.id + "\n" + cells);
  given_.find_or_put(hash_of(node.table, id), content);
  return {id, given_.size() > before};
}

}  // namespace kring::catalog::formats
