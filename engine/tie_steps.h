// Which steps lead to seeing a contact more?
#pragma once

#include <optional>
#include <vector>

#include "engine/answer.h"
#include "engine/profile.h"

namespace kring::engine {

/// Choose, rehearse, ask, look back (the steps that the Dutch training shows, field facts 3.3),
/// each with who and when. requires: profile.date is set.
std::vector<TieStep> make_tie_steps(const Contact& contact,
                                    const std::optional<Occasion>& occasion,
                                    const Profile& profile);

}  // namespace kring::engine
