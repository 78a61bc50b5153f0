#include "catalog/store/duplicate_links.h"

#include "catalog/json.h"

namespace kring::catalog::store {

namespace {

using duplicates::LinkState;
using duplicates::Part;
using duplicates::PartScore;

std::string write_parts(const std::vector<PartScore>& parts) {
  Json::Array list;
  for (const PartScore& part : parts) {
    list.push_back(Json::Object{{"name", duplicates::name_of(part.part)},
                                {"value", Json(static_cast<std::int64_t>(part.value))},
                                {"points", Json(static_cast<std::int64_t>(part.points))}});
  }
  return write_json(Json(std::move(list)));
}

std::int32_t number_of(const Json& json) {
  return static_cast<std::int32_t>(json.integer().value_or(0));
}

std::vector<PartScore> read_parts(const std::string& text) {
  std::vector<PartScore> parts;
  const Result<Json> json = parse_json(text);
  if (!json) return parts;
  for (const Json& entry : json->array()) {
    const std::optional<Part> part = duplicates::find_part(entry["name"].string().value_or(""));
    if (part) parts.push_back({*part, number_of(entry["value"]), number_of(entry["points"])});
  }
  return parts;
}

LinkState state_of(const std::string& name) {
  for (const LinkState state : {LinkState::kConfirmed, LinkState::kRejected}) {
    if (name == duplicates::name_of(state)) return state;
  }
  return LinkState::kFound;
}

}  // namespace

std::vector<DuplicateLink> read_links(Database& database) {
  Statement select(database,
                   "SELECT first_id, second_id, score, parts, l.state, who, changed_at"
                   " FROM duplicate_link l"
                   " JOIN activity a ON a.id = first_id AND a.state = 'live'"
                   " JOIN activity b ON b.id = second_id AND b.state = 'live'"
                   " ORDER BY first_id, second_id");
  std::vector<DuplicateLink> links;
  while (select.step()) {
    const Score score{static_cast<std::int32_t>(select.integer(2))};
    links.push_back({ActivityId{select.text(0)},
                     ActivityId{select.text(1)},
                     {score, read_parts(select.text(3))},
                     state_of(select.text(4)),
                     select.text(5),
                     select.text(6)});
  }
  return links;
}

std::vector<duplicates::Tie> read_ties(Database& database) {
  Statement select(database,
                   "SELECT first_id, second_id, score, l.state FROM duplicate_link l"
                   " JOIN activity a ON a.id = first_id AND a.state = 'live'"
                   " JOIN activity b ON b.id = second_id AND b.state = 'live'"
                   " ORDER BY first_id, second_id");
  std::vector<duplicates::Tie> ties;
  while (select.step()) {
    ties.push_back({ActivityId{select.text(0)}, ActivityId{select.text(1)},
                    static_cast<std::int32_t>(select.integer(2)), state_of(select.text(3))});
  }
  return ties;
}

LinkWriter::LinkWriter(Database& database)
    : forget_(
        database,
        "DELETE FROM duplicate_link WHERE state = 'found' AND (first_id = ? OR second_id = ?)"),
      find_(
          database,
          "SELECT 1 FROM duplicate_link WHERE first_id = ? AND second_id = ? AND state <> 'found'"),
      remove_(database, "DELETE FROM duplicate_link WHERE first_id = ? AND second_id = ?"),
      insert_(database,
              "INSERT INTO duplicate_link (first_id, second_id, score, parts, state, who,"
              " changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)") {}

void LinkWriter::forget_found(const ActivityId& id) {
  forget_.bind(1, id.value).bind(2, id.value).run();
}

bool LinkWriter::add_found(const DuplicateLink& link) {
  if (is_decided(link)) return false;
  insert(link);
  return true;
}

void LinkWriter::decide(const DuplicateLink& link) {
  remove_.bind(1, link.first.value).bind(2, link.second.value).run();
  insert(link);
}

bool LinkWriter::is_decided(const DuplicateLink& link) {
  find_.bind(1, link.first.value).bind(2, link.second.value);
  const bool is_found = find_.step();
  find_.reset();
  return is_found;
}

void LinkWriter::insert(const DuplicateLink& link) {
  insert_.bind(1, link.first.value)
      .bind(2, link.second.value)
      .bind(3, static_cast<std::int64_t>(link.score.score.points))
      .bind(4, write_parts(link.score.parts))
      .bind(5, duplicates::name_of(link.state))
      .bind(6, link.who)
      .bind(7, link.at)
      .run();
}

}  // namespace kring::catalog::store
