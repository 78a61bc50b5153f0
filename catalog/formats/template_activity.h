// How do the rows of one activity become that activity?
#pragma once

#include <span>

#include "catalog/activity.h"
#include "catalog/formats/template_row.h"

namespace kring::catalog::formats {

/// The activity of `rows`, the first row first. Where rows contradict each other the first counts,
/// and a problem says so. Each row may bring a place, a time, a phone number and a price. A time
/// belongs to the last place named on its row or above it; where none is, or where there is one
/// place only, to the activity. requires: a row has a name
Activity read_template_activity(std::span<const TemplateRow> rows);

}  // namespace kring::catalog::formats
