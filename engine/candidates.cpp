#include "engine/candidates.h"

#include <algorithm>

#include "indexer/language/annotation.h"

namespace kring::engine {
namespace {

// What became of an activity: feasible, or refused at a gate.
using Fate = std::optional<Gate>;

// Judges the sites of one activity; the feasible ones go to `sites`.
Fate judge_activity(const Asked& asked, SiteAt at, std::vector<Feasible>& sites) {
  const indexer::FeatureColumns& features = at.features();
  Gate furthest = Gate::kNotLive;
  bool is_feasible = false;
  for (at.row = features.site_begin[at.activity];
       at.row < features.site_begin[at.activity + std::size_t{1}]; ++at.row) {
    const Judgement judgement = judge(asked, at);
    if (judgement.refused) {
      furthest = std::max(furthest, *judgement.refused);
      continue;
    }
    is_feasible = true;
    sites.push_back({at, judgement.unknown});
  }
  return is_feasible ? Fate() : Fate(furthest);
}

// Danger has its own notice, and one record stands for its duplicates: the others are no
// candidates, and count nowhere.
bool is_candidate(const indexer::Segment& segment, std::uint32_t number) {
  static constexpr unsigned kNoCandidate = indexer::kCrisisService | indexer::kRepresented;
  return !segment.is_dead(number) && (segment.features().flags[number] & kNoCandidate) == 0;
}

bool comes_before(const Candidate& a, const Candidate& b) {
  if (a.score != b.score) return a.score > b.score;
  if (a.id() != b.id()) return a.id() < b.id();
  return a.at.row < b.at.row;
}

bool is_same_activity(const Candidate& a, const SiteAt& at) {
  return a.at.segment == at.segment && a.at.activity == at.activity;
}

}  // namespace

Passed pass_gates(const Asked& asked) {
  Passed passed;
  for (std::size_t s = 0; s < asked.snapshot.segments().size(); ++s) {
    const indexer::Segment& segment = *asked.snapshot.segments()[s];
    for (std::uint32_t number = 0; number < segment.count(); ++number) {
      if (!is_candidate(segment, number)) continue;
      const Fate fate = judge_activity(asked, {&segment, s, number, 0}, passed.sites);
      if (fate) ++passed.excluded[*fate];
    }
  }
  return passed;
}

std::vector<Candidate> score_all(const ScoreContext& context,
                                 const std::vector<Feasible>& sites,
                                 std::size_t count) {
  std::vector<Candidate> candidates;
  for (const Feasible& site : sites) {
    const Candidate candidate{site.at, site.unknown, total_score(context, site.at)};
    if (candidates.empty() || !is_same_activity(candidates.back(), site.at)) {
      candidates.push_back(candidate);
    } else if (candidate.score > candidates.back().score) {
      candidates.back() = candidate;
    }
  }
  std::sort(candidates.begin(), candidates.end(), comes_before);
  if (candidates.size() > count) candidates.resize(count);
  return candidates;
}

bool is_surely_running(const Candidate& candidate) {
  static constexpr unsigned kFull = 1U << static_cast<unsigned>(indexer::Remark::kFull);
  const bool may_be_over = candidate.unknown.test(static_cast<std::size_t>(Gate::kNotLive));
  const bool is_full = (candidate.at.features().remarks[candidate.at.activity] & kFull) != 0;
  return !may_be_over && !is_full;
}

bool is_good(const ScoreContext& context, const SiteAt& at) {
  return score_need_fit(context, at) >= context.tuning.good_fit
         || score_gap_fit(context, at) >= context.tuning.good_fit;
}

}  // namespace kring::engine
