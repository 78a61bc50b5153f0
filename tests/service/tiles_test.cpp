// Does the service give the tiles of the operator's map, and no other file?
#include "service/site/tiles.h"

#include <filesystem>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "service/api.h"
#include "service/http/target.h"
#include "service/routes/routes.h"
#include "tests/catalog/scratch.h"
#include "tests/service/running_server.h"
#include "tests/service/stub_matcher.h"

namespace kring::service::tests {
namespace {

constexpr const char* kPng = "\x89PNG\r\n\x1a\n...";

/// A folder with the tile 3/2/1.
class TileFolder {
 public:
  TileFolder() {
    std::filesystem::create_directories(folder_.file("3/2"));
    kring::tests::write_file(folder_.file("3/2/1.png"), kPng);
  }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }
  [[nodiscard]] Tiles tiles() const { return {folder_.file(""), "Kaart & zo"}; }

 private:
  kring::tests::ScratchFolder folder_;
};

/// What a service with these tiles, or with none, answers to a GET.
Response get(const std::string& path, const Tiles* tiles) {
  std::ostringstream log;
  CurrentMatcher matchers(make_stub_source(make_stub_matcher()));
  Surroundings surroundings{matchers, make_fixed_clock()};
  surroundings.tiles = tiles;
  const auto application = make_application(make_router(surroundings), make_stream_log(log), {});
  const auto target = parse_target(path).value();
  return application.handle({Method::kGet, target.segments, target.query, {}, {}});
}

}  // namespace

TEST_CASE("a tile is given as it lies in the folder; without a folder there is none") {
  const TileFolder folder;
  const Tiles tiles = folder.tiles();
  const Response response = get("/tiles/3/2/1.png", &tiles);
  CHECK(response.status == 200);
  CHECK(response.body == kPng);
  CHECK(find_header(response.headers, "Content-Type") == "image/png");
  CHECK(find_header(response.headers, "Cache-Control") == "no-store");
  CHECK(get("/tiles/3/2/1.png", nullptr).status == 404);
  CHECK(get("/tiles/3/2/0.png", &tiles).status == 404);
}

TEST_CASE("no name of a tile leads to another file") {
  const TileFolder folder;
  kring::tests::write_file(folder.file("secret.png"), kPng);
  kring::tests::write_file(folder.file("3/2/0.png"), "no picture");
  const Tiles tiles = folder.tiles();
  for (const char* path :
       {"/tiles/3/2/..%2f..%2fsecret.png", "/tiles/3/..%2f3/2/1.png", "/tiles/3/2/1",
        "/tiles/3/2/+1.png", "/tiles/3/2/1.png.png", "/tiles/3/2/8.png", "/tiles/3/8/1.png",
        "/tiles/32/2/1.png", "/tiles/3/2/.png", "/tiles/3/2/0.png"}) {
    CAPTURE(path);
    CHECK(get(path, &tiles).status != 200);
  }
}

TEST_CASE("a tile of more than a MiB is not read") {
  const TileFolder folder;
  kring::tests::write_file(folder.file("3/2/1.png"), kPng + std::string(1 << 20, 'a'));
  CHECK_FALSE(find_tile(folder.tiles(), "3", "2", "1.png"));
}

TEST_CASE("the pages are told who made the map, where there is one") {
  const Tiles tiles{"absent", "Kaart & zo"};
  const std::string told = "<meta name=\"kring-tiles\" content=\"Kaart &amp; zo\">";
  CHECK(get("/gesprek", &tiles).body.find(told) != std::string::npos);
  CHECK(get("/gesprek", nullptr).body.find("kring-tiles") == std::string::npos);
}

}  // namespace kring::service::tests
