// What do the parts of a plan share while it is made?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/plan/plan.h"
#include "engine/plan/sentences.h"

namespace kring::engine {

struct Making {
  const PlanRequest& request;
  const PlanSource& source;
  const Sentences& sentences;
  MomentDefaults defaults;

  [[nodiscard]] const Profile& profile() const { return request.profile; }
  [[nodiscard]] const MatchAnswer& answer() const { return source.answer; }
  [[nodiscard]] catalog::Date date() const { return *request.profile.date; }
  /// The key of a sentence about who helps: one of its own where no worker does.
  [[nodiscard]] std::string key_of_helper(std::string_view key) const;
  /// Whether the answer's own sentences can be printed as they are.
  [[nodiscard]] bool speaks_as_the_answer() const;
};

MomentDefaults defaults_of(const std::optional<Moment>& moment);

/// The person's needs as ids of activity concepts, most important first, each once.
std::vector<std::string> needed_concepts(const Making& making);
/// What the person would like, in words: of each need the first concept that is a wish.
std::vector<std::string> tell_wishes(const Making& making);

Goal make_goal(const Making& making);
LookBack look_back_on(const Making& making);

/// The chosen contacts and activities, or the answer's; problems as make_plan says.
catalog::Result<std::vector<Priority>> choose_priorities(const Making& making);

/// Whether it is a lead that surely begins in the first days at home: open without a referral, not
/// in doubt, and with a first meeting by then.
bool begins_in_time(const Making& making, const Priority& priority);

/// At discharge, where none of the leads surely begins in time; else "".
std::string tell_late_start(const Making& making, const std::vector<Priority>& priorities);

/// The match of the activity; null where the answer has none.
const Match* find_match(const MatchAnswer& answer, const catalog::ActivityId& id);

const Contact* find_contact(const Profile& profile, const std::string& id);
/// Whether the person does not want to see the contact less, or not at all.
bool is_welcome(const Contact& contact);
/// The alias, or words that stand for it.
std::string name_contact(const Making& making, const Contact& contact);
PlannedTie plan_tie(const Making& making, const Contact& contact);

/// What a lead has to fit in with.
struct Agenda {
  catalog::Date from;                      ///< the day on which one begins to call
  std::vector<std::string> meetings = {};  ///< first ones of other leads, RFC 3339
};

/// Its first meeting is none that coincides with the agenda's, where it has another.
Lead make_lead(const Making& making, const Match& match, const Agenda& agenda);
/// The best ranked other match for the same need that `taken` does not hold; null where there is
/// none.
const Match* find_fallback(const Making& making,
                           const Match& match,
                           const std::vector<catalog::ActivityId>& taken);

std::vector<TeamMember> share_tasks(const Making& making, const Plan& plan);

/// The same day, or the last working day before it that is not before `earliest`, or else the first
/// after.
catalog::Date working_day_near(catalog::Date day, catalog::Date earliest);

}  // namespace kring::engine
