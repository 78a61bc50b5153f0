// Who of those who help does what?
//
// One row for each professional on the map, in its order; without one a single row for the worker,
// or for someone whom the person trusts where they have none.
// Tasks go round: each to the one with the fewest so far, the first of equals. After a signal of
// danger the first speaks with the person the same day.

#include <algorithm>

#include "engine/plan/making.h"

namespace kring::engine {
namespace {

constexpr std::chrono::days kCallAfterDanger{2};  // own reasoning

std::vector<TeamMember> find_members(const Making& making) {
  std::vector<TeamMember> members;
  const std::optional<Network>& network = making.profile().network;
  if (network && network->contacts) {
    for (const Contact& contact : *network->contacts) {
      if (contact.domain == Domain::kProfessional)
        members.push_back({contact.id, name_contact(making, contact), {}});
    }
  }
  if (members.empty())
    members.push_back({"", making.sentences.say(making.key_of_helper("team.worker")), {}});
  return members;
}

std::optional<TeamTask> find_task(const Making& making, const PlannedTie& tie) {
  const auto rehearsal = std::find_if(tie.steps.begin(), tie.steps.end(),
                                      [](const TieStep& step) { return step.name == "rehearse"; });
  if (rehearsal == tie.steps.end()) return std::nullopt;
  return TeamTask{making.sentences.say("team.rehearse", {{"name", tie.alias}}), rehearsal->when};
}

std::optional<TeamTask> find_task(const Making& making, const PlannedActivity& planned) {
  const Lead& lead = planned.lead;
  const Sentences& sentences = making.sentences;
  const Filling name{"name", lead.activity.name};
  if (lead.caller == Caller::kPerson) return std::nullopt;
  if (lead.caller == Caller::kProfessional)
    return TeamTask{sentences.say("team.referral", {name}), lead.call_by};
  return TeamTask{sentences.say(lead.activity.phone.empty() ? "team.reach" : "team.call", {name}),
                  lead.call_by};
}

void give(std::vector<TeamMember>& members, TeamTask task) {
  const auto least = std::min_element(
      members.begin(), members.end(),
      [](const TeamMember& a, const TeamMember& b) { return a.tasks.size() < b.tasks.size(); });
  least->tasks.push_back(std::move(task));
}

// Where there was a signal of danger nobody waits for the first check-up.
catalog::Date choose_first_call(const Plan& plan) {
  return plan.safety ? working_day_near(plan.date + kCallAfterDanger, plan.date)
                     : plan.check_ups.front().date;
}

}  // namespace

std::vector<TeamMember> share_tasks(const Making& making, const Plan& plan) {
  std::vector<TeamMember> members = find_members(making);
  if (plan.safety)
    members.front().tasks.push_back({making.sentences.say("team.safety"), plan.date});
  for (const Priority& priority : plan.priorities) {
    const std::optional<TeamTask> task =
        std::visit([&making](const auto& planned) { return find_task(making, planned); }, priority);
    if (task) give(members, *task);
  }
  if (!plan.check_ups.empty())
    give(members, {making.sentences.say("team.check_up"), choose_first_call(plan)});
  for (TeamMember& member : members) {
    if (member.tasks.empty())
      member.tasks.push_back({making.sentences.say("team.knows"), std::nullopt});
    std::stable_sort(member.tasks.begin(), member.tasks.end(),
                     [](const TeamTask& a, const TeamTask& b) { return a.when < b.when; });
  }
  return members;
}

}  // namespace kring::engine
