// Does the change feed tell every change once, in order, and how long a page may be kept?
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/service/open_rooms.h"

namespace kring::service::tests {
namespace {

using catalog::Json;

const catalog::SourceTerms kTerms{.source = "bron",
                                  .publisher = {},
                                  .licence = "https://creativecommons.org/licenses/by/4.0/",
                                  .attribution = {}};

std::string header(const Response& response, const char* name) {
  return std::string(find_header(response.headers, name).value_or(""));
}

std::string many_services(int count) {
  std::string feed = "[";
  for (int i = 0; i < count; ++i) {
    feed += (i == 0 ? "" : ",") + std::string(R"({"id":"s)") + std::to_string(i)
            + R"(","name":"x","status":"active"})";
  }
  return feed + "]";
}

/// What follows "afterChangeNumber=" in the address of the next page.
std::string next_number(const Json& page) {
  const std::string next(*page["next"].string());
  return next.substr(next.find('=') + 1);
}

}  // namespace

TEST_CASE("every change stands in the feed once, up to an empty page that names itself") {
  OpenRooms open;
  open.import(many_services(1'100), kTerms);
  std::size_t items = 0;
  std::int64_t last = 0;
  std::string after = "0";
  for (int pages = 0; pages < 10; ++pages) {
    const Json page = open.read("/rpde/activities?afterChangeNumber=" + after);
    for (const Json& item : page["items"].array()) {
      CHECK(*item["modified"].integer() > last);
      last = *item["modified"].integer();
      ++items;
    }
    if (page["items"].array().empty()) {
      CHECK(next_number(page) == after);
      break;
    }
    after = next_number(page);
  }
  CHECK(items == 1'100);
  CHECK(open.read("/rpde/activities") == open.read("/rpde/activities?afterChangeNumber=0"));
}

TEST_CASE("what was removed is told as deleted, without data") {
  OpenRooms open;
  open.import(make_services(), kTerms);
  const std::string after = next_number(open.read("/rpde/activities"));
  open.import(
      R"([{"id": "22222222-2222-4222-8222-222222222222", "name": "Wandelen in de wijk", "status": "active"}])",
      kTerms);
  const Json page = open.read("/rpde/activities?afterChangeNumber=" + after);
  REQUIRE(page["items"].array().size() == 3);
  std::size_t deleted = 0;
  for (const Json& item : page["items"].array()) {
    CHECK(item["kind"] == Json("Activity"));
    if (item["state"] != Json("deleted")) {
      CHECK(item["data"]["name"] == Json("Wandelen in de wijk"));
      continue;
    }
    ++deleted;
    CHECK(item.find("data") == nullptr);
  }
  CHECK(deleted == 2);
}

TEST_CASE("a source that may no longer be passed on disappears from those who follow") {
  OpenRooms open;
  open.import(make_services(), kTerms);
  const std::string after = next_number(open.read("/rpde/activities"));
  catalog::SourceTerms closed = kTerms;
  closed.may_pass_on = catalog::Answer::kNo;
  open.import(make_services(), closed);
  const Json page = open.read("/rpde/activities?afterChangeNumber=" + after);
  CHECK(page["items"].array().size() == 3);
  for (const Json& item : page["items"].array())
    CHECK(item["state"] == Json("deleted"));
  CHECK(open.read("/rpde/terms")["sources"].array().empty());
}

TEST_CASE("a page with items may be kept an hour, the last one eight seconds") {
  OpenRooms open;
  open.import(make_services(), kTerms);
  CHECK(header(open.rooms().get("/rpde/activities"), "Cache-Control") == "public, max-age=3600");
  CHECK(header(open.rooms().get("/rpde/activities?afterChangeNumber=999999"), "Cache-Control")
        == "public, max-age=8");
  CHECK(open.read("/rpde/activities")["license"]
        == Json("https://creativecommons.org/licenses/by/4.0/"));
}

TEST_CASE("sources with different licences are told apart by the feed's terms") {
  OpenRooms open;
  open.import(make_services(), kTerms);
  open.import(R"([{"id": "x", "name": "Schaken", "status": "active"}])",
              {.source = "club", .publisher = {}, .licence = {}, .attribution = {}});
  const Json page =
      catalog::parse_json(open.rooms().get("/rpde/activities", {{"Host", "h"}}).body).value();
  CHECK(page["license"] == Json("http://h/rpde/terms"));
  CHECK(open.read("/rpde/terms")["sources"].array().size() == 2);
}

TEST_CASE("a change number that is none is refused") {
  OpenRooms open;
  open.import(make_services(), kTerms);
  for (const char* query : {"afterChangeNumber=-1", "afterChangeNumber=x",
                            "afterChangeNumber=", "afterChangeNumber=1&afterChangeNumber=2",
                            "afterTimestamp=1", "afterChangeNumber=99999999999999999999"}) {
    INFO(query);
    CHECK(open.rooms().get("/rpde/activities?" + std::string(query)).status == 400);
  }
}

}  // namespace kring::service::tests
