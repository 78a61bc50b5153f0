// Which few activities together cover the most?
#pragma once

#include <cstddef>
#include <vector>

#include "engine/candidates.h"

namespace kring::engine {

inline constexpr std::size_t kMaxPortfolio = 5;
inline constexpr std::size_t kMinPortfolio = 3;
inline constexpr std::size_t kPortfolioDepth = 50;  ///< of the ranking

/// Places in `ranked` of the chosen, in the order chosen. Greedy by marginal gain:
///   cover(S) = sum over needs of priority x best strength in S  +  sum over gaps of gap x best
///   offer in S / 10,000
/// each step takes what adds the most cover and portfolio_score_share x score together; equal gains
/// go to the better rank. Coverage is monotone and submodular, so the greedy choice reaches at
/// least 1 - 1/e of the best (Nemhauser, Wolsey, Fisher 1978). At most two of one organisation.
/// Stops at kMaxPortfolio, or from kMinPortfolio on when nothing more is covered.
std::vector<std::size_t> choose_portfolio(const ScoreContext& context,
                                          const std::vector<Candidate>& ranked);

}  // namespace kring::engine
