// In which fields do the members of a set say different things?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "catalog/json.h"

namespace kring::catalog::duplicates {

/// A member of a set, as its conflicts are told.
struct Member {
  Activity activity;
  std::string source;
};

/// What one member says of a field.
struct Saying {
  ActivityId id;
  std::string source;
  std::optional<Date> checked_on;
  std::string value;  ///< as written; never empty
  bool operator==(const Saying&) const = default;
};

struct Conflict {
  std::string_view field;  ///< name of the activity's member: "phones", "schedules", …
  std::vector<Saying> sayings;
  bool operator==(const Conflict&) const = default;
};

/// Fields in a fixed order; sayings in the order of `members`. Who says nothing of a field is not
/// in conflict, nor is who says the same in another spelling.
std::vector<Conflict> conflicts_of(const std::vector<Member>& members);

/// [{"field", "values": [{"id", "source", "checked_on", "value"}]}]
Json conflicts_to_json(const std::vector<Conflict>& conflicts);

}  // namespace kring::catalog::duplicates
