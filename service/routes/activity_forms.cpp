#include "service/routes/activity_forms.h"

#include <array>

#include "catalog/formats/schema_org_json.h"
#include "catalog/schedule/activity_calendar.h"
#include "catalog/schedule/expand.h"

namespace kring::service {
namespace {

using engine::FoundActivity;

std::string write_plain(const FoundActivity& found, int /*revision*/) {
  return catalog::write_json(engine::to_json(found));
}

std::string write_linked(const FoundActivity& found, int /*revision*/) {
  return catalog::write_json(catalog::formats::schema_org_document(found.activity));
}

// A rule without a beginning begins at its first meeting, as calendars want it.
catalog::Schedule begun(catalog::Schedule told) {
  static constexpr std::chrono::days kTwoMonths{62};  // holds a meeting of any monthly rule
  const catalog::Date from = *told.first_day;
  const std::vector<catalog::Session> sessions = catalog::expand(told, from, from + kTwoMonths);
  if (!sessions.empty()) told.first_day = sessions.front().day;
  return told;
}

// With the hours that only its words tell: a calendar has nothing else to say.
std::string write_dates(const FoundActivity& found, int revision) {
  catalog::Activity activity = found.activity;
  for (const catalog::Schedule& told : found.told_hours)
    activity.schedules.push_back(begun(told));
  const catalog::Date day = activity.verified_on.value_or(catalog::Date{});
  return catalog::write_calendar(catalog::calendar_of(activity, {day, revision}));
}

}  // namespace

std::span<const ActivityForm> activity_forms() {
  static constexpr std::array kForms = {
      ActivityForm{"application/json", "application/json", write_plain},
      ActivityForm{"application/ld+json", "application/ld+json", write_linked},
      ActivityForm{"text/calendar", "text/calendar; charset=utf-8", write_dates},
  };
  return kForms;
}

}  // namespace kring::service
