// How is a plan written in each form?
//
// One file a function. Equal plans give equal bytes.
#pragma once

#include <string>

#include "engine/plan/plan.h"

namespace kring::service {

/// Plain text to paste into a record or a letter; the one form that speaks to professionals.
std::string write_text_plan(const engine::Plan& plan);

/// iCalendar: tie steps, calls, first meetings, check-ups and the review.
std::string write_calendar_plan(const engine::Plan& plan);

}  // namespace kring::service
