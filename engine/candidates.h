// Which activities are feasible, and in which order do they come?
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "engine/answer.h"
#include "engine/asked.h"
#include "engine/gates/gates.h"
#include "engine/score/score.h"

namespace kring::engine {

/// A site that no gate refused.
struct Feasible {
  SiteAt at;
  std::bitset<kGateCount> unknown;
};

struct Passed {
  std::vector<Feasible> sites;  ///< in the index's order; sites of one activity lie together
  std::map<Gate, int>
      excluded;  ///< activities by the gate that removed them; duplicates count once
};

/// Judges every site of every live activity; of duplicates, those of the one that stands for all.
/// An activity is removed when all its sites are; it counts under the gate at which its best site
/// failed, the latest in the contract's order.
Passed pass_gates(const Asked& asked);

/// An activity at its best site.
struct Candidate {
  SiteAt at;
  std::bitset<kGateCount> unknown;
  catalog::Score score;

  [[nodiscard]] std::string_view id() const { return at.segment->id(at.activity); }
};

/// The first `count` activities by score, then id.
std::vector<Candidate> score_all(const ScoreContext& context,
                                 const std::vector<Feasible>& sites,
                                 std::size_t count);

/// Whether nothing says that the activity may be over, or full.
bool is_surely_running(const Candidate& candidate);

/// Whether the activity answers a need or a gap well (good_fit of the weights).
bool is_good(const ScoreContext& context, const SiteAt& at);

}  // namespace kring::engine
