// Is a zip read whole, and a hostile one refused with a reason?

#include "catalog/formats/archive.h"

#include <cstddef>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/catalog/zip_builder.h"

namespace kring::tests {
namespace {

using catalog::formats::parse_archive;

/// The code of the problem for which `bytes` are refused; "" where they are taken.
std::string refusal_of(const std::string& bytes) {
  const auto archive = parse_archive(bytes);
  return archive ? "" : archive.error().front().code;
}

std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
  for (std::size_t at = bytes.find(from); at != std::string::npos;
       at = bytes.find(from, at + to.size())) {
    bytes.replace(at, from.size(), to);
  }
  return bytes;
}

TEST_CASE("the files of a zip are listed in its order and read whole") {
  const std::string bytes = make_zip({{"feed/services.csv", "id,name\n"},
                                      {"feed/", ""},
                                      {"feed/café.csv", std::string(70'000, 'x')}});
  const auto archive = parse_archive(bytes);
  REQUIRE(archive);
  CHECK(archive->names() == std::vector<std::string>{"feed/services.csv", "feed/café.csv"});
  CHECK(archive->read("feed/services.csv").value() == "id,name\n");
  CHECK(archive->read("feed/café.csv").value() == std::string(70'000, 'x'));
  CHECK(archive->read("feed/services.csv").value() == "id,name\n");
  CHECK(archive->has("feed/services.csv"));
  CHECK_FALSE(archive->has("feed/"));
  CHECK(archive->read("other.csv").error().front().code == "archive_entry_missing");
}

TEST_CASE("a zip is told by its first bytes") {
  CHECK(catalog::formats::is_archive(make_zip({{"a", "b"}})));
  CHECK_FALSE(catalog::formats::is_archive("id,name\n"));
  CHECK_FALSE(catalog::formats::is_archive(""));
}

TEST_CASE("a zip that is cut off or no zip is refused") {
  const std::string bytes = make_zip({{"services.csv", std::string(5'000, 'x')}});
  CHECK(refusal_of("") == "archive_unreadable");
  CHECK(refusal_of("PK\x03\x04") == "archive_unreadable");
  CHECK(refusal_of(bytes.substr(0, bytes.size() / 2)) == "archive_unreadable");
}

TEST_CASE("a file of a zip that was damaged is not read") {
  std::string bytes = make_zip({{"services.csv", "plain text that is stored"}});
  const std::size_t at = bytes.find("plain");
  if (at != std::string::npos) {
    bytes[at] = 'P';
  } else {
    bytes[45] = static_cast<char>(bytes[45] + 1);
  }
  const auto archive = parse_archive(bytes);
  REQUIRE(archive);
  CHECK(archive->read("services.csv").error().front().code == "archive_unreadable");
}

TEST_CASE("a name that leads out of the archive is refused") {
  for (const std::string name :
       {"../services.csv", "feed/../../services.csv", "/etc/services.csv", "..", "..\\services.csv",
        "C:\\services.csv", "feed/\nservices.csv"}) {
    CAPTURE(name);
    CHECK(refusal_of(make_zip({{name, "x"}})) == "archive_unsafe_name");
  }
  CHECK(refusal_of(make_zip({{"feed\\services..csv", "x"}})).empty());
}

TEST_CASE("two files of one name are refused") {
  const std::string bytes = make_zip({{"first.csv", "x"}, {"other.csv", "y"}});
  CHECK(refusal_of(replaced(bytes, "other.csv", "first.csv")) == "archive_double_name");
}

TEST_CASE("an encrypted file is refused and named") {
  const auto archive = parse_archive(make_zip({{"services.csv", "x"}}, "geheim"));
  REQUIRE_FALSE(archive);
  CHECK(archive.error().front().code == "archive_encrypted");
  CHECK(archive.error().front().text.nl.starts_with("services.csv: "));
}

TEST_CASE("a zip that would grow beyond measure is refused before it is unpacked") {
  CHECK(refusal_of(make_zip({{"bomb.csv", std::string(8'000'000, '0')}})) == "archive_suspicious");
  // The same file, with a size that is a lie.
  const std::string honest = make_zip({{"big.csv", std::string(1'000'000, '0')}});
  const std::string size("\x40\x42\x0f\x00", 4);
  CHECK(refusal_of(replaced(honest, size, std::string("\x01\x00\x00\x20", 4)))
        == "archive_suspicious");
  const std::string liar = replaced(honest, size, std::string("\x10\x00\x00\x00", 4));
  const auto archive = parse_archive(liar);
  REQUIRE(archive);
  CHECK(archive->read("big.csv").error().front().code == "archive_unreadable");
}

/// How many files without a name this program reads where they stand.
std::size_t count_nameless_files() {
  std::ifstream maps("/proc/self/maps");
  std::size_t count = 0;
  for (std::string line; std::getline(maps, line);) {
    count += line.ends_with("(deleted)") ? 1U : 0U;
  }
  return count;
}

TEST_CASE("of a zip with many files only so many are held, and the rest is read all the same") {
  // Now and then another letter, so that it packs no better than a feed may.
  std::string bytes(catalog::kMappedFrom - 1, 'x');
  std::minstd_rand letters;  // NOLINT(cert-msc51-cpp): the same in each run
  for (std::size_t at = 0; at < bytes.size(); at += 200) {
    bytes[at] = static_cast<char>('a' + letters() % 23);
  }
  const std::size_t most = catalog::formats::kMaxHeldTogether / bytes.size();
  std::vector<ZipPart> parts;
  for (std::size_t number = 0; number < most + 2; ++number) {
    parts.emplace_back(std::to_string(number) + ".json", bytes);
  }
  const auto archive = parse_archive(make_zip(parts));
  REQUIRE(archive);
  const std::size_t before = count_nameless_files();
  std::vector<catalog::FeedBytes> unpacked;
  for (const std::string& name : archive->names()) {
    unpacked.push_back(archive->unpack(name).value());
    CHECK((unpacked.back().view() == bytes));
  }
  CHECK(count_nameless_files() == before + 2);
}

TEST_CASE("a zip of more files than the limit is refused") {
  std::vector<ZipPart> parts;
  for (std::size_t number = 0; number <= catalog::formats::kMaxArchiveEntries; ++number) {
    parts.emplace_back(std::to_string(number), "");
  }
  CHECK(refusal_of(make_zip(parts)) == "archive_too_large");
  parts.pop_back();
  CHECK(refusal_of(make_zip(parts)).empty());
}

}  // namespace
}  // namespace kring::tests
