// Does a record that is asked for by its id come with what its text tells?
#include "engine/found_activity.h"

#include <catch2/catch.hpp>

#include "tests/engine/demo_world.h"
#include "tests/engine/search_world.h"

namespace kring::tests {
namespace {

using catalog::Json;

engine::FoundActivity find_activity(const std::string& name, const std::string& description) {
  const ScratchFolder folder;
  const auto engine = engine_of(folder, {make_record(1, name, description)});
  const engine::SearchAnswer answer = search(*engine, make_search(""));
  REQUIRE(answer.hits.size() == 1);
  const auto found = engine->find_activity(answer.hits.front().activity.id);
  REQUIRE(found);
  return *found;
}

/// The answer to GET /v1/activities/{id} of a record with this name and text.
Json find_record(const std::string& name, const std::string& description) {
  return to_json(find_activity(name, description));
}

}  // namespace

TEST_CASE("whom alone a text lets in comes with the record, and nothing where it keeps none out") {
  CHECK(find_record("Vrouwencafé", "Elke week koffie.")["only_for"].string() == "women");
  CHECK(find_record("Koken", "Alleen voor mannen.")["only_for"].string() == "men");
  CHECK(find_record("Koffie", "Voor vrouwen en mannen.")["only_for"].is_null());
}

TEST_CASE("the days off that its texts tell come with the record, by the text") {
  const auto days_off = find_activity("Koffie", "Elke week, niet op feestdagen.").days_off;
  REQUIRE(days_off.size() == 1);
  CHECK(days_off.begin()->first == "Elke week, niet op feestdagen.");
  CHECK(days_off.begin()->second.has_public_holidays);
  CHECK(find_activity("Koffie", "Elke week.").days_off.empty());
}

TEST_CASE("the languages that a text names come with the record") {
  const Json named = find_record("Koffie", "Wij spreken Turks en Nederlands.");
  REQUIRE(named["spoken"].array().size() == 2);
  CHECK(find_record("Koffie", "Elke week.")["spoken"].is_null());
}

TEST_CASE("a price that only the text tells comes with the record") {
  CHECK(find_record("Koffie", "Koffie drinken kost 1,50 per keer.")["told_cost"].number() == 1.5);
  CHECK(find_record("Koffie", "Elke week.")["told_cost"].is_null());
}

TEST_CASE("the language of its own words comes with the record, and nothing of another language") {
  CHECK(find_record("Coffee", "Elke week samen koffie drinken.")["written_in"].string() == "nl");
  CHECK(find_record("Koffie", "Every week we drink coffee with the neighbours.")["written_in"]
            .string()
        == "en");
  CHECK(find_record("Koffie", "Щотижня ми п'ємо каву разом із сусідами у дворі.")["written_in"]
            .is_null());
  CHECK(find_record("Koffieochtend", "")["written_in"].string() == "nl");
}

}  // namespace kring::tests
