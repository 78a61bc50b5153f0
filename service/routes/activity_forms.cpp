#include "service/routes/activity_forms.h"

#include <array>
#include <utility>

#include "catalog/formats/schema_org_json.h"
#include "catalog/schedule/activity_calendar.h"
#include "catalog/schedule/expand.h"
#include "catalog/schedule/planned_days.h"

namespace kring::service {
namespace {

catalog::SourceTerms terms_of(const std::string& source,
                              const OpenData* data,
                              const OpenSnapshot* snapshot) {
  if (snapshot != nullptr) return snapshot->terms_by_source.of(source);
  catalog::SourceTerms terms = catalog::TermsBySource().of(source);
  if (data != nullptr) terms.may_pass_on = catalog::Answer::kNo;  // not read yet
  return terms;
}

using engine::FoundActivity;
using Written = catalog::Result<std::string>;

Written write_plain(const GivenActivity& given) {
  catalog::Json json = engine::to_json(given.found);
  json.set("data_source", catalog::tell_source(given.terms));
  return catalog::write_json(json);
}

Written write_linked(const GivenActivity& given) {
  if (!catalog::may_pass_on(given.terms)) {
    return catalog::Problem{
        "not_passed_on",
        "",
        {"Deze activiteit mag niet als open data worden doorgegeven. Vraag application/json.",
         "This activity may not be passed on as open data. Ask for application/json."}};
  }
  return catalog::write_json(catalog::formats::schema_org_document(given.planned, given.terms));
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
Written write_dates(const GivenActivity& given) {
  catalog::Activity activity = given.planned;
  for (const catalog::Schedule& told : given.told_hours)
    activity.schedules.push_back(begun(told));
  const catalog::Date day = activity.verified_on.value_or(catalog::Date{});
  std::string calendar =
      catalog::write_calendar(catalog::calendar_of(activity, {day, given.revision}, given.terms));
  if (calendar.empty()) {
    return catalog::Problem{"no_dates",
                            "",
                            {"Deze activiteit heeft geen data. Vraag application/json.",
                             "This activity has no dates. Ask for application/json."}};
  }
  return calendar;
}

}  // namespace

GivenActivity give_activity(const FoundActivity& found,
                            const Matcher& matcher,
                            const Surroundings& surroundings) {
  const OpenData* const data = surroundings.open_data;
  const auto snapshot = data == nullptr ? nullptr : data->snapshot();
  const catalog::DaysOffReader days_off = [&found](std::string_view text) {
    const auto told = found.days_off.find(std::string(text));
    return told == found.days_off.end() ? catalog::DaysOff{} : told->second;
  };
  const catalog::Places nowhere;
  const catalog::Places& places = snapshot ? snapshot->places : nowhere;
  catalog::Activity told = found.activity;
  told.schedules = found.told_hours;
  return {found, terms_of(found.source, data, snapshot.get()),
          catalog::with_days_off(found.activity, days_off, places),
          catalog::with_days_off(std::move(told), days_off, places).schedules,
          static_cast<int>(matcher.versions().catalog.number)};
}

std::span<const ActivityForm> activity_forms() {
  static constexpr std::array kForms = {
      ActivityForm{"application/json", "application/json", write_plain},
      ActivityForm{"application/ld+json", "application/ld+json", write_linked},
      ActivityForm{"text/calendar", "text/calendar; charset=utf-8", write_dates},
  };
  return kForms;
}

}  // namespace kring::service
