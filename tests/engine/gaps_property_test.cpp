// How do gaps move when a map changes?
//
// Random maps; each failure prints the seed that makes the same map again.

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "engine/gaps/gaps.h"
#include "tests/bench/random.h"
#include "tests/engine/demo_world.h"

namespace kring::tests {
namespace {

using bench::Random;
using engine::Contact;
using engine::Gap;
using engine::Profile;

constexpr unsigned kMaps = 300;

template <class Value>
void fill(Random& random, std::optional<Value>& item, int least, int most) {
  if (random.chance(75)) item = static_cast<Value>(random.between(least, most));
}

Contact make_contact(Random& random, int number) {
  Contact contact;
  contact.id = "c" + std::to_string(number);
  fill(random, contact.domain, 0, 7);
  for (const auto item :
       {&Contact::practical_support, &Contact::emotional_support, &Contact::information_advice,
        &Contact::encouragement, &Contact::critical, &Contact::closeness, &Contact::circle}) {
    fill(random, contact.*item, 1, 3);
  }
  fill(random, contact.help_direction, 0, 2);
  fill(random, contact.frequency, 0, 4);
  fill(random, contact.known, 0, 2);
  fill(random, contact.wish, 0, 3);
  if (random.chance(60)) contact.travel_minutes = catalog::Minutes{random.between(0, 200)};
  return contact;
}

Profile make_mapped(std::uint64_t seed) {
  Random random(seed);
  Profile profile;
  profile.date = kToday;
  profile.network.emplace();
  profile.network->contacts.emplace();
  const int count = random.between(1, 9);
  for (int i = 0; i < count; ++i)
    profile.network->contacts->push_back(make_contact(random, i));
  if (random.chance(50)) profile.network->ties = {{"c0", "c1"}, {"c1", "c2"}};
  fill(random, profile.network->wanted.contacts, 0, 12);
  fill(random, profile.network->wanted.confidants, 0, 4);
  if (random.chance(50)) profile.network->wanted.visits_per_week = random.between(0, 4);
  return profile;
}

Contact make_supportive(engine::KnownFor known = engine::KnownFor::kMoreThanFiveYears) {
  Contact contact;
  contact.id = "more";
  contact.domain = engine::Domain::kFriend;
  contact.practical_support = 3;
  contact.emotional_support = 3;
  contact.information_advice = 3;
  contact.encouragement = 3;
  contact.closeness = 3;
  contact.critical = 1;
  contact.frequency = engine::Frequency::kWeekly;
  contact.known = known;
  contact.travel_minutes = catalog::Minutes{5};
  return contact;
}

std::map<std::string, std::optional<int>> gaps_of(const Profile& profile) {
  const auto answer = demo_engine().assess(profile);
  REQUIRE(answer);
  std::map<std::string, std::optional<int>> gaps;
  for (const Gap& gap : answer->gaps)
    gaps[gap.name] = gap.gap ? std::optional<int>(gap.gap->points) : std::nullopt;
  return gaps;
}

bool is_own(const Contact& contact) {
  return contact.domain != engine::Domain::kProfessional
         && contact.kind == engine::ContactKind::kPerson;
}

}  // namespace

TEST_CASE("a contact more who gives everything enlarges no gap but that of density") {
  for (std::uint64_t seed = 1; seed <= kMaps; ++seed) {
    INFO("seed " << seed);
    Profile profile = make_mapped(seed);
    const auto before = gaps_of(profile);
    profile.network->contacts->push_back(make_supportive());
    const auto after = gaps_of(profile);
    for (const auto& [name, gap] : before) {
      if (!gap || name == "density") continue;
      INFO(name);
      REQUIRE(after.at(name));
      REQUIRE(*after.at(name) <= *gap);
    }
  }
}

TEST_CASE("a contact known for longer never enlarges the gap of stability") {
  for (std::uint64_t seed = 1; seed <= kMaps; ++seed) {
    INFO("seed " << seed);
    Profile profile = make_mapped(seed);
    for (Contact& contact : *profile.network->contacts) {
      if (!contact.known || *contact.known == engine::KnownFor::kMoreThanFiveYears) continue;
      const auto before = gaps_of(profile)["stability"];
      contact.known = static_cast<engine::KnownFor>(static_cast<int>(*contact.known) + 1);
      const auto after = gaps_of(profile)["stability"];
      REQUIRE(before.has_value() == after.has_value());
      if (before) REQUIRE(*after <= *before);
    }
  }
}

TEST_CASE("a contact more often critical never makes a gap smaller") {
  for (std::uint64_t seed = 1; seed <= kMaps; ++seed) {
    INFO("seed " << seed);
    Profile profile = make_mapped(seed);
    const auto before = gaps_of(profile);
    for (Contact& contact : *profile.network->contacts)
      if (contact.critical && *contact.critical < 3) ++*contact.critical;
    const auto after = gaps_of(profile);
    for (const auto& [name, gap] : before) {
      if (!gap) continue;
      INFO(name);
      REQUIRE(*after.at(name) >= *gap);
    }
  }
}

TEST_CASE("the direction of help is a kind and no rank: it moves no gap") {
  for (std::uint64_t seed = 1; seed <= kMaps; ++seed) {
    INFO("seed " << seed);
    Profile profile = make_mapped(seed);
    const auto before = gaps_of(profile);
    for (Contact& contact : *profile.network->contacts)
      contact.help_direction = static_cast<engine::HelpDirection>(seed % 3);
    REQUIRE(gaps_of(profile) == before);
  }
}

TEST_CASE("professionals, pets, places and groups move no gap") {
  for (std::uint64_t seed = 1; seed <= kMaps; ++seed) {
    INFO("seed " << seed);
    Profile profile = make_mapped(seed);
    const auto before = gaps_of(profile);
    Contact apart = make_supportive();
    if (seed % 4 == 0) apart.domain = engine::Domain::kProfessional;
    if (seed % 4 != 0) apart.kind = static_cast<engine::ContactKind>(seed % 4);
    profile.network->contacts->push_back(apart);
    REQUIRE(gaps_of(profile) == before);
  }
}

TEST_CASE("the order of the contacts moves no gap") {
  for (std::uint64_t seed = 1; seed <= kMaps; ++seed) {
    INFO("seed " << seed);
    Profile profile = make_mapped(seed);
    const auto before = gaps_of(profile);
    std::reverse(profile.network->contacts->begin(), profile.network->contacts->end());
    REQUIRE(gaps_of(profile) == before);
  }
}

TEST_CASE("a larger wish never makes the gap of size smaller") {
  for (std::uint64_t seed = 1; seed <= kMaps; ++seed) {
    INFO("seed " << seed);
    Profile profile = make_mapped(seed);
    profile.network->wanted.contacts = 1;
    std::optional<int> before;
    for (int wish = 1; wish <= 15; ++wish) {
      profile.network->wanted.contacts = wish;
      const std::optional<int> gap = gaps_of(profile)["size"];
      REQUIRE(gap);
      if (before) REQUIRE(*gap >= *before);
      before = gap;
    }
  }
}

TEST_CASE("what is not filled in is unknown: a map without items has only its size") {
  for (std::uint64_t seed = 1; seed <= kMaps; ++seed) {
    INFO("seed " << seed);
    Profile profile = make_mapped(seed);
    profile.network->ties.reset();
    for (Contact& contact : *profile.network->contacts) {
      const std::string id = contact.id;
      contact = Contact();
      contact.id = id;
    }
    for (const auto& [name, gap] : gaps_of(profile)) {
      INFO(name);
      REQUIRE(gap.has_value() == (name == "size"));
    }
  }
}

TEST_CASE("every first question points at what the profile leaves open") {
  for (std::uint64_t seed = 1; seed <= kMaps; ++seed) {
    INFO("seed " << seed);
    const Profile profile = make_mapped(seed);
    const auto answer = demo_engine().assess(profile);
    REQUIRE(answer);
    REQUIRE(answer->ask_first.size() <= 3);
    for (const engine::AskFirst& question : answer->ask_first) {
      INFO(question.pointer);
      REQUIRE_FALSE(question.text.empty());
      if (question.pointer.find("/network/contacts/") != 0) continue;
      const std::size_t number = std::stoul(question.pointer.substr(18));
      REQUIRE(is_own((*profile.network->contacts)[number]));
    }
  }
}

TEST_CASE("what is told of who know each other agrees with the size of the gap") {
  Profile profile;
  profile.date = kToday;
  profile.network.emplace();
  profile.network->contacts.emplace();
  profile.network->ties.emplace();
  for (int i = 0; i < 15; ++i) {
    Contact contact = make_supportive();
    contact.id = "c" + std::to_string(i);
    profile.network->contacts->push_back(contact);
  }
  for (int one = 0; one < 15; ++one) {
    for (int other = 0; other < one; ++other) {
      profile.network->ties->emplace_back("c" + std::to_string(one), "c" + std::to_string(other));
      const auto answer = demo_engine().assess(profile);
      REQUIRE(answer);
      const auto density = std::find_if(answer->gaps.begin(), answer->gaps.end(),
                                        [](const Gap& gap) { return gap.name == "density"; });
      REQUIRE(density->gap.has_value());
      INFO(density->gap->points << " " << density->evidence.back());
      const bool is_told = density->evidence.size() > 1;
      CHECK(is_told == (density->gap->points >= engine::kSomeGap));
    }
  }
}

TEST_CASE("a reason speaks of too little only where there is a gap of that size") {
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    const engine::MatchAnswer answer = match(demo_engine(), make_profile(judged.text));
    const std::vector<Gap>& gaps = answer.assessment.gaps;
    const auto has_gap_from = [&gaps](int least) {
      return std::any_of(gaps.begin(), gaps.end(),
                         [least](const Gap& gap) { return gap.gap && gap.gap->points >= least; });
    };
    for (const engine::Match& found : answer.matches) {
      for (const engine::Reason& reason : found.reasons) {
        if (reason.part != "gap_fit") continue;
        const bool is_thin = reason.text.find("te weinig") != std::string::npos
                             || reason.text.find("too little") != std::string::npos;
        CHECK(has_gap_from(is_thin ? engine::kThinGap : engine::kSomeGap));
      }
    }
  }
}

}  // namespace kring::tests
