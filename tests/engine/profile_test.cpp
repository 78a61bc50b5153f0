// Is every fault of a profile found, at its place, and every valid profile read?

#include "engine/profile.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/engine/demo_world.h"

namespace kring::tests {
namespace {

struct Case {
  const char* text;
  const char* pointer;  ///< of the fault
};

std::vector<std::string> pointers_of(const char* text) {
  std::vector<std::string> pointers;
  const auto profile = engine::parse_profile_text(text);
  if (profile) return pointers;
  for (const catalog::Problem& problem : profile.error())
    pointers.push_back(problem.pointer);
  return pointers;
}

void require_fault(const Case& entry) {
  INFO(entry.text << " should be faulty at " << entry.pointer);
  const auto profile = engine::parse_profile_text(entry.text);
  REQUIRE(!profile);
  REQUIRE(profile.error().size() == 1);
  const catalog::Problem& problem = profile.error().front();
  REQUIRE(problem.pointer == entry.pointer);
  REQUIRE_FALSE(problem.code.empty());
  REQUIRE_FALSE(problem.text.nl.empty());
  REQUIRE_FALSE(problem.text.en.empty());
}

// What the schema refuses, a keyword at a time.
constexpr Case kPersonAndPractical[] = {
    {R"({"nme": 1})", "/nme"},
    {R"({"language": "de"})", "/language"},
    {R"({"date": "2026-02-30"})", "/date"},
    {R"({"date": 20261123})", "/date"},
    {R"({"person": []})", "/person"},
    {R"({"person": {"age": -1}})", "/person/age"},
    {R"({"person": {"age": 121}})", "/person/age"},
    {R"({"person": {"age": 40.5}})", "/person/age"},
    {R"({"person": {"age": "40"}})", "/person/age"},
    {R"({"person": {"gender": "vrouw"}})", "/person/gender"},
    {R"({"person": {"name": "x"}})", "/person/name"},
    {R"({"person": {"languages": []}})", "/person/languages"},
    {R"({"person": {"languages": "nl"}})", "/person/languages"},
    {R"({"person": {"languages": ["1","2","3","4","5","6","7","8","9"]}})", "/person/languages"},
    {R"({"person": {"languages": [1]}})", "/person/languages/0"},
    {R"({"person": {"postcode": "0512"}})", "/person/postcode"},
    {R"({"person": {"postcode": "6512  AB"}})", "/person/postcode"},
    {R"({"person": {"postcode": "6512A"}})", "/person/postcode"},
    {R"({"person": {"postcode": 6512}})", "/person/postcode"},
    {R"({"person": {"latitude": 51.8}})", "/person/longitude"},
    {R"({"person": {"longitude": 5.8}})", "/person/latitude"},
    {R"({"person": {"latitude": 91, "longitude": 5}})", "/person/latitude"},
    {R"({"practical": {"travel": [{"mode": "walk"}]}})", "/practical/travel/0/max_minutes"},
    {R"({"practical": {"travel": [{"max_minutes": 5}]}})", "/practical/travel/0/mode"},
    {R"({"practical": {"travel": [{"mode": "fly", "max_minutes": 5}]}})",
     "/practical/travel/0/mode"},
    {R"({"practical": {"travel": [{"mode": "car", "max_minutes": 0}]}})",
     "/practical/travel/0/max_minutes"},
    {R"({"practical": {"travel": [{"mode": "car", "max_minutes": 181}]}})",
     "/practical/travel/0/max_minutes"},
    {R"({"practical": {"attendance": []}})", "/practical/attendance"},
    {R"({"practical": {"attendance": ["radio"]}})", "/practical/attendance/0"},
    {R"({"practical": {"attendance": ["phone", "phone"]}})", "/practical/attendance/1"},
    {R"({"practical": {"availability": []}})", "/practical/availability"},
    {R"({"practical": {"availability": [{"days": [], "from": "09:00", "to": "10:00"}]}})",
     "/practical/availability/0/days"},
    {R"({"practical": {"availability": [{"days": ["MA"], "from": "09:00", "to": "10:00"}]}})",
     "/practical/availability/0/days"},
    {R"({"practical": {"availability": [{"days": ["MO"], "from": "9:00", "to": "10:00"}]}})",
     "/practical/availability/0/from"},
    {R"({"practical": {"availability": [{"days": ["MO"], "from": "10:00", "to": "09:00"}]}})",
     "/practical/availability/0/to"},
    {R"({"practical": {"max_cost_per_session": -0.01}})", "/practical/max_cost_per_session"},
    {R"({"practical": {"access_needs": ["lift"]}})", "/practical/access_needs/0"},
    {R"({"practical": {"group_size": "service"}})", "/practical/group_size"},
    {R"({"practical": {"can_get_referral": "yes"}})", "/practical/can_get_referral"},
    {R"({"practical": {"start_within_days": 366}})", "/practical/start_within_days"},
};

constexpr Case kNetworkAndRest[] = {
    {R"({"network": {"mapped_on": "gisteren"}})", "/network/mapped_on"},
    {R"({"network": {"contacts": [{}]}})", "/network/contacts/0/id"},
    {R"({"network": {"contacts": [{"id": ""}]}})", "/network/contacts/0/id"},
    {R"({"network": {"contacts": [{"id": "a"}, {"id": "a"}]}})", "/network/contacts/1/id"},
    {R"({"network": {"contacts": [{"id": "a", "circle": 4}]}})", "/network/contacts/0/circle"},
    {R"({"network": {"contacts": [{"id": "a", "critical": 0}]}})", "/network/contacts/0/critical"},
    {R"({"network": {"contacts": [{"id": "a", "domain": "baas"}]}})", "/network/contacts/0/domain"},
    {R"({"network": {"contacts": [{"id": "a", "phone": "06"}]}})", "/network/contacts/0/phone"},
    {R"({"network": {"contacts": [{"id": "a", "travel_minutes": 1441}]}})",
     "/network/contacts/0/travel_minutes"},
    {R"({"network": {"contacts": [{"id": "a"}], "ties": [["a", "b"]]}})", "/network/ties/0/1"},
    {R"({"network": {"contacts": [{"id": "a"}], "ties": [["a"]]}})", "/network/ties/0"},
    {R"({"network": {"wanted": {"contacts": 51}}})", "/network/wanted/contacts"},
    {R"({"network": {"wanted": {"visits_per_week": 22}}})", "/network/wanted/visits_per_week"},
    {R"({"network": {"scores": {"lsns6": 31}}})", "/network/scores/lsns6"},
    {R"({"network": {"scores": {"zrm_participation": 0}}})", "/network/scores/zrm_participation"},
    {R"({"network_before": {"contacts": {}}})", "/network_before/contacts"},
    {R"({"needs": [{}]})", "/needs/0"},
    {R"({"needs": [{"priority": 2}]})", "/needs/0"},
    {R"({"needs": [{"text": "x", "priority": 4}]})", "/needs/0/priority"},
    {R"({"needs": {"text": "x"}})", "/needs"},
    {R"({"not_meant": {}})", "/not_meant"},
    {R"({"not_meant": [{"need": 0, "name": "quiet"}]})", "/not_meant/0/need"},
    {R"({"needs": [{"text": "x"}], "not_meant": ["quiet"]})", "/not_meant/0"},
    {R"({"needs": [{"text": "x"}], "not_meant": [{"name": "quiet"}]})", "/not_meant/0/need"},
    {R"({"needs": [{"text": "x"}], "not_meant": [{"need": 0}]})", "/not_meant/0/name"},
    {R"({"needs": [{"text": "x"}], "not_meant": [{"need": -1, "name": "quiet"}]})",
     "/not_meant/0/need"},
    {R"({"needs": [{"text": "x"}], "not_meant": [{"need": 1, "name": "quiet"}]})",
     "/not_meant/0/need"},
    {R"({"needs": [{"text": "x"}], "not_meant": [{"need": 0, "name": 3}]})", "/not_meant/0/name"},
    {R"({"needs": [{"text": "x"}], "not_meant": [{"need": 0, "name": "quiet", "why": ""}]})",
     "/not_meant/0/why"},
    {R"({"interests": [["x"]]})", "/interests/0"},
    {R"({"avoid": {"people": ["x"]}})", "/avoid/people"},
    {R"({"avoid": {"words": "x"}})", "/avoid/words"},
    {R"({"avoid": {"hours": [{"days": ["MO"], "from": "09:00"}]}})", "/avoid/hours/0/to"},
    {R"({"moment": "later"})", "/moment"},
    {R"({"sheet_language": "xx"})", "/sheet_language"},
    {R"({"form_of_address": "jij"})", "/form_of_address"},
    {R"({"tried": [{"text": "x"}]})", "/tried/0/outcome"},
    {R"({"tried": [{"outcome": "stopped"}]})", "/tried/0"},
    {R"({"tried": [{"text": "x", "outcome": "stopped", "reason": "boring"}]})", "/tried/0/reason"},
};

constexpr const char* kValid[] = {
    R"({})",
    R"({"person": {}, "practical": {}, "network": {}, "avoid": {}, "needs": [], "tried": []})",
    R"({"person": {"age": 0, "postcode": "6512ab", "languages": ["nl-NL"]}})",
    R"({"person": {"age": 120, "postcode": "6512 AB", "latitude": -90, "longitude": 180}})",
    R"({"practical": {"travel": [], "access_needs": [], "max_cost_per_session": 0}})",
    R"({"practical": {"availability": [{"days": ["SU", "SU"], "from": "00:00", "to": "24:00"}]}})",
    R"({"network": {"contacts": [], "ties": [], "wanted": {"contacts": 0}, "scores": {}}})",
    R"({"needs": [{"concept": "x"}, {"text": ""}], "interests": [""]})",
    R"({"needs": [{"text": "x"}], "not_meant": [{"need": 0, "name": "quiet"}]})",
    R"({"not_meant": []})",
    R"({"tried": [{"contact": "c1", "outcome": "refused", "reason": "other"}]})",
};

}  // namespace

TEST_CASE("every fault of a person or a practical limit is found at its place") {
  for (const Case& entry : kPersonAndPractical)
    require_fault(entry);
}

TEST_CASE("every fault of a network, need or avoid list is found at its place") {
  for (const Case& entry : kNetworkAndRest)
    require_fault(entry);
}

TEST_CASE("what the schema allows is read") {
  for (const char* const text : kValid) {
    INFO(text);
    REQUIRE(pointers_of(text).empty());
  }
}

TEST_CASE("all faults of a profile come back at once") {
  std::vector<std::string> pointers = pointers_of(
      R"({"language": 1, "person": {"age": 200, "naam": "Jan"}, "needs": [{}],
          "practical": {"travel": [{"mode": "x", "max_minutes": 0}]}})");
  std::sort(pointers.begin(), pointers.end());
  REQUIRE(pointers
          == std::vector<std::string>{"/language", "/needs/0", "/person/age", "/person/naam",
                                      "/practical/travel/0/max_minutes",
                                      "/practical/travel/0/mode"});
}

TEST_CASE("no text of a fault repeats what was sent") {
  const auto profile = engine::parse_profile_text(
      R"({"person": {"postcode": "Geheimstraat", "gender": "Geheim"}, "moment": "Geheim"})");
  REQUIRE(!profile);
  for (const catalog::Problem& problem : profile.error()) {
    REQUIRE(problem.text.nl.find("Geheim") == std::string::npos);
    REQUIRE(problem.text.en.find("Geheim") == std::string::npos);
  }
}

TEST_CASE("a text that is no JSON object is one problem") {
  for (const char* const text : {"", "[]", "null", "{", R"({"needs": [)", "\xff\xfe"}) {
    const auto profile = engine::parse_profile_text(text);
    REQUIRE(!profile);
    REQUIRE(profile.error().size() == 1);
  }
}

TEST_CASE("lists and texts that are too long are faults at their place") {
  const std::string long_text(501, 'a');
  const auto too_long =
      engine::parse_profile_text(R"({"needs": [{"text": ")" + long_text + R"("}]})");
  REQUIRE(!too_long);
  REQUIRE(too_long.error().front().pointer == "/needs/0/text");
  std::string many;
  for (int i = 0; i < 21; ++i)
    many += std::string(many.empty() ? "" : ",") + R"({"text": "x"})";
  const auto too_many = engine::parse_profile_text(R"({"needs": [)" + many + "]}");
  REQUIRE(!too_many);
  REQUIRE(too_many.error().front().pointer == "/needs");
}

TEST_CASE("every judged profile is read") {
  const std::vector<JudgedProfile> profiles = judged_profiles();
  REQUIRE(profiles.size() >= 20);
  for (const JudgedProfile& judged : profiles) {
    INFO(judged.name);
    const auto profile = engine::parse_profile_text(judged.text);
    REQUIRE(profile);
    REQUIRE(profile->date);
  }
}

}  // namespace kring::tests
