// Which few activities together cover the most?
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/candidates.h"

namespace kring::engine {

inline constexpr std::size_t kMaxPortfolio = 5;
inline constexpr std::size_t kMinPortfolio = 3;
inline constexpr std::size_t kPortfolioDepth = 50;  ///< of the ranking

/// Greedy by marginal gain:
///   cover(S) = sum over needs of priority x best strength in S  +  sum over gaps of gap x best
///   offer in S / 10,000
/// each step takes what adds the most cover and portfolio_score_share x score together; equal gains
/// go to the better rank. Cover and scores are monotone and submodular, so the greedy choice of a
/// number of activities reaches at least 1 - 1/e of the best (Nemhauser, Wolsey, Fisher 1978), and
/// half of it where at most two may be of one organisation, a partition matroid (Fisher, Nemhauser,
/// Wolsey 1978). Variants of one activity (the same subjects, or a shared one at the same place) do
/// not stand beside each other, nor what is for a group to which the person does not belong; these
/// rules are outside the guarantee. From kMinPortfolio on it stops
/// when nothing more is covered, or by what scores less than portfolio_worth of the best. One that
/// starts early joins where none does.
/// Returns places in `ranked`, in the order chosen.
std::vector<std::size_t> choose_portfolio(const ScoreContext& context,
                                          const std::vector<Candidate>& ranked);

/// Whether one can surely be there soon (within the person's own limit, else a fortnight) without
/// anyone's referral.
bool starts_early(const ScoreContext& context, const Candidate& candidate);

/// Whether one of the chosen (places in `ranked`) starts early.
bool has_early_start(const ScoreContext& context,
                     const std::vector<Candidate>& ranked,
                     const std::vector<std::size_t>& chosen);

/// Whether one waits for it longer than the person can, or longer than four weeks.
bool has_long_wait(const ScoreContext& context, const Candidate& candidate);

}  // namespace kring::engine
