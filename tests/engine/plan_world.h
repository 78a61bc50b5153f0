// How does a test ask for a plan over the demo catalogues, and look into it?
#pragma once

#include <string>
#include <vector>

#include "engine/plan/plan.h"

namespace kring::tests {

/// Fails the test where the plan is refused.
engine::Plan plan_of(const engine::PlanRequest& request,
                     engine::Reader reader = engine::Reader::kProfessional);

/// For a profile as text, with nothing chosen.
engine::PlanRequest request_of(const std::string& profile);

std::vector<engine::PlannedTie> ties_of(const engine::Plan& plan);
std::vector<engine::PlannedActivity> activities_of(const engine::Plan& plan);

}  // namespace kring::tests
