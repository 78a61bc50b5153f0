// Which smallest change of wishes would open more?
#pragma once

#include <vector>

#include "engine/answer.h"
#include "engine/candidates.h"
#include "engine/understanding.h"
#include "indexer/language/analysis.h"

namespace kring::engine {

inline constexpr std::size_t kEnoughGood =
    3;  ///< good matches from which nothing needs to be relaxed
inline constexpr std::size_t kMaxRelaxations = 3;
inline constexpr std::size_t kMaxExamples = 3;

/// First for the wishes that nothing in `passed` answers: of each limit (travel time by way of
/// travel, form, hours, cost) the smallest change, however far, that opens activities about such a
/// wish, with its name; in the order of the wishes. Where there are none, the smallest single
/// change of each limit that opens activities which fit well; where no single one does, the widest
/// two together; empty where at least kEnoughGood of `passed` fit well. Most opened first, then the
/// contract's order of wishes; duplicates count once. Each is a change of the profile as it was
/// filled in: of a limit that only words say it fills in a wider one. Age, safety, avoid and
/// eligibility are never touched; start_within_days and group_size remove nothing, so that changing
/// them opens nothing.
std::vector<Relaxation> find_relaxations(const ScoreContext& context,
                                         const Passed& passed,
                                         const Understood& understood,
                                         const indexer::Analyser& analyser);

}  // namespace kring::engine
