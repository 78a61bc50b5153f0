// Which sets do links make, and who stands for them?
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/duplicates/sets.h"

namespace kring::tests {
namespace {

using catalog::ActivityId;
using catalog::duplicates::LinkState;
using catalog::duplicates::make_sets;
using catalog::duplicates::Sets;
using catalog::duplicates::Standing;
using catalog::duplicates::Tie;

Tie tie(const char* first,
        const char* second,
        std::int32_t score,
        LinkState state = LinkState::kFound) {
  return {{first}, {second}, score, state};
}

std::map<ActivityId, Standing> equals(const std::vector<Tie>& ties) {
  std::map<ActivityId, Standing> standings;
  for (const Tie& one : ties) {
    standings[one.first] = {1, "s"};
    standings[one.second] = {1, "s"};
  }
  return standings;
}

std::vector<ActivityId> ids(std::initializer_list<const char*> names) {
  std::vector<ActivityId> list;
  for (const char* name : names) {
    list.push_back({name});
  }
  return list;
}

}  // namespace

TEST_CASE("two linked records are a set, a chain of three is not") {
  const std::vector<Tie> chain = {tie("a", "b", 9'000), tie("b", "c", 8'000)};
  CHECK(make_sets(chain, equals(chain)) == Sets{{{"a"}, ids({"a", "b"})}});
  const std::vector<Tie> triangle = {tie("a", "b", 9'000), tie("b", "c", 8'000),
                                     tie("a", "c", 4'000)};
  CHECK(make_sets(triangle, equals(triangle)) == Sets{{{"a"}, ids({"a", "b", "c"})}});
}

TEST_CASE("what a person rejected never comes together") {
  const std::vector<Tie> ties = {tie("a", "b", 9'000), tie("b", "c", 8'000),
                                 tie("a", "c", 9'900, LinkState::kRejected)};
  CHECK(make_sets(ties, equals(ties)) == Sets{{{"a"}, ids({"a", "b"})}});
}

TEST_CASE("what a person confirmed is a set whatever the score") {
  const std::vector<Tie> ties = {tie("a", "b", -500, LinkState::kConfirmed),
                                 tie("b", "c", 100, LinkState::kConfirmed)};
  CHECK(make_sets(ties, equals(ties)) == Sets{{{"a"}, ids({"a", "b", "c"})}});
}

TEST_CASE("the record of most merit stands for the set, then by source and id") {
  const std::vector<Tie> ties = {tie("a", "b", 9'000)};
  CHECK(make_sets(ties, {{{"a"}, {1, "s"}}, {{"b"}, {2, "s"}}}).begin()->first == ActivityId{"b"});
  CHECK(make_sets(ties, {{{"a"}, {1, "t"}}, {{"b"}, {1, "s"}}}).begin()->first == ActivityId{"b"});
  CHECK(make_sets(ties, {{{"a"}, {1, "s"}}, {{"b"}, {1, "s"}}}).begin()->first == ActivityId{"a"});
}

TEST_CASE("an active, fuller and fresher record has more merit, in this order") {
  catalog::Activity plain;
  catalog::Activity fresh;
  fresh.verified_on = catalog::Date{std::chrono::days{20'000}};
  catalog::Activity full;
  full.description = "Koffie";
  catalog::Activity closed = full;
  closed.status = catalog::Status::kDefunct;
  using catalog::duplicates::merit_of;
  CHECK(merit_of(fresh) > merit_of(plain));
  CHECK(merit_of(full) > merit_of(fresh));
  CHECK(merit_of(closed) < merit_of(plain));
}

TEST_CASE("the order of links changes no set") {
  static constexpr unsigned kSeed = 20261126;
  std::mt19937 random(kSeed);
  const std::string letters = "abcdefghij";
  for (int round = 0; round < 200; ++round) {
    std::vector<Tie> ties;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      for (std::size_t j = i + 1; j < letters.size(); ++j) {
        if (random() % 3 != 0) continue;
        ties.push_back({{letters.substr(i, 1)},
                        {letters.substr(j, 1)},
                        static_cast<std::int32_t>(random() % 5) * 1'000,
                        static_cast<LinkState>(random() % 3)});
      }
    }
    const auto standings = equals(ties);
    const Sets sets = make_sets(ties, standings);
    std::shuffle(ties.begin(), ties.end(), random);
    INFO("seed " << kSeed << ", round " << round);
    CHECK(make_sets(ties, standings) == sets);
  }
}

}  // namespace kring::tests
