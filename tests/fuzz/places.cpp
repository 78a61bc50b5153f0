// Is any table of postcodes read, or refused, with every row accounted for?

#include <algorithm>
#include <cmath>

#include "catalog/formats/place_rows.h"
#include "catalog/json.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {
namespace {

bool is_before(const catalog::Place& left, const catalog::Place& right) {
  return left.postcode4 < right.postcode4;
}

}  // namespace

void read(std::string_view bytes) {
  const auto table = catalog::formats::read_place_rows({"places.csv", std::string(bytes)});
  if (!table) return;
  expect(table->read == table->rows.size() + table->folded + table->rejected.size(),
         "every row is taken, folded or rejected");
  expect(std::is_sorted(table->rows.begin(), table->rows.end(), is_before), "rows by postcode");
  for (const catalog::Place& place : table->rows) {
    expect(place.postcode4 >= 1'000 && place.postcode4 <= 9'999, "a postcode has four digits");
    expect(catalog::parse_json(write_json(catalog::Json(place.name))).has_value(),
           "a name can be written as JSON");
    expect(std::abs(place.point.latitude) <= 90 && std::abs(place.point.longitude) <= 180,
           "a point lies on the earth");
  }
}

}  // namespace kring::fuzz
