#include "catalog/formats/schema_org_own.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "catalog/formats/event_place.h"

namespace kring::catalog::formats {

namespace {

/// Members that the node tells in another way: a date as one of several, a text in the description.
constexpr std::array<std::string_view, 9> kToldElsewhere = {
    "startDate", "endDate",      "duration", "eventSchedule",       "subEvent",
    "keywords",  "meetingPoint", "offer",    "attendeeInstructions"};

/// Members whose objects are compared one by one.
constexpr std::array<std::string_view, 6> kParts = {"location", "address",   "geo",
                                                    "offers",   "organizer", "provider"};

template <class Names>
bool has_name(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_of_person(const Json& value) {
  return is_of_type(value, "Person") || is_of_type(value, "ContactPoint");
}

/// `value` without the persons in it.
Json impersonal(const Json& value) {
  if (value.is_array()) {
    Json::Array kept;
    for (const Json& element : value.array()) {
      if (!is_of_person(element)) kept.push_back(impersonal(element));
    }
    return {std::move(kept)};
  }
  if (!value.is_object()) return value;
  Json kept{Json::Object{}};
  for (const auto& [name, member] : value.object()) {
    if (!is_of_person(member)) kept.set(name, impersonal(member));
  }
  return kept;
}

void add_absent(const Json& given, Json& written);

/// Object by object; lists of other lengths are not of the same things.
void add_to_part(const Json& given, Json& written) {
  if (given.is_object() && written.is_object()) {
    add_absent(given, written);
    return;
  }
  if (given.array().size() != written.array().size()) return;
  Json::Array parts = written.array();
  for (std::size_t index = 0; index < parts.size(); ++index) {
    if (given.array()[index].is_object() && parts[index].is_object()) {
      add_absent(given.array()[index], parts[index]);
    }
  }
  if (!parts.empty()) written = Json(std::move(parts));
}

void add_absent(const Json& given, Json& written) {
  for (const auto& [name, value] : given.object()) {
    if (written.find(name) == nullptr) {
      written.set(name, value);
    } else if (has_name(kParts, name)) {
      Json part = written[name];
      add_to_part(value, part);
      written.set(name, std::move(part));
    }
  }
}

}  // namespace

void add_own_members(const StoredActivity& stored, Json& node) {
  if (stored.format != "schema-org") return;
  const Result<Json> document = parse_json(stored.document);
  if (!document || document->array().empty()) return;
  const Json given = impersonal(document->array().front());
  Json own{Json::Object{}};
  for (const auto& [name, value] : given.object()) {
    if (!name.starts_with('@') && !has_name(kToldElsewhere, name)) own.set(name, value);
  }
  add_absent(own, node);
}

}  // namespace kring::catalog::formats
