// Where does an activity serve, as its fields and its text tell?

#include "indexer/language/areas.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "indexer/language/regions.h"
#include "tests/indexer/annotated.h"

namespace kring::tests {

using catalog::Activity;

TEST_CASE("the served area is read from the text where the record states none") {
  const auto areas_of = [](const std::string& text) {
    return annotate(described(text)).told_areas;
  };
  using Lists = std::vector<std::string>;
  CHECK(areas_of("Voor inwoners van Weert en Nederweert.") == Lists{"Weert en Nederweert"});
  CHECK(areas_of("Voor ouderen die wonen in de gemeente Horst aan de Maas, vanaf 65 jaar.").size()
        == 1);
  CHECK(areas_of("Werkgebied: Bergen, Gennep en Mook en Middelaar.")
        == Lists{"Bergen, Gennep en Mook en Middelaar"});
  CHECK(areas_of("Voor inwoners van Venlo en verder landelijk.").empty());
  CHECK(areas_of("Voor inwoners van alle leeftijden.").empty());
  Activity stated = described("Voor inwoners van Weert.");
  stated.areas = {{"Venlo", "Gemeente"}};
  CHECK(annotate(stated).told_areas.empty());
}

TEST_CASE("what the table of places lacks lies where the places beside it do") {
  const auto place = [](int postcode4, const std::string& name, const std::string& municipality) {
    return catalog::Place{postcode4, name, municipality, {}, {51.2, 5.8}};
  };
  const catalog::Places table({place(6097, "Heel", "Maasgouw"),
                               place(6051, "Maasbracht", "Maasgouw"),
                               place(6001, "Weert", "Weert")});
  const indexer::AreaReader reader(table);
  const auto areas_of = [&reader](const std::vector<std::string>& names) {
    Activity activity = described("");
    for (const std::string& name : names)
      activity.areas.push_back({name, ""});
    return reader.areas_of(activity, {});
  };
  using indexer::Area;
  using indexer::AreaKind;
  const Area within{indexer::area_hash_of("Maasgouw"), AreaKind::kWithin};
  CHECK(areas_of({"Heel", "Maasbracht", "Ohé en Laak"})[2] == within);
  CHECK(areas_of({"Heel", "Ohé en Laak"})[1] == within);
  CHECK(areas_of({"Ohé en Laak", "Heel"})[0] == Area{});
  CHECK(areas_of({"Weert", "Verweg"})
        == std::vector<Area>{{indexer::area_hash_of("Weert"), AreaKind::kNamed}});
  CHECK(areas_of({"Weert", "regio Verweg"})[1] == Area{});
  CHECK(areas_of({"Nijmegen e.o."})[0] == Area{});
}

TEST_CASE("a province or region is all its municipalities") {
  const catalog::Places table({{6001, "Weert", "Weert", {}, {51.2, 5.7}},
                               {4541, "Sluiskil", "Terneuzen", {}, {51.3, 3.8}},
                               {3511, "Utrecht", "Utrecht", {}, {52.1, 5.1}}});
  const indexer::AreaReader reader(table);
  using indexer::Area;
  using indexer::AreaKind;
  const auto serves = [&reader](const std::vector<std::string>& names,
                                const std::vector<std::string>& told, const char* municipality) {
    Activity activity = described("");
    for (const std::string& name : names)
      activity.areas.push_back({name, ""});
    const std::vector<Area> areas = reader.areas_of(activity, told);
    const Area wanted{indexer::area_hash_of(municipality), AreaKind::kNamed};
    return std::find(areas.begin(), areas.end(), wanted) != areas.end();
  };
  CHECK(serves({"Limburg"}, {}, "Weert"));
  CHECK(serves({"Provincie Limburg"}, {}, "Weert"));
  CHECK(serves({"Noord-Limburg", "Midden-Limburg"}, {}, "Weert"));
  CHECK_FALSE(serves({"Noord-Limburg"}, {}, "Weert"));
  CHECK(serves({"de regio Zeeuws-Vlaanderen"}, {}, "Terneuzen"));
  CHECK(serves({}, {"Zeeuws-Vlaanderen en Walcheren"}, "Terneuzen"));
  CHECK_FALSE(serves({"Limburg"}, {}, "Terneuzen"));
  CHECK(serves({"Provincie Utrecht"}, {}, "Zeist"));
  CHECK_FALSE(serves({"Utrecht"}, {}, "Zeist"));  // the city
}

TEST_CASE("the provinces hold every municipality once") {
  std::vector<std::uint64_t> all;
  std::size_t held = 0;
  for (const char* province : {"provincie groningen", "friesland", "drenthe", "overijssel",
                               "flevoland", "gelderland", "provincie utrecht", "noord-holland",
                               "zuid-holland", "zeeland", "noord-brabant", "limburg"}) {
    const auto& municipalities = indexer::municipalities_of_region(province);
    held += municipalities.size();
    all.insert(all.end(), municipalities.begin(), municipalities.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  static constexpr std::size_t kMunicipalities = 342;  // since 2023
  static constexpr std::size_t kOtherNames = 4;  // Den Haag, Den Bosch, Nuenen, De Friese Meren
  CHECK(held == kMunicipalities + kOtherNames);
  CHECK(all.size() == held - 1);  // Bergen is in Limburg and in Noord-Holland
}

TEST_CASE("a district of a record without a site lies where its organisation says it is") {
  const auto place = [](int postcode4, const std::string& name, const std::string& municipality) {
    return catalog::Place{postcode4, name, municipality, {}, {51.2, 5.8}};
  };
  const catalog::Places table({place(9711, "Groningen", "Groningen"), place(5684, "Best", "Best"),
                               place(9471, "Zuidlaren", "Tynaarlo")});
  const indexer::AreaReader reader(table);
  const auto area_for = [&reader](const std::string& about_owner) {
    Activity activity = described("");
    activity.organization.description = about_owner;
    activity.areas = {{"Helpman", ""}};
    return reader.areas_of(activity, {}).front();
  };
  using indexer::Area;
  const Area within{indexer::area_hash_of("Groningen"), indexer::AreaKind::kWithin};
  CHECK(area_for("Wij doen ons best voor ouderen in Groningen-Zuid") == within);
  CHECK(area_for("Voor ouderen in Groningen en Zuidlaren") == Area{});
  CHECK(area_for("Voor ouderen") == Area{});
}

TEST_CASE("told areas are those that the table of places has") {
  const catalog::Places places({{.postcode4 = 6001,
                                 .name = "Weert",
                                 .municipality = "Weert",
                                 .municipality_code = {},
                                 .point = {51.2, 5.7}},
                                {.postcode4 = 5961,
                                 .name = "Horst",
                                 .municipality = "Horst aan de Maas",
                                 .municipality_code = {},
                                 .point = {51.4, 6.0}}});
  const indexer::AreaReader reader(places);
  const auto areas = reader.areas_of(described(""), {"Weert, Horst aan de Maas en Nergenshuizen"});
  REQUIRE(areas.size() == 2);
  CHECK(areas[0] == indexer::Area{indexer::area_hash_of("Weert"), indexer::AreaKind::kNamed});
  CHECK(areas[1]
        == indexer::Area{indexer::area_hash_of("Horst aan de Maas"), indexer::AreaKind::kNamed});
}

}  // namespace kring::tests
