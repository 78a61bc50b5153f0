// How is a plan laid out on paper?
#pragma once

#include <string>

#include "engine/plan/plan.h"

namespace kring::service {

/// A PDF of A4 pages; letters are of 12 points at least.
std::string write_pdf_plan(const engine::Plan& plan);

}  // namespace kring::service
