// Does the portfolio complete itself, begin soon, and go up in easy steps?

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/engine/demo_world.h"

namespace kring::tests {
namespace {

using engine::MatchAnswer;
using engine::PortfolioRole;

struct Told {
  std::string name;
  std::string text;
  std::string organization;
  std::string more;
};

std::string make_record(int number, const Told& told) {
  return R"({"id": "00000000-0000-4000-8000-00000000030)" + std::to_string(number)
         + R"(", "status": "active", "assured_date": "2026-11-01", "name": ")" + told.name
         + R"(", "description": ")" + told.text + R"(", "organization": {"id": ")"
         + told.organization + R"(", "name": ")" + told.organization + R"("})" + told.more + "}";
}

const std::string kEveryMonday =
    R"(, "schedules": [{"freq": "WEEKLY", "byday": "MO", "dtstart": "2026-09-07",
        "opens_at": "10:00", "closes_at": "12:00"}])";
const std::string kLongWait = R"(, "wait_time": "3 maanden")";

const Told kCoffee{"Koffieochtend Noord", "Loop gerust binnen, aanmelden hoeft niet.", "Noord",
                   kEveryMonday};
const Told kSameCoffee{"Koffieochtend Zuid", "Loop gerust binnen, aanmelden hoeft niet.", "Zuid",
                       kEveryMonday};
const Told kWalk{"Wandelgroep De Stap", "Samen wandelen. Aanmelden per telefoon.", "Stap",
                 kEveryMonday};
const Told kReaders{"Leesclub De Merel", "Een kleine groep van hooguit acht mensen leest samen.",
                    "Merel", kEveryMonday};
const Told kBuddy{"Maatjesproject",
                  "Een vrijwilliger wordt uw maatje. U ontmoet elkaar een op een.", "Maatjes",
                  kLongWait};

MatchAnswer answer_of(const std::vector<Told>& told, const std::string& profile) {
  const ScratchFolder folder;
  std::vector<std::string> lines;
  lines.reserve(told.size());
  for (const Told& entry : told)
    lines.push_back(make_record(static_cast<int>(lines.size()) + 1, entry));
  return match(*engine_of(folder, lines), make_profile(profile));
}

bool has_role(const MatchAnswer& answer, PortfolioRole role) {
  return std::any_of(answer.portfolio_entries.begin(), answer.portfolio_entries.end(),
                     [role](const engine::PortfolioEntry& entry) { return entry.role == role; });
}

std::string name_at(const MatchAnswer& answer, int step) {
  for (const engine::PortfolioEntry& entry : answer.portfolio_entries) {
    if (entry.step != step) continue;
    for (const engine::Match& found : answer.matches) {
      if (found.activity.id == entry.activity) return found.activity.name;
    }
  }
  return {};
}

const std::string kThreeNeeds =
    R"("needs": [{"concept": "meet_coffee"}, {"concept": "do_walking"},
                 {"concept": "do_reading_library"}])";

}  // namespace

TEST_CASE("of two coffee mornings one stands in the portfolio") {
  const MatchAnswer answer =
      answer_of({kCoffee, kSameCoffee, kWalk, kReaders}, "{" + kThreeNeeds + "}");
  REQUIRE(answer.matches.size() == 4);
  REQUIRE(answer.portfolio.size() == 3);
}

TEST_CASE("each member says what it adds, and needs are told once") {
  const MatchAnswer answer = answer_of({kCoffee, kWalk, kReaders}, "{" + kThreeNeeds + "}");
  std::vector<std::string> adds;
  for (const engine::PortfolioEntry& entry : answer.portfolio_entries) {
    REQUIRE_FALSE(entry.adds.empty());
    adds.insert(adds.end(), entry.adds.begin(), entry.adds.end());
  }
  std::sort(adds.begin(), adds.end());
  REQUIRE(std::adjacent_find(adds.begin(), adds.end()) == adds.end());
}

TEST_CASE("one begins soon without a referral, as a bridge where the best has a waiting list") {
  const std::string wants_buddy =
      R"({"needs": [{"concept": "buddy_general", "priority": 3}, {"concept": "meet_coffee",
                     "priority": 1}]})";
  REQUIRE(has_role(answer_of({kCoffee, kBuddy}, wants_buddy), PortfolioRole::kBridge));
  REQUIRE(
      has_role(answer_of({kCoffee, kWalk}, "{" + kThreeNeeds + "}"), PortfolioRole::kEarlyStart));
}

TEST_CASE("where nothing begins soon the answer says so") {
  const MatchAnswer answer = answer_of({kBuddy}, R"({"needs": [{"concept": "buddy_general"}]})");
  REQUIRE_FALSE(answer.portfolio_lacks.empty());
  REQUIRE(
      answer_of({kCoffee}, R"({"needs": [{"concept": "meet_coffee"}]})").portfolio_lacks.empty());
}

TEST_CASE("a need for which nothing is found is said") {
  const std::string lacks = answer_of({kCoffee}, R"({"needs": [{"concept": "meet_coffee"},
          {"concept": "do_reading_library"}]})")
                                .portfolio_lacks;
  REQUIRE_THAT(lacks, Catch::Contains("niets gevonden"));
  REQUIRE_THAT(lacks, !Catch::Contains("Koffie"));
}

TEST_CASE("who needs an easy beginning goes from one person to a small group to an open one") {
  const std::string afraid =
      R"({"practical": {"first_step_support": true}, "needs": [{"concept": "meet_coffee"},
          {"concept": "buddy_general"}, {"concept": "do_reading_library"}]})";
  const MatchAnswer answer = answer_of({kCoffee, kBuddy, kReaders}, afraid);
  REQUIRE(name_at(answer, 1) == kBuddy.name);
  REQUIRE(name_at(answer, 2) == kReaders.name);
  REQUIRE(name_at(answer, 3) == kCoffee.name);
  for (const engine::PortfolioEntry& entry : answer.portfolio_entries)
    REQUIRE(entry.go_on_when.empty() == (entry.step == 3));
}

TEST_CASE("who needs no easy beginning gets no ladder") {
  const MatchAnswer answer = answer_of({kCoffee, kWalk, kReaders}, "{" + kThreeNeeds + "}");
  for (const engine::PortfolioEntry& entry : answer.portfolio_entries)
    REQUIRE_FALSE(entry.step);
}

TEST_CASE("a day on which the person is not free is told where it would lift a match") {
  const Told far{"Koffieochtend Zuid", "Loop gerust binnen, aanmelden hoeft niet.", "Zuid",
                 R"(, "schedules": [
        {"freq": "WEEKLY", "byday": "TU", "dtstart": "2026-09-08", "opens_at": "10:00",
         "closes_at": "12:00"},
        {"freq": "MONTHLY", "byday": "1TH", "dtstart": "2026-09-03", "opens_at": "10:00",
         "closes_at": "12:00"}])"};
  const std::string free_on_thursday =
      R"({"practical": {"availability": [{"days": ["TH", "WE"], "from": "08:00", "to": "18:00"}]},
          "needs": [{"concept": "meet_coffee"}]})";
  const Told near{"Koffieochtend Noord", "Loop gerust binnen, aanmelden hoeft niet.", "Noord",
                  R"(, "schedules": [{"freq": "WEEKLY", "byday": "WE", "dtstart": "2026-09-02",
        "opens_at": "10:00", "closes_at": "12:00"}])"};
  const MatchAnswer answer = answer_of({near, far}, free_on_thursday);
  REQUIRE(answer.matches.size() == 2);
  REQUIRE(answer.matches[0].activity.name == near.name);
  REQUIRE(answer.matches[1].counterfactual);
  REQUIRE(answer.matches[1].counterfactual->text == "Zou bovenaan staan als dinsdag ook kan.");
}

TEST_CASE("the smallest change that opens something is told with what it opens") {
  const Told tuesday{"Koffieochtend Zuid", "Loop gerust binnen, aanmelden hoeft niet.", "Zuid",
                     R"(, "schedules": [{"freq": "WEEKLY", "byday": "TU", "dtstart": "2026-09-08",
        "opens_at": "10:00", "closes_at": "12:00"}])"};
  const MatchAnswer answer =
      answer_of({tuesday}, R"({"practical": {"availability": [{"days": ["TH"], "from": "08:00",
                     "to": "18:00"}]}, "needs": [{"concept": "meet_coffee"}]})");
  REQUIRE(answer.matches.empty());
  REQUIRE(answer.relaxations.size() == 1);
  REQUIRE(answer.relaxations.front().text == "Koffieochtend: 1 erbij als dinsdag ook kan.");
}

}  // namespace kring::tests
