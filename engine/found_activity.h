// What does the index tell of one activity that is asked for by its id?
#pragma once

#include <optional>

#include "catalog/activity.h"
#include "catalog/json.h"

namespace kring::engine {

/// A record, and what other records of the same activity say.
struct FoundActivity {
  catalog::Activity activity;
  std::optional<catalog::ActivityId>
      represented_by;       ///< the record that answers show in its place; absent: itself
  catalog::Json same_as;    ///< [{"id", "source"}] of the other records; [] where there are none
  catalog::Json conflicts;  ///< by field, which record says what (catalog/duplicates/conflicts.h)
};

/// catalog/activity_json.h's members, then same_as, represented_by and conflicts.
catalog::Json to_json(const FoundActivity& found);

}  // namespace kring::engine
