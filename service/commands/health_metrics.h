// What do catalogue, index and feeds tell to who watches them?
#pragma once

#include <string>

#include "service/current_matcher.h"
#include "service/log.h"

namespace kring::service {

/// In Prometheus' text format: whether an index answers, its revision beside the catalogue's, when
/// the one in the folder `index` was put there, whether the catalogue can be read, and how each
/// feed does.
std::string read_health_metrics(const std::string& catalog,
                                const std::string& index,
                                const CurrentMatcher& matchers);

/// How many lines of the log nobody read in time.
std::string write_log_metrics(const Log& log);

}  // namespace kring::service
