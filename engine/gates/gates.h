// Is an activity feasible for the person?
//
// One file a gate, each a question with three answers. No removes the activity and is counted under
// the first gate that says so; unknown keeps it and becomes a question to ask.
#pragma once

#include <array>
#include <bitset>
#include <optional>

#include "catalog/quantity.h"
#include "engine/answer.h"
#include "engine/asked.h"

namespace kring::engine {

catalog::Answer judge_not_live(const Asked& asked, const SiteAt& at);
catalog::Answer judge_age(const Asked& asked, const SiteAt& at);
catalog::Answer judge_area(const Asked& asked, const SiteAt& at);
catalog::Answer judge_travel(const Asked& asked, const SiteAt& at);
catalog::Answer judge_attendance(const Asked& asked, const SiteAt& at);
catalog::Answer judge_language(const Asked& asked, const SiteAt& at);
catalog::Answer judge_access(const Asked& asked, const SiteAt& at);
catalog::Answer judge_cost(const Asked& asked, const SiteAt& at);
catalog::Answer judge_time(const Asked& asked, const SiteAt& at);
catalog::Answer judge_avoid(const Asked& asked, const SiteAt& at);

/// What all gates said of one site.
struct Judgement {
  std::optional<Gate> refused;      ///< the first that said no
  std::bitset<kGateCount> unknown;  ///< by Gate; complete only where nothing refused
};
Judgement judge(const Asked& asked, const SiteAt& at);

}  // namespace kring::engine
