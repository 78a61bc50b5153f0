// Are places told apart, and does each have a postcode in its middle?
#include "engine/known_places.h"

#include <vector>

#include <catch2/catch.hpp>

namespace kring::engine {
namespace {

catalog::Place make_place(int postcode4,
                          const char* name,
                          const char* municipality,
                          catalog::Point point) {
  catalog::Place place;
  place.postcode4 = postcode4;
  place.name = name;
  place.municipality = municipality;
  place.point = point;
  return place;
}

}  // namespace

TEST_CASE("places of one name in two municipalities are two") {
  const catalog::Places places({make_place(6573, "Beek", "Berg en Dal", {51.83, 5.93}),
                                make_place(7037, "Beek", "Montferland", {51.91, 6.19})});
  const auto known = list_known_places(places);
  CHECK(known
        == std::vector<KnownPlace>{{"Beek", "Berg en Dal", 6573},
                                   {"Beek", "Montferland", 7037},
                                   {"Berg en Dal", "Berg en Dal", 6573},
                                   {"Montferland", "Montferland", 7037}});
}

TEST_CASE("a place has the postcode that lies most in its middle, whatever its neighbours have") {
  const catalog::Places places(
      {make_place(1001, "A", "M", {52.0, 5.0}), make_place(1002, "A", "M", {52.1, 5.0}),
       make_place(1003, "A", "M", {52.3, 5.0}), make_place(1009, "M", "M", {53.0, 5.0})});
  CHECK(list_known_places(places) == std::vector<KnownPlace>{{"A", "M", 1002}, {"M", "M", 1009}});
}

TEST_CASE("a row that was learned of addresses has no name, and is no place") {
  CHECK(list_known_places(catalog::Places({make_place(1001, "", "", {52.0, 5.0})})).empty());
  CHECK(list_known_places({}).empty());
}

}  // namespace kring::engine
