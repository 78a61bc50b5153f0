// What does an answer say of the person's network and safety?

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/engine/demo_world.h"

namespace kring::tests {
namespace {

using engine::Contact;
using engine::Gap;
using engine::MatchAnswer;
using engine::Profile;

Gap gap_called(const Profile& profile, const std::string& name) {
  const auto answer = demo_engine().assess(profile);
  REQUIRE(answer);
  for (const Gap& gap : answer->gaps) {
    if (gap.name == name) return gap;
  }
  FAIL("no gap is called " << name);
  return {};
}

Contact supportive(const std::string& id) {
  Contact contact;
  contact.id = id;
  contact.domain = engine::Domain::kFriend;
  contact.emotional_support = 3;
  contact.closeness = 3;
  contact.critical = 1;
  contact.frequency = engine::Frequency::kWeekly;
  return contact;
}

std::string without_safety(MatchAnswer answer) {
  answer.assessment.safety.reset();
  return bytes_of(answer);
}

}  // namespace

TEST_CASE("the answer names four supports and six dimensions in the contract's order") {
  const auto answer = demo_engine().assess(make_profile("{}"));
  REQUIRE(answer);
  std::vector<std::string> names;
  for (const Gap& gap : answer->gaps)
    names.push_back(gap.name);
  REQUIRE(names
          == std::vector<std::string>{"practical", "emotional", "informational", "esteem", "size",
                                      "quality", "stability", "variety", "density",
                                      "reachability"});
}

TEST_CASE("without a map no gap is known, and each says what to ask") {
  const auto answer = demo_engine().assess(make_profile("{}"));
  REQUIRE(answer);
  for (const Gap& gap : answer->gaps) {
    INFO(gap.name);
    REQUIRE_FALSE(gap.gap);
    REQUIRE_FALSE(gap.unknown.empty());
  }
  REQUIRE_FALSE(answer->typology);
}

TEST_CASE("known gaps lie between none and all") {
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    const auto answer = demo_engine().assess(make_profile(judged.text));
    REQUIRE(answer);
    for (const Gap& gap : answer->gaps) {
      if (!gap.gap) continue;
      REQUIRE(gap.gap->points >= 0);
      REQUIRE(gap.gap->points <= catalog::kScoreOne);
      REQUIRE_FALSE(gap.evidence.empty());
    }
  }
}

TEST_CASE("one more supportive contact never enlarges the emotional gap or the gap of size") {
  for (const JudgedProfile& judged : judged_profiles()) {
    Profile profile = make_profile(judged.text);
    if (!profile.network || !profile.network->contacts) continue;
    INFO(judged.name);
    for (int i = 0; i < 3; ++i) {
      const Gap emotional = gap_called(profile, "emotional");
      const Gap size = gap_called(profile, "size");
      profile.network->contacts->push_back(supportive("more-" + std::to_string(i)));
      if (emotional.gap) REQUIRE(gap_called(profile, "emotional").gap <= emotional.gap);
      if (size.gap) REQUIRE(gap_called(profile, "size").gap <= size.gap);
    }
  }
}

TEST_CASE("professionals and pets are no contacts of one's own") {
  Profile profile = make_profile(R"({"network": {"contacts": []}})");
  const Gap empty = gap_called(profile, "size");
  Contact professional = supportive("p");
  professional.domain = engine::Domain::kProfessional;
  Contact pet = supportive("d");
  pet.kind = engine::ContactKind::kPet;
  profile.network->contacts = {professional, pet};
  REQUIRE(gap_called(profile, "size").gap == empty.gap);
  REQUIRE(gap_called(profile, "emotional").gap == empty.gap);
}

TEST_CASE("an item that nobody filled in is unknown, not the lowest") {
  const Profile profile =
      make_profile(R"({"network": {"contacts": [{"id": "a"}, {"id": "b", "circle": 1}]}})");
  for (const char* const name : {"practical", "emotional", "informational", "esteem"})
    REQUIRE_FALSE(gap_called(profile, name).gap);
}

TEST_CASE("an earlier map tells what changed") {
  const Profile profile = make_profile(
      R"({"network": {"contacts": [{"id": "a", "emotional_support": 3},
                                   {"id": "b", "emotional_support": 3}]},
          "network_before": {"contacts": [{"id": "a", "emotional_support": 1}]}})");
  const Gap gap = gap_called(profile, "emotional");
  REQUIRE(gap.gap_before);
  REQUIRE(gap.gap);
  REQUIRE(*gap.gap < *gap.gap_before);
  REQUIRE_FALSE(gap.change.empty());
}

TEST_CASE("an earlier map is measured against the wishes of now") {
  const Profile profile = make_profile(
      R"({"network": {"contacts": [{"id": "a"}, {"id": "b"}], "wanted": {"contacts": 4}},
          "network_before": {"contacts": [{"id": "a"}, {"id": "b"}], "wanted": {"contacts": 9}}})");
  const Gap gap = gap_called(profile, "size");
  REQUIRE(gap.gap_before == gap.gap);
  REQUIRE(gap.change == "Het is gelijk gebleven.");
}

TEST_CASE("an earlier map tells which contacts are new, gone, closer or further") {
  const Profile profile = make_profile(
      R"({"network": {"contacts": [{"id": "a", "alias": "tante", "closeness": 3},
                                   {"id": "b", "circle": 3}, {"id": "new"},
                                   {"id": "same", "closeness": 2}]},
          "network_before": {"contacts": [{"id": "a", "closeness": 1}, {"id": "b", "circle": 1},
                                          {"id": "gone"}, {"id": "same"}]}})");
  const auto answer = demo_engine().assess(profile);
  REQUIRE(answer);
  std::vector<std::pair<std::string, std::string>> changes;
  for (const engine::ContactChange& change : answer->network_changes)
    changes.emplace_back(change.contact, change.change);
  REQUIRE(changes
          == std::vector<std::pair<std::string, std::string>>{
              {"a", "closer"}, {"b", "further"}, {"new", "new"}, {"gone", "gone"}});
  REQUIRE(answer->network_changes.front().text == "tante is dichterbij gekomen.");
}

TEST_CASE("evidence names the one person on whom a kind of support depends") {
  const Profile profile = make_profile(
      R"({"network": {"contacts": [{"id": "a", "alias": "Wim", "emotional_support": 2},
                                   {"id": "b", "emotional_support": 1}]}})");
  const Gap gap = gap_called(profile, "emotional");
  REQUIRE(std::count(gap.evidence.begin(), gap.evidence.end(), "Het hangt af van één persoon: Wim.")
          == 1);
}

TEST_CASE("evidence tells that all help comes from others") {
  const Profile profile = make_profile(
      R"({"network": {"contacts": [
        {"id": "a", "encouragement": 2, "help_direction": "to_person"},
        {"id": "b", "encouragement": 1, "help_direction": "to_person"}]}})");
  const Gap gap = gap_called(profile, "esteem");
  REQUIRE(std::any_of(gap.evidence.begin(), gap.evidence.end(), [](const std::string& text) {
    return text.find("Alle hulp komt van anderen.") == 0;
  }));
}

TEST_CASE("a gap without a wish names its reference as no norm") {
  const Gap gap = gap_called(make_profile(R"({"network": {"contacts": [{"id": "a"}]}})"), "size");
  REQUIRE(gap.yardstick == engine::Yardstick::kReference);
  REQUIRE(gap.evidence.back().find("Dat is geen norm.") != std::string::npos);
}

TEST_CASE("density has two tails") {
  const auto density_of = [](const std::string& ties) {
    return gap_called(
        make_profile(R"({"network": {"contacts": [{"id": "a"}, {"id": "b"}, {"id": "c"}],
                         "ties": )"
                     + ties + "}}"),
        "density");
  };
  const Gap loose = density_of("[]");
  const Gap middle = density_of(R"([["a", "b"]])");
  const Gap dense = density_of(R"([["a", "b"], ["b", "c"], ["a", "c"]])");
  REQUIRE(*middle.gap < *loose.gap);
  REQUIRE(*middle.gap < *dense.gap);
}

TEST_CASE("a close bond and a wider circle are missed apart") {
  const Profile profile = make_profile(
      R"({"network": {"contacts": [{"id": "a", "emotional_support": 3, "closeness": 3,
                                    "frequency": "weekly"}],
                      "wanted": {"contacts": 8, "confidants": 1}}})");
  const auto answer = demo_engine().assess(profile);
  REQUIRE(answer);
  REQUIRE(answer->loneliness.size() == 2);
  REQUIRE(answer->loneliness[0].name == "close_bond");
  REQUIRE(answer->loneliness[0].gap == catalog::Score{0});
  REQUIRE(answer->loneliness[1].name == "wider_circle");
  REQUIRE(answer->loneliness[1].gap->points > 5'000);
}

TEST_CASE("an instrument's total counts softly beside the map, and alone where there is no map") {
  const char* const alone = R"({"network": {"scores": {"de_jong_gierveld6_emotional": 3}}})";
  const char* const beside =
      R"({"network": {"contacts": [{"id": "a", "emotional_support": 3, "closeness": 3}],
                      "scores": {"de_jong_gierveld6_emotional": 3}}})";
  const auto bond_of = [](const char* text) {
    return demo_engine().assess(make_profile(text)).value().loneliness.front().gap->points;
  };
  REQUIRE(bond_of(alone) == catalog::kScoreOne);
  REQUIRE(bond_of(beside) > 0);
  REQUIRE(bond_of(beside) < 5'000);
}

TEST_CASE("for an empty profile the needs and the map are asked first") {
  const auto answer = demo_engine().assess(make_profile("{}"));
  REQUIRE(answer);
  REQUIRE(answer->ask_first.size() == 3);
  std::vector<std::string> pointers;
  for (const engine::AskFirst& question : answer->ask_first)
    pointers.push_back(question.pointer);
  std::sort(pointers.begin(), pointers.begin() + 2);
  REQUIRE(pointers[0] == "/needs");
  REQUIRE(pointers[1] == "/network/contacts");
}

TEST_CASE("of one contact with a name and a circle the answer says what to ask") {
  const auto answer = demo_engine().assess(make_profile(R"({"needs": [{"concept": "meet_coffee"}],
        "network": {"contacts": [{"id": "a", "alias": "Piet", "circle": 1}]}})"));
  REQUIRE(answer);
  REQUIRE(answer->typology->name == "too_little_known");
  REQUIRE(answer->ask_first.size() == 3);
  REQUIRE(answer->ask_first.front().pointer.find("/network/contacts/0/") == 0);
  REQUIRE(answer->ask_first.front().text.find("Piet") != std::string::npos);
}

TEST_CASE("a network that contradicts itself gets every fault at once") {
  const auto profile = engine::parse_profile_text(
      R"({"network": {"mapped_on": "2026-01-01", "contacts": [{"id": "a"}, {"id": "a"}],
                      "ties": [["a", "x"], ["a", "a"]]},
          "network_before": {"mapped_on": "2026-06-01"}})");
  REQUIRE_FALSE(profile);
  std::vector<std::string> codes;
  for (const catalog::Problem& problem : profile.error())
    codes.push_back(problem.code + " " + problem.pointer);
  std::sort(codes.begin(), codes.end());
  REQUIRE(codes
          == std::vector<std::string>{
              "contradiction /network_before/mapped_on", "invalid_tie /network/ties/1",
              "repeated_id /network/contacts/1/id", "unknown_contact /network/ties/0/1"});
}

TEST_CASE("nobody is sent to a contact that is wanted less or is nearly always critical") {
  const Profile profile = make_profile(
      R"({"network": {"contacts": [
        {"id": "less", "wish": "less_contact", "emotional_support": 3, "critical": 1},
        {"id": "none", "wish": "none", "emotional_support": 3, "critical": 1},
        {"id": "harsh", "wish": "more_contact", "emotional_support": 3, "critical": 3},
        {"id": "nurse", "wish": "more_contact", "domain": "professional"},
        {"id": "good", "wish": "more_contact", "emotional_support": 2, "critical": 1}]}})");
  const MatchAnswer answer = match(demo_engine(), profile, 5);
  REQUIRE(answer.ties.size() == 1);
  REQUIRE(answer.ties.front().contact == "good");
  REQUIRE(answer.ties.front().steps.size() == 4);
}

TEST_CASE("the judged profiles never get a tie that is wanted less or always critical") {
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    const Profile profile = make_profile(judged.text);
    for (const engine::TieSuggestion& tie : match(demo_engine(), profile, 1).ties) {
      const auto& contacts = *profile.network->contacts;
      const auto contact =
          std::find_if(contacts.begin(), contacts.end(),
                       [&tie](const Contact& candidate) { return candidate.id == tie.contact; });
      REQUIRE(contact != contacts.end());
      REQUIRE(contact->wish != engine::ContactWish::kLessContact);
      REQUIRE(contact->wish != engine::ContactWish::kNone);
      REQUIRE(contact->critical.value_or(1) < 3);
      REQUIRE_FALSE(tie.why.empty());
    }
  }
}

TEST_CASE("danger in the words of a need puts a notice above the leads") {
  const MatchAnswer answer = match(
      demo_engine(),
      make_profile(
          R"({"person": {"postcode": "6511"}, "needs": [{"text": "ik wil niet meer leven"}]})"));
  REQUIRE(answer.assessment.safety);
  REQUIRE_FALSE(answer.assessment.safety->text.empty());
  REQUIRE(answer.assessment.safety->contacts.size() >= 2);
  REQUIRE_FALSE(answer.matches.empty());
}

TEST_CASE("the signal of danger removes no activity and raises no score") {
  const char* const calm_profile =
      R"({"person": {"postcode": "6511"}, "needs": [{"concept": "meet_coffee"}]})";
  const char* const danger_profile = R"({"person": {"postcode": "6511"},
    "needs": [{"concept": "meet_coffee"}, {"concept": "safety_crisis", "priority": 3}]})";
  const MatchAnswer calm = match(demo_engine(), make_profile(calm_profile));
  const MatchAnswer danger = match(demo_engine(), make_profile(danger_profile));
  REQUIRE_FALSE(calm.assessment.safety);
  REQUIRE(danger.assessment.safety);
  REQUIRE(without_safety(danger) == without_safety(calm));
}

}  // namespace kring::tests
