// What does a person do with an answer, with whom, and when do they look back?
//
// The plan of POST /v1/plans: six building blocks of Methodisch Samen Werken (look back, inventory,
// priorities, collaboration, evaluation, outlook). Every sentence stands in one language. A plan
// holds what may be printed for the person: no gap numbers, nothing of the avoid list, nothing of
// how critical a contact is.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "catalog/activity.h"
#include "catalog/json.h"
#include "catalog/quantity.h"
#include "catalog/result.h"
#include "catalog/vocabulary.h"
#include "engine/answer.h"
#include "engine/profile.h"

namespace kring::engine {

inline constexpr std::size_t kMaxChosen = 3;  ///< ties and activities together
inline constexpr std::size_t kMaxGoalLetters = 200;
inline constexpr std::size_t kMaxOwnSteps = 15;
inline constexpr std::size_t kMaxStepLetters = 200;
inline constexpr std::size_t kMaxStepWhoLetters = 80;

/// What the person chose; what is left out is chosen from the answer.
struct Chosen {
  std::vector<catalog::ActivityId> activities;
  std::vector<std::string> ties;  ///< ids of contacts
  /// What stands by for each of `activities`, in their order; "" where nothing does. Empty: chosen
  /// from the answer.
  std::vector<catalog::ActivityId> fallbacks = {};
  bool operator==(const Chosen&) const = default;
};

/// A step that person and worker agreed on themselves, in their words.
struct OwnStep {
  std::string text;                      ///< never ""
  std::string who;                       ///< "" where not told
  std::optional<catalog::Date> by_date;  ///< the last day
  bool operator==(const OwnStep&) const = default;
};

struct PlanRequest {
  Profile profile;
  Chosen chosen;
  std::string goal;  ///< in the person's words, "" where not given
  std::vector<OwnStep> own_steps = {};
  bool operator==(const PlanRequest&) const = default;
};

/// For whom the sentences are.
enum class Reader : std::uint8_t {
  kProfessional,  ///< in the profile's language
  kPerson,        ///< in the profile's sheet_language, which is its language where it is not said
};

/// What the moment in care sets.
struct MomentDefaults {
  std::size_t priorities = kMaxChosen;
  int call_within_days = 7;
  int review_weeks = 12;
};

enum class GoalOrigin : std::uint8_t {
  kGiven,    ///< in the person's words
  kWish,     ///< the wanted network
  kGap,      ///< the widest gap of the map
  kNeed,     ///< the most important need
  kGeneral,  ///< nothing is known
};

struct Goal {
  std::string text;
  catalog::Date by;
  GoalOrigin origin = GoalOrigin::kGeneral;
};

struct LookBack {
  std::vector<std::string> going_well;  ///< what was tried and goes well
  std::vector<std::string> stopped;     ///< and what has stopped
};

/// A contact to see more.
struct PlannedTie {
  std::string contact;
  std::string alias;  ///< as printed, never ""
  std::optional<Occasion> occasion;
  std::vector<TieStep> steps;  ///< as proposed; none in a plan with own steps
};

enum class Caller : std::uint8_t {
  kPerson,
  kTogether,      ///< person and worker
  kProfessional,  ///< a referral comes first
};

/// How to get into one activity.
struct Lead {
  ActivityCard activity;
  std::string phone_note;  ///< when it is answered and by whom, as the record has it, or ""
  std::string
      phone_hours;      ///< says that it is not known when it is answered, where it is not; or ""
  std::string address;  ///< street, postcode and city of the site, or ""
  catalog::Referral referral = catalog::Referral::kUnknown;
  Caller caller = Caller::kPerson;
  catalog::Date call_by;
  std::string call_text;
  std::vector<std::string> facts;  ///< sentences: how one gets in, wait, form, journey, cost
  std::optional<std::string> first_meeting;  ///< RFC 3339
  std::string first_meeting_text;            ///< or that one can always call; "" without either
  std::vector<std::string> questions;
  std::vector<std::string> tips;  ///< for the first meeting with one other
};

struct PlannedActivity {
  Lead lead;
  std::optional<Lead> fallback;  ///< answers the same need
};

using Priority = std::variant<PlannedTie, PlannedActivity>;

struct TeamTask {
  std::string text;
  std::optional<catalog::Date> when;
};
struct TeamMember {
  std::string contact;  ///< "" for a worker who is not on the map
  std::string alias;
  std::vector<TeamTask> tasks;  ///< never empty
};

struct CheckUp {
  int weeks = 2;
  catalog::Date date;
  std::string question;
};

struct Plan {
  catalog::Date date;
  Versions versions;
  std::string language;  ///< of all its sentences
  FormOfAddress form_of_address = FormOfAddress::kU;
  std::optional<SafetyNotice> safety;
  std::optional<Moment> moment;
  MomentDefaults defaults;
  Goal goal;
  LookBack look_back;
  std::vector<std::string> wishes;  ///< the inventory, most important first
  std::vector<Priority> priorities;
  std::string late_start;          ///< said at discharge where no lead surely begins in time, or ""
  std::vector<OwnStep> own_steps;  ///< as they were sent
  std::vector<TeamMember> team;
  std::vector<CheckUp> check_ups;
  catalog::Date review_on;
  catalog::Date valid_until;
};

/// What an answer leaves out of an activity.
struct ActivityFacts {
  catalog::Activity activity;
  catalog::Referral referral = catalog::Referral::kUnknown;
};
/// Absent for an activity that the index does not have.
using FindFacts = std::function<std::optional<ActivityFacts>(const catalog::ActivityId&)>;

/// Where a plan gets its facts. All must outlive the call.
struct PlanSource {
  const MatchAnswer& answer;
  const FindFacts& find_facts;
  const catalog::Vocabulary& vocabulary;
};

/// Each chosen activity that the index does not have, and each chosen contact that is not on the
/// map or not to be seen more.
catalog::Problems find_unknown_choices(const PlanRequest& request, const FindFacts& find_facts);

/// Problems: each chosen activity that does not fit the profile.
/// requires: request.profile.date is set; find_unknown_choices() finds none.
catalog::Result<Plan> make_plan(const PlanRequest& request,
                                const PlanSource& source,
                                Reader reader);

/// Problems of a profile as those of the request that holds it.
catalog::Problems in_profile(const catalog::Problems& problems);

/// Reads the body of POST /v1/plans, with every fault at once.
catalog::Result<PlanRequest> parse_plan_request(const catalog::Json& document);

/// Equal plans give equal bytes.
catalog::Json to_json(const Plan& plan);

}  // namespace kring::engine
