// Does the page of an activity tell what is known, and nothing that a record smuggles in?
#include "service/site/activity_page.h"

#include <string>

#include <catch2/catch.hpp>

#include "service/site/schedule_words.h"
#include "tests/service/rooms.h"

namespace kring::service::tests {
namespace {

constexpr const char* kKnown = "/activiteiten/11111111-1111-4111-8111-111111111111";

const catalog::Date kToday = *catalog::parse_date("2026-11-23");

std::string write_page(const engine::FoundActivity& found) {
  return write_activity_page(
      {found, found.activity, {}, {}, kToday, page_texts(catalog::Language::kDutch)});
}

std::string write_page(const catalog::Activity& activity) {
  engine::FoundActivity found;
  found.activity = activity;
  return write_page(found);
}

bool has(const std::string& html, const std::string& text) {
  return html.find(text) != std::string::npos;
}

catalog::Schedule make_schedule(const std::string& rule) {
  catalog::Schedule schedule;
  schedule.rrule = rule;
  schedule.first_day = kToday;
  schedule.opens = catalog::Minutes{600};
  schedule.closes = catalog::Minutes{720};
  return schedule;
}

std::string tell_in_dutch(const catalog::Schedule& schedule) {
  return tell_schedule(schedule, page_texts(catalog::Language::kDutch));
}

}  // namespace

TEST_CASE("the page of an activity is in the language of the address, else of the client") {
  auto rooms = make_rooms();
  CHECK(has(rooms.get(kKnown).body, "<html lang=\"nl\" dir=\"ltr\">"));
  CHECK(has(rooms.get(kKnown, {{"Accept-Language", "en"}}).body, "<html lang=\"en\" dir=\"ltr\">"));
  const auto asked = rooms.get(std::string(kKnown) + "?taal=nl", {{"Accept-Language", "en"}});
  CHECK(has(asked.body, "<html lang=\"nl\" dir=\"ltr\">"));
}

TEST_CASE("an activity that is not there has a page that says so") {
  const auto response = make_rooms().get("/activiteiten/nergens");
  CHECK(response.status == 404);
  CHECK(find_header(response.headers, "Content-Type") == "text/html; charset=utf-8");
  CHECK(make_rooms().get("/activiteiten/nergens/agenda.ics").status == 404);
}

TEST_CASE("nothing that a record says becomes markup or script of the page") {
  catalog::Activity activity;
  activity.id = {"a"};
  activity.name = "</script><script>alert(1)</script>";
  activity.description = "<img src=x onerror=alert(1)>";
  activity.url = "javascript:alert(1)";
  activity.email = "a@b.example\"><b>";
  const std::string html = write_page(activity);
  CHECK_FALSE(has(html, "<script>alert"));
  CHECK_FALSE(has(html, "<img"));
  CHECK_FALSE(has(html, "href=\"javascript"));
  CHECK_FALSE(has(html, "<b>"));
}

TEST_CASE("what is not known of an activity is told as a question") {
  catalog::Activity activity;
  activity.id = {"a"};
  activity.name = "Koffie";
  const std::string html = write_page(activity);
  CHECK(has(html, "Vraag wanneer het is."));
  CHECK(has(html, "Vraag wat het kost."));
  CHECK(has(html, "Vraag waar het is."));
  CHECK(has(html, "Er is geen adres van de organisatie bekend."));
  CHECK_FALSE(has(html, "agenda.ics"));
}

TEST_CASE("whom alone it is for and what is spoken there are told where they are known") {
  engine::FoundActivity found;
  found.activity.id = {"a"};
  found.activity.name = "Koffie";
  found.activity.languages = {"nl"};
  CHECK_FALSE(has(write_page(found), "Alleen vrouwen"));
  CHECK(has(write_page(found), "<bdi>Nederlands</bdi>"));
  found.only_for = engine::Gender::kWoman;
  found.spoken = {"nl", "ti"};
  CHECK(has(write_page(found), "Alleen vrouwen"));
  CHECK(has(write_page(found), "<bdi>Nederlands, Tigrinya</bdi>"));
  found.only_for = engine::Gender::kMan;
  CHECK(has(write_page(found), "Alleen mannen"));
}

TEST_CASE("a rule is told in plain words") {
  CHECK(tell_in_dutch(make_schedule("FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE,FR"))
        == "Elke maandag, woensdag en vrijdag, van 10:00 tot 12:00 uur.");
  CHECK(tell_in_dutch(make_schedule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"))
        == "Om de week op dinsdag, van 10:00 tot 12:00 uur.");
  CHECK(tell_in_dutch(make_schedule("FREQ=MONTHLY;INTERVAL=1;BYDAY=-1TH"))
        == "Elke laatste donderdag van de maand, van 10:00 tot 12:00 uur.");
  CHECK(tell_in_dutch(make_schedule("")) == "Op 23 november 2026, van 10:00 tot 12:00 uur.");
}

TEST_CASE("a rule without plain words leaves the record's own") {
  catalog::Schedule schedule = make_schedule("FREQ=YEARLY;BYMONTH=12");
  CHECK(tell_in_dutch(schedule).empty());
  schedule.description = "elk jaar in december";
  CHECK(tell_in_dutch(schedule) == "elk jaar in december");
}

TEST_CASE("of meetings at several places each says where") {
  catalog::Activity activity;
  activity.sites.resize(2);
  activity.sites[0].name = "De Klimop";
  activity.sites[1].name = "De Haspel";
  activity.sites[0].schedules = {make_schedule("")};
  const auto told = tell_sessions(activity, kToday, page_texts(catalog::Language::kDutch));
  REQUIRE(told.size() == 1);
  CHECK(told.front() == "maandag 23 november, 10:00 tot 12:00 uur (De Klimop)");
}

}  // namespace kring::service::tests
