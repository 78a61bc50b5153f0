// What does the index tell of one activity that is asked for by its id?
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalog/activity.h"
#include "catalog/days_off.h"
#include "catalog/json.h"
#include "catalog/quantity.h"
#include "engine/profile.h"

namespace kring::engine {

/// A record, what its text tells besides, and what other records of the same activity say.
struct FoundActivity {
  catalog::Activity activity;
  std::string source;  ///< the name of the source that the record is of
  std::optional<catalog::ActivityId>
      represented_by;       ///< the record that answers show in its place; absent: itself
  catalog::Json same_as;    ///< [{"id", "source"}] of the other records; [] where there are none
  catalog::Json conflicts;  ///< by field, which record says what (catalog/duplicates/conflicts.h)
  std::optional<Gender> only_for;   ///< kWoman or kMan; absent: it keeps neither out
  std::vector<std::string> spoken;  ///< languages, BCP 47 primary subtags; empty: not known
  std::string written_in;           ///< "nl" or "en", what it says of itself; "": another language
  std::optional<catalog::Cents>
      told_cost;  ///< of a meeting; of a record whose fields name no price
  /// Days on which its texts say that there is nothing: by text, of those that say any.
  std::map<std::string, catalog::DaysOff> days_off;
  std::vector<catalog::Schedule> told_hours;  ///< of a record whose schedules state none
};

/// catalog/activity_json.h's members, then same_as, represented_by and conflicts; only_for, spoken,
/// written_in and told_cost where they are known.
catalog::Json to_json(const FoundActivity& found);

}  // namespace kring::engine
