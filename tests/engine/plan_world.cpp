#include "tests/engine/plan_world.h"

#include <catch2/catch.hpp>

#include "tests/engine/demo_world.h"

namespace kring::tests {

using engine::Plan;
using engine::PlannedActivity;
using engine::PlannedTie;
using engine::PlanRequest;
using engine::Reader;

Plan plan_of(const PlanRequest& request, Reader reader) {
  auto plan = demo_engine().plan(request, reader);
  if (!plan) FAIL(plan.error().front().pointer << " " << plan.error().front().text.en);
  return *std::move(plan);
}

PlanRequest request_of(const std::string& profile) {
  return {make_profile(profile), {}, ""};
}

std::vector<PlannedTie> ties_of(const Plan& plan) {
  std::vector<PlannedTie> ties;
  for (const engine::Priority& priority : plan.priorities) {
    if (const auto* tie = std::get_if<PlannedTie>(&priority)) ties.push_back(*tie);
  }
  return ties;
}

std::vector<PlannedActivity> activities_of(const Plan& plan) {
  std::vector<PlannedActivity> activities;
  for (const engine::Priority& priority : plan.priorities) {
    if (const auto* activity = std::get_if<PlannedActivity>(&priority))
      activities.push_back(*activity);
  }
  return activities;
}

}  // namespace kring::tests
