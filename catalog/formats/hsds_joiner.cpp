#include "catalog/formats/hsds_joiner.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "catalog/formats/hsds_old_rows.h"
#include "catalog/formats/hsds_package.h"
#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

constexpr const char* kCellEnding = "_cell";
constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

/// Attributes and metadata describe any row but each other.
bool may_be_parent(const TableLink& link, std::string_view parent) {
  if (link.parent != kAnyTable) {
    return link.parent == parent;
  }
  return parent != "attribute" && parent != "metadata";
}

/// Only a service and its places have their rows to themselves.
std::size_t limit_under(std::string_view parent) {
  return parent == "service" || parent == "service_at_location" ? kNoLimit : kMaxSharedRows;
}

/// The table that a row itself names as the one it describes; "" where it names none that is known.
std::string_view named_parent(const PackageTable& table, const PackageRow& row) {
  const std::string word =
      lower_case(table.cell(row, table.name() == "metadata" ? "resource_type" : "link_entity"));
  const std::optional<TableRole> role = role_of_file(word + ".csv");
  return role ? role->table : std::string_view();
}

bool describes_another(const PackageTable& table, const PackageRow& row, std::string_view parent) {
  const std::string_view named = named_parent(table, row);
  return !named.empty() && named != parent;
}

/// Of the rows that tell which places and programmes a service reaches.
bool leads_from_service(std::string_view table) {
  return table == "service" || table == "service_at_location";
}

Json without(const Json& object, std::string_view left_out) {
  Json::Object kept;
  for (const auto& [name, value] : object.object()) {
    if (name != left_out) {
      kept.emplace_back(name, value);
    }
  }
  return Json(std::move(kept));
}

std::string text_of(const Json& value) {
  return value.is_string() ? std::string(trim(*value.string()))
                           : (value.is_null() ? std::string() : write_json(value));
}

Problem tell_unused(const std::string& file, std::size_t count) {
  const std::string rows = std::to_string(count);
  const std::string most = std::to_string(kMaxSharedRows);
  return {"rows_without_service",
          "",
          {file + ": " + rows + " rijen horen bij geen dienst (of zijn er meer dan " + most
               + " bij één organisatie of plaats) en zijn niet bewaard.",
           file + ": " + rows + " rows belong to no service (or are more than " + most
               + " under one organisation or place) and were not kept."}};
}

}  // namespace

bool is_joined_by(std::string_view table, std::string_view column) {
  if (column == "id") return true;
  if (leads_from_service(table) && (column == "location_id" || column == "program_id")) return true;
  const auto links = find_hsds_table(table)->links;
  return std::any_of(links.begin(), links.end(),
                     [column](const TableLink& link) { return link.column == column; });
}

PackageJoiner::PackageJoiner(std::vector<PackageTable> tables, FeedSink& sink)
    : sink_(sink), tables_(std::move(tables)), warnings_(sink) {
  for (const PackageTable& table : tables_) {
    used_.emplace_back(table.size(), false);
  }
}

void PackageJoiner::join(const VisitService& visit) {
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    if (tables_[table].name() != "service") {
      continue;
    }
    for (std::uint32_t index = 0; index < tables_[table].size(); ++index) {
      visit(build_service({table, tables_[table].row(index)}), tables_[table].place_of(index));
    }
  }
  warn_of_repeated_ids();
  warn_of_unused();
  warnings_.finish();
  report_withheld(withheld_, tables_.front().file(), sink_);
}

std::optional<PackageJoiner::Found> PackageJoiner::find_row(std::string_view table,
                                                            std::string_view id) const {
  for (std::size_t index = 0; index < tables_.size(); ++index) {
    if (tables_[index].name() != table) {
      continue;
    }
    std::vector<PackageRow> rows = tables_[index].rows_with("id", id, 1);
    if (!rows.empty()) {
      return Found{index, std::move(rows.front())};
    }
  }
  return std::nullopt;
}

bool PackageJoiner::has_row(std::string_view table, std::string_view id) const {
  return std::any_of(tables_.begin(), tables_.end(), [&](const PackageTable& candidate) {
    return (table == kAnyTable || candidate.name() == table) && candidate.has_key("id", id);
  });
}

Json PackageJoiner::build(const Found& found) {
  const PackageTable& table = tables_[found.table];
  const bool is_met_again = used_[found.table][found.row.index];
  used_[found.table][found.row.index] = true;
  Json object = table.object_of(found.row);
  renew_row(table.name(), object);
  resolve_references(found, object);
  add_children(table.name(), object);
  Withheld counted_before;
  withhold_persons(table.name(), object, is_met_again ? counted_before : withheld_);
  if (const Json shared = object[kSharedIdColumn];
      table.style() == CellStyle::kKring && shared.is_string()) {
    object = without(object, kSharedIdColumn);
    object.set("id", shared);
  }
  return object;
}

/// Where a column names a row that is there, the row takes the column's place.
void PackageJoiner::resolve_references(const Found& found, Json& object) {
  const PackageTable& table = tables_[found.table];
  for (const TableReference& reference : hsds_references()) {
    const std::string id =
        reference.table == table.name() ? text_of(object[reference.column]) : std::string();
    if (id.empty()) {
      continue;
    }
    const std::optional<Found> target = find_row(reference.target, id);
    if (!target) {
      warn_dangling(table, found.row, reference.column);
      continue;
    }
    object = without(object, reference.column);
    object.set(std::string(reference.member), build(*target));
  }
}

void PackageJoiner::add_children(std::string_view parent, Json& object) {
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    const auto links = find_hsds_table(tables_[table].name())->links;
    const auto link = std::find_if(links.begin(), links.end(), [&](const TableLink& one) {
      return may_be_parent(one, parent);
    });
    if (link != links.end()) {
      add_rows(table, *link, parent, object);
    }
  }
}

void PackageJoiner::add_rows(std::size_t table,
                             const TableLink& link,
                             std::string_view parent,
                             Json& object) {
  const std::string id = text_of(object["id"]);
  Json::Array children;
  for (PackageRow& row : tables_[table].rows_with(link.column, id, limit_under(parent))) {
    const bool is_elsewhere = link.parent == kAnyTable
                                  ? describes_another(tables_[table], row, parent)
                                  : parent == "organization" && is_reached_by_a_service(table, row);
    if (is_elsewhere) {
      continue;
    }
    // What describes any row names it; what belongs to one of a kind stands under it: enough.
    Json child = build({table, std::move(row)});
    children.push_back(link.parent == kAnyTable ? std::move(child) : without(child, link.column));
  }
  append(object, link.list, std::move(children));
}

/// Places and programmes of services stand with these, and not once more with every service of
/// their organisation.
bool PackageJoiner::is_reached_by_a_service(std::size_t table, const PackageRow& row) const {
  const std::string_view name = tables_[table].name();
  if (name != "location" && name != "program") {
    return false;
  }
  const std::string id = tables_[table].cell(row, "id");
  const std::string column = std::string(name) + "_id";
  return std::any_of(tables_.begin(), tables_.end(), [&](const PackageTable& other) {
    return leads_from_service(other.name()) && other.has_key(column, id);
  });
}

/// Adds to the member `list` what may be kept of `children`.
void PackageJoiner::append(Json& object, std::string_view list, Json::Array children) {
  withheld_.licensed += std::erase_if(children, names_licensed_term);
  if (children.empty()) {
    return;
  }
  if (const Json cell = object[list]; !cell.is_null() && !cell.is_array()) {
    object.set(std::string(list) + kCellEnding, cell);  // a column of that name is kept beside it
  }
  Json::Array all = object[list].array();
  std::move(children.begin(), children.end(), std::back_inserter(all));
  object.set(std::string(list), std::move(all));
}

Json PackageJoiner::build_service(const Found& found) {
  Json service = build(found);
  add_direct_place(found, service);
  add_listed_terms(service);
  renew_service(service);
  return service;
}

/// In HSDS 1.0 a service stands at one location, names it itself, and is of its organisation.
void PackageJoiner::add_direct_place(const Found& found, Json& service) {
  const std::string id = text_of(service["location_id"]);
  if (id.empty()) {
    return;
  }
  const std::optional<Found> location = find_row("location", id);
  if (!location) {
    warn_dangling(tables_[found.table], found.row, "location_id");
    return;
  }
  service = without(service, "location_id");
  append(service, "service_at_locations", {Json(Json::Object{{"location", build(*location)}})});
  const std::string owner = tables_[location->table].cell(location->row, "organization_id");
  const std::optional<Found> organization = find_row("organization", owner);
  if (organization && service.find("organization") == nullptr
      && service.find("organization_id") == nullptr) {
    service.set("organization", build(*organization));
  }
}

/// Some write a service's terms as a list in one cell.
void PackageJoiner::add_listed_terms(Json& service) {
  Json::Array attributes;
  for (const std::string& id : split_cell(text_of(service["taxonomy_ids"]))) {
    if (const std::optional<Found> term = find_row("taxonomy_term", id)) {
      attributes.emplace_back(
          Json::Object{{"link_entity", "service"}, {"taxonomy_term", build(*term)}});
    }
  }
  append(service, "attributes", std::move(attributes));
}

void PackageJoiner::warn_dangling(const PackageTable& table,
                                  const PackageRow& row,
                                  std::string_view column) {
  warnings_.add("dangling_" + std::string(column), {table.place_of(row.index), std::string(column)},
                {"hiernaar wordt verwezen, maar het staat niet in het pakket.",
                 "this is referred to, but it is not in the package."});
}

void PackageJoiner::warn_of_repeated_ids() {
  for (const PackageTable& table : tables_) {
    if (table.name() == "service") {
      continue;  // its records say so themselves
    }
    for (const std::uint32_t row : table.repeated_rows("id")) {
      warnings_.add("duplicate_id", {table.place_of(row), "id"},
                    {"deze id staat al eerder in de tabel; naar de eerste rij wordt verwezen.",
                     "this id stands in the table before; the first row is the one referred to."});
    }
  }
}

void PackageJoiner::warn_of_unused() {
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    const std::size_t count = explain_unused_of(table);
    if (count > 0) {
      sink_.warn({tables_[table].file(), tell_unused(tables_[table].file(), count)});
    }
  }
}

/// How many rows of the table no service has.
std::size_t PackageJoiner::explain_unused_of(std::size_t table) {
  std::size_t count = 0;
  for (std::uint32_t index = 0; index < tables_[table].size(); ++index) {
    if (!used_[table][index]) {
      ++count;
      explain_unused(tables_[table], tables_[table].row(index));
    }
  }
  return count;
}

bool PackageJoiner::has_parent(const PackageTable& table,
                               const TableLink& link,
                               const PackageRow& row) const {
  return has_row(link.parent, table.cell(row, link.column));
}

/// Says why no service has the row, where its own keys are the reason.
void PackageJoiner::explain_unused(const PackageTable& table, const PackageRow& row) {
  std::string heading;
  bool has_key = false;
  for (const TableLink& link : find_hsds_table(table.name())->links) {
    if (has_parent(table, link, row)) {
      return;
    }
    heading = heading.empty() || !has_key ? std::string(link.column) : heading;
    has_key = has_key || !table.cell(row, link.column).empty();
  }
  if (has_key) {
    warn_dangling(table, row, heading);
  } else if (!heading.empty()) {
    warnings_.add("empty_key", {table.place_of(row.index), heading},
                  {"dit is leeg; de rij hoort nu bij niets.",
                   "this is empty; the row now belongs to nothing."});
  }
}

}  // namespace kring::catalog::formats
