#include "indexer/open_sessions.h"

#include <algorithm>

#include "catalog/schedule/holidays.h"
#include "indexer/language/call_hours.h"
#include "indexer/language/days_off.h"

namespace kring::indexer {
namespace {

using catalog::DaysOff;
using catalog::Schedule;
using catalog::SchoolRegion;
using catalog::Session;

std::optional<SchoolRegion> region_of(const catalog::Site* site, const catalog::Places& places) {
  return site == nullptr ? std::nullopt : catalog::find_school_region(*site, places);
}

}  // namespace

OpenSessions::OpenSessions(const catalog::Activity& activity,
                           const std::vector<Schedule>& told,
                           const Analyser& analyser,
                           const catalog::Places& places)
    : activity_(activity),
      told_(told),
      analyser_(analyser),
      places_(places),
      always_(joined(find_days_off(activity.description, analyser),
                     find_days_off(activity.alert, analyser))) {}

std::vector<Schedule> OpenSessions::meetings_at(const catalog::Site* site) const {
  std::vector<Schedule> meetings =
      site == nullptr ? activity_.schedules : catalog::schedules_at(activity_, *site);
  std::erase_if(meetings, is_for_calls);
  meetings.insert(meetings.end(), told_.begin(), told_.end());
  return meetings;
}

std::vector<Session> OpenSessions::find(const catalog::Site* site,
                                        catalog::Date from,
                                        catalog::Date to) const {
  const std::optional<SchoolRegion> region = region_of(site, places_);
  std::vector<Session> sessions;
  for (const Schedule& schedule : meetings_at(site)) {
    const DaysOff days_off = joined(always_, find_days_off(schedule.description, analyser_));
    std::vector<Session> more = catalog::expand(schedule, from, to);
    std::erase_if(more, [&](const Session& session) {
      return is_day_off(days_off, region, session.day) == catalog::Answer::kYes;
    });
    sessions.insert(sessions.end(), more.begin(), more.end());
  }
  std::sort(sessions.begin(), sessions.end());
  sessions.erase(std::unique(sessions.begin(), sessions.end()), sessions.end());
  return sessions;
}

}  // namespace kring::indexer
