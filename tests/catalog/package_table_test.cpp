// Does a package's table keep a list of keys only where rows are looked up by them?
#include "catalog/formats/package_table.h"

#include <cstddef>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "catalog/formats/hsds_joiner.h"

namespace kring::tests {
namespace {

using catalog::FeedFile;
using catalog::formats::CellStyle;
using catalog::formats::is_joined_by;
using catalog::formats::kMaxHeldPairs;
using catalog::formats::PackageTable;

/// Of this process; that which counts them is one.
std::ptrdiff_t count_open_files() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/fd"),
                       std::filesystem::directory_iterator());
}

/// A table whose lists are too long to be held.
FeedFile make_large_attributes() {
  std::string bytes = "id,link_id,taxonomy_term_id,paid,value\n";
  for (std::size_t row = 0; row <= kMaxHeldPairs; ++row) {
    const std::string number = std::to_string(row);
    bytes.append(number).append(",s").append(number).append(",t").append(number);
    bytes.append(",p").append(number).append(",Koffie\n");
  }
  return {"attributes.csv", bytes};
}

}  // namespace

TEST_CASE("a column by which no row is looked up has no list of keys, whatever its name") {
  const FeedFile file = make_large_attributes();
  const std::ptrdiff_t before = count_open_files();
  const auto table = PackageTable::open(file, *catalog::formats::role_of_file("attributes.csv"),
                                        CellStyle::kForeign, is_joined_by);
  REQUIRE(table);
  CHECK(count_open_files() - before == 3);  // of the rows, of "id" and of "link_id"
  CHECK(table->has_key("id", "12"));
  CHECK(table->rows_with("link_id", "s65536", 2).size() == 1);
}

TEST_CASE("services are joined by ids, by what rows belong to, and by what a service reaches") {
  CHECK(is_joined_by("taxonomy_term", "id"));
  CHECK(is_joined_by("phone", "contact_id"));
  CHECK(is_joined_by("metadata", "resource_id"));
  CHECK(is_joined_by("service", "program_id"));
  CHECK(is_joined_by("service_at_location", "location_id"));
  CHECK_FALSE(is_joined_by("service", "organization_id"));
  CHECK_FALSE(is_joined_by("organization", "tax_id"));
  CHECK_FALSE(is_joined_by("attribute", "taxonomy_term_id"));
}

}  // namespace kring::tests
