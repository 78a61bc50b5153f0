// What does the index keep of an activity to show it?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "catalog/json.h"

namespace kring::indexer {

/// Another record of the same activity.
struct SameAs {
  catalog::ActivityId id;
  std::string source;
  bool operator==(const SameAs&) const = default;
};

struct Record {
  catalog::Activity activity;
  std::string source;
  catalog::ActivityId representative;  ///< which stands for its duplicates; without any, itself
  std::vector<SameAs> same_as;         ///< its duplicates, by id
  catalog::Json conflicts;  ///< what they say otherwise, as catalog/duplicates/conflicts.h writes
                            ///< it; null without duplicates
};

/// [{"id", "source"}]
catalog::Json write_same_as(const std::vector<SameAs>& same_as);

std::string write_record(const Record& record);

/// requires: `stored` was made by write_record. Throws catalog::Error where it is damaged.
Record read_record(std::string_view stored);

}  // namespace kring::indexer
