// Which three things come first?
//
// What the person chose, else the answer's: a tie first, then the portfolio. While the answer
// suggests a tie, a plan never consists of outside activities alone: where three were chosen, the
// last of them waits as the fallback of the second. At discharge the first activity is one that
// surely begins in time, where the plan has it.

#include <algorithm>

#include <fmt/format.h>

#include "engine/plan/making.h"

namespace kring::engine {
namespace {

using catalog::ActivityId;
using catalog::Problem;
using catalog::Problems;

constexpr std::string_view kFallbacks = "fallbacks";  // where "" stands for none

struct Selection {
  std::vector<const Contact*> ties;
  std::vector<const Match*> activities;
  std::vector<const Match*> fallbacks = {};  // by activity, null for none; empty where not chosen
  const Match* in_reserve = nullptr;  // chosen, but for want of room the fallback of the last
};

Problem make_unfit_problem(std::string_view list, std::size_t place) {
  return {"activity_does_not_fit",
          fmt::format("/chosen/{}/{}", list, place),
          {"Deze activiteit past niet bij het profiel. Kies er een uit de matches.",
           "This activity does not fit the profile. Choose one of the matches."}};
}

catalog::Result<Selection> select_chosen(const Making& making) {
  Selection selection;
  Problems problems;
  const Chosen& chosen = making.request.chosen;
  for (std::size_t i = 0; i < chosen.activities.size(); ++i) {
    const Match* match = find_match(making.answer(), chosen.activities[i]);
    if (match == nullptr) problems.push_back(make_unfit_problem("activities", i));
    selection.activities.push_back(match);
  }
  for (std::size_t i = 0; i < chosen.fallbacks.size(); ++i) {
    const bool is_chosen = !chosen.fallbacks[i].value.empty();
    const Match* match = find_match(making.answer(), chosen.fallbacks[i]);
    if (is_chosen && match == nullptr) problems.push_back(make_unfit_problem(kFallbacks, i));
    selection.fallbacks.push_back(match);
  }
  if (!problems.empty()) return problems;
  for (const std::string& id : chosen.ties)
    selection.ties.push_back(find_contact(making.profile(), id));
  return selection;
}

std::vector<const Contact*> suggested_ties(const Making& making) {
  std::vector<const Contact*> contacts;
  for (const TieSuggestion& tie : making.answer().ties) {
    if (const Contact* contact = find_contact(making.profile(), tie.contact))
      contacts.push_back(contact);
  }
  return contacts;
}

// The easiest first, where the portfolio is a ladder.
void order_by_step(const MatchAnswer& answer, std::vector<const Match*>& activities) {
  const auto step_of = [&answer](const Match* match) {
    const auto& entries = answer.portfolio_entries;
    const auto found = std::find_if(
        entries.begin(), entries.end(),
        [match](const PortfolioEntry& entry) { return entry.activity == match->activity.id; });
    return found == entries.end() ? std::optional<int>() : found->step;
  };
  std::stable_sort(activities.begin(), activities.end(),
                   [&step_of](const Match* a, const Match* b) { return step_of(a) < step_of(b); });
}

// The first `room` of the portfolio; what begins soon takes the last place where it comes later.
std::vector<const Match*> first_of_portfolio(const MatchAnswer& answer, std::size_t room) {
  const std::vector<PortfolioEntry>& entries = answer.portfolio_entries;
  const std::size_t count = std::min(room, entries.size());
  std::vector<const Match*> activities;
  for (std::size_t i = 0; i < count; ++i)
    activities.push_back(find_match(answer, entries[i].activity));
  const auto early = std::find_if(entries.begin(), entries.end(), [](const PortfolioEntry& entry) {
    return entry.role != PortfolioRole::kMember;  // an early start, also as a bridge
  });
  const bool comes_later =
      early != entries.end() && static_cast<std::size_t>(early - entries.begin()) >= count;
  if (comes_later && count > 0) activities.back() = find_match(answer, early->activity);
  activities.erase(std::remove(activities.begin(), activities.end(), nullptr), activities.end());
  return activities;
}

// The first suggested tie beside what was chosen, within the three.
void add_tie(const Making& making, Selection& selection) {
  const std::vector<const Contact*> suggested = suggested_ties(making);
  if (suggested.empty()) return;
  selection.ties.push_back(suggested.front());
  if (selection.activities.size() < kMaxChosen) return;
  selection.in_reserve = selection.activities.back();
  selection.activities.pop_back();
}

// One tie and the portfolio, or as many ties as the portfolio leaves room for.
Selection select_from_answer(const Making& making) {
  const std::size_t room = making.defaults.priorities;
  Selection selection;
  selection.ties = suggested_ties(making);
  const std::size_t first_tie = std::min<std::size_t>(1, selection.ties.size());
  selection.activities = first_of_portfolio(making.answer(), room - std::min(room, first_tie));
  order_by_step(making.answer(), selection.activities);
  const std::size_t left = room - selection.activities.size();
  if (selection.ties.size() > left) selection.ties.resize(left);
  return selection;
}

// Who goes home today begins with what surely can begin; a tie needs no beginning.
void put_early_first(const Making& making, std::vector<Priority>& priorities) {
  const auto first_lead = std::find_if(
      priorities.begin(), priorities.end(),
      [](const Priority& priority) { return std::holds_alternative<PlannedActivity>(priority); });
  const auto early = std::find_if(first_lead, priorities.end(), [&](const Priority& priority) {
    return begins_in_time(making, priority);
  });
  if (early != priorities.end()) std::rotate(first_lead, early, early + 1);
}

// What stands by for the activity at `place`; null where nothing does.
const Match* choose_fallback(const Making& making,
                             const Selection& selection,
                             std::size_t place,
                             const std::vector<ActivityId>& taken) {
  if (selection.in_reserve != nullptr && place + 1 == selection.activities.size())
    return selection.in_reserve;
  return selection.fallbacks.empty() ? find_fallback(making, *selection.activities[place], taken)
                                     : selection.fallbacks[place];
}

std::vector<Priority> plan_selection(const Making& making, const Selection& selection) {
  std::vector<Priority> priorities;
  for (const Contact* contact : selection.ties)
    priorities.emplace_back(plan_tie(making, *contact));
  std::vector<ActivityId> taken;
  for (const Match* match : selection.activities)
    taken.push_back(match->activity.id);
  if (selection.in_reserve != nullptr) taken.push_back(selection.in_reserve->activity.id);
  Agenda agenda{making.date()};
  for (std::size_t place = 0; place < selection.activities.size(); ++place) {
    PlannedActivity planned{make_lead(making, *selection.activities[place], agenda), std::nullopt};
    if (planned.lead.first_meeting) agenda.meetings.push_back(*planned.lead.first_meeting);
    const Match* other = choose_fallback(making, selection, place, taken);
    if (other != nullptr) {
      taken.push_back(other->activity.id);
      planned.fallback = make_lead(making, *other, {planned.lead.call_by});
    }
    priorities.emplace_back(std::move(planned));
  }
  if (making.profile().moment == Moment::kDischarge) put_early_first(making, priorities);
  return priorities;
}

Problems find_unknown(std::string_view list,
                      const std::vector<ActivityId>& ids,
                      const FindFacts& find_facts) {
  Problems problems;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const bool is_none = ids[i].value.empty() && list == kFallbacks;
    if (is_none || find_facts(ids[i])) continue;
    problems.push_back({"unknown_activity",
                        fmt::format("/chosen/{}/{}", list, i),
                        {"Deze activiteit is niet bekend. Kies er een uit de matches.",
                         "This activity is not known. Choose one of the matches."}});
  }
  return problems;
}

}  // namespace

const Match* find_match(const MatchAnswer& answer, const ActivityId& id) {
  const auto found = std::find_if(answer.matches.begin(), answer.matches.end(),
                                  [&id](const Match& match) { return match.activity.id == id; });
  return found == answer.matches.end() ? nullptr : &*found;
}

Problems find_unknown_choices(const PlanRequest& request, const FindFacts& find_facts) {
  const Chosen& chosen = request.chosen;
  Problems problems = find_unknown("activities", chosen.activities, find_facts);
  const Problems of_fallbacks = find_unknown(kFallbacks, chosen.fallbacks, find_facts);
  problems.insert(problems.end(), of_fallbacks.begin(), of_fallbacks.end());
  for (std::size_t i = 0; i < request.chosen.ties.size(); ++i) {
    const std::string pointer = fmt::format("/chosen/ties/{}", i);
    const Contact* contact = find_contact(request.profile, request.chosen.ties[i]);
    if (contact == nullptr) {
      problems.push_back({"unknown_contact",
                          pointer,
                          {"Dit contact staat niet op de kaart. Geef een id uit network.contacts.",
                           "This contact is not on the map. Give an id of network.contacts."}});
    } else if (contact->domain == Domain::kProfessional || !is_welcome(*contact)) {
      problems.push_back({"contact_does_not_fit",
                          pointer,
                          {"Kies iemand uit de eigen kring die de persoon niet minder wil zien.",
                           "Choose someone of the person's own circle, whom they do not want to "
                           "see less."}});
    }
  }
  return problems;
}

catalog::Result<std::vector<Priority>> choose_priorities(const Making& making) {
  const Chosen& chosen = making.request.chosen;
  if (chosen.activities.empty() && chosen.ties.empty()) {
    return plan_selection(making, select_from_answer(making));
  }
  catalog::Result<Selection> chosen_ones = select_chosen(making);
  if (!chosen_ones) return chosen_ones.error();
  Selection selection = *std::move(chosen_ones);
  if (selection.ties.empty()) add_tie(making, selection);
  return plan_selection(making, selection);
}

}  // namespace kring::engine
