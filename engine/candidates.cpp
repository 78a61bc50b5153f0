#include "engine/candidates.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace kring::engine {
namespace {

// What became of an activity: feasible, or refused at a gate.
using Fate = std::optional<Gate>;

// Duplicates count once: one that is feasible saves the set, else the gate reached last counts.
class ExcludedCount {
 public:
  explicit ExcludedCount(const indexer::Snapshot& snapshot) : snapshot_(snapshot) {}

  void add(std::uint64_t fold_key, Fate fate) {
    if (!snapshot_.is_repeated(fold_key)) {
      if (fate) ++counts_[*fate];
      return;
    }
    const auto [entry, is_new] = sets_.emplace(fold_key, fate);
    if (is_new || !entry->second) return;
    entry->second = fate ? std::max(*entry->second, *fate) : Fate();
  }

  [[nodiscard]] std::map<Gate, int> finish() const {
    std::map<Gate, int> counts = counts_;
    for (const auto& [key, fate] : sets_) {
      if (fate) ++counts[*fate];
    }
    return counts;
  }

 private:
  const indexer::Snapshot& snapshot_;
  std::map<Gate, int> counts_;
  std::unordered_map<std::uint64_t, Fate> sets_;
};

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

// Danger has its own notice: such a service is no candidate, and counts nowhere.
bool is_crisis_service(const indexer::Segment& segment, std::uint32_t number) {
  return (segment.features().flags[number] & indexer::kCrisisService) != 0;
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
  ExcludedCount excluded(asked.snapshot);
  for (std::size_t s = 0; s < asked.snapshot.segments().size(); ++s) {
    const indexer::Segment& segment = *asked.snapshot.segments()[s];
    for (std::uint32_t number = 0; number < segment.count(); ++number) {
      if (segment.is_dead(number) || is_crisis_service(segment, number)) continue;
      excluded.add(segment.features().fold_key[number],
                   judge_activity(asked, {&segment, s, number, 0}, passed.sites));
    }
  }
  passed.excluded = excluded.finish();
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
  std::set<std::uint64_t> shown;
  std::vector<Candidate> first;
  for (const Candidate& candidate : candidates) {
    if (first.size() == count) break;
    const bool is_repeated = context.asked.snapshot.is_repeated(candidate.fold_key());
    if (is_repeated && !shown.insert(candidate.fold_key()).second) continue;
    first.push_back(candidate);
  }
  return first;
}

bool is_good(const ScoreContext& context, const SiteAt& at) {
  return score_need_fit(context, at) >= context.tuning.good_fit
         || score_gap_fit(context, at) >= context.tuning.good_fit;
}

}  // namespace kring::engine
