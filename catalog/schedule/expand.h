// On which days and hours does a schedule fall?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/activity.h"
#include "catalog/quantity.h"

namespace kring::catalog {

inline constexpr std::size_t kMaxSessions = 1'000;  ///< of one schedule in one expansion

/// One meeting, in the local time of its schedule's zone.
struct Session {
  Date day;
  Minutes starts;  ///< since local midnight of `day`, 0..1439
  Minutes ends;  ///< since local midnight of `day`; > starts, may pass 1440; equals starts where no
                 ///< end is known
  Minutes utc_offset;  ///< of the zone at the start, minutes east of UTC
  auto operator<=>(const Session&) const = default;
};

/// The sessions of `schedule` whose day lies in [from, to], ascending, each once: those of its rule
/// without EXDATEs, and the added ones. A schedule without a day and rule, or without an opening
/// time, has none (it is by appointment). A rule that cannot be read gives none. Local times that a
/// change to summer time skips move forward, as RFC 5545 says. Thread-safe.
std::vector<Session> expand(const Schedule& schedule, Date from, Date to);

/// Whether `rrule` is an RFC 5545 recurrence rule that can be expanded.
bool is_valid_rrule(std::string_view rrule);

/// Minutes east of UTC of the IANA zone at that local time; of Europe/Amsterdam for an unknown
/// zone.
Minutes utc_offset_at(const std::string& zone, Date day, Minutes time_of_day);

}  // namespace kring::catalog
