#include "engine/portfolio.h"

#include <algorithm>
#include <optional>

namespace kring::engine {
namespace {

constexpr int kMaxOfOneOrganization = 2;

// What a set covers so far: of each need and each gap, the best found.
struct Cover {
  std::vector<std::int64_t> needs;
  std::array<std::int64_t, indexer::kOfferCount> offers{};
};

std::int64_t offer_of(const Candidate& candidate, std::size_t k) {
  return candidate.at.features().offers[candidate.at.activity * indexer::kOfferCount + k];
}

std::int64_t gain_of(const ScoreContext& context, const Cover& cover, const Candidate& candidate) {
  std::int64_t gain = 0;
  for (std::size_t n = 0; n < context.needs.size(); ++n) {
    const AnsweredNeed& need = context.needs[n];
    gain += need.priority
            * std::max<std::int64_t>(0, need_strength(need, candidate.at) - cover.needs[n]);
  }
  for (std::size_t k = 0; k < indexer::kOfferCount; ++k) {
    gain += context.gaps[k] * std::max<std::int64_t>(0, offer_of(candidate, k) - cover.offers[k])
            / catalog::kScoreOne;
  }
  return gain;
}

void add_to(Cover& cover, const ScoreContext& context, const Candidate& candidate) {
  for (std::size_t n = 0; n < context.needs.size(); ++n) {
    cover.needs[n] =
        std::max<std::int64_t>(cover.needs[n], need_strength(context.needs[n], candidate.at));
  }
  for (std::size_t k = 0; k < indexer::kOfferCount; ++k) {
    cover.offers[k] = std::max(cover.offers[k], offer_of(candidate, k));
  }
}

std::uint64_t organization_of(const Candidate& candidate) {
  return candidate.at.features().organization[candidate.at.activity];
}

bool may_join(const std::vector<std::size_t>& chosen,
              const std::vector<Candidate>& ranked,
              std::size_t i) {
  if (std::find(chosen.begin(), chosen.end(), i) != chosen.end()) return false;
  const auto of_same = std::count_if(chosen.begin(), chosen.end(), [&](std::size_t c) {
    return organization_of(ranked[c]) == organization_of(ranked[i]);
  });
  return of_same < kMaxOfOneOrganization;
}

}  // namespace

std::vector<std::size_t> choose_portfolio(const ScoreContext& context,
                                          const std::vector<Candidate>& ranked) {
  Cover cover;
  cover.needs.resize(context.needs.size());
  std::vector<std::size_t> chosen;
  const std::size_t depth = std::min(ranked.size(), kPortfolioDepth);
  while (chosen.size() < std::min(kMaxPortfolio, depth)) {
    std::optional<std::size_t> best;
    std::int64_t best_value = 0;
    for (std::size_t i = 0; i < depth; ++i) {
      if (!may_join(chosen, ranked, i)) continue;
      const std::int64_t value =
          gain_of(context, cover, ranked[i])
          + context.tuning.portfolio_score_share * ranked[i].score.points / catalog::kScoreOne;
      if (best && value <= best_value) continue;
      best = i;
      best_value = value;
    }
    const bool adds_cover = best && gain_of(context, cover, ranked[*best]) > 0;
    if (!best || (chosen.size() >= kMinPortfolio && !adds_cover)) break;
    add_to(cover, context, ranked[*best]);
    chosen.push_back(*best);
  }
  return chosen;
}

}  // namespace kring::engine
