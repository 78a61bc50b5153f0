// What does the index keep of an activity to show it?
#pragma once

#include <string>
#include <string_view>

#include "catalog/activity.h"

namespace kring::indexer {

struct Record {
  catalog::Activity activity;
  std::string source;
};

std::string write_record(const Record& record);

/// requires: `stored` was made by write_record. Throws catalog::Error where it is damaged.
Record read_record(std::string_view stored);

}  // namespace kring::indexer
