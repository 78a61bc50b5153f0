// Which contact could be seen more, and how?
#pragma once

#include <vector>

#include "engine/answer.h"
#include "engine/candidates.h"

namespace kring::engine {

inline constexpr std::size_t kMaxTies = 3;

/// Contacts that the person wants to see more, best first: those that support most and are nearest.
/// Never one that the person wants to see less or not at all, nor one that is nearly always
/// critical, nor a professional, pet or place.
std::vector<TieSuggestion> suggest_ties(const Profile& profile,
                                        const std::vector<Candidate>& ranked);

}  // namespace kring::engine
