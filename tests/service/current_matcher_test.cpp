// Is a new index taken over, and an old one kept while it is needed?
#include "service/current_matcher.h"

#include <string>

#include <catch2/catch.hpp>

#include "service/background.h"
#include "tests/service/stub_matcher.h"

namespace kring::service::tests {
namespace {

/// An index folder as a test sets it.
struct Shelf {
  std::string stamp;
  std::shared_ptr<const Matcher> matcher;
  int opened = 0;
};

MatcherSource make_source(Shelf& shelf) {
  return {[&shelf] { return shelf.stamp; },
          [&shelf] {
            ++shelf.opened;
            if (!shelf.matcher) throw catalog::Error("the index is damaged");
            return shelf.matcher;
          }};
}

}  // namespace

TEST_CASE("an index is opened once for each stamp") {
  Shelf shelf{"a", make_stub_matcher(1)};
  CurrentMatcher matchers(make_source(shelf));
  CHECK(matchers.refresh());
  CHECK_FALSE(matchers.refresh());
  CHECK(shelf.opened == 1);
  shelf = {"b", make_stub_matcher(2)};
  CHECK(matchers.refresh());
  CHECK(matchers.get()->versions().index.number == 2);
}

TEST_CASE("a request keeps the index it began with") {
  Shelf shelf{"a", make_stub_matcher(1)};
  CurrentMatcher matchers(make_source(shelf));
  matchers.refresh();
  const auto held = matchers.get();
  shelf = {"b", make_stub_matcher(2)};
  matchers.refresh();
  CHECK(held->versions().index.number == 1);
}

TEST_CASE("a damaged or vanished index leaves the old one answering") {
  Shelf shelf{"a", make_stub_matcher(1)};
  CurrentMatcher matchers(make_source(shelf));
  matchers.refresh();
  shelf = {"b", nullptr};
  CHECK_THROWS_AS(matchers.refresh(), catalog::Error);
  shelf.stamp = "";
  CHECK_FALSE(matchers.refresh());
  CHECK(matchers.get()->versions().index.number == 1);
  CHECK(matchers.readiness() == Readiness::kReady);
}

TEST_CASE("a first index that cannot be opened is told apart from none, once it failed twice") {
  Shelf shelf{"", nullptr};
  CurrentMatcher matchers(make_source(shelf));
  CHECK_FALSE(matchers.refresh());
  CHECK(matchers.readiness() == Readiness::kNoIndex);
  shelf.stamp = "a";
  CHECK_THROWS_AS(matchers.refresh(), catalog::Error);
  CHECK(matchers.readiness() == Readiness::kOpening);
  CHECK_THROWS_AS(matchers.refresh(), catalog::Error);
  CHECK(matchers.readiness() == Readiness::kUnreadable);
  CHECK(matchers.get() == nullptr);
  shelf.matcher = make_stub_matcher(1);
  CHECK(matchers.refresh());
  CHECK(matchers.readiness() == Readiness::kReady);
}

TEST_CASE("while the first index is being opened nobody calls it unreadable") {
  Shelf shelf{"a", make_stub_matcher(1)};
  Readiness seen = Readiness::kReady;
  const CurrentMatcher* watched = nullptr;
  CurrentMatcher matchers({[&shelf] { return shelf.stamp; },
                           [&] {
                             seen = watched->readiness();
                             return shelf.matcher;
                           }});
  watched = &matchers;
  CHECK(matchers.readiness() == Readiness::kOpening);
  CHECK(matchers.refresh());
  CHECK(seen == Readiness::kOpening);
}

TEST_CASE("a background task logs a failure once and goes on") {
  std::ostringstream lines;
  std::atomic<int> runs = 0;
  {
    const BackgroundTask task(
        "follow", std::chrono::milliseconds(1),
        [&runs](const std::stop_token&) {
          ++runs;
          throw catalog::Error("the catalogue is locked");
        },
        make_stream_log(lines));
    while (runs < 5)
      std::this_thread::yield();
  }
  const std::string log = lines.str();
  CHECK(log.find("follow: the catalogue is locked") != std::string::npos);
  CHECK(log.find("locked") == log.rfind("locked"));
}

}  // namespace kring::service::tests
