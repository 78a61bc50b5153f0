// How is a practical limit written as the profile has it?
#pragma once

#include <vector>

#include "catalog/json.h"
#include "engine/profile.h"

namespace kring::engine {

catalog::Json write_hours(const std::vector<WeekHours>& hours);
catalog::Json write_travel(const std::vector<Travel>& travel);

}  // namespace kring::engine
