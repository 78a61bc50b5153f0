// How does a match read in a terminal?
#pragma once

#include <string>

#include "engine/answer.h"
#include "engine/profile.h"

namespace kring::service {

/// What the person asks, in Dutch lines. Only for invented persons: it repeats the profile.
std::string describe_person(const engine::Profile& profile);

/// The portfolio of `answer` in Dutch lines: name, why, what to ask, when and how to get there.
std::string describe_answer(const engine::MatchAnswer& answer);

}  // namespace kring::service
