// Is any page of a feed, address or packed body read, or refused, without harm?

#include "catalog/feeds/paging.h"
#include "catalog/feeds/unpack.h"
#include "catalog/feeds/web_address.h"
#include "tests/fuzz/target.h"

namespace kring::fuzz {

namespace {

constexpr std::size_t kMostBytes = 1'000'000;

void read_address(std::string_view text) {
  const auto address = catalog::feeds::parse_web_address(text);
  if (!address) return;
  expect(address->scheme == "http" || address->scheme == "https", "no other scheme is followed");
  expect(!address->host.empty(), "an address has a host");
}

}  // namespace

void read(std::string_view bytes) {
  read_address(bytes);
  const auto unpacked = catalog::feeds::unpack_gzip(bytes, kMostBytes);
  expect(unpacked.text.size() <= kMostBytes, "nothing unpacks beyond its limit");
  const auto here = catalog::feeds::parse_web_address("https://a.example/feed?page=1");
  const auto turn = catalog::feeds::turn_page(bytes, *here);
  if (!turn || !turn->next) return;
  expect(catalog::feeds::is_same_site(*turn->next, *here), "a series stays at its host");
}

}  // namespace kring::fuzz
