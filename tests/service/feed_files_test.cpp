// What does a user hear of files that are no feed?
#include "service/commands/feed_files.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace kring::service::tests {
namespace {

/// Why a file of that text is of no format.
std::string fault_of(const std::string& text) {
  const std::vector<catalog::FeedFile> files = {{"feed.json", text}};
  const auto format = choose_format(files, "");
  REQUIRE(!format);
  return format.error().front().code;
}

}  // namespace

TEST_CASE("of a short file that was cut off is said that it breaks off") {
  CHECK(fault_of(R"([{"id":"1","name":"Soep en br)") == "cut_off");
  CHECK(fault_of(R"({"id":"1")") == "cut_off");
  CHECK(fault_of(R"({"id":"1"})") == "unknown_format");
  CHECK(fault_of("Soep") == "not_json");
  CHECK(fault_of(" ") == "empty_file");
}

}  // namespace kring::service::tests
