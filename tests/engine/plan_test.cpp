// Is a plan one that can be carried out, and does it keep to itself what it must?

#include "engine/plan/plan.h"

#include <algorithm>
#include <chrono>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "engine/plan/sentences.h"
#include "tests/engine/demo_world.h"
#include "tests/engine/plan_world.h"

namespace kring::tests {
namespace {

using engine::Plan;
using engine::PlannedActivity;
using engine::PlannedTie;
using engine::PlanRequest;
using engine::Reader;

bool shares(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& entry) {
    return std::find(b.begin(), b.end(), entry) != b.end();
  });
}

std::string judged_text(const std::string& name) {
  for (const JudgedProfile& judged : judged_profiles()) {
    if (judged.name.starts_with(name)) return judged.text;
  }
  FAIL("no judged profile is called " << name);
  return {};
}

std::set<std::string> codes_of(const catalog::Problems& problems) {
  std::set<std::string> codes;
  for (const catalog::Problem& problem : problems)
    codes.insert(problem.pointer + " " + problem.code);
  return codes;
}

constexpr const char* kTwoProfessionals = R"({"person": {"postcode": "6511"},
  "network": {"contacts": [{"id": "a", "alias": "huisarts", "domain": "professional"},
                           {"id": "b", "alias": "begeleider", "domain": "professional"},
                           {"id": "c", "alias": "zus", "domain": "family", "wish": "more_contact"},
                           {"id": "d", "alias": "ex", "wish": "less_contact"}],
              "wanted": {"visits_per_week": 2}}})";

}  // namespace

TEST_CASE("a plan has at most three priorities, and a tie wherever one is suggested") {
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    const PlanRequest request = request_of(judged.text);
    const Plan plan = plan_of(request);
    REQUIRE(plan.priorities.size() >= 2);
    REQUIRE(plan.priorities.size() <= engine::kMaxChosen);
    const bool suggests_ties = !match(demo_engine(), request.profile).ties.empty();
    REQUIRE(ties_of(plan).empty() != suggests_ties);
  }
}

TEST_CASE("what begins soon is in the plan wherever the portfolio has it") {
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    const PlanRequest request = request_of(judged.text);
    const auto answer = match(demo_engine(), request.profile);
    const auto early = std::find_if(
        answer.portfolio_entries.begin(), answer.portfolio_entries.end(),
        [](const auto& entry) { return entry.role != engine::PortfolioRole::kMember; });
    if (early == answer.portfolio_entries.end()) continue;
    const std::vector<PlannedActivity> planned = activities_of(plan_of(request));
    REQUIRE(std::any_of(planned.begin(), planned.end(), [&early](const PlannedActivity& one) {
      return one.lead.activity.id == early->activity;
    }));
  }
}

TEST_CASE("three chosen activities make room for a tie, and the last stands by") {
  PlanRequest request = request_of(judged_text("21"));
  const auto answer = match(demo_engine(), request.profile);
  request.chosen.activities = {answer.portfolio[0], answer.portfolio[1],
                               answer.matches.back().activity.id};
  const Plan plan = plan_of(request);
  REQUIRE(ties_of(plan).size() == 1);
  const std::vector<PlannedActivity> activities = activities_of(plan);
  REQUIRE(activities.size() == 2);
  REQUIRE(activities.back().fallback.has_value());
  CHECK(activities.back().fallback->activity.id == request.chosen.activities.back());
  const auto& other = activities.front().fallback;
  CHECK((!other || other->activity.id != request.chosen.activities.back()));
}

TEST_CASE("two first meetings are at one hour only where the second has no other") {
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    const PlanRequest request = request_of(judged.text);
    const auto answer = match(demo_engine(), request.profile);
    std::vector<std::string> meetings;
    for (const PlannedActivity& planned : activities_of(plan_of(request))) {
      const auto& meeting = planned.lead.first_meeting;
      if (!meeting) continue;
      const auto same = std::find(meetings.begin(), meetings.end(), *meeting);
      const auto own = std::find_if(
          answer.matches.begin(), answer.matches.end(),
          [&](const auto& one) { return one.activity.id == planned.lead.activity.id; });
      REQUIRE(own != answer.matches.end());
      if (same != meetings.end()) {
        CHECK(own->next_sessions.back() == *meeting);
        CHECK(own->next_sessions.size() < engine::kShownSessions);  // no later ones
      }
      meetings.push_back(*meeting);
    }
  }
}

TEST_CASE("a lead with a phone tells when it is answered, or that this is not known") {
  bool is_seen = false;
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    for (const PlannedActivity& planned : activities_of(plan_of(request_of(judged.text)))) {
      const engine::Lead& lead = planned.lead;
      const bool is_unknown = !lead.phone_hours.empty();
      if (lead.activity.phone.empty()) CHECK_FALSE(is_unknown);
      if (!lead.activity.phone.empty() && lead.phone_note.empty()) CHECK(is_unknown);
      if (std::regex_search(lead.phone_note, std::regex("[0-9]"))) CHECK_FALSE(is_unknown);
      is_seen = is_seen || is_unknown;
    }
  }
  CHECK(is_seen);
}

TEST_CASE("a goal has a number and a day, from the wanted network first") {
  const PlanRequest wanted = request_of(kTwoProfessionals);
  const Plan plan = plan_of(wanted);
  REQUIRE(plan.goal.origin == engine::GoalOrigin::kWish);
  REQUIRE(plan.goal.text
          == "Over drie maanden, op 15 februari 2027, krijgt u minstens 2 keer per week bezoek van "
             "een bekende.");
  REQUIRE(catalog::format_date(plan.goal.by) == "2027-02-15");
  REQUIRE(plan_of(request_of("{}")).goal.origin == engine::GoalOrigin::kGeneral);
  REQUIRE(plan_of(request_of(R"({"needs": [{"concept": "do_walking"}]})")).goal.origin
          == engine::GoalOrigin::kNeed);
}

TEST_CASE("the person's own goal wins") {
  PlanRequest request = request_of(kTwoProfessionals);
  request.goal = "Voor de zomer elke zondag samen eten.";
  REQUIRE(plan_of(request).goal.text == request.goal);
}

TEST_CASE("a fallback answers the same need and is none of the leads") {
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    const std::vector<PlannedActivity> planned = activities_of(plan_of(request_of(judged.text)));
    std::set<std::string> ids;
    for (const PlannedActivity& activity : planned) {
      REQUIRE(ids.insert(activity.lead.activity.id.value).second);
      if (!activity.fallback) continue;
      REQUIRE(ids.insert(activity.fallback->activity.id.value).second);
      REQUIRE(shares(activity.lead.activity.concepts, activity.fallback->activity.concepts));
    }
  }
}

TEST_CASE("one calls on a working day, before the first meeting, and after discharge within days") {
  const int saturday = 5;
  const bool is_weekend = GENERATE(false, true);
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    PlanRequest request = request_of(judged.text);
    request.profile.moment = engine::Moment::kDischarge;
    if (is_weekend) request.profile.date = catalog::parse_date("2026-11-28");
    for (const PlannedActivity& activity : activities_of(plan_of(request))) {
      const engine::Lead& lead = activity.lead;
      REQUIRE(lead.call_by >= *request.profile.date);
      REQUIRE(lead.call_by <= *request.profile.date + std::chrono::days{3});
      REQUIRE(catalog::weekday_index(lead.call_by) < saturday);
      REQUIRE(lead.caller != engine::Caller::kPerson);
      if (lead.first_meeting) REQUIRE(catalog::parse_date(*lead.first_meeting) > lead.call_by);
    }
  }
}

TEST_CASE("what needs a referral is arranged by the professional") {
  std::size_t referred = 0;
  for (const JudgedProfile& judged : judged_profiles()) {
    for (const PlannedActivity& activity : activities_of(plan_of(request_of(judged.text)))) {
      const bool needs_one = activity.lead.referral == catalog::Referral::kReferral
                             || activity.lead.referral == catalog::Referral::kIndication;
      if (!needs_one) continue;
      ++referred;
      REQUIRE(activity.lead.caller == engine::Caller::kProfessional);
    }
  }
  REQUIRE(referred > 0);
}

TEST_CASE("each professional on the map has a row with something to do, and nobody else has") {
  const Plan plan = plan_of(request_of(kTwoProfessionals));
  REQUIRE(plan.team.size() == 2);
  REQUIRE(plan.team[0].alias == "huisarts");
  REQUIRE(plan.team[1].alias == "begeleider");
  for (const engine::TeamMember& member : plan.team)
    REQUIRE_FALSE(member.tasks.empty());
  REQUIRE(plan_of(request_of("{}")).team.size() == 1);
  const Plan unnamed =
      plan_of(request_of(R"({"network":{"contacts":[{"id":"a","domain":"professional"}]}})"));
  REQUIRE(unnamed.team.at(0).alias == "uw hulpverlener");
}

TEST_CASE("people look back after two, six and twelve weeks; the moment sets the review") {
  PlanRequest request = request_of("{}");
  const Plan plan = plan_of(request);
  std::vector<int> weeks;
  for (const engine::CheckUp& check_up : plan.check_ups)
    weeks.push_back(check_up.weeks);
  REQUIRE(weeks == std::vector<int>{2, 6, 12});
  REQUIRE(catalog::format_date(plan.review_on) == "2027-02-15");
  request.profile.moment = engine::Moment::kDischarge;
  REQUIRE(catalog::format_date(plan_of(request).review_on) == "2027-01-04");
  request.profile.moment = engine::Moment::kStartOfCare;
  REQUIRE(plan_of(request).priorities.size() == 2);
}

TEST_CASE("everything wrong with the chosen comes at once, with its place") {
  PlanRequest request = request_of(kTwoProfessionals);
  request.profile.person.postcode = "6510 XY";
  request.chosen = {{{"no-such-activity"}}, {"nobody", "d", "a"}};
  const auto plan = demo_engine().plan(request, Reader::kProfessional);
  REQUIRE(!plan);
  REQUIRE(codes_of(plan.error())
          == std::set<std::string>{
              "/chosen/activities/0 unknown_activity", "/chosen/ties/0 unknown_contact",
              "/chosen/ties/1 contact_does_not_fit", "/chosen/ties/2 contact_does_not_fit",
              "/profile/person/postcode unknown_postcode"});
}

TEST_CASE("a chosen activity that the avoid list removes is refused") {
  PlanRequest request = request_of(kTwoProfessionals);
  const catalog::ActivityId first = match(demo_engine(), request.profile).portfolio.front();
  request.profile.avoid.activities = {first.value};
  request.chosen.activities = {first};
  const auto plan = demo_engine().plan(request, Reader::kProfessional);
  REQUIRE(!plan);
  REQUIRE(plan.error().front().code == "activity_does_not_fit");
}

TEST_CASE("a chosen activity of any rank is planned") {
  PlanRequest request = request_of(R"({"person": {"postcode": "6511"}})");
  const std::set<std::string> shown = [&request] {
    std::set<std::string> ids;
    for (const engine::Match& found : match(demo_engine(), request.profile).matches)
      ids.insert(found.activity.id.value);
    return ids;
  }();
  for (const std::string& line : demo_lines(0)) {
    const std::string id(catalog::parse_json(line)->operator[]("id").string().value_or(""));
    if (shown.contains(id)) continue;
    request.chosen.activities = {{id}};
    const auto plan = demo_engine().plan(request, Reader::kProfessional);
    if (!plan) continue;
    REQUIRE(activities_of(*plan).front().lead.activity.id.value == id);
    return;
  }
  FAIL("no activity beyond the first fifty fits");
}

TEST_CASE("a first meeting with one other comes with tips, a group without") {
  std::size_t with_tips = 0;
  for (const JudgedProfile& judged : judged_profiles()) {
    for (const PlannedActivity& activity : activities_of(plan_of(request_of(judged.text)))) {
      const bool is_one_to_one = activity.lead.activity.group_size == catalog::GroupSize::kOneToOne;
      REQUIRE(activity.lead.tips.empty() != is_one_to_one);
      with_tips += is_one_to_one ? 1U : 0U;
    }
  }
  REQUIRE(with_tips > 0);
}

TEST_CASE("the same request gives the same plan") {
  const PlanRequest request = request_of(judged_text("21"));
  const auto bytes_of_plan = [&request] {
    return catalog::write_json(engine::to_json(plan_of(request)));
  };
  REQUIRE(bytes_of_plan() == bytes_of_plan());
}

TEST_CASE("what goes well is looked back on, what is to be avoided is not") {
  PlanRequest request = request_of(kTwoProfessionals);
  request.profile.avoid.words = {"Wiet"};
  request.profile.tried.resize(4);
  request.profile.tried[0].text = "wandelen op zondag";
  request.profile.tried[0].outcome = engine::Outcome::kGoingWell;
  request.profile.tried[1].text = "wiet roken met Jan";
  request.profile.tried[1].outcome = engine::Outcome::kGoingWell;
  request.profile.tried[2].contact = "d";
  request.profile.tried[2].outcome = engine::Outcome::kGoingWell;
  request.profile.tried[3].text = "fitness";
  const Plan plan = plan_of(request);
  REQUIRE(plan.look_back.going_well == std::vector<std::string>{"wandelen op zondag"});
  REQUIRE(plan.look_back.stopped == std::vector<std::string>{"fitness"});
}

TEST_CASE("a plan speaks to the person as the profile asks") {
  PlanRequest request = request_of(kTwoProfessionals);
  REQUIRE(plan_of(request).check_ups.front().question == "Kon u er terecht? Zo nee, waarom niet?");
  request.profile.form_of_address = engine::FormOfAddress::kJe;
  REQUIRE(plan_of(request).check_ups.front().question == "Kon je er terecht? Zo nee, waarom niet?");
}

}  // namespace kring::tests
