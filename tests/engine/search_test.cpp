// Does a search find what was meant, in the order that it states?

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "catalog/distance.h"
#include "catalog/json.h"
#include "engine/search/spelling.h"
#include "indexer/indexer.h"
#include "tests/engine/demo_world.h"
#include "tests/engine/oracle_search.h"
#include "tests/engine/search_world.h"

namespace kring::tests {
namespace {

using engine::Hit;
using engine::SearchAnswer;
using engine::Tier;
using Names = std::vector<std::string>;

// One record a tier for "wandelen", the worst told of best: freshest, with the word's kin in its
// name.
Names tier_records() {
  return {make_record(10, "Ommetje voor iedereen", "Elke week een ommetje met een groep."),
          make_record(11, "Wandelclub De Merel", "Wij gaan elke week op pad."),
          make_record(12, "Op pad", "Elke week wandelt de groep een uur."),
          make_record(13, "Buiten zijn", "Wij gaan wandelen in het bos.")};
}

std::vector<Tier> tiers_of(const SearchAnswer& answer) {
  std::vector<Tier> tiers;
  for (const Hit& hit : answer.hits)
    tiers.push_back(hit.tier.value());
  return tiers;
}

bool holds(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("a word as it is spelled comes before its forms, parts of compounds and synonyms") {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, tier_records());
  const SearchAnswer answer = search(*engine, make_search("wandelen"));
  CHECK(names_of(answer)
        == Names{"Buiten zijn", "Op pad", "Wandelclub De Merel", "Ommetje voor iedereen"});
  CHECK(tiers_of(answer)
        == std::vector{Tier::kExact, Tier::kStem, Tier::kCompoundPart, Tier::kSynonym});
  CHECK(answer.query.spelling.empty());
}

TEST_CASE("words that only a folded duplicate has find the record that stands for it") {
  const ScratchFolder folder;
  const std::string way_in =
      R"(, "phones": [{"number": "024-000 12 34"}], "email": "info@eten.example")"
      + held_in("Nijmegen", "6511 AB");
  const auto engine = engine_of(
      folder, {make_record(10, "Samen eten in het Wijkhuis",
                           "Elke dinsdag eten we samen in het Wijkhuis. Voor alle buren.", way_in),
               make_record(11, "Samen eten in het Wijkhuis",
                           "Samen eten in het Wijkhuis. Met een dessertbuffet.", way_in)});
  const SearchAnswer all = search(*engine, make_search("samen eten"));
  REQUIRE(all.hits.size() == 1);
  const std::string shown = all.hits[0].activity.id.value;
  const bool is_first = shown.ends_with("10");
  const std::string only_there = is_first ? "dessertbuffet" : "dinsdag";
  const SearchAnswer answer = search(*engine, make_search(only_there));
  REQUIRE(answer.hits.size() == 1);
  CHECK(answer.hits[0].activity.id.value == shown);
  CHECK(answer.hits[0].tier == Tier::kExact);
  const engine::FoundWord& found = answer.hits[0].why.at(0);
  REQUIRE(found.record);
  CHECK(found.record->id != shown);
  CHECK(found.field == "/description");
  CHECK(found.text.find("Zo beschrijft") != std::string::npos);
  const SearchAnswer own = search(*engine, make_search("eten"));
  CHECK_FALSE(own.hits.at(0).why.at(0).record);
  CHECK(search(*engine, make_search("buffet")).hits.size() == (is_first ? 1U : 0U));
}

TEST_CASE("words that lie one letter away are searched only where nothing else is found") {
  const ScratchFolder folder;
  const auto engine =
      engine_of(folder, {make_record(10, "Dansen", "Dansen op muziek."),
                         make_record(11, "Tansen bij Tan", "Een avond over de musicus Tansen.")});
  CHECK(names_of(search(*engine, make_search("dansen"))) == Names{"Dansen"});
  const SearchAnswer corrected = search(*engine, make_search("dasnen"));
  CHECK(names_of(corrected) == Names{"Dansen"});
  CHECK(tiers_of(corrected) == std::vector{Tier::kTypo});
  REQUIRE(corrected.query.spelling.size() == 1);
  CHECK(corrected.query.spelling.front().instead == "dansen");
  CHECK(search(*engine, make_search("qwxyz")).hits.empty());
}

TEST_CASE("a compound is found in its parts, apart and with a hyphen") {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, {make_record(10, "Wandel-groep", "Elke week op pad."),
                                         make_record(11, "Wandelgroep", "Elke week op pad."),
                                         make_record(12, "Vrijwilliger", "Help ons.")});
  for (const char* const text : {"wandelgroep", "wandel groep", "wandel-groep", "Wandelgroepen"}) {
    INFO(text);
    CHECK(search(*engine, make_search(text)).total == 2);
  }
  CHECK(search(*engine, make_search("willig")).hits.empty());
}

TEST_CASE("kinds of one concept do not stand for each other, other words of one concept do") {
  const ScratchFolder folder;
  const auto engine =
      engine_of(folder, {make_record(10, "Bingo", "Bingo op vrijdag."),
                         make_record(11, "Schaakclub", "Schaken op maandag."),
                         make_record(12, "Vriendendienst", "Een vrijwilliger gaat met u op pad.")});
  CHECK(names_of(search(*engine, make_search("schaken"))) == Names{"Schaakclub"});
  CHECK(names_of(search(*engine, make_search("maatje"))) == Names{"Vriendendienst"});
}

TEST_CASE("English words find Dutch activities, and words of other scripts what is spelled so") {
  const ScratchFolder folder;
  const auto engine = engine_of(
      folder,
      {make_record(10, "Wandelgroep", "Elke week op pad."),
       make_record(11, "Çay saati", "Türkçe konuşan kadınlar için çay saati."),
       make_record(12, "Зустріч", "Щотижнева зустріч українців за чаєм."),
       make_record(13, "لقاء النساء", "لقاء أسبوعي للنساء مع القهوة والشاي."),
       make_record(14, "Spotkanie", "Cotygodniowe spotkanie Polaków przy kawie na świetlicy.")});
  CHECK(names_of(search(*engine, make_search("walking"))) == Names{"Wandelgroep"});
  CHECK(names_of(search(*engine, make_search("kadınlar"))) == Names{"Çay saati"});
  CHECK(names_of(search(*engine, make_search("КАДИНЛАР зустріч"))) == Names{"Зустріч"});
  CHECK(names_of(search(*engine, make_search("القهوة"))) == Names{"لقاء النساء"});
  CHECK(names_of(search(*engine, make_search("swietlicy"))) == Names{"Spotkanie"});
}

TEST_CASE("what lacks a word comes last and says so; where enough have all, it stays away") {
  const ScratchFolder folder;
  Names records = {make_record(10, "Schaken", "Schaken voor beginners."),
                   make_record(11, "Schaken en koffie", "Schaken met koffie.")};
  const auto engine = engine_of(folder, records);
  const SearchAnswer answer = search(*engine, make_search("koffie schaken"));
  CHECK(names_of(answer) == Names{"Schaken en koffie"});
  const SearchAnswer lacking = search(*engine, make_search("schaken tennis"));
  REQUIRE(lacking.hits.size() == 2);
  CHECK(lacking.hits.front().missing_words == Names{"tennis"});
}

TEST_CASE("what is not wanted is left out") {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, {make_record(10, "Inloop", "Koffie en een kaartje."),
                                         make_record(11, "Soos", "Koffie en een bingoavond.")});
  const SearchAnswer answer = search(*engine, make_search("koffie, geen bingo"));
  CHECK(names_of(answer) == Names{"Inloop"});
  CHECK(answer.query.without == Names{"bingo"});
}

TEST_CASE("small words are ignored and say so") {
  const SearchAnswer answer = search(demo_engine(), make_search("iemand om mee te wandelen"));
  REQUIRE(answer.query.words.size() == 1);
  CHECK(answer.query.words.front().text == "wandelen");
  CHECK(answer.query.ignored == Names{"iemand", "om", "mee", "te"});
}

TEST_CASE("every hit shows where it holds each word, in the tier that it has") {
  for (const char* const text :
       {"koffie", "wandelgroep", "samen eten", "maatje", "hulp met computer", "turks", "wandlen",
        "lotgenoten rouw", "walking group", "inloop weert", "wijkhuis", "computerhulp"}) {
    const SearchAnswer answer = search(demo_engine(), make_search(text));
    CHECK(!answer.hits.empty());
    for (const Hit& hit : answer.hits) {
      INFO(text << ": " << hit.activity.name);
      REQUIRE(hit.why.size() + hit.missing_words.size() <= answer.query.words.size());
      REQUIRE(hit.why.size() + hit.missing_words.size() > 0);
      const auto weakest = std::max_element(
          hit.why.begin(), hit.why.end(),
          [](const engine::FoundWord& a, const engine::FoundWord& b) { return a.tier < b.tier; });
      if (weakest == hit.why.end()) continue;
      CHECK(weakest->tier == hit.tier);
    }
  }
}

TEST_CASE("hits and tiers are those of a plain pass over the catalogue") {
  const ScratchFolder folder;
  const Oracle oracle(make_demo_store(folder), kToday);
  for (const char* const text :
       {"koffie", "wandelen", "wandelgroep", "samen eten", "maatje", "hulp computer", "drinken",
        "kookt", "klusjes", "eenzaam", "bibliotheek", "zingen muziek", "wijkhuis", "Nijmegen"}) {
    engine::SearchRequest request = make_search(text, {"place=*"});
    std::map<std::string, Tier> found;
    int pages = 1;
    for (request.page = 1; request.page <= pages; ++request.page) {
      const SearchAnswer answer = search(demo_engine(), request);
      pages = (answer.total + answer.per_page - 1) / answer.per_page;
      for (const Hit& hit : answer.hits) {
        if (hit.missing_words.empty()) found.emplace(hit.activity.id.value, hit.tier.value());
      }
    }
    INFO(text);
    CHECK(found == search_plainly(oracle, text, kToday));
    CHECK(!found.empty());
  }
}

TEST_CASE("tiers never mix, whatever else speaks for an activity") {
  for (const char* const text : {"koffie", "maatje", "wandelen", "eten", "inloop", "zingen"}) {
    const std::vector<Tier> tiers = tiers_of(search(demo_engine(), make_search(text)));
    INFO(text);
    CHECK(std::is_sorted(tiers.begin(), tiers.end()));
  }
}

TEST_CASE("a search that signals danger has the notice, and its hits") {
  const SearchAnswer answer =
      search(demo_engine(), make_search("ik wil niet meer leven, iemand om mee te praten"));
  REQUIRE(answer.safety);
  CHECK(!answer.safety->contacts.empty());
  CHECK(!answer.hits.empty());
  CHECK(!search(demo_engine(), make_search("praten over rouw")).safety);
}

TEST_CASE("what has ended is not found") {
  const ScratchFolder folder;
  const auto engine = engine_of(
      folder, {make_record(10, "Koor", "Zingen op maandag."),
               make_record(11, "Oud koor", "Zingen. Dit koor is gestopt per 1 mei 2025.")});
  CHECK(names_of(search(*engine, make_search("zingen"))) == Names{"Koor"});
}

TEST_CASE("pages hold all hits once, in one order") {
  engine::SearchRequest request = make_search("");
  const SearchAnswer whole = search(demo_engine(), request);
  REQUIRE(whole.total > 100);
  Names seen;
  request.per_page = 37;
  for (request.page = 1; request.page <= whole.total / request.per_page + 1; ++request.page) {
    for (const Hit& hit : search(demo_engine(), request).hits)
      seen.push_back(hit.activity.id.value);
  }
  CHECK(seen.size() == static_cast<std::size_t>(whole.total));
  std::sort(seen.begin(), seen.end());
  CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}

TEST_CASE("each order holds to its rule") {
  engine::SearchRequest request = make_search("", {"place=6511"});
  request.order = engine::SearchOrder::kDistance;
  double last = 0;
  for (const Hit& hit : search(demo_engine(), request).hits) {
    if (!hit.distance) continue;
    CHECK(hit.distance->value >= last);
    last = hit.distance->value;
  }
  request.order = engine::SearchOrder::kChecked;
  std::optional<catalog::Date> newest;
  for (const Hit& hit : search(demo_engine(), request).hits) {
    if (newest && hit.verified_on) CHECK(*hit.verified_on <= *newest);
    if (hit.verified_on) newest = hit.verified_on;
  }
  request.order = engine::SearchOrder::kNextSession;
  std::string soonest;
  for (const Hit& hit : search(demo_engine(), request).hits) {
    if (hit.next_sessions.empty()) continue;
    CHECK(hit.next_sessions.front() >= soonest);
    soonest = hit.next_sessions.front();
  }
}

TEST_CASE("one answer has the same bytes however the segments lie") {
  const ScratchFolder folder;
  auto store = catalog::ActivityStore::open(folder.file("catalogue.db"),
                                            catalog::OpenMode::kCreateIfMissing);
  import_demo_places(store);
  import_lines(store, "nijmegen", demo_lines(0));
  const std::string index = folder.file("index");
  indexer::build_index(store, {index, kToday, indexer::BuildMode::kUpdate, {}});
  import_lines(store, "limburg", demo_lines(1));
  indexer::build_index(store, {index, kToday, indexer::BuildMode::kUpdate, {}});
  const auto updated = engine::Engine::open(index);
  const auto rebuilt = rebuild(store, folder.file("whole"));
  for (const char* const text :
       {"", "koffie", "wandlen", "samen eten in Venlo", "hulp computer", "maatje 6511", "brei"}) {
    INFO(text);
    const auto bytes = [&text](const engine::Engine& engine) {
      return catalog::write_json(engine::to_json(search(engine, make_search(text))));
    };
    CHECK(bytes(*updated) == bytes(*rebuilt));
  }
}

TEST_CASE("any bytes are searched without harm") {
  for (const std::string& text :
       {std::string("\xff\xfe\x80"), std::string("\0\0", 2), std::string(400, 'a'),
        std::string("𝔴𝔞𝔫𝔡𝔢𝔩 🚶‍♀️ \u202e\u200b"), std::string("geen"),
        std::string("in"), std::string("6511 ZZ 9999 XX"), std::string("<b>koffie</b>")}) {
    const auto answer = demo_engine().search(make_search(text));
    CHECK(answer);
  }
  CHECK(problems_of(demo_engine(), make_search(std::string(401, 'a'))) == Names{"text_too_long"});
}

TEST_CASE("the distance of spellings counts letters left out, added, changed and swapped") {
  CHECK(catalog::distance_of("wandelen", "wandelen", 2) == 0);
  CHECK(catalog::distance_of("wandlen", "wandelen", 2) == 1);
  CHECK(catalog::distance_of("wadnelen", "wandelen", 2) == 1);
  CHECK(catalog::distance_of("wandelem", "wandelen", 2) == 1);
  CHECK(catalog::distance_of("wndeln", "wandelen", 2) == 2);
  CHECK(catalog::distance_of("koffie", "thee", 2) == 3);
  CHECK(catalog::distance_of("", "", 0) == 0);
}

TEST_CASE("short words and numbers are never corrected") {
  CHECK(engine::mistakes_allowed("koor") == 0);
  CHECK(engine::mistakes_allowed("koffi") == 1);
  CHECK(engine::mistakes_allowed("wandelne") == 2);
  CHECK(engine::mistakes_allowed("2025aaaa") == 0);
}

TEST_CASE("words are not corrected to those of ended activities, nor held by them") {
  const ScratchFolder folder;
  const auto engine =
      engine_of(folder, {make_record(10, "Wandlen", "Deze groep is gestopt."),
                         make_record(11, "Wandelen in het bos", "Elke week een ronde.")});
  const SearchAnswer answer = search(*engine, make_search("wandlen"));
  CHECK(names_of(answer) == Names{"Wandelen in het bos"});
  REQUIRE(answer.query.spelling.size() == 1);
  CHECK(answer.query.spelling.front().instead == "wandelen");
}

TEST_CASE("a corrected word is explained by the word it was taken for") {
  const SearchAnswer answer = search(demo_engine(), make_search("vrijwiligerswerk"));
  REQUIRE(!answer.hits.empty());
  for (const Hit& hit : answer.hits) {
    CHECK(hit.tier == Tier::kTypo);
    CHECK(hit.why.front().text.find("“”") == std::string::npos);
    CHECK(hit.why.front().text.find("vrijwiligerswerk") == std::string::npos);
  }
}

TEST_CASE("a place that is spelled wrong is still a place") {
  const SearchAnswer answer = search(demo_engine(), make_search("wandelen in nijmegn"));
  REQUIRE(answer.query.places.size() == 1);
  CHECK(answer.query.places.front().name == "Nijmegen");
  CHECK(answer.query.spelling.front().instead == "Nijmegen");
  CHECK(answer.total == search(demo_engine(), make_search("wandelen in Nijmegen")).total);
}

TEST_CASE("what an activity refuses itself does not bar it, nor does a condition of entry") {
  const ScratchFolder folder;
  const auto engine =
      engine_of(folder, {make_record(10, "Café Nul", "Een avond uit zonder alcohol."),
                         make_record(11, "Café Vol", "Kaarten, bingo en alcohol."),
                         make_record(12, "Café Open", "Zonder afspraak, elke dag.")});
  const auto found = [&engine](const std::string& text) {
    Names names = names_of(search(*engine, make_search(text)));
    std::sort(names.begin(), names.end());
    return names;
  };
  CHECK(!holds(found("café zonder bingo"), "Café Vol"));
  CHECK(!holds(found("café, geen kaarten of bingo"), "Café Vol"));
  CHECK(holds(found("café zonder afspraak"), "Café Open"));
  CHECK(holds(found("café niet alleen voor bingo"), "Café Vol"));
  CHECK(holds(found("café zonder alcohol"), "Café Nul"));
}

TEST_CASE("a compound in the name of a venue is found and shown") {
  const ScratchFolder folder;
  std::string record = make_record(10, "Samenkomst", "Elke week.", held_in("Weert", "6001 AA"));
  record.replace(record.find("Wijkhuis"), 8, "Dorpskerk");
  const auto engine = engine_of(folder, {record});
  const SearchAnswer answer = search(*engine, make_search("kerk"));
  REQUIRE(answer.hits.size() == 1);
  CHECK(answer.hits.front().tier == Tier::kCompoundPart);
  CHECK(answer.hits.front().why.front().tier == Tier::kCompoundPart);
}

TEST_CASE("an organisation has one name in the facets however its records spell it") {
  const ScratchFolder folder;
  const auto named = [](int number, const std::string& organization) {
    return make_record(number, "Koffie", "Koffie.",
                       R"(, "organization": {"id": "o", "name": ")" + organization + R"("})");
  };
  auto store = catalog::ActivityStore::open(folder.file("catalogue.db"),
                                            catalog::OpenMode::kCreateIfMissing);
  import_lines(store, "a", {named(11, "Buurthuis De Kring")});
  const std::string index = folder.file("index");
  indexer::build_index(store, {index, kToday, indexer::BuildMode::kUpdate, {}});
  import_lines(store, "b", {named(10, "BUURTHUIS DE KRING")});
  indexer::build_index(store, {index, kToday, indexer::BuildMode::kUpdate, {}});
  const auto updated = engine::Engine::open(index);
  const auto rebuilt = rebuild(store, folder.file("whole"));
  const auto bytes = [](const engine::Engine& engine) {
    return catalog::write_json(engine::to_json(search(engine, make_search("koffie"))));
  };
  CHECK(bytes(*updated) == bytes(*rebuilt));
}

}  // namespace kring::tests
