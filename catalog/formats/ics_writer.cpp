// How does the catalogue become one calendar?
#include <ostream>
#include <set>
#include <string>

#include "catalog/formats/ics.h"
#include "catalog/schedule/activity_calendar.h"

namespace kring::catalog::formats {

namespace {

/// When the activity last changed in the catalogue, and by which revision.
CalendarStamp stamp_of(const ActivityStore& store, const StoredActivity& stored) {
  const std::vector<Change> changes = store.changes_of(stored.activity.id);
  const std::optional<Date> day =
      changes.empty() ? std::nullopt : parse_date(changes.back().author.at);
  return {day.value_or(Date{}), static_cast<int>(stored.revision.number)};
}

void collect_zones(const Activity& activity, std::set<std::string>& zones) {
  for (const Schedule& schedule : activity.schedules) {
    zones.insert(schedule.zone);
  }
  for (const Site& site : activity.sites) {
    for (const Schedule& schedule : site.schedules) {
      zones.insert(schedule.zone);
    }
  }
}

}  // namespace

void write_ics(const ActivityStore& store, std::ostream& out) {
  std::set<std::string> zones;
  store.for_each([&](const StoredActivity& stored) { collect_zones(stored.activity, zones); });
  out << begin_calendar(zones);
  store.for_each([&](const StoredActivity& stored) {
    for (const CalendarSeries& series : calendar_of(stored.activity, stamp_of(store, stored))) {
      out << write_events(series);
    }
  });
  out << kCalendarEnd;
}

}  // namespace kring::catalog::formats
