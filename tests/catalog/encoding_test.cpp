// Does text of any encoding become UTF-8, however much there is of it?
#include "catalog/formats/encoding.h"

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "tests/catalog/scratch.h"

namespace kring::tests {

TEST_CASE("lines of two encodings in one large text are each converted from their own") {
  std::string mixed;
  std::string of_mixed;
  while (mixed.size() <= catalog::kMappedFrom) {  // so that pieces end within a line
    mixed += "Caf\xe9 Zuid\nCafé Noord\n";
    of_mixed += "Café Zuid\nCafé Noord\n";
  }
  CHECK((catalog::formats::as_utf8(mixed).value().bytes.view() == of_mixed));
}

TEST_CASE("a large text of another encoding is converted in pieces, and no character is cut") {
  std::u16string wide(1, u'x');  // so that halves of pairs stand at the ends of pieces
  std::string narrow;
  std::string of_wide = "x";
  std::string of_narrow;
  for (std::size_t count = 0; count < catalog::kMappedFrom / 4; ++count) {
    wide += u"\U0001F35C";
    of_wide += "\U0001F35C";
    narrow += "Caf\xe9 ";
    of_narrow += "Café ";
  }
  std::string little = "\xff\xfe";
  std::string big = "\xfe\xff";
  for (const char16_t unit : wide) {
    const char low = static_cast<char>(unit & 0xff);
    const char high = static_cast<char>(unit >> 8U);
    little.append({low, high});
    big.append({high, low});
  }
  REQUIRE(narrow.size() > catalog::kMappedFrom);
  const auto converted = catalog::formats::as_utf8(little);
  REQUIRE(converted);
  CHECK(converted->was_converted);
  CHECK((converted->bytes.view() == of_wide));
  CHECK((catalog::formats::as_utf8(big).value().bytes.view() == of_wide));
  CHECK((catalog::formats::as_utf8(narrow).value().bytes.view() == of_narrow));
  CHECK_FALSE(catalog::formats::as_utf8(of_narrow).value().was_converted);
}

TEST_CASE("a text that converted takes more than may stand on the disk is refused") {
  const ScratchFolder folder;
  write_file(folder.file("feed.csv"), "\xff\xfeN");
  std::filesystem::resize_file(folder.file("feed.csv"),
                               2 * catalog::formats::kMaxConvertedBytes + 4);  // takes no disk
  const auto text = catalog::formats::as_utf8(catalog::FeedBytes::load(folder.file("feed.csv")));
  REQUIRE(!text);
  CHECK(text.error().front().code == "text_too_large");
}

}  // namespace kring::tests
