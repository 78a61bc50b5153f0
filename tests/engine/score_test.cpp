// What does each part of the score count, and for whom?

#include <catch2/catch.hpp>

#include "tests/engine/demo_world.h"

namespace kring::tests {
namespace {

// A record of one place in Nijmegen that is about what its name and text say.
std::string make_record(int number,
                        const std::string& name,
                        const std::string& text,
                        const std::string& more = "") {
  return R"({"id": "00000000-0000-4000-8000-00000000020)" + std::to_string(number)
         + R"(", "status": "active", "assured_date": "2026-11-01", "name": ")" + name
         + R"(", "description": ")" + text + R"(")" + more + R"(,
    "organization": {"id": "00000000-0000-4000-8000-0000000000aa", "name": "Wijkhuis"}})";
}

std::int32_t value_of(const engine::MatchAnswer& answer, const std::string& part) {
  REQUIRE(answer.matches.size() == 1);
  for (const engine::ScorePart& found : answer.matches.front().parts) {
    if (found.name == part) return found.value.points;
  }
  FAIL("there is no part " << part);
  return 0;
}

std::int32_t part_of(const std::string& record,
                     const std::string& profile,
                     const std::string& part) {
  const ScratchFolder folder;
  return value_of(match(*engine_of(folder, {record}), make_profile(profile)), part);
}

const std::string kMemoryCafe =
    make_record(1, "Alzheimer Café", "Koffie en ontmoeting voor mensen met dementie.");
const std::string kCoffee =
    make_record(2, "Koffieochtend", "Iedereen is welkom, de koffie is klaar.");
const std::string kLanguage =
    make_record(3, "Taalcafé", "Nederlands oefenen met anderen, elke week.");
const std::string kYoung =
    make_record(4, "Spelavond", "Bordspellen spelen.", R"(, "minimum_age": 18, "maximum_age": 30)");

}  // namespace

TEST_CASE("what is for a group counts in full for who asks for it, and nothing for others") {
  REQUIRE(part_of(kMemoryCafe, R"({"person": {"age": 28}})", "audience") == 0);
  REQUIRE(part_of(kMemoryCafe, R"({"needs": [{"concept": "cognitive_dementia"}]})", "audience")
          == catalog::kScoreOne);
}

TEST_CASE("what is for everyone is neither for this person nor for others") {
  REQUIRE(part_of(kCoffee, R"({"person": {"age": 28}})", "audience") == catalog::kScoreOne / 2);
}

TEST_CASE("who speaks another language first belongs where Dutch is learned") {
  REQUIRE(part_of(kLanguage, R"({"person": {"languages": ["ar", "nl"]}})", "audience")
          == catalog::kScoreOne);
  REQUIRE(part_of(kLanguage, R"({"person": {"languages": ["nl"]}})", "audience") == 0);
  REQUIRE(part_of(kLanguage, R"({"person": {"languages": ["fy", "nl"]}})", "audience") == 0);
}

TEST_CASE("an age rule that keeps a generation together counts for who is of that age") {
  REQUIRE(part_of(kYoung, R"({"person": {"age": 24}})", "audience") == catalog::kScoreOne);
  REQUIRE(part_of(kYoung, "{}", "audience") == catalog::kScoreOne / 2);
}

TEST_CASE("a kind that is near to what is needed answers the need in part") {
  const std::int32_t asked =
      part_of(kCoffee, R"({"needs": [{"concept": "meet_coffee"}]})", "need_fit");
  const std::int32_t near =
      part_of(kCoffee, R"({"needs": [{"concept": "meet_walk_in"}]})", "need_fit");
  const std::int32_t other =
      part_of(kCoffee, R"({"needs": [{"concept": "help_transport"}]})", "need_fit");
  REQUIRE(asked > near);
  REQUIRE(near > 0);
  REQUIRE(other == 0);
}

TEST_CASE("a group for another illness answers no wish for company with one's own") {
  const std::string group =
      make_record(6, "Inloophuis", "Lotgenotencontact voor mensen met kanker en hun naasten.");
  const auto need_fit_of = [&group](const std::string& words) {
    return part_of(
        group, R"({"needs": [{"concept": "health_condition_groups", "text": ")" + words + R"("}]})",
        "need_fit");
  };
  REQUIRE(need_fit_of("ik heb parkinson") < need_fit_of("ik ben ziek"));
  REQUIRE(need_fit_of("ik heb kanker") >= need_fit_of("ik ben ziek"));
}

TEST_CASE("the preferred size of company counts in full, an open group nothing for who likes few") {
  const std::string open = make_record(5, "Inloop", "Een open groep, iedereen komt langs.");
  const auto prefer = [](const std::string& size) {
    return R"({"practical": {"group_size": ")" + size + R"("}})";
  };
  REQUIRE(part_of(open, prefer("open_group"), "size_fit") == catalog::kScoreOne);
  REQUIRE(part_of(open, prefer("one_to_one"), "size_fit") == 0);
  REQUIRE(part_of(open, "{}", "size_fit") == catalog::kScoreOne / 2);
}

}  // namespace kring::tests
