#include "catalog/store/source_table.h"

#include <string>
#include <utility>

#include "catalog/store/revisions.h"

namespace kring::catalog::store {

namespace {

constexpr const char* kSelect =
    "SELECT name, publisher, licence, attribution, may_pass_on FROM source";

SourceTerms read_row(const Statement& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), static_cast<Answer>(row.integer(4))};
}

std::optional<SourceTerms> find_terms(Database& database, const std::string& source) {
  Statement select(database, std::string(kSelect) + " WHERE name = ?");
  select.bind(1, source);
  return select.step() ? std::optional(read_row(select)) : std::nullopt;
}

const std::string& said_or(const std::string& said, const std::string& before) {
  return said.empty() ? before : said;
}

SourceTerms merge(const SourceTerms& said, const SourceTerms& before) {
  return {said.source, said_or(said.publisher, before.publisher),
          said_or(said.licence, before.licence), said_or(said.attribution, before.attribution),
          said.may_pass_on == Answer::kUnknown ? before.may_pass_on : said.may_pass_on};
}

void write_terms(Database& database, const SourceTerms& terms) {
  Statement remove(database, "DELETE FROM source WHERE name = ?");
  remove.bind(1, terms.source).run();
  Statement insert(database,
                   "INSERT INTO source (name, publisher, licence, attribution, may_pass_on) VALUES "
                   "(?, ?, ?, ?, ?)");
  insert.bind(1, terms.source)
      .bind(2, terms.publisher)
      .bind(3, terms.licence)
      .bind(4, terms.attribution);
  insert.bind(5, static_cast<std::int64_t>(terms.may_pass_on)).run();
}

/// Whoever follows the catalogue by its revisions sees each record again, on its new terms.
void touch_activities(Database& database, const std::string& source, const Author& author) {
  Statement select(database,
                   "SELECT id FROM activity WHERE source = ? AND state = 'live' ORDER BY id");
  select.bind(1, source);
  std::vector<std::string> ids;
  while (select.step()) {
    ids.push_back(select.text(0));
  }
  RevisionLog log(database, author);
  Statement update(database, "UPDATE activity SET revision = ? WHERE id = ?");
  for (const std::string& id : ids) {
    update.bind(1, log.append({source, id, "changed", {"terms"}}).number).bind(2, id).run();
  }
}

}  // namespace

std::vector<SourceTerms> read_source_terms(Database& database) {
  Statement select(database, std::string(kSelect) + " ORDER BY name");
  std::vector<SourceTerms> terms;
  while (select.step()) {
    terms.push_back(read_row(select));
  }
  return terms;
}

void put_source_terms(Database& database, const SourceTerms& said, const Author& author) {
  const SourceTerms before = find_terms(database, said.source).value_or(SourceTerms{});
  const SourceTerms now = merge(said, before);
  if (now == before) return;
  write_terms(database, now);
  touch_activities(database, said.source, author);
}

}  // namespace kring::catalog::store
