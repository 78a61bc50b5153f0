// How is a social network map read from JSON?
#pragma once

#include <string>

#include "catalog/json.h"
#include "catalog/result.h"
#include "engine/profile.h"

namespace kring::engine {

/// Adds each fault to `problems`, under `pointer`; ids that two contacts share, ties to unknown
/// contacts and of a contact with itself are faults too.
Network read_network(const catalog::Json& json,
                     const std::string& pointer,
                     catalog::Problems& problems);

/// Adds a fault where the earlier map is dated after the map of now.
void check_order(const Network& network, const Network& before, catalog::Problems& problems);

}  // namespace kring::engine
