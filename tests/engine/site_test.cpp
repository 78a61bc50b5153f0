// Are times, journey and gates those of one site?

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "tests/engine/demo_world.h"

namespace kring::tests {
namespace {

using engine::Gate;
using engine::MatchAnswer;

// Two sites, each with hours of its own: Monday morning near home, Thursday evening far away.
constexpr const char* kTwoSites = R"({
  "id": "00000000-0000-4000-8000-000000000001", "name": "Koor de Merel", "status": "active",
  "assured_date": "2026-11-01", "description": "Zingen in een open groep.",
  "organization": {"id": "00000000-0000-4000-8000-0000000000aa", "name": "De Merel"},
  "service_at_locations": [
    {"id": "a", "location": {"id": "la", "location_type": "physical", "name": "Wijkhuis Centrum",
      "addresses": [{"postal_code": "6511 AA", "city": "Nijmegen", "address_1": "Markt 1"}]},
     "schedules": [{"freq": "WEEKLY", "byday": "MO", "dtstart": "2026-09-07",
                    "opens_at": "10:00", "closes_at": "12:00"}]},
    {"id": "b", "location": {"id": "lb", "location_type": "physical", "name": "Zaal Venlo",
      "addresses": [{"postal_code": "5911 AA", "city": "Venlo", "address_1": "Markt 2"}]},
     "schedules": [{"freq": "WEEKLY", "byday": "TH", "dtstart": "2026-09-03",
                    "opens_at": "19:30", "closes_at": "21:30"}]}]})";

// No site at all; only the organisation has an address.
constexpr const char* kNoSite = R"({
  "id": "00000000-0000-4000-8000-000000000002", "name": "Wandelgroep", "status": "active",
  "assured_date": "2026-11-01", "description": "Wandelen in een open groep.",
  "organization": {"id": "00000000-0000-4000-8000-0000000000ab", "name": "De Wandelaars",
    "locations": [{"id": "lc", "location_type": "postal", "latitude": 51.845, "longitude": 5.86,
      "addresses": [{"postal_code": "6511 AA", "city": "Nijmegen", "address_type": "postal"}]}]}})";

// A place of which only three addresses are known, and a visitor for some municipality.
std::string make_club(int number, const std::string& latitude) {
  return R"({"id": "00000000-0000-4000-8000-00000000010)" + std::to_string(number)
         + R"(", "name": "Eetclub )" + std::to_string(number)
         + R"(", "status": "active", "description": "Samen eten.",
    "service_at_locations": [{"id": "a", "location": {"id": "l", "location_type": "physical",
      "name": "Huis", "latitude": )"
         + latitude + R"(, "longitude": 4.78,
      "addresses": [{"postal_code": "4811 AA", "city": "Breda", "address_1": "M 1"}]}}]})";
}
constexpr const char* kVisitor = R"({
  "id": "00000000-0000-4000-8000-000000000109", "name": "Maatje aan huis", "status": "active",
  "description": "Een maatje komt bij u thuis op bezoek.",
  "service_areas": [{"id": "s", "name": "Venlo", "extent": "Gemeente"}]})";

bool asks(const engine::Match& found, Gate gate) {
  return std::any_of(found.questions.begin(), found.questions.end(),
                     [gate](const engine::Question& question) { return question.gate == gate; });
}

std::string profile_of(const std::string& travel, const std::string& more) {
  return R"({"date": "2026-11-23", "person": {"postcode": "6511"},
             "practical": {"travel": [)"
         + travel + "]" + more + "}}";
}

const std::string kShortWalk = R"({"mode": "walk", "max_minutes": 30})";
const std::string kAnyCar = R"({"mode": "car", "max_minutes": 180})";
const std::string kThursdayEvening =
    R"(, "availability": [{"days": ["TH"], "from": "19:00", "to": "22:00"}])";

}  // namespace

TEST_CASE("the site within reach is shown, with its own venue, journey and hours") {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, {kTwoSites});
  const MatchAnswer answer = match(*engine, make_profile(profile_of(kShortWalk, "")));
  REQUIRE(answer.matches.size() == 1);
  const engine::Match& found = answer.matches.front();
  REQUIRE(found.activity.venue_name == "Wijkhuis Centrum");
  REQUIRE(found.activity.venue_city == "Nijmegen");
  REQUIRE(found.travel);
  REQUIRE(found.travel->minutes.value <= 30);
  REQUIRE(found.next_sessions.front() == "2026-11-23T10:00:00+01:00");
}

TEST_CASE("the far site is shown to who is free only at its hours and can get there") {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, {kTwoSites});
  const MatchAnswer answer = match(*engine, make_profile(profile_of(kAnyCar, kThursdayEvening)));
  REQUIRE(answer.matches.size() == 1);
  REQUIRE(answer.matches.front().activity.venue_name == "Zaal Venlo");
  REQUIRE(answer.matches.front().next_sessions.front() == "2026-11-26T19:30:00+01:00");
}

TEST_CASE("a venue's place is told where the record tells its street and its point, not else") {
  const auto make_house = [](const std::string& street, const std::string& point) {
    return R"({"id": "00000000-0000-4000-8000-000000000003", "name": "Eetclub", "status": "active",
      "description": "Samen eten.", "service_at_locations": [{"id": "a", "location": {"id": "l",
      "location_type": "physical", "name": "Huis")"
           + point + R"(, "addresses": [{"postal_code": "6511 AA", "city": "Nijmegen")" + street
           + "}]}}]}";
  };
  const auto location_of = [](const std::string& record) {
    const ScratchFolder folder;
    const MatchAnswer answer =
        match(*engine_of(folder, {record}), make_profile(profile_of(kAnyCar, "")));
    REQUIRE(answer.matches.size() == 1);
    REQUIRE(answer.home);
    return answer.matches.front().activity.location;
  };
  const std::string street = R"(, "address_1": "Markt 1")";
  const std::string point = R"(, "latitude": 51.845, "longitude": 5.86)";
  const auto told = location_of(make_house(street, point));
  REQUIRE(told);
  REQUIRE(std::abs(told->latitude - 51.845) < 1e-6);
  REQUIRE_FALSE(location_of(make_house("", point)));
  REQUIRE_FALSE(location_of(make_house(street, "")));
}

TEST_CASE("a near site at the wrong hours and a far one at the right hours do not add up") {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, {kTwoSites});
  const MatchAnswer answer = match(*engine, make_profile(profile_of(kShortWalk, kThursdayEvening)));
  REQUIRE(answer.matches.empty());
  // It counts once, under the gate at which its best site failed.
  REQUIRE(answer.excluded == std::map<Gate, int>{{Gate::kTime, 1}});
}

TEST_CASE("an avoided venue leaves the other site") {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, {kTwoSites});
  engine::Profile profile = make_profile(profile_of(kAnyCar, ""));
  profile.avoid.places = {"wijkhuis centrum"};
  const MatchAnswer answer = match(*engine, profile);
  REQUIRE(answer.matches.size() == 1);
  REQUIRE(answer.matches.front().activity.venue_name == "Zaal Venlo");
}

TEST_CASE("the organisation's postal address never stands in for a site") {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, {kNoSite});
  const MatchAnswer answer = match(*engine, make_profile(profile_of(kShortWalk, "")));
  REQUIRE(answer.matches.size() == 1);
  const engine::Match& found = answer.matches.front();
  REQUIRE_FALSE(found.travel);
  REQUIRE(found.activity.venue_city.empty());
  REQUIRE(asks(found, Gate::kTravel));
}

TEST_CASE("whoever lives in a place learned from addresses is asked for the area, not refused") {
  const ScratchFolder folder;
  const auto engine = engine_of(
      folder, {make_club(1, "51.58"), make_club(2, "51.59"), make_club(3, "51.60"), kVisitor});
  const MatchAnswer answer = match(*engine, make_profile(R"({"person": {"postcode": "4811"}})"));
  const auto visitor = std::find_if(
      answer.matches.begin(), answer.matches.end(),
      [](const engine::Match& found) { return found.activity.name == "Maatje aan huis"; });
  REQUIRE(visitor != answer.matches.end());
  REQUIRE(asks(*visitor, Gate::kArea));
}

TEST_CASE("the same record from two sources counts once and is shown once") {
  const ScratchFolder folder;
  auto store = catalog::ActivityStore::open(folder.file("catalogue.db"),
                                            catalog::OpenMode::kCreateIfMissing);
  import_demo_places(store);
  std::string copy = kTwoSites;
  copy.replace(copy.find("000000000001"), 12, "000000000009");
  import_lines(store, "first", {kTwoSites});
  import_lines(store, "second", {copy});
  const auto engine = rebuild(store, folder.file("index"));
  REQUIRE(engine->count() == 2);
  REQUIRE(match(*engine, make_profile("{}")).matches.size() == 1);
  const MatchAnswer none = match(*engine, make_profile(profile_of(kShortWalk, kThursdayEvening)));
  REQUIRE(none.excluded == std::map<Gate, int>{{Gate::kTime, 1}});
}

}  // namespace kring::tests
