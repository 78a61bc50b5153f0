// Does a running service follow its catalogue with the real engine?
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

#include <catch2/catch.hpp>

#include "catalog/demo/demo_data.h"
#include "catalog/formats/formats.h"
#include "catalog/formats/place_rows.h"
#include "catalog/json.h"
#include "catalog/store/store.h"
#include "service/commands/catalog_follower.h"
#include "service/commands/demo_setup.h"
#include "service/engine_matcher.h"
#include "tests/service/running_server.h"
#include "tests/service/socket_client.h"

namespace kring::service::tests {
namespace {

constexpr std::size_t kRecords = 40;  ///< of the demo: few, so that the test is quick
const catalog::Author kAuthor{"test", "a test", "2026-11-23T11:00:00Z"};

/// The first records of a demo catalogue.
std::string take_records(std::string_view records) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < kRecords; ++i)
    end = records.find('\n', end) + 1;
  return std::string(records.substr(0, end));
}

/// A small catalogue of the demo, indexed, in a folder that goes with the test.
class DemoPlace {
 public:
  DemoPlace()
      : root_(std::filesystem::temp_directory_path()
              / ("kring-follow-" + std::to_string(::getpid()))),
        folder_(open_demo_folder(root_)) {
    auto store = catalog::ActivityStore::open(folder_.catalog, catalog::OpenMode::kCreateIfMissing);
    const auto places =
        catalog::formats::read_place_rows({"places.csv", std::string(catalog::demo_places())});
    REQUIRE(places);
    store.put_places(places->rows, kAuthor);
    const catalog::DemoCatalogue demo = catalog::demo_catalogues().front();
    const std::vector<catalog::FeedFile> files{
        {std::string(demo.file_name), take_records(demo.records)}};
    const auto session =
        store.begin_import({std::string(demo.source), catalog::Completeness::kComplete,
                            catalog::ImportMode::kWrite, kAuthor});
    REQUIRE(catalog::find_format("hsds")->read(files, *session));
    REQUIRE(session->finish().added == kRecords);
    follow();
  }
  ~DemoPlace() { std::filesystem::remove_all(root_); }
  DemoPlace(const DemoPlace&) = delete;
  DemoPlace& operator=(const DemoPlace&) = delete;
  DemoPlace(DemoPlace&&) = delete;
  DemoPlace& operator=(DemoPlace&&) = delete;

  [[nodiscard]] const DemoFolder& folder() const { return folder_; }

  bool follow(const Clock& clock = make_fixed_clock(), const std::stop_token& stop = {}) {
    return follow_catalog({folder_.catalog, folder_.index, clock}, stop, make_stream_log(log_));
  }

  /// A new revision.
  void change_catalogue() const {
    auto store = catalog::ActivityStore::open(folder_.catalog, catalog::OpenMode::kReadWrite);
    catalog::Place place;
    place.postcode4 = 9999;
    place.name = "Stitswerd";
    place.point = {53.35, 6.59};
    store.put_places({place}, kAuthor);
  }

 private:
  std::filesystem::path root_;
  DemoFolder folder_;
  std::ostringstream log_;
};

std::int64_t ask_revision(SocketClient& client) {
  client.send(make_request_text("/health/ready"));
  const auto ready = catalog::parse_json(body_of(client.read_response()));
  REQUIRE(ready);
  return (*ready)["versions"]["index"].integer().value_or(0);
}

}  // namespace

TEST_CASE("the example profile is answered by the real engine, twice with the same bytes") {
  const DemoPlace demo;
  RunningServer running(make_index_source(demo.folder().index));
  SocketClient client(running.address());
  const std::string request = make_request_text("/v1/matches?limit=5", catalog::demo_profile());
  client.send(request);
  const std::string first(body_of(client.read_response()));
  client.send(request);
  CHECK(body_of(client.read_response()) == first);
  const auto answer = catalog::parse_json(first);
  REQUIRE(answer);
  CHECK_FALSE((*answer)["portfolio"].array().empty());
  REQUIRE_FALSE((*answer)["matches"].array().empty());
  const auto id = (*answer)["matches"].array().front()["activity"]["id"].string();
  client.send(make_request_text("/v1/activities/" + std::string(id.value())));
  CHECK(status_of(client.read_response()) == 200);
  client.send(make_request_text("/v1/concepts"));
  CHECK(status_of(client.read_response()) == 200);
}

TEST_CASE("where danger is heard, the organisation's own contacts stand before the national ones") {
  const DemoPlace demo;
  const auto matcher =
      open_engine_matcher(demo.folder().index, {{"Crisisdienst regio", "024-000 00 00"}});
  engine::Profile profile;
  profile.date = catalog::parse_date("2026-11-23");
  CHECK_FALSE(matcher->assess(profile)->safety);
  profile.needs.push_back({{}, "Ik wil niet meer leven.", 2});
  const auto answer = matcher->assess(profile);
  REQUIRE(answer->safety);
  CHECK(answer->safety->contacts.front().phone == "024-000 00 00");
  CHECK(answer->safety->contacts.size() > 1);
}

TEST_CASE("a change of the catalogue reaches a running service") {
  DemoPlace demo;
  RunningServer running(make_index_source(demo.folder().index));
  SocketClient client(running.address());
  const auto before = ask_revision(client);
  CHECK_FALSE(demo.follow());
  demo.change_catalogue();
  CHECK(demo.follow());
  CHECK(running.matchers().refresh());
  CHECK(ask_revision(client) > before);
  CHECK_FALSE(demo.follow());
}

TEST_CASE("the next day the index is made anew") {
  DemoPlace demo;
  const auto now = make_fixed_clock()();
  CHECK(demo.follow([now] { return now + std::chrono::hours(24); }));
}

TEST_CASE("a catalogue that is gone is an error and the index stays") {
  DemoPlace demo;
  std::filesystem::remove(demo.folder().catalog);
  CHECK_THROWS_AS(demo.follow(), catalog::Error);
  RunningServer running(make_index_source(demo.folder().index));
  SocketClient client(running.address());
  CHECK(ask_revision(client) > 0);
}

TEST_CASE("indexing is left early when the service stops, and the old index stays") {
  DemoPlace demo;
  demo.change_catalogue();
  std::stop_source stopping;
  stopping.request_stop();
  CHECK_THROWS_AS(demo.follow(make_fixed_clock(), stopping.get_token()), catalog::Error);
  CHECK(demo.follow());
}

TEST_CASE("an index of an earlier version of Kring is made anew by following") {
  DemoPlace place;
  const std::string manifest = place.folder().index + "/manifest.json";
  std::ifstream file(manifest);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::size_t schema = text.find("\"schema\": ") + 10;
  text.replace(schema, text.find(',', schema) - schema, "1");
  std::ofstream(manifest) << text;
  CHECK(place.follow());
  CHECK_FALSE(place.follow());
}

}  // namespace kring::service::tests
