// What is each member of a portfolio there for?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/answer.h"
#include "engine/candidates.h"
#include "engine/understanding.h"

namespace kring::engine {

/// By member of `chosen` (places in `ranked`): the needs and gaps that it adds to those before it,
/// whether it is the early start or the bridge over the best one's wait, and its step on the ladder
/// for who needs an easy beginning (fear of groups, low energy, or support at the first step): one
/// person first, then a small group, then an open one.
std::vector<PortfolioEntry> tell_portfolio(const ScoreContext& context,
                                           const std::vector<Candidate>& ranked,
                                           const std::vector<std::size_t>& chosen,
                                           const Understood& understood);

/// What the answer lacks, said to the person: needs that nothing of `sites` answers, and no early
/// start without a referral. "" where it lacks nothing.
std::string tell_lacking(const ScoreContext& context,
                         const std::vector<Feasible>& sites,
                         const std::vector<Candidate>& ranked,
                         const std::vector<std::size_t>& chosen);

}  // namespace kring::engine
