// What do catalogue, index and feeds tell to who watches them?
#pragma once

#include <string>

#include "service/current_matcher.h"

namespace kring::service {

/// In Prometheus' text format: whether an index answers, its revision beside the catalogue's, when
/// the one in the folder `index` was put there, whether the catalogue can be read, and how each feed
/// does.
std::string read_health_metrics(const std::string& catalog,
                                const std::string& index,
                                const CurrentMatcher& matchers);

}  // namespace kring::service
