// Which wishes does nothing that fits answer, and what are they called?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/candidates.h"

namespace kring::engine {

/// Places in `asked.needs` of those for which none of `sites` does anything, not even by what is
/// near to them.
std::vector<std::size_t> find_unanswered(const ScoreContext& context,
                                         const std::vector<Feasible>& sites);

/// Whether the site is about what the need asks, not merely near to it.
bool is_about(const AskedNeed& need, const SiteAt& at);

/// "Spel en hobby": the concept that the need names, else those of its words.
std::string name_need(const Asked& asked, const AskedNeed& need);

}  // namespace kring::engine
