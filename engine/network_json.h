// How is a social network map read from JSON?
#pragma once

#include <string>

#include "catalog/json.h"
#include "catalog/result.h"
#include "engine/profile.h"

namespace kring::engine {

/// Adds each fault to `problems`, under `pointer`; ids that two contacts share and ties to unknown
/// contacts are faults too.
Network read_network(const catalog::Json& json,
                     const std::string& pointer,
                     catalog::Problems& problems);

}  // namespace kring::engine
