// How does the catalogue become one calendar?
#include <ostream>
#include <set>
#include <string>

#include "catalog/formats/ics.h"
#include "catalog/formats/ics_event.h"
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

/// What a source that is a calendar said in properties of its own.
std::vector<CalendarProperty> own_properties_of(const StoredActivity& stored) {
  if (stored.format != "ics") return {};
  const Result<Json> document = parse_json(stored.document);
  const bool has_event = document && !document->array().empty();
  return has_event ? own_properties(document->array().front()) : std::vector<CalendarProperty>{};
}

/// The events of one record; "" where it has no day.
std::string write_record(const ExportedRecords& records,
                         const StoredActivity& stored,
                         const SourceTerms& terms) {
  const CalendarStamp stamp = stamp_of(records.store(), stored);
  const std::vector<CalendarProperty> own = own_properties_of(stored);
  std::string events;
  for (CalendarSeries& series : calendar_of(records.planned(stored.activity), stamp, terms)) {
    series.own = own;
    events += write_events(series);
  }
  return events;
}

}  // namespace

std::size_t write_ics(const ExportedRecords& records, std::ostream& out) {
  std::set<std::string> zones;
  records.for_each([&](const StoredActivity& stored, const SourceTerms&) {
    collect_zones(stored.activity, zones);
  });
  out << begin_calendar(zones);
  std::size_t unsaid = 0;
  records.for_each([&](const StoredActivity& stored, const SourceTerms& terms) {
    const std::string events = write_record(records, stored, terms);
    if (events.empty()) ++unsaid;
    out << events;
  });
  out << kCalendarEnd;
  return unsaid;
}

}  // namespace kring::catalog::formats
