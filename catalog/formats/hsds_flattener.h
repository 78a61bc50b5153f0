// How does a nested HSDS service become rows of tables?
//
// What stands in several places of a service (a phone of the service and of its location) becomes
// one row with several keys. What services share (an organisation) becomes one row for all, as long
// as it says the same everywhere; where it does not, the other row gets an id of its own, so that
// nothing is lost. Remembers some 20 bytes of every row it gave.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "catalog/formats/hash_table.h"
#include "catalog/json.h"

namespace kring::catalog::formats {

/// Called with the name of a table and a flat object: the cells of one new row, not empty, by
/// column.
using VisitFlatRow = std::function<void(std::string_view table, const Json& cells)>;

struct FlatNode;

class HsdsFlattener {
 public:
  /// The rows that `service` adds to those given before.
  void flatten(const Json& service, const VisitFlatRow& visit);

 private:
  struct GivenRow {
    std::string id;
    bool is_new = false;
  };

  GivenRow give(const FlatNode& node, const std::string& cells);

  HashTable given_;  ///< hash of table and id -> hash of the cells
};

}  // namespace kring::catalog::formats
