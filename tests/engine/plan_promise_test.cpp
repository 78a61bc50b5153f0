// Does a plan keep to what was promised: by when something begins, what stands by, and who helps?

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "engine/plan/plan.h"
#include "tests/engine/demo_world.h"
#include "tests/engine/plan_world.h"

namespace kring::tests {

using engine::Plan;
using engine::PlannedActivity;
using engine::PlanRequest;
using engine::Reader;

TEST_CASE("at discharge a plan says where nothing surely begins in time, and only then") {
  const auto late_start = [](const std::string& limits, const std::string& more) {
    return plan_of(request_of(R"({"person": {"postcode": "6822", "age": 45}, "practical": {)"
                              + limits + "}, " + more + "}"))
        .late_start;
  };
  const std::string early = R"("travel": [{"mode": "public_transport", "max_minutes": 40}],
                               "first_step_support": true, "start_within_days": 14)";
  const std::string late = R"("travel": [], "attendance": ["home_visit"], "start_within_days": 0)";
  const std::string discharge = R"("moment": "discharge", "needs": [{"concept": "peer_group"}])";
  CHECK(
      late_start(early, R"("needs": [{"concept": "meet_coffee"}], "moment": "discharge")").empty());
  CHECK(late_start(late, discharge).find("0 dagen") != std::string::npos);
  CHECK(late_start(late, R"("needs": [{"concept": "peer_group"}])").empty());
}

TEST_CASE("at discharge the first lead surely begins in time, or the plan says that none does") {
  for (const JudgedProfile& judged : judged_profiles()) {
    for (const int days : {1, 3, 7}) {
      INFO(judged.name << " within " << days << " days");
      PlanRequest request = request_of(judged.text);
      request.profile.moment = engine::Moment::kDischarge;
      request.profile.practical.start_within_days = days;
      const Plan plan = plan_of(request);
      if (!plan.late_start.empty()) continue;
      const engine::Lead first = activities_of(plan).front().lead;
      REQUIRE(first.first_meeting.has_value());
      CHECK(*catalog::parse_date(*first.first_meeting) <= kToday + std::chrono::days{days});
      for (const std::string& question : first.questions)
        CHECK(question.find("nog bestaat") == std::string::npos);
    }
  }
}

TEST_CASE("what was chosen to stand by stays, whatever else the profile no longer tells") {
  PlanRequest request = request_of(R"({"person": {"postcode": "6511"},
      "needs": [{"concept": "meet_coffee"}, {"concept": "do_walking"}]})");
  const auto answer = match(demo_engine(), request.profile);
  request.chosen.activities = {answer.portfolio[0], answer.portfolio[1]};
  request.chosen.fallbacks = {answer.matches.back().activity.id, {""}};
  request.profile.needs.clear();
  const std::vector<PlannedActivity> planned = activities_of(plan_of(request));
  REQUIRE(planned.size() == 2);
  REQUIRE(planned[0].fallback.has_value());
  CHECK(planned[0].fallback->activity.id == request.chosen.fallbacks[0]);
  CHECK_FALSE(planned[1].fallback.has_value());
  request.chosen.fallbacks[0] = {"no-such-activity"};
  const auto refused = demo_engine().plan(request, Reader::kProfessional);
  REQUIRE(!refused);
  CHECK(refused.error().front().pointer == "/chosen/fallbacks/0");
}

TEST_CASE("a sheet names wishes and puts questions in its own language") {
  PlanRequest request = request_of(R"({"person": {"postcode": "6822", "age": 45},
      "needs": [{"concept": "meet_eating"}], "sheet_language": "tr"})");
  const Plan plan = plan_of(request, Reader::kPerson);
  CHECK(plan.wishes == std::vector<std::string>{"Birlikte yemek"});
  CHECK(plan.goal.text.find("Birlikte yemek") != std::string::npos);
  const auto answer = match(demo_engine(), request.profile);
  for (const PlannedActivity& planned : activities_of(plan)) {
    const auto found = std::find_if(
        answer.matches.begin(), answer.matches.end(),
        [&planned](const auto& match) { return match.activity.id == planned.lead.activity.id; });
    REQUIRE(found != answer.matches.end());
    for (const engine::Question& question : found->questions) {
      if (question.inquiry != engine::Inquiry::kRoom) continue;
      const auto& asked = planned.lead.questions;
      const std::string room = "Şimdi yer olup olmadığını ve ne kadar bekleyeceğinizi sorun.";
      CHECK((asked.size() == 3 || std::find(asked.begin(), asked.end(), room) != asked.end()));
    }
  }
}

TEST_CASE("of a line that says it is answered day and night the hours are known") {
  PlanRequest request = request_of(R"({"person": {"postcode": "6085", "age": 45}})");
  for (const std::string& line : demo_lines(1)) {
    if (line.find("dag en nacht iemand aan de lijn") == std::string::npos) continue;
    const auto record = catalog::parse_json(line);
    REQUIRE(record);
    request.chosen.activities = {{std::string((*record)["id"].string().value_or(""))}};
  }
  REQUIRE(request.chosen.activities.size() == 1);
  const engine::Lead lead = activities_of(plan_of(request)).front().lead;
  CHECK(lead.first_meeting_text == "U kunt dag en nacht bellen.");
  CHECK(lead.phone_hours.empty());
}

TEST_CASE("who makes a plan without a worker reads of none") {
  for (const char* const language : {"nl", "en"}) {
    PlanRequest request = request_of(R"({"person": {"postcode": "6822", "age": 45},
        "practical": {"can_get_referral": true}, "form_of_address": "je", "company": "alone",
        "needs": [{"concept": "day_structure"}, {"concept": "buddy_mental_health"}],
        "network": {"contacts": [{"id": "a", "alias": "Ans", "wish": "more_contact",
                                  "frequency": "monthly"}]}, "language": ")"
                                     + std::string(language) + "\"}");
    for (const Reader reader : {Reader::kProfessional, Reader::kPerson}) {
      const std::string told = catalog::write_json(engine::to_json(plan_of(request, reader)));
      INFO(told);
      CHECK(told.find("hulpverlener doet") == std::string::npos);
      CHECK(told.find("je hulpverlener") == std::string::npos);
      CHECK(told.find("de hulpverlener") == std::string::npos);
      CHECK(told.find("your worker") == std::string::npos);
      CHECK(told.find("the worker") == std::string::npos);
    }
  }
}

}  // namespace kring::tests
