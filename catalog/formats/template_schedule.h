// Which time does a row of the template tell?
#pragma once

#include <string>

#include "catalog/activity.h"
#include "catalog/formats/template_row.h"

namespace kring::catalog::formats {

/// The schedule of `row`, equal to Schedule() where it tells none. Words that are no day, time or
/// frequency are kept as the schedule's description.
Schedule read_template_schedule(const TemplateRow& row);

/// Adds `words` on a line of their own, unless they stand there.
void append_words(std::string& text, const std::string& words);

}  // namespace kring::catalog::formats
