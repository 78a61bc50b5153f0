// Does POST /v1/plans answer as the contract says?
#include <memory>
#include <sstream>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "engine/plan/plan.h"
#include "service/routes/routes.h"
#include "service/sheet/forms.h"
#include "service/sheet/plan_form.h"
#include "tests/service/rooms.h"

namespace kring::service::tests {
namespace {

Response post_plan(const Rooms& rooms, std::string body, const std::string& accept) {
  return rooms.send(Method::kPost, "/v1/plans", std::move(body),
                    {{"Content-Type", "application/json"}, {"Accept", accept}});
}

constexpr const char* kEmpty = R"({"profile": {}})";

/// One lead, to be called on 1 December and to go to on the 3rd.
engine::Plan make_plan_of_lead() {
  engine::Plan plan;
  plan.language = "nl";
  plan.date = plan.review_on = plan.valid_until = *catalog::parse_date("2026-11-23");
  engine::PlannedActivity planned;
  planned.lead.activity.name = "Koffieochtend";
  planned.lead.call_by = *catalog::parse_date("2026-12-01");
  planned.lead.first_meeting = "2026-12-03T10:00:00+01:00";
  plan.priorities.emplace_back(planned);
  return plan;
}

std::size_t count_entries_on(const std::string& calendar, const std::string& day) {
  std::size_t count = 0;
  for (std::size_t at = calendar.find("DTSTART"); at != std::string::npos;
       at = calendar.find("DTSTART", at + 1)) {
    if (calendar.substr(at, calendar.find("\r\n", at) - at).find(day) != std::string::npos) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("a plan is made for today in Amsterdam, and is kept by nobody") {
  const auto rooms = make_rooms();
  const auto response = rooms.post("/v1/plans", kEmpty);
  REQUIRE(response.status == 200);
  CHECK(find_header(response.headers, "Cache-Control") == "no-store");
  CHECK(find_header(response.headers, "Content-Type") == "application/json");
  CHECK((*catalog::parse_json(response.body))["date"].string() == "2026-11-23");
}

TEST_CASE("each form of a plan is given to who accepts it, and no other") {
  const auto rooms = make_rooms();
  for (const PlanForm& form : plan_forms()) {
    const auto response = post_plan(rooms, kEmpty, "image/png, " + std::string(form.media_type));
    CHECK(response.status == 200);
    CHECK(find_header(response.headers, "Content-Type") == form.content_type);
    CHECK(post_plan(rooms, kEmpty, std::string(form.media_type)).body == response.body);
  }
  CHECK(post_plan(rooms, kEmpty, "*/*").status == 200);
  CHECK(post_plan(rooms, kEmpty, "image/png").status == 406);
  CHECK(post_plan(rooms, kEmpty, "application/json;q=0").status == 406);
}

TEST_CASE("all that is wrong with a request for a plan comes at once") {
  const auto rooms = make_rooms();
  const auto response = rooms.post(
      "/v1/plans?x=1",
      R"({"profile": {"person": {"age": "oud"}}, "chosen": {"activities": ["a", "b", "a"], "ties": ["c"]},
          "goal": 3, "geheim": 1})");
  REQUIRE(response.status == 400);
  const auto document = *catalog::parse_json(response.body);
  std::vector<std::string> codes;
  for (const auto& error : document["errors"].array()) {
    codes.push_back(std::string(error["pointer"].string().value_or("")) + " "
                    + std::string(error["code"].string().value_or("")));
  }
  CHECK(codes
        == std::vector<std::string>{" unknown_parameter", "/profile/person/age wrong_type",
                                    "/chosen/activities/2 repeated_value",
                                    "/chosen too_many_chosen", "/goal wrong_type",
                                    "/geheim unknown_member"});
}

TEST_CASE("a plan needs a profile, and knows the ids that are chosen") {
  const auto rooms = make_rooms();
  CHECK(rooms.post("/v1/plans", "{}").status == 400);
  CHECK(rooms.post("/v1/plans", R"({"profile": {}, "chosen": {"activities": ["geheim"]}})").status
        == 400);
  CHECK(rooms.post("/v1/plans", R"({"profile": {"person": {"postcode": "9999"}}})").status == 400);
  CHECK(rooms.send(Method::kPost, "/v1/plans", kEmpty).status == 415);
  CHECK(Rooms(make_stub_source(nullptr)).post("/v1/plans", kEmpty).status == 503);
}

TEST_CASE("own steps stand in every form of a plan, in the words they were said in") {
  const auto rooms = make_rooms();
  const std::string body =
      R"({"profile": {}, "own_steps": [{"text": "Vraag Ans <mee>", "who": "Sam", "by_date": "2026-12-01"},
          {"text": "Koop een fiets"}]})";
  const auto json = *catalog::parse_json(post_plan(rooms, body, "application/json").body);
  const auto& steps = json["own_steps"].array();
  REQUIRE(steps.size() == 2);
  CHECK(steps[0]["by_date"].string() == "2026-12-01");
  CHECK(steps[1]["who"].is_null());
  const auto has = [&rooms, &body](const char* form, const char* text) {
    return post_plan(rooms, body, form).body.find(text) != std::string::npos;
  };
  CHECK(has("text/html", "<p>dinsdag 1 december: Vraag Ans &lt;mee&gt; (Sam)</p>"));
  CHECK(has("text/plain", "Uw eigen stappen\ndinsdag 1 december: Vraag Ans <mee> (Sam)\nKoop"));
  CHECK(has("text/calendar", "SUMMARY:Vraag Ans <mee>"));
  CHECK(has("text/calendar", "DTSTART;VALUE=DATE:20261201"));
  CHECK(has("text/calendar", "DESCRIPTION:Koop een fiets"));
  CHECK(post_plan(rooms, body, "application/pdf").body
        != post_plan(rooms, kEmpty, "application/pdf").body);
  CHECK(post_plan(rooms, kEmpty, "text/plain").body.find("eigen stappen") == std::string::npos);
}

TEST_CASE("own steps stand in place of those that were proposed for a contact, in every form") {
  const auto rooms = make_rooms();
  const std::string request =
      R"({"profile": {"network": {"contacts": [{"id": "a", "alias": "Ans"}]}}, "chosen": {"ties": ["a"]})";
  const std::string own = request + R"(, "own_steps": [{"text": "Vraag Ans mee"}]})";
  const std::string proposed = "Vraag Ans om af te spreken.";
  for (const char* form : {"application/json", "text/html", "text/plain", "text/calendar"}) {
    CAPTURE(form);
    CHECK(post_plan(rooms, request + "}", form).body.find(proposed) != std::string::npos);
    const std::string body = post_plan(rooms, own, form).body;
    CHECK(body.find(proposed) == std::string::npos);
    CHECK(body.find("Vraag Ans mee") != std::string::npos);
  }
  CHECK(post_plan(rooms, own, "text/html").body.find("<ul>\n</ul>") == std::string::npos);
}

TEST_CASE("a calendar tells once when to call and when to go, as proposed or in own steps") {
  engine::Plan plan = make_plan_of_lead();
  const std::string proposed = write_calendar_plan(plan);
  CHECK(count_entries_on(proposed, "20261201") == 1);
  CHECK(count_entries_on(proposed, "20261203") == 1);
  plan.own_steps = {
      {"Koffieochtend: neem contact op.", "u en Sam", catalog::parse_date("2026-12-02")},
      {"Koffieochtend: de eerste keer, om 10:00 uur.", "Sam", catalog::parse_date("2026-12-03")},
  };
  const std::string own = write_calendar_plan(plan);
  CHECK(count_entries_on(own, "20261201") == 0);
  CHECK(count_entries_on(own, "20261202") == 1);
  CHECK(count_entries_on(own, "20261203") == 1);
  CHECK(own.find("DTSTART:20261203T090000Z") != std::string::npos);
  CHECK(own.find("(Sam)") != std::string::npos);
  plan.own_steps = {{"Koop een cadeau.", "", catalog::parse_date("2026-12-03")}};
  CHECK(count_entries_on(write_calendar_plan(plan), "20261203") == 2);
}

TEST_CASE(
    "a calendar with own steps tells how to get in touch with a lead that has no first meeting") {
  engine::Plan plan = make_plan_of_lead();
  auto& lead = std::get<engine::PlannedActivity>(plan.priorities.front()).lead;
  lead.first_meeting.reset();
  lead.activity.phone = "0612345678";
  const engine::OwnStep other = {"Koop een cadeau.", "", catalog::parse_date("2026-12-02")};
  const engine::OwnStep dated = {"Bel Koffieochtend.", "Sam", catalog::parse_date("2026-12-02")};
  const engine::OwnStep undated = {"Bel Koffieochtend.", "Sam", std::nullopt};
  plan.own_steps = {other};
  CHECK(write_calendar_plan(plan).find("DESCRIPTION:Bel 0612345678.") != std::string::npos);
  CHECK(count_entries_on(write_calendar_plan(plan), "20261201") == 1);
  plan.own_steps = {dated, other};
  CHECK(write_calendar_plan(plan).find("Bel 0612345678. Sam\r\n") != std::string::npos);
  CHECK(count_entries_on(write_calendar_plan(plan), "20261201") == 0);
  plan.own_steps = {undated};
  CHECK(write_calendar_plan(plan).find("Bel 0612345678. Bel Koffieochtend. (Sam)")
        != std::string::npos);
}

TEST_CASE("own steps have their limits") {
  const auto rooms = make_rooms();
  const auto status_of = [&rooms](const std::string& steps) {
    return rooms.post("/v1/plans", R"({"profile": {}, "own_steps": )" + steps + "}").status;
  };
  CHECK(status_of("[]") == 200);
  CHECK(status_of("[{}]") == 400);
  CHECK(status_of(R"([{"text": "  "}])") == 400);
  CHECK(status_of(R"([{"text": "a", "when": "soon"}])") == 400);
  CHECK(status_of(R"([{"text": "a", "by_date": "soon"}])") == 400);
  CHECK(status_of(R"([{"text": ")" + std::string(engine::kMaxStepLetters + 1, 'a') + R"("}])")
        == 400);
  std::string many = "[";
  for (std::size_t i = 0; i <= engine::kMaxOwnSteps; ++i)
    many += R"({"text": "a"},)";
  many.back() = ']';
  CHECK(status_of(many) == 400);
}

TEST_CASE("the log tells nothing of a plan") {
  const auto rooms = make_rooms();
  rooms.post("/v1/plans", R"({"profile": {"needs": [{"text": "geheim"}]}, "goal": "geheim",
             "own_steps": [{"text": "geheim"}]})");
  rooms.post("/v1/plans", R"({"profile": {}, "chosen": {"ties": ["geheim"]}})");
  CHECK(rooms.log().find("POST /v1/plans 200 ") != std::string::npos);
  CHECK(rooms.log().find("POST /v1/plans 400 ") != std::string::npos);
  CHECK(rooms.log().find("geheim") == std::string::npos);
}

}  // namespace kring::service::tests
