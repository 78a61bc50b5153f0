// How is a plan shown as a page that stands alone?
#pragma once

#include <string>

#include "engine/plan/plan.h"

namespace kring::service {

/// HTML without script, with its style inside.
std::string write_page_plan(const engine::Plan& plan);

/// The Content-Security-Policy of that page: its own style and nothing else.
const std::string& page_policy();

}  // namespace kring::service
