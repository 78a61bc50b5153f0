// How do tables of postcodes become places?
#include "catalog/formats/place_rows.h"

#include <string>

#include <catch2/catch.hpp>

#include "catalog/demo/demo_data.h"
#include "tests/catalog/scratch.h"

namespace kring::tests {
namespace {

using catalog::Place;
using catalog::Result;
using catalog::formats::PlaceRows;
using catalog::formats::read_place_rows;

PlaceRows read(const std::string& bytes) {
  Result<PlaceRows> rows = read_place_rows({"places.csv", bytes});
  REQUIRE(rows);
  return std::move(rows).value();
}

const Place kAssen{9401, "Assen", "Assen", "GM0106", {52.9939, 6.5625}, false};

}  // namespace

TEST_CASE("the demo's own columns are read whole") {
  const PlaceRows rows = read(std::string(catalog::demo_places()));
  CHECK(rows.rows.size() == rows.read);
  CHECK(rows.rejected.empty());
  CHECK(rows.rows.front().municipality_code.starts_with("GM"));
}

TEST_CASE("GeoNames as CSV gives municipality and code without the extra words") {
  const std::string header =
      "country_code,zipcode,place,state,state_code,province,province_code,community,community_code,"
      "latitude,longitude\n";
  const PlaceRows rows = read(header + "NL,9401,Assen,Drenthe,01,Assen Municipality,0106,,,52.9939,6.5625\r\n"
                              "NL,2511,\"Den Haag\",South Holland,11,Gemeente Den Haag,0518,,,52.07,4.31\n");
  CHECK(rows.rows
        == std::vector<Place>{{2511, "Den Haag", "Den Haag", "GM0518", {52.07, 4.31}, false},
                              kAssen});
}

TEST_CASE("GeoNames' own table needs no header") {
  const PlaceRows rows = read(
      "NL\t9401\tAssen\tDrenthe\t01\tAssen\t0106\t\t\t52.9939\t6.5625\t6\n"
      "NL\t9401 AB\tRolde\tDrenthe\t01\tAa en Hunze\t1680\t\t\t52.99\t6.6\t6\n");
  CHECK(rows.rows == std::vector<Place>{kAssen});
  CHECK(rows.folded == 1);
}

TEST_CASE("bad rows are named by line and column") {
  const PlaceRows rows = read(
      "postcode4,place,municipality,municipality_code,latitude,longitude\n9401,Assen,Assen,GM0106,"
      "52.9939,6.5625\n"
      "94,Assen,Assen,GM0106,52.9,6.5\n\n9402,Assen,Assen,GM0106,noord,6.5\n9403,Assen\n");
  CHECK(rows.read == 4);
  CHECK(rows.rows == std::vector<Place>{kAssen});
  REQUIRE(rows.rejected.size() == 3);
  CHECK(rows.rejected[0].record == "places.csv:3");
  CHECK(rows.rejected[0].problem.pointer == "/postcode4");
  CHECK(rows.rejected[1].record == "places.csv:5");
  CHECK(rows.rejected[1].problem.pointer == "/latitude");
  CHECK_THAT(rows.rejected[1].problem.text.nl, Catch::Contains("regel 5, kolom latitude"));
}

TEST_CASE(
    "a name that is no UTF-8 is rejected where it stands: the index could not be read again") {
  const PlaceRows rows = read(
      "postcode4,place,municipality,latitude,longitude\n9401,Assen,Assen,52.9939,6.5625\n"
      "9402,\xd6osterhaule,Assen,52.9,6.5\n9403,Assen,A\x01ssen,52.9,6.5\n");
  REQUIRE(rows.rejected.size() == 2);
  CHECK(rows.rejected[0].problem.pointer == "/place");
  CHECK(rows.rejected[1].problem.pointer == "/municipality");
}

TEST_CASE("every row is accounted for, also of two that a carriage return parts within a line") {
  const PlaceRows rows = read(
      "postcode4,place,latitude,longitude\n9401,Assen,52.9939,6.5625\n"
      "9402,Assen,noord,6.5\r9403,Assen,zuid,6.5\n");
  CHECK(rows.read == 3);
  CHECK(rows.rejected.size() == 2);
}

TEST_CASE("other tables, other countries, nothing and an open quote are problems of the whole") {
  const auto code_of = [](const std::string& bytes) {
    const Result<PlaceRows> rows = read_place_rows({"places.csv", bytes});
    REQUIRE(!rows);
    return rows.error().front().code;
  };
  CHECK(code_of("") == "unknown_table");
  CHECK(code_of("a,b\n1,2\n") == "unknown_table");
  CHECK(code_of("zipcode,latitude,longitude,country_code\n1000,50.8,4.3,BE\n") == "no_places");
  CHECK(code_of("postcode4,latitude,longitude\n\"9401,52,6\n") == "unreadable_table");
}

TEST_CASE("the whole of GeoNames' Netherlands is read") {
  const auto shared = shared_folder("GeoNames' postcodes");
  if (!shared) return;
  const std::string path = *shared + "/feeds/geonames-postcodes/zipcodes.nl.csv";
  REQUIRE(std::filesystem::exists(path));
  const PlaceRows rows = read(read_file(path));
  CHECK(rows.read == 4334);
  CHECK(rows.rows.size() == 4086);
  CHECK(rows.folded == 248);
  CHECK(rows.rejected.empty());
}

}  // namespace kring::tests
