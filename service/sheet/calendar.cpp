// How does a plan read in a calendar?
#include "catalog/schedule/calendar.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "catalog/json.h"
#include "catalog/version.h"
#include "engine/plan/sentences.h"
#include "service/sheet/forms.h"
#include "service/sheet/sheet.h"

namespace kring::service {
namespace {

using catalog::CalendarEntry;
using engine::Sentences;

CalendarEntry make_day(catalog::Date day,
                       const std::string& summary,
                       const std::string& description) {
  return {"", day, std::nullopt, on_one_line(summary), on_one_line(description), ""};
}

std::optional<catalog::UtcTime> find_first_meeting(const engine::Lead& lead) {
  return lead.first_meeting ? catalog::parse_utc(*lead.first_meeting) : std::nullopt;
}

/// Whether the step is to go there the first time, as one that stands as proposed is.
bool is_of_meeting(const engine::OwnStep& step, const engine::Lead& lead) {
  return step.by_date && find_first_meeting(lead)
         && lead.first_meeting->starts_with(catalog::format_date(*step.by_date))
         && step.text.starts_with(lead.activity.name);
}

bool is_of_any_meeting(const engine::OwnStep& step, const engine::Plan& plan) {
  return std::any_of(plan.priorities.begin(), plan.priorities.end(),
                     [&step](const engine::Priority& priority) {
                       const auto* planned = std::get_if<engine::PlannedActivity>(&priority);
                       return planned != nullptr && is_of_meeting(step, planned->lead);
                     });
}

std::string tell(const engine::OwnStep& step) {
  return step.text + (step.who.empty() ? "" : " (" + step.who + ")");
}

void add_entries(const Sentences& /*sentences*/,
                 const engine::Plan& /*plan*/,
                 const engine::PlannedTie& tie,
                 std::vector<CalendarEntry>& entries) {
  for (const engine::TieStep& step : tie.steps)
    entries.push_back(make_day(step.when, step.text, step.who));
}

/// Own steps tell when to call in place of the lead, and go along with its first meeting.
void add_entries(const Sentences& sentences,
                 const engine::Plan& plan,
                 const engine::PlannedActivity& planned,
                 std::vector<CalendarEntry>& entries) {
  const engine::Lead& lead = planned.lead;
  const engine::ActivityCard& activity = lead.activity;
  const auto reach = find_reach(sentences, lead);
  const std::string call = reach ? reach->label + " " + reach->value + ". " : "";
  if (plan.own_steps.empty())
    entries.push_back(make_day(lead.call_by, activity.name, call + lead.call_text));
  const auto start = find_first_meeting(lead);
  if (!start) return;
  std::string description = call + lead.first_meeting_text;
  for (const engine::OwnStep& step : plan.own_steps)
    if (is_of_meeting(step, lead)) description += " " + tell(step);
  entries.push_back({"", start->day, start->time, on_one_line(activity.name),
                     on_one_line(description),
                     on_one_line(lead.address.empty() ? activity.venue_name : lead.address)});
}

/// Steps with a day on that day; the others together on the day of the plan.
void add_own_steps(const Sentences& sentences,
                   const engine::Plan& plan,
                   std::vector<CalendarEntry>& entries) {
  std::string undated;
  for (const engine::OwnStep& step : plan.own_steps) {
    if (is_of_any_meeting(step, plan)) continue;
    if (step.by_date) {
      entries.push_back(make_day(*step.by_date, step.text, step.who));
    } else {
      undated += (undated.empty() ? "" : "; ") + tell(step);
    }
  }
  if (!undated.empty())
    entries.push_back(make_day(plan.date, sentences.say("heading.own_steps"), undated));
}

}  // namespace

std::string write_calendar_plan(const engine::Plan& plan) {
  const Sentences& sentences = engine::sentences_in(plan.language, plan.form_of_address);
  std::vector<CalendarEntry> entries;
  for (const engine::Priority& priority : plan.priorities) {
    std::visit([&](const auto& planned) { add_entries(sentences, plan, planned, entries); },
               priority);
  }
  add_own_steps(sentences, plan, entries);
  for (const engine::CheckUp& check_up : plan.check_ups) {
    entries.push_back(
        make_day(check_up.date, sentences.say("heading.check_ups"), check_up.question));
  }
  entries.push_back(make_day(
      plan.review_on, sentences.say("heading.outlook"),
      sentences.say("outlook.review", {{"date", sentences.day_and_year(plan.review_on)}})));
  // The plan's own hash keeps the entries of two persons apart and tells of neither.
  const std::string stem = catalog::version_of(catalog::write_json(engine::to_json(plan)));
  for (std::size_t i = 0; i < entries.size(); ++i)
    entries[i].uid = stem + "-" + std::to_string(i + 1) + "@kring.invalid";
  return catalog::write_calendar(entries, plan.date);
}

}  // namespace kring::service
