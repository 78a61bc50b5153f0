#include "service/commands/open_list_pages.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "service/commands/open_list.h"

namespace kring::service {
namespace {

using catalog::store::Database;
using catalog::store::Statement;

using Value = std::variant<std::int64_t, double, std::string>;

/// One of latitude is a little more on the sphere of distance_between().
constexpr double kMetersPerDegree = 111'000;

/// Part of a statement, with what stands at its question marks.
struct Sql {
  std::string text;
  std::vector<Value> values;

  Sql& add(std::string_view more, const std::vector<Value>& with = {}) {
    text += more;
    values.insert(values.end(), with.begin(), with.end());
    return *this;
  }
};

Statement prepare(Database& list, const Sql& sql) {
  Statement statement(list, sql.text);
  for (std::size_t i = 0; i < sql.values.size(); ++i) {
    std::visit([&](const auto& value) { statement.bind(static_cast<int>(i) + 1, value); },
               sql.values[i]);
  }
  return statement;
}

/// Conditions on service `s` and, where sites are looked for, on site `p`; all must hold.
class Conditions {
 public:
  void add(std::string_view condition, const std::vector<Value>& values = {}) {
    sql_.add(sql_.text.empty() ? " WHERE " : " AND ").add(condition, values);
  }
  [[nodiscard]] const Sql& sql() const { return sql_; }
  [[nodiscard]] bool asks_nothing() const { return sql_.text.empty(); }

 private:
  Sql sql_;
};

std::string label(OpenLabel kind) {
  return fmt::format("EXISTS (SELECT 1 FROM label WHERE service = s.number AND kind = {}",
                     static_cast<int>(kind));
}

bool asks_own_taxonomy(const OpenFilter& filter) {
  return !filter.taxonomy_id.empty() && filter.taxonomy_id == filter.own_taxonomy_id;
}

void add_facts(const OpenFilter& filter, Conditions& conditions) {
  if (!filter.organization_id.empty())
    conditions.add("s.organization_id = ?", {filter.organization_id});
  if (filter.modified_after) conditions.add("s.modified >= ?", {*filter.modified_after});
  if (filter.minimum_age) conditions.add("s.minimum_age >= ?", {*filter.minimum_age});
  if (filter.maximum_age) conditions.add("s.maximum_age <= ?", {*filter.maximum_age});
  if (!filter.words.empty()) {
    conditions.add("s.number IN (SELECT rowid FROM word WHERE word MATCH ?)",
                   {spell_words(filter.words)});
  }
  if (!filter.taxonomy_id.empty() && !asks_own_taxonomy(filter))
    conditions.add(label(OpenLabel::kTaxonomy) + " AND id = ?)", {filter.taxonomy_id});
}

/// Days and times, at `place` ("1": anywhere).
void add_hours(const OpenFilter& filter, std::string_view place, Conditions& conditions) {
  Sql hours;
  if (filter.day) hours.add(" AND days & ? <> 0", {std::int64_t{*filter.day}});
  if (filter.start_time) hours.add(" AND opens >= ?", {std::int64_t{filter.start_time->value}});
  if (filter.end_time) hours.add(" AND closes <= ?", {std::int64_t{filter.end_time->value}});
  if (hours.text.empty()) return;
  conditions.add(fmt::format("EXISTS (SELECT 1 FROM hours WHERE service = s.number AND {}{})",
                             place, hours.text),
                 hours.values);
}

/// Where a service says which areas it covers, one of them; else its site's own municipality.
void add_coverage(const OpenFilter& filter, Conditions& conditions) {
  Sql names;
  for (const std::string& name : filter.area_names)
    names.add(names.text.empty() ? "?" : ", ?", {name});
  const catalog::Place& near = *filter.near;
  names.values.insert(names.values.end(),
                      {std::int64_t{near.postcode4}, near.municipality, near.municipality});
  conditions.add(fmt::format("CASE WHEN {0}) THEN {0} AND id IN ({1}))"
                             " ELSE p.postcode4 = ? OR (? <> '' AND p.municipality = ?) END",
                             label(OpenLabel::kArea), names.text),
                 names.values);
}

void add_nearness(const OpenFilter& filter, Conditions& conditions) {
  if (!filter.near) return;
  if (!filter.proximity) return add_coverage(filter, conditions);
  const double latitude = filter.near->point.latitude;
  const double reach = filter.proximity->value / kMetersPerDegree;
  conditions.add("p.latitude BETWEEN ? AND ?", {latitude - reach, latitude + reach});
}

/// A column that tells whether the source's terms hold the one that is asked.
Sql source_term(const OpenFilter& filter) {
  if (filter.taxonomy_term_id.empty()) return {"0", {}};
  return {label(OpenLabel::kTerm) + " AND id = ?)", {filter.taxonomy_term_id}};
}

/// What a statement cannot ask, as Kring's own terms stand in the index.
class OwnTermTest {
 public:
  explicit OwnTermTest(const OpenFilter& filter)
      : filter_(filter),
        asks_taxonomy_(asks_own_taxonomy(filter)),
        asks_term_(!filter.taxonomy_term_id.empty()) {}

  [[nodiscard]] bool asks_nothing() const { return !asks_taxonomy_ && !asks_term_; }

  /// Of a row with the service's id and its source_term().
  [[nodiscard]] bool passes(const Statement& row, int id, int source_term) const {
    const bool asks_term = asks_term_ && row.integer(source_term) == 0;
    if (!asks_taxonomy_ && !asks_term) return true;
    const std::vector<std::string> own = filter_.own_terms(row.text(id));
    return !own.empty()
           && (!asks_term
               || std::find(own.begin(), own.end(), filter_.taxonomy_term_id) != own.end());
  }

 private:
  const OpenFilter& filter_;
  bool asks_taxonomy_;
  bool asks_term_;
};

bool holds(OpenSpan span, std::size_t place) {
  return place >= span.begin && place < span.end;
}

Conditions service_conditions(const OpenFilter& filter) {
  Conditions conditions;
  add_facts(filter, conditions);
  add_hours(filter, "1", conditions);
  return conditions;
}

OpenService read_service(const Statement& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3)};
}

}  // namespace

OpenPage find_services(Database& list, const OpenFilter& filter, OpenSpan span) {
  const Conditions conditions = service_conditions(filter);
  const Sql term = source_term(filter);
  Sql sql{"SELECT s.id, ", {}};
  sql.add(term.text, term.values).add(" FROM service s");
  sql.add(conditions.sql().text, conditions.sql().values).add(" ORDER BY s.id");
  const OwnTermTest own_terms(filter);
  OpenPage page;
  for (Statement row = prepare(list, sql); row.step();) {
    if (!own_terms.passes(row, 0, 1)) continue;
    if (holds(span, page.total++)) page.ids.push_back(row.text(0));
  }
  return page;
}

OpenPage find_organizations(Database& list, const OpenFilter& filter, OpenSpan span) {
  Conditions conditions = service_conditions(filter);
  conditions.add("s.organization_id <> ''");
  const OwnTermTest own_terms(filter);
  const Sql term = source_term(filter);
  // A row an organisation, or a row a service where each must be asked for.
  Sql sql{own_terms.asks_nothing() ? "SELECT DISTINCT s.organization_id"
                                   : "SELECT s.organization_id, s.id, " + term.text,
          {}};
  if (!own_terms.asks_nothing()) sql.add("", term.values);
  sql.add(" FROM service s").add(conditions.sql().text, conditions.sql().values);
  sql.add(" ORDER BY s.organization_id");
  OpenPage page;
  std::string last;  // that passed
  for (Statement row = prepare(list, sql); row.step();) {
    if (!own_terms.asks_nothing()) {
      std::string id = row.text(0);
      if (id == last || !own_terms.passes(row, 1, 2)) continue;
      last = std::move(id);
    }
    if (holds(span, page.total++)) page.ids.push_back(row.text(0));
  }
  return page;
}

OpenSitePage find_sites(Database& list, const OpenFilter& filter, OpenSpan span) {
  Conditions conditions;
  add_facts(filter, conditions);
  add_hours(filter, "place = p.place", conditions);
  add_nearness(filter, conditions);
  const OwnTermTest own_terms(filter);
  const bool asks_service = !conditions.asks_nothing() || !own_terms.asks_nothing();
  conditions.add(
      "NOT EXISTS (SELECT 1 FROM site o WHERE o.id = p.id"
      " AND (o.service_id, o.place) < (p.service_id, p.place))");
  const Sql term = source_term(filter);
  Sql sql{"SELECT p.service_id, p.place, p.latitude, p.longitude, ", {}};
  sql.add(term.text, term.values).add(" FROM site p");
  if (asks_service) sql.add(" JOIN service s ON s.id = p.service_id");
  sql.add(conditions.sql().text, conditions.sql().values).add(" ORDER BY p.id");
  OpenSitePage page;
  for (Statement row = prepare(list, sql); row.step();) {
    const bool is_near =
        !filter.near || !filter.proximity
        || catalog::distance_between(filter.near->point, {row.real(2), row.real(3)})
               <= *filter.proximity;
    if (!is_near || !own_terms.passes(row, 0, 4)) continue;
    if (holds(span, page.total++))
      page.sites.push_back({row.text(0), static_cast<std::size_t>(row.integer(1))});
  }
  return page;
}

std::vector<OpenService> read_services(Database& list, const std::vector<std::string>& ids) {
  Statement select(list, "SELECT id, name, status, last_modified FROM service WHERE id = ?");
  std::vector<OpenService> services;
  for (const std::string& id : ids) {
    select.bind(1, id);
    if (select.step()) services.push_back(read_service(select));
    select.reset();
  }
  return services;
}

std::vector<OpenService> read_services_of(Database& list, const std::string& organization_id) {
  Statement select(list,
                   "SELECT id, name, status, last_modified FROM service"
                   " WHERE organization_id = ? ORDER BY id");
  select.bind(1, organization_id);
  std::vector<OpenService> services;
  while (select.step())
    services.push_back(read_service(select));
  return services;
}

std::optional<OpenSite> find_site(Database& list, const std::string& id) {
  Statement select(list,
                   "SELECT service_id, place FROM site WHERE id = ?"
                   " ORDER BY service_id, place LIMIT 1");
  select.bind(1, id);
  if (!select.step()) return std::nullopt;
  return OpenSite{select.text(0), static_cast<std::size_t>(select.integer(1))};
}

}  // namespace kring::service
