// Which invented persons does the bench ask for?
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/profile.h"

namespace kring::bench {

/// `count` profiles, all different in postcode, age, needs, travel and limits; dated `date`.
std::vector<engine::Profile> make_profiles(std::size_t count,
                                           std::uint64_t seed,
                                           catalog::Date date);

}  // namespace kring::bench
