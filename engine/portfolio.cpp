#include "engine/portfolio.h"

#include <algorithm>
#include <optional>

namespace kring::engine {
namespace {

constexpr std::size_t kMaxOfOneOrganization = 2;

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
    gain +=
        need.priority
        * std::max<std::int64_t>(0, need_strength(context, need, candidate.at) - cover.needs[n]);
  }
  for (std::size_t k = 0; k < indexer::kOfferCount; ++k) {
    gain += context.gaps[k] * std::max<std::int64_t>(0, offer_of(candidate, k) - cover.offers[k])
            / catalog::kScoreOne;
  }
  return gain;
}

void add_to(Cover& cover, const ScoreContext& context, const Candidate& candidate) {
  for (std::size_t n = 0; n < context.needs.size(); ++n) {
    cover.needs[n] = std::max<std::int64_t>(cover.needs[n],
                                            need_strength(context, context.needs[n], candidate.at));
  }
  for (std::size_t k = 0; k < indexer::kOfferCount; ++k) {
    cover.offers[k] = std::max(cover.offers[k], offer_of(candidate, k));
  }
}

std::uint64_t organization_of(const Candidate& candidate) {
  return candidate.at.features().organization[candidate.at.activity];
}

bool are_at_one_place(const Candidate& a, const Candidate& b) {
  const std::uint64_t venue = a.at.features().venue[a.at.row];
  const std::uint64_t postcode = a.at.features().postcode[a.at.row];
  return (venue != 0 && venue == b.at.features().venue[b.at.row])
         || (postcode != 0 && postcode == b.at.features().postcode[b.at.row]);
}

// One coffee morning is enough, and so is one record of it.
bool are_variants(const Candidate& a, const Candidate& b) {
  const ConceptBits subjects = strong_concepts(a.at);
  const ConceptBits others = strong_concepts(b.at);
  if (subjects.empty()) return false;
  return subjects == others || (are_at_one_place(a, b) && subjects.meets(others));
}

bool may_join(const std::vector<std::size_t>& chosen,
              const std::vector<Candidate>& ranked,
              std::size_t i) {
  std::size_t of_same_organization = 0;
  for (const std::size_t c : chosen) {
    if (c == i || are_variants(ranked[c], ranked[i])) return false;
    if (organization_of(ranked[c]) == organization_of(ranked[i])) ++of_same_organization;
  }
  return of_same_organization < kMaxOfOneOrganization;
}

// A group to which nothing says that the person belongs is a match with a doubt, no advice.
bool is_for_others(const ScoreContext& context, const Candidate& candidate) {
  return score_audience(context, candidate.at) == 0;
}

// What must be true of a member beyond the first few.
bool is_worth_while(const ScoreContext& context, const Candidate& candidate, catalog::Score best) {
  return std::int64_t{candidate.score.points} * catalog::kScoreOne
         >= context.tuning.portfolio_worth * best.points;
}

// The next member: the largest gain of cover and score together.
std::optional<std::size_t> find_next_member(const ScoreContext& context,
                                            const Cover& cover,
                                            const std::vector<Candidate>& ranked,
                                            const std::vector<std::size_t>& chosen) {
  std::optional<std::size_t> best;
  std::int64_t best_value = 0;
  for (std::size_t i = 0; i < std::min(ranked.size(), kPortfolioDepth); ++i) {
    if (is_for_others(context, ranked[i]) || !may_join(chosen, ranked, i)) continue;
    const std::int64_t value =
        gain_of(context, cover, ranked[i])
        + context.tuning.portfolio_score_share * ranked[i].score.points / catalog::kScoreOne;
    if (best && value <= best_value) continue;
    best = i;
    best_value = value;
  }
  return best;
}

// Sees to it that somebody can begin soon; the last member makes room where all places are taken.
void add_early_start(const ScoreContext& context,
                     const std::vector<Candidate>& ranked,
                     std::vector<std::size_t>& chosen) {
  if (has_early_start(context, ranked, chosen) || chosen.empty()) return;
  for (std::size_t i = 0; i < std::min(ranked.size(), kPortfolioDepth); ++i) {
    const bool fits = starts_early(context, ranked[i]) && !is_for_others(context, ranked[i])
                      && is_worth_while(context, ranked[i], ranked[chosen.front()].score);
    if (!fits || !may_join(chosen, ranked, i)) continue;
    if (chosen.size() == kMaxPortfolio) chosen.pop_back();
    chosen.push_back(i);
    return;
  }
}

}  // namespace

std::vector<std::size_t> choose_portfolio(const ScoreContext& context,
                                          const std::vector<Candidate>& ranked) {
  Cover cover;
  cover.needs.resize(context.needs.size());
  std::vector<std::size_t> chosen;
  while (chosen.size() < kMaxPortfolio) {
    const std::optional<std::size_t> next = find_next_member(context, cover, ranked, chosen);
    if (!next) break;
    const bool is_needed = gain_of(context, cover, ranked[*next]) > 0
                           && is_worth_while(context, ranked[*next], ranked.front().score);
    if (chosen.size() >= kMinPortfolio && !is_needed) break;
    add_to(cover, context, ranked[*next]);
    chosen.push_back(*next);
  }
  add_early_start(context, ranked, chosen);
  return chosen;
}

bool starts_early(const ScoreContext& context, const Candidate& candidate) {
  static constexpr int kFortnight = 14;
  const std::optional<int> days = find_start_days(context.asked, candidate.at);
  const auto referral =
      static_cast<catalog::Referral>(candidate.at.features().referral[candidate.at.activity]);
  const bool is_open = referral == catalog::Referral::kNone
                       || referral == catalog::Referral::kRegistration
                       || referral == catalog::Referral::kIntake;
  return is_open && is_surely_running(candidate) && days
         && *days <= context.asked.start_within_days.value_or(kFortnight);
}

bool has_early_start(const ScoreContext& context,
                     const std::vector<Candidate>& ranked,
                     const std::vector<std::size_t>& chosen) {
  return std::any_of(chosen.begin(), chosen.end(),
                     [&](std::size_t c) { return starts_early(context, ranked[c]); });
}

bool has_long_wait(const ScoreContext& context, const Candidate& candidate) {
  static constexpr int kFourWeeks = 28;
  const std::optional<int> days = find_start_days(context.asked, candidate.at);
  return days && *days > context.asked.start_within_days.value_or(kFourWeeks);
}

}  // namespace kring::engine
