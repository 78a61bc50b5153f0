// Which existing contacts does an answer suggest, and with which steps?

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/catalog/scratch.h"
#include "tests/engine/demo_world.h"

namespace kring::tests {
namespace {

using engine::TieSuggestion;

constexpr const char* kChoir = R"({
  "id": "00000000-0000-4000-8000-000000000001", "name": "Koor de Merel", "status": "active",
  "assured_date": "2026-11-01", "description": "Zingen in een open groep.",
  "organization": {"id": "00000000-0000-4000-8000-0000000000aa", "name": "De Merel"},
  "service_at_locations": [{"id": "a", "location": {"id": "la", "location_type": "physical",
      "name": "Wijkhuis", "addresses": [{"postal_code": "6511 AA", "city": "Nijmegen"}]},
     "schedules": [{"freq": "WEEKLY", "byday": "TH", "dtstart": "2026-09-03",
                    "opens_at": "19:30", "closes_at": "21:30"}]}]})";

std::vector<TieSuggestion> ties_for(const std::string& contacts, const std::string& more = "") {
  return match(demo_engine(),
               make_profile(R"({"network": {"contacts": [)" + contacts + "]}" + more + "}"), 1)
      .ties;
}

std::vector<std::string> names_of(const std::vector<TieSuggestion>& ties) {
  std::vector<std::string> names;
  names.reserve(ties.size());
  for (const TieSuggestion& tie : ties)
    names.push_back(tie.contact);
  return names;
}

// The longest sentence in words.
std::size_t longest_sentence(const std::string& text) {
  std::size_t most = 0;
  std::size_t words = 0;
  for (const char letter : text) {
    if (letter == ' ') ++words;
    if (letter == '.' || letter == '?') {
      most = std::max(most, words + 1);
      words = 0;
    }
  }
  return most;
}

}  // namespace

TEST_CASE("a contact without a wish is suggested where it is long known, close and hardly seen") {
  REQUIRE(names_of(ties_for(
              R"({"id": "old", "closeness": 3, "known": "more_than_5_years",
                  "frequency": "few_times_a_year"})"))
          == std::vector<std::string>{"old"});
}

TEST_CASE("a contact without a wish is left alone where it is seen, new, distant or wanted as is") {
  REQUIRE(ties_for(R"({"id": "seen", "closeness": 3, "known": "more_than_5_years",
                       "frequency": "weekly"},
                      {"id": "new", "closeness": 3, "known": "less_than_1_year",
                       "frequency": "few_times_a_year"},
                      {"id": "distant", "closeness": 1, "known": "more_than_5_years",
                       "frequency": "few_times_a_year"},
                      {"id": "as_is", "closeness": 3, "known": "more_than_5_years",
                       "frequency": "few_times_a_year", "wish": "same"})")
              .empty());
}

TEST_CASE("a wished contact comes before one whose wish is unknown") {
  REQUIRE(names_of(ties_for(
              R"({"id": "a", "closeness": 3, "emotional_support": 3, "known": "more_than_5_years",
                  "frequency": "never"},
                 {"id": "b", "wish": "more_contact"})"))
          == std::vector<std::string>{"b", "a"});
}

TEST_CASE("where both give comes before where only the person gives") {
  REQUIRE(names_of(ties_for(
              R"({"id": "a", "wish": "more_contact", "help_direction": "to_contact"},
                 {"id": "b", "wish": "more_contact", "help_direction": "both_ways"})"))
          == std::vector<std::string>{"b", "a"});
}

TEST_CASE("a contact that was tried is no suggestion") {
  REQUIRE(ties_for(R"({"id": "a", "wish": "more_contact"})",
                   R"(, "tried": [{"contact": "a", "outcome": "refused"}])")
              .empty());
}

TEST_CASE("a professional on the map supports the asking, else the worker does") {
  const auto with = ties_for(R"({"id": "a", "alias": "Toon", "wish": "more_contact"},
                                {"id": "p", "alias": "de spv", "domain": "professional"})");
  const auto without = ties_for(R"({"id": "a", "alias": "Toon", "wish": "more_contact"})");
  REQUIRE(with.front().steps[2].who == "u, met steun van de spv");
  REQUIRE(without.front().steps[2].who == "u, met steun van de hulpverlener");
}

TEST_CASE("the steps are four, in order, and rehearse a sentence of the person's own") {
  const auto ties = ties_for(R"({"id": "a", "alias": "Toon", "wish": "more_contact"})");
  REQUIRE(ties.size() == 1);
  const std::vector<engine::TieStep>& steps = ties.front().steps;
  REQUIRE(steps.size() == 4);
  REQUIRE(steps[0].name == "choose");
  REQUIRE(steps[1].name == "rehearse");
  REQUIRE(steps[2].name == "ask");
  REQUIRE(steps[3].name == "look_back");
  REQUIRE(steps[1].text
          == "Oefen samen de vraag aan Toon. Zeg: “Ik zie je graag vaker. Kom je een keer koffie "
             "drinken?”");
  for (std::size_t i = 0; i < steps.size(); ++i) {
    INFO(steps[i].text);
    REQUIRE_FALSE(steps[i].who.empty());
    REQUIRE(longest_sentence(steps[i].text) <= 20);
    if (i > 0) REQUIRE(steps[i - 1].when < steps[i].when);
  }
}

TEST_CASE("an occasion fits what the contact likes, by concept, and the question names it") {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, {kChoir});
  const auto tie_with = [&engine](const std::string& more) {
    return match(*engine, make_profile(R"({"person": {"postcode": "6511"}, "network": {"contacts": [
                   {"id": "a", "alias": "Toon", "wish": "more_contact")"
                                       + more + "}]}}"))
        .ties.front();
  };
  const TieSuggestion tie = tie_with(R"(, "interests": ["zingen"])");
  REQUIRE(tie.occasion);
  REQUIRE(tie.steps[1].text
          == "Oefen samen de vraag aan Toon. Zeg: “Ik wil graag naar Koor de Merel. Ga je met me "
             "mee?”");
  REQUIRE_FALSE(tie_with(R"(, "interests": ["schaken"])").occasion);
  REQUIRE_FALSE(tie_with("").occasion);
  REQUIRE_FALSE(tie_with(R"(, "interests": ["zingen"], "travel_minutes": 200)").occasion);
}

}  // namespace kring::tests
