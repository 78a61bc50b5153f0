// Which rows stand nested in an HSDS service, and which belong to which?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/json.h"

namespace kring::catalog::formats {

/// One row to be, with the rows that it belongs to or refers to.
struct FlatNode {
  std::string_view table;
  std::string id;  ///< as the document has it, else made of the place in the document
  Json cells;      ///< without the id and without keys to other rows
  std::vector<std::pair<std::string, std::string>> keys;   ///< column, id of a row named by its id
  std::vector<std::pair<std::string, std::size_t>> links;  ///< column, index of another node
};

/// The nodes of one service, each row once; those that others belong or refer to come first.
std::vector<FlatNode> flat_nodes(const Json& service);

}  // namespace kring::catalog::formats
