// Do the tables of numbers keep what they are given, in memory and on disk?
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/formats/hash_table.h"
#include "catalog/formats/pair_list.h"
#include "tests/bench/random.h"

namespace kring::tests {

using catalog::formats::HashTable;
using catalog::formats::kMaxHeldPairs;
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
  for (const std::size_t count : {std::size_t{0}, std::size_t{1'000}, kMaxHeldPairs,
                                  kMaxHeldPairs + 1, 10 * kMaxHeldPairs + 7}) {
    bench::Random random(20261127);
    PairList list(PairList::Order::kAscending);
    std::vector<NumberPair> expected;
    for (std::size_t number = 0; number < count; ++number) {
      expected.push_back({random.below(1 + count / 500), number});  // equal ones fill many blocks
      list.add(expected.back());
    }
    list.store();
    std::sort(expected.begin(), expected.end());
    REQUIRE(list.size() == count);
    CHECK(list.find_first(count) == count);
    bool is_equal = true;
    for (std::size_t index = 0; index < count; ++index) {
      const bool begins = index == 0 || expected[index - 1].first != expected[index].first;
      is_equal = is_equal && list.at(index) == expected[index]
                 && (!begins || list.find_first(expected[index].first) == index);
    }
    CHECK(is_equal);
  }
}

TEST_CASE("a list of pairs may stay in the order in which it came") {
  for (const std::size_t count : {std::size_t{2}, 3 * kMaxHeldPairs + 5}) {
    PairList list(PairList::Order::kAsAdded);
    for (std::size_t number = 0; number < count; ++number)
      list.add({count - number, number});
    list.store();
    REQUIRE(list.size() == count);
    CHECK(list.at(0) == NumberPair{count, 0});
    CHECK(list.at(count - 1) == NumberPair{1, count - 1});
    CHECK(list.at(count / 2) == NumberPair{count - count / 2, count / 2});
  }
}

}  // namespace kring::tests
