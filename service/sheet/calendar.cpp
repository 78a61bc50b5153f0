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

/// Whether the step names the lead, as the one to call it that was proposed does.
bool names_lead(const engine::OwnStep& step, const engine::Lead& lead) {
  return step.text.find(lead.activity.name) != std::string::npos;
}

std::vector<const engine::Lead*> list_leads(const engine::Plan& plan) {
  std::vector<const engine::Lead*> leads;
  for (const engine::Priority& priority : plan.priorities) {
    const auto* planned = std::get_if<engine::PlannedActivity>(&priority);
    if (planned != nullptr) leads.push_back(&planned->lead);
  }
  return leads;
}

/// How to get in touch, as a sentence; "" where no way is known.
std::string tell_reach(const Sentences& sentences, const engine::Lead& lead) {
  const auto reach = find_reach(sentences, lead);
  return reach ? reach->label + " " + reach->value + ". " : "";
}

/// How to get in touch with the leads that the step names; "" where it names none.
std::string tell_reach(const Sentences& sentences,
                       const engine::OwnStep& step,
                       const std::vector<const engine::Lead*>& leads) {
  std::string told;
  for (const engine::Lead* lead : leads)
    if (names_lead(step, *lead)) told += tell_reach(sentences, *lead);
  return told;
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

/// When to call, unless own steps tell it, and when to go there; one of them tells how to get in
/// touch.
void add_entries(const Sentences& sentences,
                 const engine::Plan& plan,
                 const engine::PlannedActivity& planned,
                 std::vector<CalendarEntry>& entries) {
  const engine::Lead& lead = planned.lead;
  const engine::ActivityCard& activity = lead.activity;
  const std::string reach = tell_reach(sentences, lead);
  const auto start = find_first_meeting(lead);
  const bool is_named =
      std::any_of(plan.own_steps.begin(), plan.own_steps.end(),
                  [&lead](const engine::OwnStep& step) { return names_lead(step, lead); });
  if (plan.own_steps.empty() || (!start && !is_named))
    entries.push_back(make_day(lead.call_by, activity.name, reach + lead.call_text));
  if (!start) return;
  std::string description = reach + lead.first_meeting_text;
  for (const engine::OwnStep& step : plan.own_steps)
    if (is_of_meeting(step, lead)) description += " " + tell(step);
  entries.push_back({"", start->day, start->time, on_one_line(activity.name),
                     on_one_line(description),
                     on_one_line(lead.address.empty() ? activity.venue_name : lead.address)});
}

/// Steps with a day on that day; the others together on the day of the plan. A step for a first
/// meeting goes along with that.
void add_own_steps(const Sentences& sentences,
                   const engine::Plan& plan,
                   std::vector<CalendarEntry>& entries) {
  const std::vector<const engine::Lead*> leads = list_leads(plan);
  std::string undated;
  for (const engine::OwnStep& step : plan.own_steps) {
    const bool is_for_meeting =
        std::any_of(leads.begin(), leads.end(),
                    [&step](const engine::Lead* lead) { return is_of_meeting(step, *lead); });
    if (is_for_meeting) continue;
    const std::string reach = tell_reach(sentences, step, leads);
    if (step.by_date) {
      entries.push_back(make_day(*step.by_date, step.text, reach + step.who));
    } else {
      undated += (undated.empty() ? "" : "; ") + reach + tell(step);
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
