// Do filters, facets and places of a search count what there is?

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "tests/engine/demo_world.h"
#include "tests/engine/search_world.h"

namespace kring::tests {
namespace {

using engine::Facet;
using engine::FacetValue;
using engine::Hit;
using engine::SearchAnswer;
using engine::SearchRequest;
using Names = std::vector<std::string>;

std::set<std::string> ids_of(const SearchAnswer& answer) {
  std::set<std::string> ids;
  for (const Hit& hit : answer.hits)
    ids.insert(hit.activity.id.value);
  return ids;
}

const Facet& facet_of(const SearchAnswer& answer, std::string_view field) {
  const auto found = std::find_if(answer.facets.begin(), answer.facets.end(),
                                  [field](const Facet& facet) { return facet.field == field; });
  REQUIRE(found != answer.facets.end());
  return *found;
}

// Hits of which the field is known.
int count_known(const SearchAnswer& answer, const std::string& field) {
  const auto is_known = [&field](const Hit& hit) {
    return std::none_of(hit.unknown.begin(), hit.unknown.end(),
                        [&field](const engine::UnknownFact& fact) { return fact.filter == field; });
  };
  return static_cast<int>(std::count_if(answer.hits.begin(), answer.hits.end(), is_known));
}

// All hits of a search, whatever the page holds.
int total_of(const SearchRequest& request) {
  return search(demo_engine(), request).total;
}

std::vector<std::string> place_names(const std::string& text) {
  std::vector<std::string> names;
  for (const engine::ReadPlace& place : search(demo_engine(), make_search(text)).query.places)
    names.push_back(place.name);
  return names;
}

constexpr const char* kWheelchair =
    R"(, "service_at_locations": [{"id": "s", "location": {"id": "l", "location_type": "physical",
    "name": "Zaal", "accessibility": [{"id": "a", "description": "Rolstoeltoegankelijk."}],
    "addresses": [{"address_1": "Straat 1", "city": "Nijmegen", "postal_code": "6511 AA"}]}}])";

}  // namespace

TEST_CASE("every facet counts what its value would give") {
  const std::vector<std::pair<std::string, Names>> searches = {
      {"", {}}, {"koffie", {"attendance=in_person"}}, {"maatje", {"municipality=Nijmegen"}}};
  for (const auto& [text, other] : searches) {
    const SearchAnswer answer = search(demo_engine(), make_search(text, other));
    for (const Facet& facet : answer.facets) {
      const bool is_asked = !other.empty() && other[0].starts_with(facet.field + "=");
      if (is_asked || facet.field == "organization") continue;
      for (const FacetValue& value : facet.values) {
        Names filters = other;
        filters.push_back(facet.field + "=" + value.value);
        const SearchAnswer narrowed = search(demo_engine(), make_search(text, filters));
        INFO(text << " " << facet.field << "=" << value.value);
        if (narrowed.total <= narrowed.per_page) {
          CHECK(count_known(narrowed, facet.field) == value.count);
        }
      }
    }
  }
}

TEST_CASE("the values beside a chosen one tell what they would give") {
  const SearchAnswer chosen = search(demo_engine(), make_search("", {"groupSize=one_to_one"}));
  const SearchAnswer free = search(demo_engine(), make_search(""));
  const Facet& narrowed = facet_of(chosen, "groupSize");
  const Facet& whole = facet_of(free, "groupSize");
  REQUIRE(narrowed.values.size() == whole.values.size());
  for (std::size_t i = 0; i < whole.values.size(); ++i) {
    CHECK(narrowed.values[i].count == whole.values[i].count);
    CHECK(narrowed.values[i].is_chosen == (narrowed.values[i].value == "one_to_one"));
  }
}

TEST_CASE("of one field one value is enough, of several fields each must hold") {
  const auto ids = [](const Names& filters) {
    SearchRequest request = make_search("", filters);
    request.unknowns = engine::Unknowns::kDrop;
    return ids_of(search(demo_engine(), request));
  };
  const std::set<std::string> phone = ids({"attendance=phone"});
  const std::set<std::string> online = ids({"attendance=online"});
  std::set<std::string> either = phone;
  either.insert(online.begin(), online.end());
  CHECK(ids({"attendance=phone", "attendance=online"}) == either);
  std::set<std::string> both;
  const std::set<std::string> single = ids({"groupSize=one_to_one"});
  std::set_intersection(phone.begin(), phone.end(), single.begin(), single.end(),
                        std::inserter(both, both.end()));
  CHECK(ids({"attendance=phone", "groupSize=one_to_one"}) == both);
}

TEST_CASE("what is not known stays, marked with what to ask, unless only the known is asked") {
  const ScratchFolder folder;
  const auto engine =
      engine_of(folder, {make_record(10, "Zingen voor niets", "Gratis zingen."),
                         make_record(11, "Zingen voor geld", "Zingen. Het kost € 8 per keer."),
                         make_record(12, "Ons koor", "Zingen op maandag.")});
  SearchRequest request = make_search("zingen", {"maxCost=5"});
  const SearchAnswer kept = search(*engine, request);
  CHECK(names_of(kept) == Names{"Zingen voor niets", "Ons koor"});
  REQUIRE(kept.hits.back().unknown.size() == 1);
  CHECK(kept.hits.back().unknown.front().filter == "maxCost");
  CHECK(kept.hits.back().unknown.front().text == "Vraag wat het kost.");
  request.unknowns = engine::Unknowns::kDrop;
  CHECK(names_of(search(*engine, request)) == Names{"Zingen voor niets"});
}

TEST_CASE("every hit tells of each filter by what it holds, or what to ask") {
  const ScratchFolder folder;
  const auto engine = engine_of(
      folder, {make_record(10, "Zingen voor niets", "Gratis zingen.", held_in("Venlo", "5911 AA")),
               make_record(11, "Zingen voor geld", "Zingen. Het kost € 2,50 per keer.",
                           R"(, "minimum_age": 18, "maximum_age": 30)")});
  const auto told = [&engine](const SearchRequest& request, const std::string& name) {
    Names texts;
    for (const Hit& hit : search(*engine, request).hits) {
      if (hit.activity.name != name) continue;
      for (const engine::KnownFact& fact : hit.known)
        texts.push_back(fact.filter + ": " + fact.text);
    }
    return texts;
  };
  CHECK(told(make_search("zingen in Venlo", {"maxCost=3", "attendance=in_person"}),
             "Zingen voor niets")
        == Names{"attendance: Hoe: op een plek.", "place: Dit is in of voor Venlo.",
                 "maxCost: Dit is gratis."});
  CHECK(told(make_search("zingen", {"maxCost=3", "age=20"}), "Zingen voor geld")
        == Names{"age: Dit is voor mensen van 18 tot en met 30 jaar.",
                 "maxCost: Dit kost 2,50 euro per keer."});
  CHECK(told(make_search("zingen", {"age=20"}), "Zingen voor niets")
        == Names{"age: Er staat geen grens voor de leeftijd."});
  CHECK(told(make_search("zingen"), "Zingen voor niets").empty());
}

TEST_CASE("what is known of a hit and what is not are all the filters, and never both") {
  const Names filters = {"attendance=in_person",
                         "attendance=phone",
                         "day=MO",
                         "dayPart=morning",
                         "groupSize=open_group",
                         "language=nl",
                         "place=Nijmegen",
                         "maxCost=5",
                         "age=70"};
  const std::set<std::string> asked = {"attendance", "day",   "dayPart", "groupSize",
                                       "language",   "place", "maxCost", "age"};
  const SearchAnswer answer = search(demo_engine(), make_search("", filters));
  REQUIRE_FALSE(answer.hits.empty());
  for (const Hit& hit : answer.hits) {
    INFO(hit.activity.name);
    std::set<std::string> told;
    for (const engine::KnownFact& fact : hit.known)
      told.insert(fact.filter);
    for (const engine::UnknownFact& fact : hit.unknown)
      told.insert(fact.filter);
    CHECK(told == asked);
    CHECK(hit.known.size() + hit.unknown.size() == asked.size());
  }
}

TEST_CASE("an age asks for who may come, a need of access for where one can come") {
  const ScratchFolder folder;
  const auto engine = engine_of(
      folder, {make_record(10, "Jong", "Koken.", R"(, "minimum_age": 18, "maximum_age": 30)"),
               make_record(11, "Oud", "Koken.", R"(, "minimum_age": 55)"),
               make_record(12, "Ieder", "Koken.", kWheelchair)});
  CHECK(ids_of(search(*engine, make_search("koken", {"age=70"}))).size() == 2);
  CHECK(ids_of(search(*engine, make_search("koken", {"age=20"}))).size() == 2);
  SearchRequest request = make_search("koken", {"access=wheelchair"});
  request.unknowns = engine::Unknowns::kDrop;
  CHECK(names_of(search(*engine, request)) == Names{"Ieder"});
}

TEST_CASE("a day and a part of the day are asked of one meeting") {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, {make_record(10, "Twee keer", "Koken.",
                                                     R"(, "schedules": [
      {"id": "a", "freq": "WEEKLY", "byday": "MO", "dtstart": "2026-09-07", "opens_at": "10:00", "closes_at": "12:00"},
      {"id": "b", "freq": "WEEKLY", "byday": "TH", "dtstart": "2026-09-03", "opens_at": "19:30", "closes_at": "21:30"}])")});
  CHECK(search(*engine, make_search("", {"day=MO", "dayPart=morning"})).total == 1);
  CHECK(search(*engine, make_search("", {"day=TH", "dayPart=evening"})).total == 1);
  CHECK(search(*engine, make_search("", {"day=MO", "dayPart=evening"})).total == 0);
  CHECK(search(*engine, make_search("", {"day=TU"})).total == 0);
}

TEST_CASE("what is known to meet on another day is left out, whatever else is asked") {
  const Names filters = {"day=MO", "dayPart=evening"};
  const SearchAnswer answer = search(demo_engine(), make_search("", filters));
  for (const Hit& hit : answer.hits) {
    INFO(hit.activity.name);
    CHECK((hit.unknown.empty() || hit.next_sessions.empty()));
  }
  SearchRequest known = make_search("", filters);
  known.unknowns = engine::Unknowns::kDrop;
  const SearchAnswer only_known = search(demo_engine(), known);
  for (const char* const day : {"MO", "WE", "SA"}) {
    SearchRequest other = make_search("", {std::string("day=") + day, "dayPart=evening"});
    other.unknowns = engine::Unknowns::kDrop;
    const Facet& facet = facet_of(only_known, "day");
    const auto value = std::find_if(facet.values.begin(), facet.values.end(),
                                    [day](const FacetValue& entry) { return entry.value == day; });
    INFO(day);
    CHECK((value == facet.values.end() ? 0 : value->count) == total_of(other));
  }
  for (const char* const part : {"morning", "evening"}) {
    SearchRequest other = make_search("", {"day=MO", std::string("dayPart=") + part});
    other.unknowns = engine::Unknowns::kDrop;
    const Facet& facet = facet_of(only_known, "dayPart");
    const auto value =
        std::find_if(facet.values.begin(), facet.values.end(),
                     [part](const FacetValue& entry) { return entry.value == part; });
    INFO(part);
    CHECK((value == facet.values.end() ? 0 : value->count) == total_of(other));
  }
}

TEST_CASE("which words may be missing is told by what the place leaves") {
  const ScratchFolder folder;
  const auto engine = engine_of(
      folder,
      {make_record(10, "Koffie en zingen", "Koffie en zingen.", held_in("Weert", "6001 AA")),
       make_record(11, "Koffie", "Koffie.", held_in("Venlo", "5911 AA"))});
  const SearchAnswer answer = search(*engine, make_search("koffie zingen in Venlo"));
  REQUIRE(names_of(answer) == Names{"Koffie"});
  CHECK(answer.hits.front().missing_words == Names{"zingen"});
}

TEST_CASE("places are read in the text: names, postcodes, with and without a preposition") {
  CHECK(place_names("koffie in Nijmegen") == Names{"Nijmegen"});
  CHECK(place_names("koffie nijmegen") == Names{"Nijmegen"});
  CHECK(place_names("wandelen in de buurt van horst aan de maas") == Names{"Horst aan de Maas"});
  CHECK(place_names("koffie berg-en-dal") == Names{"Berg en Dal"});
  CHECK(place_names("koffie 6511 AB") == Names{"6511 Nijmegen"});
  CHECK(place_names("koffie 6511ab") == Names{"6511 Nijmegen"});
  CHECK(place_names("Venlo of Weert") == Names{"Venlo", "Weert"});
  CHECK(place_names("koffie").empty());
}

TEST_CASE(
    "a place that is an ordinary word counts with a capital, behind a preposition or at the end") {
  CHECK(place_names("koffie in beek") == Names{"Beek"});
  CHECK(place_names("Beek koffie") == Names{"Beek"});
  CHECK(place_names("koffie beek") == Names{"Beek"});
  CHECK(place_names("beek schoonmaken").empty());
  CHECK(place_names("heel graag koffie").empty());
  CHECK(place_names("wandelen door de velden").empty());
  CHECK(place_names("zeggen wat ik voel en heel").empty());
  CHECK(place_names("koffie, niet in Nijmegen").empty());
}

TEST_CASE("a place keeps what is held there and what comes there") {
  const ScratchFolder folder;
  const auto engine = engine_of(
      folder,
      {make_record(10, "Koffie in Venlo", "Koffie in het wijkhuis.", held_in("Venlo", "5911 AA")),
       make_record(11, "Koffie in Weert", "Koffie in het wijkhuis.", held_in("Weert", "6001 AA")),
       make_record(12, "Koffie thuis", "Wij komen bij u thuis voor koffie.",
                   R"(, "service_areas": [{"id": "a", "name": "Venlo", "extent": "Gemeente"}])"),
       make_record(13, "Koffie elders", "Wij komen bij u thuis voor koffie.",
                   R"(, "service_areas": [{"id": "a", "name": "Weert", "extent": "Gemeente"}])"),
       make_record(14, "Bellen", "Koffie met de telefoon: wij bellen u elke week."),
       make_record(15, "Koffie in Roermond", "Koffie in het wijkhuis, of kijk online mee.",
                   held_in("Roermond", "6041 AA"))});
  const Names found = names_of(search(*engine, make_search("koffie in Venlo")));
  CHECK(
      std::set<std::string>(found.begin(), found.end())
      == std::set<std::string>{"Koffie in Venlo", "Koffie thuis", "Bellen", "Koffie in Roermond"});
  SearchRequest only_known = make_search("koffie in Venlo");
  only_known.unknowns = engine::Unknowns::kDrop;  // whether one may look on from Venlo is not known
  CHECK(search(*engine, only_known).total == 3);
  const SearchAnswer everywhere = search(*engine, make_search("koffie in Venlo", {"place=*"}));
  REQUIRE(everywhere.total == 6);
  CHECK(everywhere.hits[0].missing_words.empty());
  CHECK(everywhere.hits[1].missing_words == Names{"Venlo"});
  CHECK(search(*engine, make_search("koffie", {"place=Weert"})).total == 4);
}

TEST_CASE("a radius is measured around the place") {
  const int near = total_of(make_search("", {"place=6511", "radiusKm=3"}));
  const int far = total_of(make_search("", {"place=6511", "radiusKm=30"}));
  CHECK(near > 0);
  CHECK(near < far);
  for (const Hit& hit : search(demo_engine(), make_search("", {"place=6511", "radiusKm=3"})).hits) {
    const bool comes = hit.activity.attendance.bits != 1U || hit.activity.venue_city.empty();
    if (hit.distance && !comes) CHECK(hit.distance->value <= 3'000);
  }
}

TEST_CASE("every fault of a search is told at once, with what would do") {
  CHECK(
      problems_of(demo_engine(), make_search("", {"colour=red", "attendance=maybe", "age=old",
                                                  "maxCost=-1", "place=Atlantis"}))
      == Names{"unknown_value", "bad_number", "bad_number", "unknown_place", "unknown_parameter"});
  for (const char* const filter : {"place=6511 Amsterdam", "language=--", "language=klingons"}) {
    INFO(filter);
    CHECK(problems_of(demo_engine(), make_search("", {filter})).size() == 1);
  }
  const auto day = demo_engine().search(make_search("", {"day=zondag"}));
  CHECK(day.error().front().text.nl == "Kies voor day: MO, TU, WE, TH, FR, SA, SU.");
  CHECK(problems_of(demo_engine(), make_search("", {"radiusKm=5"})) == Names{"no_place"});
  SearchRequest by_distance = make_search("koffie");
  by_distance.order = engine::SearchOrder::kDistance;
  CHECK(problems_of(demo_engine(), by_distance) == Names{"no_place"});
  CHECK(search(demo_engine(), make_search("koffie Venlo", {"radiusKm=5"})).total > 0);
}

}  // namespace kring::tests
