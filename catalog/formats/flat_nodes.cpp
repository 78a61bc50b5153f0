#include "catalog/formats/flat_nodes.h"

#include <algorithm>
#include <array>
#include <map>

#include "catalog/formats/hsds_tables.h"
#include "catalog/store/identity.h"

namespace kring::catalog::formats {

namespace {

/// Each after those that its rows may belong or refer to; what is not named comes between the last
/// two.
constexpr std::array kOrder = {"taxonomy", "taxonomy_term", "unit",    "organization",
                               "program",  "location",      "service", "service_at_location",
                               "contact",  "phone",         "",        "attribute",
                               "metadata"};

std::size_t rank_of(std::string_view table) {
  const auto* const found = std::find(kOrder.begin(), kOrder.end(), table);
  const auto* const others = std::find(kOrder.begin(), kOrder.end(), std::string_view());
  return static_cast<std::size_t>((found == kOrder.end() ? others : found) - kOrder.begin());
}

std::string text_of(const Json& value) {
  return value.is_string() ? std::string(*value.string()) : write_json(value);
}

/// The table whose rows stand in the member `list` of a row of `parent`; null where that is a plain
/// member. `column` is the key by which they belong to it.
struct NestedTable {
  const HsdsTable* table = nullptr;
  std::string_view column;
};
NestedTable find_nested(std::string_view parent, std::string_view list) {
  for (const HsdsTable& table : hsds_tables()) {
    const auto link =
        std::find_if(table.links.begin(), table.links.end(), [&](const TableLink& one) {
          return one.list == list && (one.parent == parent || one.parent == kAnyTable);
        });
    if (link != table.links.end()) {
      return {&table, link->column};
    }
  }
  return {};
}

const TableReference* find_referred(std::string_view table, std::string_view member) {
  const auto all = hsds_references();
  const auto found = std::find_if(all.begin(), all.end(), [&](const TableReference& reference) {
    return reference.table == table && reference.member == member;
  });
  return found == all.end() ? nullptr : &*found;
}

bool is_key(const HsdsTable& table, std::string_view column) {
  return std::any_of(table.links.begin(), table.links.end(),
                     [&](const TableLink& link) { return link.column == column; });
}

bool holds_objects(const Json& value) {
  const Json::Array& items = value.array();
  return !items.empty() && std::all_of(items.begin(), items.end(), [](const Json& item) {
    return item.is_object();
  });
}

class Collector {
 public:
  explicit Collector(std::string service_id) : service_id_(std::move(service_id)) {}

  /// The index of the node of `object`.
  std::size_t add(std::string_view table, const Json& object, const std::string& path) {
    FlatNode node{find_hsds_table(table)->name, "", Json(Json::Object{}), {}, {}};
    node.id =
        object["id"].is_null() ? store::make_named_uuid(service_id_ + path) : text_of(object["id"]);
    std::vector<const Json::Member*> lists;
    for (const Json::Member& member : object.object()) {
      if (member.first != "id" && !member.second.is_null()) {
        add_member(node, member, path, lists);
      }
    }
    const std::size_t index = merge(std::move(node));
    for (const Json::Member* list : lists) {
      add_list(index, *list, path + "/" + list->first);
    }
    return index;
  }

  std::vector<FlatNode> take() { return sorted(); }

 private:
  void add_member(FlatNode& node,
                  const Json::Member& member,
                  const std::string& path,
                  std::vector<const Json::Member*>& lists) {
    const auto& [name, value] = member;
    const TableReference* reference = find_referred(node.table, name);
    if (reference != nullptr && value.is_object()) {
      node.links.emplace_back(reference->column, add(reference->target, value, path + "/" + name));
    } else if (find_nested(node.table, name).table != nullptr && holds_objects(value)) {
      lists.push_back(&member);
    } else if (is_key(*find_hsds_table(node.table), name)) {
      node.keys.emplace_back(name, text_of(value));
    } else {
      node.cells.set(name, value);
    }
  }

  void add_list(std::size_t parent, const Json::Member& list, const std::string& path) {
    const NestedTable nested = find_nested(nodes_[parent].table, list.first);
    for (std::size_t item = 0; item < list.second.array().size(); ++item) {
      Json object = list.second.array()[item];
      name_parent(nested, nodes_[parent].table, object);
      const std::size_t child = add(nested.table->name, object, path + "/" + std::to_string(item));
      link(child, std::string(nested.column), parent);
    }
  }

  /// Attributes and metadata say themselves what kind of row they describe.
  static void name_parent(const NestedTable& nested, std::string_view parent, Json& object) {
    const char* const kind = nested.table->name == "metadata" ? "resource_type" : "link_entity";
    if ((nested.table->name == "metadata" || nested.table->name == "attribute")
        && object[kind].is_null()) {
      object.set(kind, parent);
    }
  }

  void link(std::size_t child, const std::string& column, std::size_t parent) {
    FlatNode& node = nodes_[child];
    const auto is_other = [&](const auto& link) {
      return link.first == column && link.second != parent;
    };
    const auto names_other = [&](const auto& key) {
      return key.first == column && key.second != nodes_[parent].id;
    };
    if (std::any_of(node.links.begin(), node.links.end(), is_other)
        || std::any_of(node.keys.begin(), node.keys.end(), names_other)) {
      add_copy(node, column, parent);
      return;
    }
    set_link(node, column, parent);
  }

  static void set_link(FlatNode& node, const std::string& column, std::size_t parent) {
    const auto is_column = [&](const auto& pair) { return pair.first == column; };
    std::erase_if(node.keys, is_column);
    std::erase_if(node.links, is_column);
    node.links.emplace_back(column, parent);
  }

  /// One row cannot belong to two of a kind: the second has a row of its own.
  void add_copy(FlatNode copy, const std::string& column, std::size_t parent) {
    set_link(copy, column, parent);
    nodes_.push_back(std::move(copy));
  }

  /// The same row, met again, is one node with the keys of both.
  std::size_t merge(FlatNode node) {
    const std::string content =
        std::string(node.table) + "\n" + node.id + "\n" + write_json(node.cells);
    const auto [at, is_new] = by_content_.emplace(content, nodes_.size());
    if (is_new) {
      nodes_.push_back(std::move(node));
      return at->second;
    }
    FlatNode& known = nodes_[at->second];
    for (auto& key : node.keys) {
      const auto has_column = [&](const auto& other) { return other.first == key.first; };
      if (std::none_of(known.links.begin(), known.links.end(), has_column)
          && std::none_of(known.keys.begin(), known.keys.end(), has_column)) {
        known.keys.push_back(std::move(key));
      }
    }
    return at->second;
  }

  std::vector<FlatNode> sorted() {
    std::vector<std::size_t> order(nodes_.size());
    for (std::size_t index = 0; index < order.size(); ++index) {
      order[index] = index;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
      return rank_of(nodes_[left].table) < rank_of(nodes_[right].table);
    });
    std::vector<std::size_t> place(order.size());
    std::vector<FlatNode> nodes;
    for (const std::size_t index : order) {
      place[index] = nodes.size();
      nodes.push_back(std::move(nodes_[index]));
    }
    for (FlatNode& node : nodes) {
      for (auto& link : node.links) {
        link.second = place[link.second];
      }
    }
    return nodes;
  }

  std::string service_id_;
  std::vector<FlatNode> nodes_;
  std::map<std::string, std::size_t> by_content_;
};

}  // namespace

std::vector<FlatNode> flat_nodes(const Json& service) {
  Collector collector(text_of(service["id"]));
  collector.add("service", service, "");
  return collector.take();
}

}  // namespace kring::catalog::formats
