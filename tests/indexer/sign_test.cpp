// Is the key of a sign that of its name, whatever pieces it is joined from?
#include "indexer/language/sign.h"

#include <set>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "catalog/split.h"
#include "indexer/language/lexicon.h"
#include "indexer/language/sign_table.h"

namespace kring::tests {
namespace {

using indexer::Sign;
using indexer::SignKey;
using indexer::SignPiece;

// Of the column of a file of weights that holds them.
std::set<std::string_view> read_names(std::string_view weights, std::size_t column) {
  std::set<std::string_view> names;
  for (const std::string_view line : catalog::split(weights, '\n')) {
    const auto cells = catalog::split(line, '\t');
    if (cells.size() > column) names.insert(cells[column]);
  }
  return names;
}

std::size_t count_keys(const std::set<std::string_view>& names) {
  std::set<std::uint64_t> keys;
  for (const std::string_view name : names) {
    keys.insert(SignKey(name).value());
  }
  return keys.size();
}

}  // namespace

TEST_CASE("a sign is known by its name, however it is joined") {
  const Sign joined(SignPiece("kom"), SignPiece(" "), SignPiece("langs"));
  CHECK(joined.name() == "kom langs");
  CHECK(joined.key() == Sign(SignPiece("kom langs")).key());
  CHECK(joined.key() == Sign(SignPiece("kom l"), SignPiece("angs")).key());
  CHECK(joined.key() != Sign(SignPiece("langs"), SignPiece(" "), SignPiece("kom")).key());
  CHECK(SignKey("é").value() != SignKey("e").value());
  CHECK(SignKey(std::string_view("\0", 1)).value() != SignKey("").value());
}

TEST_CASE("a table numbers signs in the order in which they came, and knows no others") {
  static constexpr std::uint64_t kSigns = 100'000;
  indexer::SignTable table;
  for (std::uint64_t i = 0; i < kSigns; ++i) {
    const indexer::SignTable::Added added = table.add(SignKey(std::to_string(i)).value());
    REQUIRE(added.is_new);
    REQUIRE(added.number == i);
  }
  for (std::uint64_t i = 0; i < kSigns; ++i) {
    REQUIRE(table.find(SignKey(std::to_string(i)).value()) == i);
    REQUIRE_FALSE(table.find(SignKey("-" + std::to_string(i)).value()));
  }
  CHECK_FALSE(table.add(SignKey("7").value()).is_new);
  CHECK_FALSE(table.find(SignKey("").value()));
}

TEST_CASE("no two signs that a model has learned share a key") {
  const auto learned = {
      read_names(indexer::arrangement_weights(), 0), read_names(indexer::danger_weights(), 0),
      read_names(indexer::subject_weights(), 1), read_names(indexer::need_weights(), 1)};
  for (const std::set<std::string_view>& names : learned) {
    REQUIRE(names.size() > 5'000);
    CHECK(count_keys(names) == names.size());
  }
}

}  // namespace kring::tests
