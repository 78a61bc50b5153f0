// What would lift a match to a higher place?
#pragma once

#include <optional>
#include <vector>

#include "engine/answer.h"
#include "engine/candidates.h"
#include "engine/understanding.h"

namespace kring::engine {

/// By place in `ranked`: the change of one wish (one more day of the week,
/// no preference of size, a later start) that lifts the activity most, and the rank that it would
/// have then among `ranked`. Absent where no change lifts it to the first place or by at least
/// kWorthLifting places. Only what is ranked now is ranked again: what a wider wish would let in is
/// the relaxations' matter.
std::vector<std::optional<Counterfactual>> find_counterfactuals(
    const ScoreContext& context,
    const std::vector<Candidate>& ranked,
    const Understood& understood);

inline constexpr int kWorthLifting = 2;

}  // namespace kring::engine
