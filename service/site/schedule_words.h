// When does an activity meet, in plain words?
#pragma once

#include <string>
#include <vector>

#include "catalog/activity.h"
#include "service/site/texts.h"

namespace kring::service {

/// "Elke woensdag, van 10:00 tot 12:00 uur." with what the record adds in words; "" where it says
/// nothing.
std::string tell_schedule(const catalog::Schedule& schedule, const PageTexts& texts);

/// The next meetings of all schedules from that day on, soonest first, each once; at most
/// kToldSessions.
std::vector<std::string> tell_sessions(const catalog::Activity& activity,
                                       catalog::Date from,
                                       const PageTexts& texts);

inline constexpr std::size_t kToldSessions = 5;

}  // namespace kring::service
