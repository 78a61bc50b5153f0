#include "catalog/store/place_table.h"

#include "catalog/store/revisions.h"

namespace kring::catalog::store {

namespace {

void bind_place(Statement& statement, const Place& place) {
  statement.bind(1, place.name)
      .bind(2, place.municipality)
      .bind(3, place.municipality_code)
      .bind(4, place.point.latitude)
      .bind(5, place.point.longitude)
      .bind(6, static_cast<std::int64_t>(place.is_learned ? 1 : 0))
      .bind(7, static_cast<std::int64_t>(place.postcode4));
}

}  // namespace

std::vector<Place> read_places(Database& database) {
  Statement select(
      database,
      "SELECT postcode4, name, municipality, municipality_code, latitude, longitude, is_learned"
      " FROM place ORDER BY postcode4");
  std::vector<Place> rows;
  while (select.step()) {
    rows.push_back({static_cast<int>(select.integer(0)), select.text(1), select.text(2),
                    select.text(3), Point{select.real(4), select.real(5)}, select.integer(6) != 0});
  }
  return rows;
}

Revision places_revision(Database& database) {
  Statement select(database, "SELECT coalesce(max(number), 0) FROM revision WHERE kind = 'places'");
  select.step();
  return Revision{select.integer(0)};
}

void put_places(Database& database, const std::vector<Place>& rows, const Author& author) {
  const Places present(read_places(database));
  Statement update(
      database,
      "UPDATE place SET name = ?, municipality = ?, municipality_code = ?, latitude = ?,"
      " longitude = ?, is_learned = ? WHERE postcode4 = ?");
  Statement insert(
      database,
      "INSERT INTO place (name, municipality, municipality_code, latitude, longitude, is_learned,"
      " postcode4) VALUES (?, ?, ?, ?, ?, ?, ?)");
  bool has_changed = false;
  const Places wanted(rows);  // of several rows with one postcode the first stays
  for (const Place& place : wanted.rows()) {
    const Place* before = present.find(place.postcode4);
    if (before != nullptr && *before == place) {
      continue;
    }
    Statement& write = before == nullptr ? insert : update;
    bind_place(write, place);
    write.run();
    has_changed = true;
  }
  if (has_changed) {
    RevisionLog(database, author).append({"", "", "places", {}});
  }
}

}  // namespace kring::catalog::store
