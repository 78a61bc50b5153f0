// Do a person's own words act, visibly, and can they be undone?

#include "engine/understanding.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "catalog/embedded.h"
#include "tests/engine/demo_world.h"

namespace kring::tests {
namespace {

using engine::Gate;
using engine::MatchAnswer;
using engine::UnderstoodKind;
using engine::UnderstoodWords;

// One in the evening for ten euro, one in the morning of which no price is known, far from it.
constexpr const char* kEveningChoir = R"({
  "id": "00000000-0000-4000-8000-000000000001", "name": "Koor de Merel", "status": "active",
  "assured_date": "2026-11-01", "description": "Zingen in een open groep.",
  "cost_options": [{"id": "k", "amount": 10, "currency": "EUR", "option": "per keer"}],
  "organization": {"id": "00000000-0000-4000-8000-0000000000aa", "name": "De Merel"},
  "service_at_locations": [{"id": "a", "location": {"id": "la", "location_type": "physical",
      "name": "Wijkhuis", "addresses": [{"postal_code": "6511 AA", "city": "Nijmegen"}]},
     "schedules": [{"freq": "WEEKLY", "byday": "TH", "dtstart": "2026-09-03",
                    "opens_at": "19:30", "closes_at": "21:30"}]}]})";
constexpr const char* kMorningChoir = R"({
  "id": "00000000-0000-4000-8000-000000000002", "name": "Koor de Lijster", "status": "active",
  "assured_date": "2026-11-01", "description": "Zingen in een open groep.",
  "organization": {"id": "00000000-0000-4000-8000-0000000000ab", "name": "De Lijster"},
  "service_at_locations": [{"id": "b", "location": {"id": "lb", "location_type": "physical",
      "name": "Zaal Venlo", "addresses": [{"postal_code": "5911 AA", "city": "Venlo"}]},
     "schedules": [{"freq": "WEEKLY", "byday": "MO", "dtstart": "2026-09-07",
                    "opens_at": "10:00", "closes_at": "12:00"}]}]})";

constexpr const char* kRunning = R"({
  "id": "00000000-0000-4000-8000-000000000003", "name": "Lopen als therapie", "status": "active",
  "assured_date": "2026-11-01", "description": "Samen hardlopen; lopen maakt het hoofd leeg.",
  "organization": {"id": "00000000-0000-4000-8000-0000000000ac", "name": "De Loop"}})";

// An engine over the two choirs.
struct Choirs {
  ScratchFolder folder;
  std::shared_ptr<const engine::Engine> engine = engine_of(folder, {kEveningChoir, kMorningChoir});

  /// Of somebody in Nijmegen who says `words`; `more` are further members of the profile.
  [[nodiscard]] MatchAnswer answer(const std::string& words, const std::string& more = "") const {
    return match(*engine, make_profile(R"({"person": {"postcode": "6511"}, "needs": [{"text": ")"
                                       + words + R"("}])" + more + "}"));
  }
};

std::vector<std::string> names_of(const MatchAnswer& answer) {
  std::vector<std::string> names;
  for (const engine::Match& found : answer.matches)
    names.push_back(found.activity.name);
  std::sort(names.begin(), names.end());
  return names;
}

const std::vector<std::string> kBoth = {"Koor de Lijster", "Koor de Merel"};
const std::vector<std::string> kMorningAlone = {"Koor de Lijster"};
const std::vector<std::string> kEveningAlone = {"Koor de Merel"};

const UnderstoodWords& understood(const MatchAnswer& answer, const std::string& name) {
  const std::vector<UnderstoodWords>& words = answer.assessment.understood;
  const auto found =
      std::find_if(words.begin(), words.end(),
                   [&name](const UnderstoodWords& entry) { return entry.name == name; });
  REQUIRE(found != words.end());
  return *found;
}

bool is_understood(const MatchAnswer& answer, const std::string& name) {
  const std::vector<UnderstoodWords>& words = answer.assessment.understood;
  return std::any_of(words.begin(), words.end(),
                     [&name](const UnderstoodWords& entry) { return entry.name == name; });
}

std::string name_of_singing() {
  const catalog::Vocabulary vocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  return vocabulary.concepts()[*vocabulary.find("do_music_theatre")].plain.nl;
}

bool asks(const engine::Match& found, Gate gate) {
  return std::any_of(found.questions.begin(), found.questions.end(),
                     [gate](const engine::Question& question) { return question.gate == gate; });
}

}  // namespace

TEST_CASE("who says not in the evening is offered nothing that is only in the evening") {
  const Choirs choirs;
  REQUIRE(names_of(choirs.answer("Ik wil zingen.")) == kBoth);
  const MatchAnswer answer = choirs.answer("Ik wil zingen, niet in de avond.");
  REQUIRE(names_of(answer) == kMorningAlone);
  REQUIRE(answer.excluded == std::map<Gate, int>{{Gate::kTime, 1}});
  REQUIRE(understood(answer, "no_evenings").acts_on->pointer == "/practical/availability");
}

TEST_CASE("what is filled in stands above what is said") {
  const Choirs choirs;
  const MatchAnswer answer = choirs.answer(
      "Ik wil zingen, niet in de avond.",
      R"(, "practical": {"availability": [{"days": ["TH"], "from": "19:00", "to": "22:00"}]})");
  REQUIRE(names_of(answer) == kEveningAlone);
  const UnderstoodWords& limit = understood(answer, "no_evenings");
  REQUIRE_FALSE(limit.acts_on);
  REQUIRE_FALSE(limit.effect.empty());
}

TEST_CASE("a limit that was not meant is shown as undone and does nothing") {
  const Choirs choirs;
  const MatchAnswer answer = choirs.answer(
      "Ik wil zingen, niet in de avond.", R"(, "not_meant": [{"need": 0, "name": "no_evenings"}])");
  REQUIRE(names_of(answer) == kBoth);
  const UnderstoodWords& limit = understood(answer, "no_evenings");
  REQUIRE(limit.is_undone);
  REQUIRE_FALSE(limit.acts_on);
  REQUIRE(limit.effect.empty());
}

TEST_CASE("a limit said twice acts until both were not meant") {
  const Choirs choirs;
  const std::string again = R"("}, {"text": "Overdag graag.)";
  const std::string first = R"({"need": 0, "name": "no_evenings"})";
  const std::string second = R"({"need": 1, "name": "no_evenings"})";
  const std::string words = "Ik wil zingen, niet in de avond." + again;
  REQUIRE(names_of(choirs.answer(words, R"(, "not_meant": [)" + first + "]")) == kMorningAlone);
  REQUIRE(names_of(choirs.answer(words, R"(, "not_meant": [)" + first + ", " + second + "]"))
          == kBoth);
}

TEST_CASE("a refusal is shown, acts, and can be undone") {
  const Choirs choirs;
  const MatchAnswer refused = choirs.answer("Liever niet zingen.");
  const UnderstoodWords& refusal = understood(refused, "do_music_theatre");
  REQUIRE(refusal.kind == UnderstoodKind::kRefusal);
  REQUIRE(refusal.acts_on->pointer == "/avoid/concepts");
  REQUIRE(refusal.words == "zingen");
  REQUIRE(refusal.label == "zingen (" + name_of_singing() + ")");
  REQUIRE(names_of(refused).empty());
  const MatchAnswer undone = choirs.answer(
      "Liever niet zingen.", R"(, "not_meant": [{"need": 0, "name": "do_music_theatre"}])");
  REQUIRE(understood(undone, "do_music_theatre").is_undone);
  REQUIRE(names_of(undone) == kBoth);
}

TEST_CASE("a refusal that the profile states already fills nothing in") {
  const Choirs choirs;
  const MatchAnswer answer =
      choirs.answer("Liever niet zingen.", R"(, "avoid": {"concepts": ["do_music_theatre"]})");
  const UnderstoodWords& refusal = understood(answer, "do_music_theatre");
  REQUIRE_FALSE(refusal.acts_on);
  REQUIRE(refusal.effect == "Hierover staat al iets in het profiel. Dat geldt.");
  REQUIRE(names_of(answer).empty());
}

TEST_CASE("what two needs refuse is shown at both and avoided once") {
  const std::string id = "do_music_theatre";
  const engine::Profile profile =
      make_profile(R"({"needs": [{"text": "Liever niet zingen."}, {"text": "Geen koor."}]})");
  const catalog::Vocabulary vocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  const indexer::WishReader reader(vocabulary);
  const engine::Understood both = understand(profile, vocabulary, reader, indexer::Analyser());
  REQUIRE(both.words.size() == 2);
  REQUIRE(both.words[0].acts_on);
  REQUIRE(both.words[1].acts_on);
  REQUIRE(both.profile.avoid.concepts == std::vector<std::string>{id});
}

TEST_CASE("what the same need names stands above its refusal") {
  const Choirs choirs;
  const MatchAnswer answer = choirs.answer(R"(Liever niet zingen.", "concept": "do_music_theatre)");
  REQUIRE_FALSE(is_understood(answer, "do_music_theatre"));
  REQUIRE(names_of(answer) == kBoth);
}

TEST_CASE("a wish is shown, and one that was not meant answers no need") {
  const Choirs choirs;
  const MatchAnswer wished = choirs.answer("Ik wil zingen.");
  REQUIRE(understood(wished, "do_music_theatre").kind == UnderstoodKind::kWish);
  const MatchAnswer undone = choirs.answer(
      "Ik wil zingen.", R"(, "not_meant": [{"need": 0, "name": "do_music_theatre"}])");
  REQUIRE(undone.matches.front().score < wished.matches.front().score);
}

TEST_CASE("what one need refuses and another asks for is a wish alone") {
  const Choirs choirs;
  const MatchAnswer answer = choirs.answer(R"(Liever niet zingen."}, {"text": "Ik wil zingen.)");
  REQUIRE(understood(answer, "do_music_theatre").kind == UnderstoodKind::kWish);
  REQUIRE(names_of(answer) == kBoth);
}

TEST_CASE("little money leaves out what costs more, and an unknown price is a question") {
  const Choirs choirs;
  const MatchAnswer answer = choirs.answer("Ik wil zingen. Ik heb weinig geld.");
  REQUIRE(names_of(answer) == kMorningAlone);
  REQUIRE(answer.excluded == std::map<Gate, int>{{Gate::kCost, 1}});
  REQUIRE(asks(answer.matches.front(), Gate::kCost));
}

TEST_CASE("who has no transport is offered what can be walked to") {
  const Choirs choirs;
  const MatchAnswer answer = choirs.answer("Ik wil zingen. Ik heb geen auto.");
  REQUIRE(names_of(answer) == kEveningAlone);
  REQUIRE(answer.matches.front().travel->mode == engine::TravelMode::kWalk);
}

TEST_CASE("the words of a limit draw in nothing that is called so") {
  const Choirs choirs;
  const std::string hours =
      R"(, "practical": {"availability": [{"days": ["TH"], "from": "19:00", "to": "22:00"}]})";
  const auto points_of_words = [&](const std::string& words, const std::string& more) {
    const MatchAnswer answer = choirs.answer(words, hours + more);
    for (const engine::ScorePart& part : answer.matches.front().parts) {
      if (part.name == "text_fit") return part.points.points;
    }
    return -1;
  };
  const std::string not_meant = R"(, "not_meant": [{"need": 0, "name": "fear_of_groups"}])";
  REQUIRE(points_of_words("Ik ben bang voor een open groep.", "") == 0);
  REQUIRE(points_of_words("Ik ben bang voor een open groep.", not_meant) > 0);
}

TEST_CASE("who walks with difficulty is not drawn to running by the word") {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, {kRunning});
  const auto points_of_words = [&engine](const std::string& words) {
    const MatchAnswer answer =
        match(*engine, make_profile(R"({"needs": [{"text": ")" + words + R"("}]})"));
    for (const engine::ScorePart& part : answer.matches.front().parts) {
      if (part.name == "text_fit") return part.points.points;
    }
    return -1;
  };
  REQUIRE(points_of_words("Ik wil lopen.") > 0);
  REQUIRE(points_of_words("Ik kan moeilijk lopen.") == 0);
  REQUIRE(points_of_words("Ik kan moeilijk lopen, ik kan niet ver lopen.") == 0);
}

TEST_CASE("a quiet or step-free place is asked after, beside the needs that are filled in") {
  const Choirs choirs;
  const MatchAnswer answer =
      choirs.answer("Ik wil zingen op een rustige plek. Ik loop met een rollator.",
                    R"(, "practical": {"access_needs": ["hearing_loop"]})");
  REQUIRE(names_of(answer) == kBoth);
  const auto& questions = answer.matches.front().questions;
  REQUIRE(
      std::count_if(questions.begin(), questions.end(),
                    [](const engine::Question& question) { return question.gate == Gate::kAccess; })
      == 3);
}

TEST_CASE("a limit that no gate or part reads is shown, says so, and changes nothing") {
  const Choirs choirs;
  for (const char* const name : {"small_group", "fear_of_groups", "low_energy"}) {
    const MatchAnswer answer = choirs.answer(
        "Ik wil zingen. Liever een kleine groep. Ik ben bang voor groepen. Ik heb weinig energie.");
    INFO(name);
    REQUIRE(names_of(answer) == kBoth);
    REQUIRE_FALSE(understood(answer, name).acts_on);
    REQUIRE_FALSE(understood(answer, name).effect.empty());
  }
}

TEST_CASE("words that say a limit name no activity") {
  const Choirs choirs;
  for (const char* const words : {"Ik kan niet ver lopen.", "Ik loop slecht.", "Geen fiets."}) {
    const MatchAnswer answer = choirs.answer(words);
    INFO(words);
    REQUIRE(answer.assessment.understood.size() == 1);
    REQUIRE(answer.assessment.understood.front().kind == UnderstoodKind::kLimit);
  }
}

TEST_CASE("words on both sides of a comma say no limit") {
  const MatchAnswer answer = Choirs().answer("Koken kan ik niet, elke avond eet ik brood.");
  REQUIRE_FALSE(is_understood(answer, "no_evenings"));
}

TEST_CASE("words are quoted with their place, counted in letters") {
  const Choirs choirs;
  const MatchAnswer answer = choirs.answer("Café is fijn, één keer; niet in de avond.");
  const UnderstoodWords& limit = understood(answer, "no_evenings");
  REQUIRE(limit.words == "niet in de avond");
  REQUIRE(limit.begin == 24);
  REQUIRE(limit.end == 40);
}

TEST_CASE("a limit in words is relaxed by filling in a wider one") {
  const Choirs choirs;
  const std::string words = R"(Niet in de avond. Ik heb geen auto.", "concept": "do_music_theatre)";
  const MatchAnswer answer = choirs.answer(words);
  REQUIRE(answer.matches.empty());
  REQUIRE_FALSE(answer.relaxations.empty());
  const engine::RelaxedLimit& change = answer.relaxations.front().changes.front();
  REQUIRE(change.pointer == "/practical/availability");
  REQUIRE(change.from.is_null());
  REQUIRE(names_of(choirs.answer(
              words, R"(, "practical": {"availability": )" + catalog::write_json(change.to) + "}"))
          == kEveningAlone);
}

TEST_CASE("a name in not_meant that is neither concept nor limit is a problem at its place") {
  const auto answer = demo_engine().match(make_profile(R"({"needs": [{"text": "x"}],
                       "not_meant": [{"need": 0, "name": "quiet"}, {"need": 0, "name": "stil"}]})"),
                                          10);
  REQUIRE(!answer);
  REQUIRE(answer.error().size() == 1);
  REQUIRE(answer.error().front().pointer == "/not_meant/1/name");
}

TEST_CASE("\"niet\" before a thing refuses it, and before a measure or a place does not") {
  const auto kinds = [](const std::string& words) {
    std::string found;
    const MatchAnswer answer =
        match(demo_engine(), make_profile(R"({"needs": [{"text": ")" + words + R"("}]})"));
    for (const UnderstoodWords& one : answer.assessment.understood)
      found += (one.kind == UnderstoodKind::kRefusal ? "-" : "+") + one.name + " ";
    return found;
  };
  CHECK(kinds("Niet sporten.") == "-do_sport_move ");
  CHECK(kinds("Ik wil niet sporten.") == "-do_sport_move ");
  CHECK(kinds("Ik hoef niet te sporten.") == "-do_sport_move ");
  CHECK(kinds("Wel wandelen, niet fietsen.") == "+do_walking -do_sport_move ");
  CHECK(kinds("Ik wil niet te ver wandelen.") == "+do_walking ");
  CHECK(kinds("Ik wil niet elke dag wandelen.") == "+do_walking ");
  CHECK(kinds("Ik wil geen bingo en ik wil wandelen.").ends_with("+do_walking "));
}

TEST_CASE("what one need refuses outright is not read between the lines of another") {
  const MatchAnswer answer = match(demo_engine(), make_profile(R"({"needs": [
      {"text": "Geen praatgroep, dat is niks voor mij."},
      {"text": "Iemand die snapt wat een depressie is zonder dat het over therapie gaat."}]})"));
  for (const UnderstoodWords& one : answer.assessment.understood)
    CHECK((one.name != "peer_group" || one.kind == UnderstoodKind::kRefusal));
}

TEST_CASE("nothing that nobody said is understood") {
  REQUIRE(match(demo_engine(), make_profile("{}")).assessment.understood.empty());
  REQUIRE_FALSE(is_understood(Choirs().answer("Ik wil zingen."), "small_group"));
}

TEST_CASE("despair is no wish between the lines, yet what is said outright beside it is one") {
  const Choirs choirs;
  REQUIRE_FALSE(is_understood(choirs.answer("Ik zou dood willen zijn, dan is het stil."),
                              "peer_bereavement"));
  REQUIRE(is_understood(choirs.answer("Sinds mijn man dood is wil ik met anderen rouwen."),
                        "peer_bereavement"));
  const MatchAnswer answer = choirs.answer("Ik wil niet meer leven. Zingen hielp me vroeger wel.");
  REQUIRE(answer.assessment.safety.has_value());
  REQUIRE(is_understood(answer, "do_music_theatre"));
}

TEST_CASE("the answer writes what it understood, with null where no field is filled") {
  const Choirs choirs;
  const catalog::Json json =
      engine::to_json(choirs.answer("Ik wil zingen. Ik heb weinig geld.", R"(, "language": "en")"));
  const auto& entries = json["understood"].array();
  REQUIRE(entries.size() == 2);
  REQUIRE(entries[0]["kind"].string() == "wish");
  REQUIRE(entries[0]["acts_on"].is_null());
  REQUIRE(entries[1]["kind"].string() == "limit");
  REQUIRE(entries[1]["label"].string() == "Little money");
  REQUIRE(catalog::write_json(entries[1]["acts_on"])
          == R"({"pointer":"/practical/max_cost_per_session","value":5})");
}

}  // namespace kring::tests
