// When does it meet, as only the words tell?
#pragma once

#include <optional>
#include <vector>

#include "catalog/activity.h"
#include "indexer/language/annotation.h"
#include "indexer/language/record_text.h"

namespace kring::indexer {

struct HoursFact {
  std::vector<catalog::Schedule> schedules;  ///< weekly or monthly rules, without an end
  std::optional<Evidence> evidence;          ///< of the first
};
/// "dinsdag en donderdag van 10 tot 12", "elke 2e dinsdag van de maand, 10-12 u". Read only where
/// no schedule states hours, for these win, and no more than one place has them. Passed over: hours
/// in which one calls or applies, what is closed, and days whose week nobody tells ("om de week").
HoursFact find_told_hours(const catalog::Activity& activity,
                          const RecordText& text,
                          catalog::Recurrence recurrence);

}  // namespace kring::indexer
