// How is a plan written as JSON?

#include <array>

#include "engine/answer_json.h"
#include "engine/plan/plan.h"

namespace kring::engine {
namespace {

using catalog::Json;

constexpr std::array<std::string_view, 5> kMoments = {"start_of_care", "care_planning", "discharge",
                                                      "moving_on", "review"};
constexpr std::array<std::string_view, 5> kOrigins = {"given", "wish", "gap", "need", "general"};
constexpr std::array<std::string_view, 3> kCallers = {"person", "together", "professional"};

Json write_defaults(const MomentDefaults& defaults) {
  Json json = object();
  json.set("priorities", static_cast<std::int64_t>(defaults.priorities));
  json.set("call_within_days", defaults.call_within_days);
  json.set("review_weeks", defaults.review_weeks);
  return json;
}

Json write_goal(const Goal& goal) {
  Json json = object();
  json.set("text", goal.text);
  json.set("by", catalog::format_date(goal.by));
  json.set("origin", kOrigins.at(static_cast<std::size_t>(goal.origin)));
  return json;
}

Json write_look_back(const LookBack& look_back) {
  Json json = object();
  json.set("going_well", texts(look_back.going_well));
  json.set("stopped", texts(look_back.stopped));
  return json;
}

Json write_planned_tie(const PlannedTie& tie) {
  Json json = object();
  json.set("contact", tie.contact);
  json.set("alias", tie.alias);
  json.set("occasion", write_occasion(tie.occasion));
  json.set("steps", list(tie.steps, write_step));
  return json;
}

Json write_lead(const Lead& lead) {
  Json json = object();
  json.set("activity", write_card(lead.activity));
  json.set("phone_note", text_or_null(lead.phone_note));
  json.set("phone_hours", text_or_null(lead.phone_hours));
  json.set("address", text_or_null(lead.address));
  json.set("referral", text_or_null(std::string(catalog::name_of(lead.referral))));
  Json call = object();
  call.set("who", kCallers.at(static_cast<std::size_t>(lead.caller)));
  call.set("by", catalog::format_date(lead.call_by));
  call.set("text", lead.call_text);
  json.set("call", std::move(call));
  json.set("facts", texts(lead.facts));
  json.set("first_meeting", text_or_null(lead.first_meeting.value_or("")));
  json.set("first_meeting_text", text_or_null(lead.first_meeting_text));
  json.set("questions", texts(lead.questions));
  json.set("tips", texts(lead.tips));
  return json;
}

Json write_priority(const Priority& priority) {
  Json json = object();
  const auto* tie = std::get_if<PlannedTie>(&priority);
  const auto* planned = std::get_if<PlannedActivity>(&priority);
  json.set("kind", tie != nullptr ? "tie" : "activity");
  json.set("tie", tie != nullptr ? write_planned_tie(*tie) : Json());
  json.set("lead", planned != nullptr ? write_lead(planned->lead) : Json());
  json.set("fallback",
           planned != nullptr && planned->fallback ? write_lead(*planned->fallback) : Json());
  return json;
}

Json write_own_step(const OwnStep& step) {
  Json json = object();
  json.set("text", step.text);
  json.set("who", text_or_null(step.who));
  json.set("by_date", date_or_null(step.by_date));
  return json;
}

Json write_member(const TeamMember& member) {
  Json json = object();
  json.set("contact", text_or_null(member.contact));
  json.set("alias", member.alias);
  json.set("tasks", list(member.tasks, [](const TeamTask& task) {
             Json entry = object();
             entry.set("text", task.text);
             entry.set("when", date_or_null(task.when));
             return entry;
           }));
  return json;
}

Json write_check_up(const CheckUp& check_up) {
  Json json = object();
  json.set("weeks", check_up.weeks);
  json.set("date", catalog::format_date(check_up.date));
  json.set("question", check_up.question);
  return json;
}

}  // namespace

Json to_json(const Plan& plan) {
  Json json = object();
  json.set("date", catalog::format_date(plan.date));
  json.set("versions", write_versions(plan.versions));
  json.set("language", plan.language);
  json.set("safety", write_safety(plan.safety));
  json.set("moment",
           plan.moment ? Json(kMoments.at(static_cast<std::size_t>(*plan.moment))) : Json());
  json.set("defaults", write_defaults(plan.defaults));
  json.set("goal", write_goal(plan.goal));
  json.set("look_back", write_look_back(plan.look_back));
  json.set("wishes", texts(plan.wishes));
  json.set("priorities", list(plan.priorities, write_priority));
  json.set("late_start", text_or_null(plan.late_start));
  json.set("own_steps", list(plan.own_steps, write_own_step));
  json.set("team", list(plan.team, write_member));
  json.set("check_ups", list(plan.check_ups, write_check_up));
  json.set("review_on", catalog::format_date(plan.review_on));
  json.set("valid_until", catalog::format_date(plan.valid_until));
  return json;
}

}  // namespace kring::engine
