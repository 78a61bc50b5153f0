// On what terms is one activity given, in each of its forms?
#include <string>

#include <catch2/catch.hpp>

#include "tests/service/open_rooms.h"

namespace kring::service::tests {
namespace {

using catalog::Json;

const catalog::SourceTerms kTerms{.source = "bron",
                                  .publisher = {},
                                  .licence = "https://creativecommons.org/licenses/by/4.0/",
                                  .attribution = "Bron: Sociale kaart"};

Response get(const OpenRooms& open, const std::string& type) {
  return open.rooms().get("/v1/activities/" + std::string(kEatingClub), {{"Accept", type}});
}

Response get_page(const OpenRooms& open) {
  return open.rooms().get("/activiteiten/" + std::string(kEatingClub));
}

}  // namespace

TEST_CASE("every form of an activity names the licence and attribution of its source") {
  OpenRooms open;
  open.import(make_services(), kTerms);
  const Json json = *catalog::parse_json(get(open, "application/json").body);
  CHECK(json["data_source"]
        == Json(Json::Object{{"name", "bron"},
                             {"publisher", Json()},
                             {"licence", kTerms.licence},
                             {"attribution", kTerms.attribution}}));
  const Json linked = *catalog::parse_json(get(open, "application/ld+json").body);
  CHECK(linked["license"] == Json(kTerms.licence));
  CHECK(linked["creditText"] == Json(kTerms.attribution));
  CHECK(get(open, "text/calendar").body.find(kTerms.attribution) != std::string::npos);
  const std::string page = get_page(open).body;
  CHECK(page.find("<p class=\"hint\" dir=\"auto\">Bron: Sociale kaart</p>") != std::string::npos);
  CHECK(page.find("href=\"" + kTerms.licence) != std::string::npos);
}

TEST_CASE(
    "what may not be passed on is no linked data; it is shown, and goes into one's calendar") {
  OpenRooms open;
  catalog::SourceTerms closed = kTerms;
  closed.may_pass_on = catalog::Answer::kNo;
  open.import(make_services(), closed);
  const Response refused = get(open, "application/ld+json");
  CHECK(refused.status == 406);
  CHECK(refused.body.find("not_passed_on") != std::string::npos);
  CHECK(get(open, "application/json").status == 200);
  CHECK(get(open, "text/calendar").status == 200);
  const Response page = get_page(open);
  CHECK(page.status == 200);
  CHECK(page.body.find("Eetclub") != std::string::npos);
  CHECK(page.body.find("application/ld+json") == std::string::npos);
}

}  // namespace kring::service::tests
