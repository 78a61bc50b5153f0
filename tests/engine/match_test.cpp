// Which promises does every answer keep, whoever asks?

#include <algorithm>
#include <cmath>
#include <set>
#include <thread>

#include <catch2/catch.hpp>

#include "tests/engine/demo_world.h"

namespace kring::tests {
namespace {

using engine::Gate;
using engine::MatchAnswer;
using engine::Profile;

int excluded_by(const MatchAnswer& answer, Gate gate) {
  const auto found = answer.excluded.find(gate);
  return found == answer.excluded.end() ? 0 : found->second;
}

int excluded_in_all(const MatchAnswer& answer) {
  int sum = 0;
  for (const auto& [gate, count] : answer.excluded)
    sum += count;
  return sum;
}

std::set<std::string> ids_of(const MatchAnswer& answer) {
  std::set<std::string> ids;
  for (const engine::Match& found : answer.matches)
    ids.insert(found.activity.id.value);
  return ids;
}

const engine::ScorePart* find_part(const engine::Match& found, const std::string& name) {
  for (const engine::ScorePart& part : found.parts) {
    if (part.name == name) return &part;
  }
  return nullptr;
}

void require_sound_score(const engine::Match& found) {
  std::int32_t points = 0;
  std::int32_t weights = 0;
  for (const engine::ScorePart& part : found.parts) {
    REQUIRE(part.value.points >= 0);
    REQUIRE(part.value.points <= catalog::kScoreOne);
    REQUIRE(part.points.points
            == std::lround(static_cast<double>(part.value.points) * part.weight.points / 1e4));
    points += part.points.points;
    weights += part.weight.points;
  }
  REQUIRE(points == found.score.points);
  REQUIRE(weights == catalog::kScoreOne);
}

void require_rank_order(const MatchAnswer& answer) {
  for (std::size_t i = 1; i < answer.matches.size(); ++i) {
    const engine::Match& before = answer.matches[i - 1];
    const engine::Match& after = answer.matches[i];
    REQUIRE(before.rank < after.rank);
    REQUIRE(before.score >= after.score);
    if (before.score == after.score) REQUIRE(before.activity.id < after.activity.id);
  }
}

}  // namespace

TEST_CASE("the points of every part add up to the score, and the order is by score, then id") {
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    const MatchAnswer answer = match(demo_engine(), make_profile(judged.text));
    require_rank_order(answer);
    for (const engine::Match& found : answer.matches)
      require_sound_score(found);
  }
}

TEST_CASE("points stand in the answer with at most four decimals") {
  const Profile profile = make_profile(judged_profiles().front().text);
  const catalog::Json json = engine::to_json(match(demo_engine(), profile, 10));
  for (const catalog::Json& found : json["matches"].array()) {
    for (const catalog::Json& part : found["parts"].array()) {
      const double ten_thousandths = *part["points"].number() * 1e4;
      REQUIRE(std::abs(ten_thousandths - std::round(ten_thousandths)) < 1e-6);
    }
  }
}

TEST_CASE("the same request gives the same bytes, in turn and in two threads at once") {
  const std::vector<JudgedProfile> profiles = judged_profiles();
  for (std::size_t i = 0; i < profiles.size(); i += 6) {
    const Profile profile = make_profile(profiles[i].text);
    const std::string first = bytes_of(match(demo_engine(), profile, 10));
    std::string in_other_thread;
    std::thread other(
        [&] { in_other_thread = bytes_of(demo_engine().match(profile, 10).value()); });
    const std::string again = bytes_of(demo_engine().match(profile, 10).value());
    other.join();
    REQUIRE(again == first);
    REQUIRE(in_other_thread == first);
  }
}

TEST_CASE("an unknown postcode names places near it, and not itself") {
  const auto answer =
      demo_engine().match(make_profile(R"({"person": {"postcode": "6510 XY"}})"), 10);
  REQUIRE(!answer);
  const catalog::Problem& problem = answer.error().front();
  REQUIRE(problem.pointer == "/person/postcode");
  REQUIRE(problem.text.nl.find("6511 Nijmegen") != std::string::npos);
  REQUIRE(problem.text.en.find("6511 Nijmegen") != std::string::npos);
  REQUIRE(problem.text.nl.find("XY") == std::string::npos);
}

TEST_CASE("every unknown concept is a problem with its pointer") {
  const auto answer = demo_engine().match(
      make_profile(R"({"needs": [{"concept": "no_such"}], "avoid": {"concepts": ["nor_this"]}})"),
      10);
  REQUIRE(!answer);
  std::set<std::string> pointers;
  for (const catalog::Problem& problem : answer.error())
    pointers.insert(problem.pointer);
  REQUIRE(pointers == std::set<std::string>{"/avoid/concepts/0", "/needs/0/concept"});
}

TEST_CASE("what is needed and avoided at once is told beside every other fault") {
  const auto answer = demo_engine().match(make_profile(R"({
      "person": {"postcode": "6510"},
      "needs": [{"concept": "meet_eating"}, {"concept": "no_such"}],
      "avoid": {"concepts": ["meet_eating", "nor_this"]}})"),
                                          10);
  REQUIRE(!answer);
  std::set<std::string> codes;
  for (const catalog::Problem& problem : answer.error())
    codes.insert(problem.code + " " + problem.pointer);
  REQUIRE(codes
          == std::set<std::string>{
              "needed_and_avoided /needs/0/concept", "unknown_concept /avoid/concepts/1",
              "unknown_concept /needs/1/concept", "unknown_postcode /person/postcode"});
}

TEST_CASE("nothing known of the person removes nothing but what has ended") {
  const MatchAnswer answer = match(demo_engine(), make_profile("{}"));
  REQUIRE(excluded_in_all(answer) == excluded_by(answer, Gate::kNotLive));
}

TEST_CASE("phone, online and home offers pass travel and are neither near nor far") {
  const Profile housebound =
      make_profile(R"({"person": {"postcode": "6511"}, "practical": {"travel": []}})");
  const MatchAnswer answer = match(demo_engine(), housebound);
  REQUIRE_FALSE(answer.matches.empty());
  for (const engine::Match& found : answer.matches) {
    const catalog::AttendanceSet forms = found.activity.attendance;
    INFO(found.activity.name);
    REQUIRE((forms.has(catalog::Attendance::kHomeVisit) || forms.has(catalog::Attendance::kPhone)
             || forms.has(catalog::Attendance::kOnline)));
    REQUIRE(find_part(found, "nearness")->value.points == catalog::kScoreOne / 2);
    REQUIRE_FALSE(found.travel);
  }
}

TEST_CASE("a journey that is shown stays within the person's limit") {
  const Profile walker = make_profile(
      R"({"person": {"postcode": "6511"},
          "practical": {"travel": [{"mode": "walk", "max_minutes": 20}]}})");
  for (const engine::Match& found : match(demo_engine(), walker).matches) {
    if (!found.travel) continue;
    REQUIRE(found.travel->minutes.value <= 20);
    REQUIRE(found.travel->mode == engine::TravelMode::kWalk);
    REQUIRE(find_part(found, "nearness")->value.points > catalog::kScoreOne / 2);
  }
}

TEST_CASE("more minutes, more money or more hours never remove an activity") {
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    const Profile profile = make_profile(judged.text);
    const int removed = excluded_in_all(match(demo_engine(), profile, 1));
    Profile further = profile;
    if (further.practical.travel) {
      for (engine::Travel& travel : *further.practical.travel)
        travel.max_minutes.value += 20;
    }
    REQUIRE(excluded_in_all(match(demo_engine(), further, 1)) <= removed);
    Profile richer = profile;
    if (richer.practical.max_cost_per_session)
      richer.practical.max_cost_per_session->value += 1'000;
    REQUIRE(excluded_in_all(match(demo_engine(), richer, 1)) <= removed);
    Profile freer = profile;
    if (freer.practical.availability)
      freer.practical.availability->push_back({{0, 1, 2, 3, 4, 5, 6}, {480}, {1'320}});
    REQUIRE(excluded_in_all(match(demo_engine(), freer, 1)) <= removed);
  }
}

TEST_CASE("what must be avoided is not proposed, by id, organisation or place") {
  const Profile profile = make_profile(R"({"person": {"postcode": "6511"}})");
  const engine::Match first = match(demo_engine(), profile, 1).matches.front();
  Profile by_id = profile;
  by_id.avoid.activities = {first.activity.id.value};
  Profile by_organization = profile;
  by_organization.avoid.organizations = {first.activity.organization};
  for (const Profile& avoiding : {by_id, by_organization}) {
    const MatchAnswer answer = match(demo_engine(), avoiding);
    REQUIRE_FALSE(ids_of(answer).contains(first.activity.id.value));
    REQUIRE(excluded_by(answer, Gate::kAvoid) >= 1);
  }
}

TEST_CASE("a portfolio holds three to five of the first fifty, whatever the limit") {
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    const Profile profile = make_profile(judged.text);
    const MatchAnswer all = match(demo_engine(), profile);
    const MatchAnswer one = match(demo_engine(), profile, 1);
    REQUIRE(one.portfolio == all.portfolio);
    REQUIRE(all.portfolio.size() <= 5);
    std::set<std::string> organizations;
    for (const engine::Match& found : all.matches)
      organizations.insert(found.activity.organization);
    if (organizations.size() >= 3) REQUIRE(all.portfolio.size() >= 3);
    const std::set<std::string> shown = ids_of(one);
    for (const catalog::ActivityId& id : one.portfolio)
      REQUIRE(shown.contains(id.value));
    REQUIRE(std::set<catalog::ActivityId>(all.portfolio.begin(), all.portfolio.end()).size()
            == all.portfolio.size());
  }
}

TEST_CASE("relaxations change wishes alone, and are offered only where they open something") {
  const std::set<std::string> allowed = {
      "travel",    "attendance", "availability", "max_cost_per_session", "start_within_days",
      "group_size"};
  for (const JudgedProfile& judged : judged_profiles()) {
    INFO(judged.name);
    for (const engine::Relaxation& relaxation :
         match(demo_engine(), make_profile(judged.text), 1).relaxations) {
      REQUIRE(relaxation.opens >= 1);
      REQUIRE_FALSE(relaxation.text.empty());
      REQUIRE_FALSE(relaxation.examples.empty());
      for (const engine::RelaxedLimit& change : relaxation.changes) {
        REQUIRE(change.pointer.starts_with("/practical/"));
        const std::string wish = change.pointer.substr(11);
        REQUIRE(allowed.contains(wish.substr(0, wish.find('/'))));
      }
    }
  }
}

TEST_CASE("for a wish that nothing answers it is said so, and what would open something about it") {
  const engine::MatchAnswer answer =
      match(demo_engine(), make_profile(R"({"person": {"postcode": "6822", "age": 67},
          "needs": [{"text": "biljarten"}], "practical": {"max_cost_per_session": 0,
          "travel": [{"mode": "walk", "max_minutes": 5}],
          "availability": [{"days": ["TU"], "from": "18:00", "to": "23:00"}]}})"));
  CHECK_THAT(answer.portfolio_lacks, Catch::Contains("niets gevonden: Spel en hobby"));
  REQUIRE_FALSE(answer.relaxations.empty());
  for (const engine::Relaxation& relaxation : answer.relaxations) {
    INFO(relaxation.text);
    CHECK_THAT(relaxation.text, Catch::StartsWith("Spel en hobby: "));
    for (const catalog::ActivityId& id : relaxation.examples) {
      const std::vector<std::string> subjects = demo_engine().concepts_of(id);
      CHECK(std::find(subjects.begin(), subjects.end(), "meet_games_hobby") != subjects.end());
    }
  }
}

TEST_CASE("excluded stands in the order of the gates") {
  const std::vector<std::string> order = {"not_live", "age",        "gender",   "area",
                                          "travel",   "attendance", "language", "referral",
                                          "access",   "cost",       "time",     "avoid"};
  const catalog::Json json =
      engine::to_json(match(demo_engine(), make_profile(judged_profiles().front().text)));
  std::size_t last = 0;
  REQUIRE_FALSE(json["excluded"].object().empty());
  for (const auto& [name, count] : json["excluded"].object()) {
    const auto place = std::find(order.begin(), order.end(), name);
    REQUIRE(place != order.end());
    const auto number = static_cast<std::size_t>(place - order.begin());
    REQUIRE(number >= last);
    REQUIRE(*count.integer() > 0);
    last = number;
  }
}

TEST_CASE("who speaks another language better is told to ask for it, once") {
  Profile profile = make_profile(judged_profiles().front().text);
  profile.language = catalog::Language::kEnglish;
  const auto asks = [](const engine::Match& found) {
    return std::count_if(
        found.questions.begin(), found.questions.end(),
        [](const engine::Question& question) { return question.gate == Gate::kLanguage; });
  };
  profile.person.languages = {"nl", "pl"};
  for (const engine::Match& found : match(demo_engine(), profile).matches) {
    REQUIRE(asks(found) == 0);
  }
  profile.person.languages = {"pl", "nl"};
  const MatchAnswer answer = match(demo_engine(), profile);
  CHECK(std::any_of(answer.matches.begin(), answer.matches.end(),
                    [&asks](const engine::Match& found) { return asks(found) == 1; }));
}

}  // namespace kring::tests
