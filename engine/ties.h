// Which contact could be seen more, and how?
#pragma once

#include <vector>

#include "engine/answer.h"
#include "engine/candidates.h"
#include "engine/tie_occasion.h"

namespace kring::engine {

inline constexpr std::size_t kMaxTies = 3;

/// Contacts to see more, best first. Those come first whom the person wants to see more; after them
/// those of whom no wish is known, who are close and known long but hardly seen. Never one that the
/// person wants to see less or not at all, nor one that is nearly always critical, nor one that was
/// tried, nor a professional, pet, place or group.
std::vector<TieSuggestion> suggest_ties(const TieContext& context,
                                        const std::vector<Candidate>& ranked);

}  // namespace kring::engine
