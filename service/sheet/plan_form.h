// In which forms is a plan handed over?
//
// One row each: a form is added here and in a file beside this one.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/plan/plan.h"

namespace kring::service {

struct PlanForm {
  std::string_view name;          ///< on the command line
  std::string_view media_type;    ///< in an Accept header
  std::string_view content_type;  ///< of the answer
  engine::Reader reader = engine::Reader::kPerson;
  std::string (*write)(const engine::Plan& plan) = nullptr;  ///< equal plans give equal bytes
  /// A Content-Security-Policy in place of the service's; null where that one holds.
  const std::string& (*policy)() = nullptr;
};

/// The first is what one gets who asks for none.
std::span<const PlanForm> plan_forms();

}  // namespace kring::service
