// How does a running service fetch its feeds when they are due?
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "service/log.h"
#include "service/rim.h"

namespace kring::service {

/// [harvest] of the configuration.
struct HarvestSchedule {
  std::vector<std::string> allowed_hosts;  ///< for every feed, besides its own
  std::vector<std::string> private_hosts;  ///< likewise

  bool operator==(const HarvestSchedule&) const = default;
};

/// What a background task has around it.
struct HarvestSurroundings {
  Clock clock;
  std::stop_token stop;
  Log log;
};

/// Harvests each feed whose schedule says so, one after the other; each is logged, and a failing
/// one keeps no other from its turn. Throws catalog::Error: the catalogue is locked, gone, damaged,
/// or harvested by another program.
void harvest_due(const std::string& catalog,
                 const HarvestSchedule& schedule,
                 const HarvestSurroundings& surroundings);

}  // namespace kring::service
