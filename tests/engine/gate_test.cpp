// Does each gate say no where it is known, ask where it is not, and let the rest pass?

#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/engine/demo_world.h"
#include "tests/engine/random_profile.h"

namespace kring::tests {
namespace {

using engine::Gate;
using engine::MatchAnswer;
using engine::Profile;

constexpr const char* kFirstId = "00000000-0000-4000-8000-000000000201";

// A record of a walking group in Nijmegen, checked this month, with more members in front.
std::string make_record(const std::string& more, const std::string& id = kFirstId) {
  return "{" + more + R"("id": ")" + id + R"(", "status": "active", "assured_date": "2026-11-01",
    "organization": {"id": "00000000-0000-4000-8000-0000000000aa", "name": "De Merel"},
    "service_at_locations": [{"id": "a", "location": {"id": "l", "location_type": "physical",
      "name": "Wijkhuis Centrum",
      "addresses": [{"postal_code": "6511 AB", "city": "Nijmegen", "address_1": "Markt 1"}]}}]})";
}

std::string described(const std::string& description, const std::string& id = kFirstId) {
  return make_record(R"("name": "Wandelgroep", "description": ")" + description + R"(", )", id);
}

// What is asked about the only record for a person, by gate; nothing where the record is removed.
struct Outcome {
  std::optional<Gate> refused;
  std::vector<engine::Question> questions;
  std::string tried;

  [[nodiscard]] bool asks(Gate gate, const std::string& word = "") const {
    return std::any_of(questions.begin(), questions.end(), [&](const engine::Question& question) {
      return question.gate == gate && question.text.find(word) != std::string::npos;
    });
  }
};

Outcome outcome_of(const std::string& record, const std::string& profile) {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, {record});
  const MatchAnswer answer = match(*engine, make_profile(profile));
  if (answer.matches.empty()) return {answer.excluded.begin()->first, {}, ""};
  return {std::nullopt, answer.matches.front().questions, answer.matches.front().tried};
}

std::string person(const std::string& members) {
  return R"({"person": {"postcode": "6511")" + members + "}}";
}

std::string practical(const std::string& members) {
  return R"({"person": {"postcode": "6511"}, "practical": {)" + members + "}}";
}

std::string tried(const std::string& members, const std::string& limits = "") {
  return R"({"person": {"postcode": "6511"}, "practical": {)" + limits
         + R"(}, "tried": [{"activity": ")" + kFirstId + R"(", )" + members + "}]}";
}

// The numbers removed up to each gate, in the gates' order.
std::vector<int> removed_up_to(const MatchAnswer& answer) {
  std::vector<int> removed;
  int sum = 0;
  for (int gate = 0; gate < engine::kGateCount; ++gate) {
    const auto found = answer.excluded.find(static_cast<Gate>(gate));
    sum += found == answer.excluded.end() ? 0 : found->second;
    removed.push_back(sum);
  }
  return removed;
}

void require_none_more(const Profile& wider, const MatchAnswer& before) {
  const std::vector<int> now = removed_up_to(match(demo_engine(), wider, 1));
  const std::vector<int> then = removed_up_to(before);
  for (std::size_t gate = 0; gate < now.size(); ++gate) {
    INFO("up to " << name_of(static_cast<Gate>(gate)));
    REQUIRE(now[gate] <= then[gate]);
  }
}

}  // namespace

TEST_CASE("a group for women is no for a man, a question for others, and none for a woman") {
  const std::string record = described("Alleen voor vrouwen. Wij wandelen elke week.");
  CHECK(outcome_of(record, person(R"(, "gender": "man")")).refused == Gate::kGender);
  CHECK(outcome_of(record, person(R"(, "gender": "other")")).asks(Gate::kGender));
  CHECK(outcome_of(record, person("")).asks(Gate::kGender));
  const Outcome woman = outcome_of(record, person(R"(, "gender": "woman")"));
  CHECK_FALSE(woman.refused);
  CHECK_FALSE(woman.asks(Gate::kGender));
}

TEST_CASE("a group for men is no for a woman") {
  const std::string record = described("Alleen voor mannen. Wij wandelen elke week.");
  CHECK(outcome_of(record, person(R"(, "gender": "woman")")).refused == Gate::kGender);
  CHECK_FALSE(outcome_of(record, person(R"(, "gender": "man")")).refused);
}

TEST_CASE("who cannot get a referral is not sent where one is needed") {
  const std::string record = described("Verwijzing van de huisarts is nodig.");
  CHECK(outcome_of(record, practical(R"("can_get_referral": false)")).refused == Gate::kReferral);
  CHECK(outcome_of(record, practical("")).asks(Gate::kReferral, "Vraag hoe u die krijgt"));
  CHECK(outcome_of(record, practical(R"("can_get_referral": true)"))
            .asks(Gate::kReferral, "wie dat regelt"));
}

TEST_CASE("an indication counts as a referral does, and where none is needed nobody asks") {
  const std::string needed = described("Wmo-indicatie is nodig.");
  CHECK(outcome_of(needed, practical(R"("can_get_referral": false)")).refused == Gate::kReferral);
  const std::string open = described("Geen indicatie of verwijzing nodig, loop gerust binnen.");
  const Outcome outcome = outcome_of(open, practical(R"("can_get_referral": false)"));
  CHECK_FALSE(outcome.refused);
  CHECK_FALSE(outcome.asks(Gate::kReferral));
}

TEST_CASE("who comes to learn Dutch need not share a language with the teachers") {
  const std::string spoken =
      R"("languages": [{"id": "n", "code": "nl"}, {"id": "a", "code": "ar"}], )";
  const std::string lessons = make_record(R"("name": "Taalcafé Nederlands leren",
    "description": "Kom Nederlands leren en oefenen.", )"
                                          + spoken);
  const std::string walks = make_record(R"("name": "Wandelgroep",
    "description": "Samen wandelen.", )" + spoken);
  const std::string ukrainian = person(R"(, "languages": ["uk", "pl"])");
  CHECK_FALSE(outcome_of(lessons, ukrainian).refused);
  CHECK(outcome_of(walks, ukrainian).refused == Gate::kLanguage);
}

TEST_CASE("what has no known place lies where its area says") {
  const std::string areas = R"("service_areas": [{"id": "w", "name": "Venlo"}], )";
  const std::string anywhere = R"({"name": "Uitstapjes met de bus", "status": "active", )" + areas
                               + R"("id": ")" + kFirstId + R"(", "assured_date": "2026-11-01",
    "description": "In een kleine groep op stap.",
    "organization": {"id": "00000000-0000-4000-8000-0000000000aa", "name": "De Merel"}})";
  CHECK(outcome_of(anywhere, person("")).refused == Gate::kArea);
  const std::string placed =
      make_record(R"("name": "Wandelgroep", "description": "Samen wandelen.", )" + areas);
  CHECK(outcome_of(placed, person("")).refused != Gate::kArea);
}

TEST_CASE("half an hour is enough at a desk, and not in a group") {
  const std::string hours = R"("schedules": [{"id": "s", "freq": "WEEKLY", "byday": "MO",
    "dtstart": "2026-01-05", "opens_at": "13:00", "closes_at": "16:00"}], )";
  const std::string until_two =
      practical(R"("availability": [{"days": ["MO"], "from": "09:00", "to": "13:45"}])");
  const std::string desk = make_record(R"("name": "Formulierenspreekuur",
    "description": "Spreekuur voor hulp bij formulieren en toeslagen.", )"
                                       + hours);
  const std::string group = make_record(R"("name": "Wandelgroep",
    "description": "In een vaste groep wandelen.", )"
                                        + hours);
  CHECK_FALSE(outcome_of(desk, until_two).refused);
  CHECK(outcome_of(group, until_two).refused == Gate::kTime);
}

TEST_CASE("hours in which somebody answers the telephone are no meetings") {
  const auto record = [](const std::string& note) {
    return make_record(R"("name": "Wandelmaatje", "description": "Een vrijwilliger wandelt met u.",
      "schedules": [{"id": "s", "freq": "WEEKLY", "byday": "MO", "dtstart": "2026-01-05",
        "opens_at": "09:00", "closes_at": "12:00", "description": ")"
                       + note + R"("}], )");
  };
  const std::string evenings =
      practical(R"("availability": [{"days": ["MO"], "from": "18:00", "to": "22:00"}])");
  CHECK_FALSE(outcome_of(record("bereikbaarheid coördinator"), evenings).refused);
  CHECK_FALSE(outcome_of(record("telefonisch spreekuur"), evenings).refused);
  CHECK(outcome_of(record("elke week"), evenings).refused == Gate::kTime);
}

TEST_CASE("an access need that no sentence tells of is asked in its own words") {
  const Outcome outcome =
      outcome_of(described("Samen wandelen."),
                 practical(R"("access_needs": ["accessible_toilet", "assistance_dog"])"));
  CHECK(outcome.asks(Gate::kAccess, "aangepast toilet"));
  CHECK(outcome.asks(Gate::kAccess, "hulphond"));
}

TEST_CASE("a small group is asked for room, and what tells no price for its price") {
  const Outcome outcome =
      outcome_of(described("Kleine groep, maximaal acht deelnemers. Elke week."), person(""));
  CHECK(outcome.asks(Gate::kNotLive, "plek"));
  CHECK(outcome.asks(Gate::kCost));
  CHECK_FALSE(outcome_of(described("Samen wandelen. Gratis."), person("")).asks(Gate::kCost));
}

TEST_CASE("words and schedule that name other days are a question") {
  const std::string record = make_record(
      R"("name": "Leesgroep", "description": "Wij lezen op dinsdag om 10 uur.",
         "schedules": [{"id": "s", "freq": "WEEKLY", "byday": "TH", "dtstart": "2026-09-03",
                        "opens_at": "10:00", "closes_at": "11:30"}], )");
  CHECK(outcome_of(record, person("")).asks(Gate::kTime, "precieze"));
}

TEST_CASE("an open group of another municipality is kept, and asked whether one is welcome") {
  const std::string record =
      make_record(R"("name": "Inloop", "description": "Open inloop voor iedereen.",
                     "service_areas": [{"id": "s", "name": "Venlo"}], )");
  const Outcome outcome = outcome_of(record, person(""));
  CHECK_FALSE(outcome.refused);
  CHECK(outcome.asks(Gate::kArea, "welkom"));
}

TEST_CASE("who can only come by lift asks who brings them") {
  const std::string lift = R"("travel": [{"mode": "lift", "max_minutes": 60}])";
  const std::string walk = R"("travel": [{"mode": "walk", "max_minutes": 60}])";
  CHECK(outcome_of(described("Samen wandelen."), practical(lift)).asks(Gate::kTravel, "brengen"));
  CHECK_FALSE(outcome_of(described("Samen wandelen."), practical(walk)).asks(Gate::kTravel));
}

TEST_CASE("a group for older people of no age asks a young person") {
  const std::string record = described("Wandelen met ouderen.");
  CHECK(outcome_of(record, person(R"(, "age": 31)")).asks(Gate::kAge));
  CHECK_FALSE(outcome_of(record, person(R"(, "age": 80)")).asks(Gate::kAge));
}

TEST_CASE("a match asks four things at most, first what could do harm") {
  const std::string record = described("Buiten. Vrijwilligers en vervoer mogelijk.");
  const Outcome outcome = outcome_of(record, R"({"person": {"languages": ["ti"]},
                  "practical": {"access_needs": ["wheelchair", "quiet"], "max_cost_per_session": 2,
                                "availability": [{"days": ["MO"], "from": "09:00", "to": "10:00"}],
                                "travel": [{"mode": "walk", "max_minutes": 5}]}})");
  REQUIRE(outcome.questions.size() == 4);
  CHECK(outcome.questions[0].gate == Gate::kAccess);
  CHECK(outcome.questions[1].gate == Gate::kAccess);
  CHECK(outcome.questions[0].access_need == engine::AccessNeed::kWheelchair);
  CHECK(outcome.questions[1].access_need == engine::AccessNeed::kQuiet);
  CHECK(outcome.questions[2].gate == Gate::kLanguage);
  CHECK_FALSE(outcome.questions[2].access_need);
}

TEST_CASE("what is going well is no lead, nor what was refused") {
  const std::string record = described("Samen wandelen.");
  CHECK(outcome_of(record, tried(R"("outcome": "going_well")")).refused == Gate::kAvoid);
  CHECK(outcome_of(record, tried(R"("outcome": "refused")")).refused == Gate::kAvoid);
  CHECK(outcome_of(record, tried(R"("outcome": "stopped", "reason": "not_my_kind")")).refused
        == Gate::kAvoid);
}

TEST_CASE("what was too far returns when the journey fits, and says so") {
  const std::string record = described("Samen wandelen.");
  const std::string too_far = R"("outcome": "stopped", "reason": "too_far")";
  CHECK(outcome_of(record, tried(too_far)).refused == Gate::kAvoid);
  const Outcome outcome =
      outcome_of(record, tried(too_far, R"("travel": [{"mode": "walk", "max_minutes": 60}])"));
  CHECK_FALSE(outcome.refused);
  CHECK(outcome.tried.find("te ver") != std::string::npos);
}

TEST_CASE("what was too expensive returns when the price is known and within the limit") {
  const std::string too_expensive = R"("outcome": "stopped", "reason": "too_expensive")";
  const std::string limit = R"("max_cost_per_session": 3)";
  CHECK(outcome_of(described("Samen wandelen."), tried(too_expensive, limit)).refused
        == Gate::kAvoid);
  CHECK_FALSE(
      outcome_of(described("Samen wandelen. Gratis."), tried(too_expensive, limit)).refused);
}

TEST_CASE("where there was no place one asks again, and what simply ended may return") {
  const Outcome again = outcome_of(described("Samen wandelen."),
                                   tried(R"("outcome": "never_got_in", "reason": "no_place")"));
  CHECK(again.asks(Gate::kNotLive, "plek"));
  CHECK(again.tried.find("geen plek") != std::string::npos);
  const Outcome ended = outcome_of(described("Samen wandelen."), tried(R"("outcome": "stopped")"));
  CHECK_FALSE(ended.refused);
  CHECK(ended.tried.find("eerder") != std::string::npos);
}

TEST_CASE("an untried activity says nothing of tries") {
  CHECK(outcome_of(described("Samen wandelen."), person("")).tried.empty());
}

TEST_CASE("a place is avoided by venue, and by postcode of four or six characters") {
  const std::string record = described("Samen wandelen.");
  for (const char* const place :
       {"Wijkhuis Centrum", "wijkhuis centrum", "6511", "6511AB", "6511 ab"}) {
    INFO(place);
    CHECK(outcome_of(record, R"({"avoid": {"places": [")" + std::string(place) + R"("]}})").refused
          == Gate::kAvoid);
  }
  CHECK_FALSE(outcome_of(record, R"({"avoid": {"places": ["6511 AC", "6512"]}})").refused);
}

TEST_CASE("what a record leaves unknown is its owner's task, and counts by gate") {
  const ScratchFolder folder;
  const auto engine =
      engine_of(folder, {described("Samen wandelen."),
                         described("Samen eten. Gratis.", "00000000-0000-4000-8000-000000000202")});
  CHECK(engine->count_unknown(kToday).at(Gate::kCost) == 1);
  CHECK(engine->count_unknown(kToday).at(Gate::kAccess) == 2);
  CHECK_FALSE(engine->count_unknown(kToday).contains(Gate::kNotLive));
  const auto later = kToday + std::chrono::days{400};
  CHECK(engine->count_unknown(later).at(Gate::kNotLive) == 2);
  const std::vector<engine::OwnerTask> tasks = engine->list_owner_tasks(kToday, "de merel");
  REQUIRE(tasks.size() == 2);
  CHECK(tasks.front().id.value == kFirstId);
  const auto asks_cost = [](const engine::MissingFact& fact) { return fact.gate == Gate::kCost; };
  CHECK(std::any_of(tasks[0].facts.begin(), tasks[0].facts.end(), asks_cost));
  CHECK(std::none_of(tasks[1].facts.begin(), tasks[1].facts.end(), asks_cost));
  CHECK(engine->list_owner_tasks(kToday, "Een ander").empty());
}

TEST_CASE("more free time, money or reach removes no activity at any gate") {
  static constexpr std::uint64_t kSeed = 4'119;
  static constexpr int kProfiles = 60;
  const ScratchFolder folder;
  const catalog::ActivityStore store = make_demo_store(folder);
  const Stock stock = make_stock(Oracle(store, kToday), store.places());
  bench::Random random(kSeed);
  for (int i = 0; i < kProfiles; ++i) {
    const catalog::Json document = make_random_profile(random, stock);
    INFO("seed " << kSeed << ", profile " << i << ": " << catalog::write_json(document));
    const Profile profile = make_profile(catalog::write_json(document));
    const MatchAnswer before = match(demo_engine(), profile, 1);
    Profile wider = profile;
    if (wider.practical.travel) wider.practical.travel->push_back({engine::TravelMode::kCar, {60}});
    require_none_more(wider, before);
    wider = profile;
    if (wider.practical.max_cost_per_session) wider.practical.max_cost_per_session->value += 700;
    require_none_more(wider, before);
    wider = profile;
    if (wider.practical.availability)
      wider.practical.availability->push_back({{1, 3, 5}, {600}, {1'080}});
    require_none_more(wider, before);
  }
}

}  // namespace kring::tests
