// What does the reader that is lent to the comparison of records tell?
#include "indexer/subject_reader.h"

#include <catch2/catch.hpp>

namespace kring::indexer {
namespace {

catalog::Activity make_activity(const char* name, const char* description) {
  catalog::Activity activity;
  activity.name = name;
  activity.description = description;
  return activity;
}

}  // namespace

TEST_CASE("two who tell of one thing in other words are about the same") {
  const catalog::duplicates::SubjectReader reader = make_subject_reader();
  const auto cafe = reader.read(make_activity("Repaircafé", "Neem uw kapotte lamp mee."));
  const auto guide =
      reader.read(make_activity("Maakmakers", "Vrijwilligers repareren samen met u apparaten."));
  const auto choir = reader.read(make_activity("Popkoor", "Samen zingen op dinsdag."));
  CHECK((cafe & guide).any());
  CHECK((cafe & choir).none());
}

TEST_CASE("a reader has a version, and tells the same again") {
  const catalog::duplicates::SubjectReader reader = make_subject_reader();
  CHECK_FALSE(reader.version.empty());
  CHECK(reader.version == make_subject_reader().version);
  const catalog::Activity activity = make_activity("Wandelgroep", "Samen wandelen.");
  CHECK(reader.read(activity) == make_subject_reader().read(activity));
}

}  // namespace kring::indexer
