// How does a running service keep its index up to the catalogue?
#pragma once

#include <stop_token>
#include <string>

#include "service/log.h"
#include "service/rim.h"

namespace kring::service {

struct FollowOptions {
  std::string catalog;
  std::string index;
  Clock clock;
};

/// Brings the index up to the catalogue where its revision moved, the day changed or there is none
/// yet; whether it had to. Leaves early, with the old index, where `stop` asks. Throws
/// catalog::Error: locked, gone, damaged.
bool follow_catalog(const FollowOptions& options, const std::stop_token& stop, const Log& log);

}  // namespace kring::service
