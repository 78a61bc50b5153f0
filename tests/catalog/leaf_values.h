// Which values does a document hold, and are they all in another one?
#pragma once

#include <map>
#include <string>

#include "catalog/json.h"

namespace kring::tests {

/// How often each text, number and truth value stands in a document, with the name of its member.
using LeafValues = std::map<std::string, std::size_t>;

inline void count_leaves(const catalog::Json& value, const std::string& name, LeafValues& leaves) {
  for (const auto& [member, inner] : value.object()) {
    count_leaves(inner, member, leaves);
  }
  for (const catalog::Json& item : value.array()) {
    count_leaves(item, name, leaves);
  }
  const bool is_leaf = value.is_string() || value.is_number() || value.is_bool();
  if (is_leaf && value != catalog::Json("")) {
    const bool is_text = value.is_string();
    ++leaves[name + ": " + (is_text ? std::string(*value.string()) : write_json(value))];
  }
}

inline LeafValues leaves_of(const catalog::Json& document) {
  LeafValues leaves;
  count_leaves(document, "", leaves);
  return leaves;
}

/// The values of `source` that `kept` lacks, one a line; "" where it has them all.
inline std::string missing_leaves(const catalog::Json& source, const catalog::Json& kept) {
  const LeafValues there = leaves_of(kept);
  std::string missing;
  for (const auto& [leaf, count] : leaves_of(source)) {
    if (!there.contains(leaf)) missing += leaf + "\n";
  }
  return missing;
}

}  // namespace kring::tests
