// Do the tables of numbers keep what they are given, in memory and on disk?
#include <map>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/formats/hash_table.h"
#include "catalog/formats/pair_list.h"
#include "tests/bench/random.h"

namespace kring::tests {

using catalog::formats::HashTable;
using catalog::formats::NumberPair;
using catalog::formats::PairList;

TEST_CASE("a table of hashes keeps what came first beside each key, as a map does") {
  bench::Random random(20261127);
  HashTable table;
  std::map<std::uint64_t, std::uint64_t> map;
  for (int turn = 0; turn < 20'000; ++turn) {
    // Keys that share their low bits stand in one row of slots.
    const std::uint64_t key = random.below(8) << 60U | random.below(4'000);
    const std::uint64_t value = random.next();
    REQUIRE(table.find_or_put(key, value) == map.emplace(key, value).first->second);
    REQUIRE(table.size() == map.size());
  }
}

TEST_CASE("a list of pairs is found in the same way, whether it is short or stands on disk") {
  for (const std::uint64_t count :
       {std::uint64_t{0}, std::uint64_t{1'000}, std::uint64_t{1'500'000}}) {
    PairList list;
    for (std::uint64_t number = count; number > 0; --number)
      list.add({number / 3 * 10, number});
    list.store(PairList::Order::kAscending);
    REQUIRE(list.size() == count);
    CHECK(list.find_first(count * 10) == count);
    if (count == 0) continue;
    CHECK(list.at(0) == NumberPair{0, 1});
    CHECK(list.at(list.find_first(10)) == NumberPair{10, 3});
    CHECK(list.at(list.find_first(11)) == NumberPair{20, 6});
    list.release();
    CHECK(list.at(static_cast<std::size_t>(count) - 1) == NumberPair{count / 3 * 10, count});
  }
}

TEST_CASE("a list of pairs may stay in the order in which it came") {
  PairList list;
  list.add({7, 1});
  list.add({3, 2});
  list.store(PairList::Order::kAsAdded);
  CHECK(list.at(0) == NumberPair{7, 1});
  CHECK(list.at(1) == NumberPair{3, 2});
}

}  // namespace kring::tests
