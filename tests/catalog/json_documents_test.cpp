// Which documents does a file hold, and what is said of a bad one?
#include "catalog/formats/json_documents.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/catalog/recording_sink.h"

namespace kring::tests {
namespace {

using catalog::Completeness;
using catalog::FeedFile;
using catalog::Json;
using catalog::Result;

struct Reading {
  Result<Completeness> outcome;
  std::vector<std::string> documents;
  std::vector<std::string> places;
  RecordingSink sink;
};

void read(Reading& reading, const std::string& bytes, const std::string& name) {
  const std::vector<FeedFile> files = {{name, bytes}};
  reading.outcome = catalog::formats::read_documents(
      files, reading.sink, [&](const Json& document, const catalog::formats::DocumentPlace& place) {
        reading.documents.push_back(catalog::write_json(document));
        const bool is_piece = document.is_array() && !document.array().empty();
        reading.places.push_back(is_piece ? place.element(0) : place.name);
      });
}

using Documents = std::vector<std::string>;

}  // namespace

TEST_CASE("one document, lines, and documents after each other are told apart by the content") {
  Reading whole{Completeness::kComplete, {}, {}, {}};
  read(whole, "{\n \"a\": 1\n}\n", "een.json");
  CHECK(whole.documents == Documents{R"({"a":1})"});
  CHECK(whole.places == Documents{"een.json"});
  Reading lines{Completeness::kComplete, {}, {}, {}};
  read(lines, "{\"a\":1}\r\n\r\n{\"a\":\"}{\"}\n", "regels.json");
  CHECK(lines.documents == Documents{R"({"a":1})", R"({"a":"}{"})"});
  CHECK(lines.places == Documents{"regels.json:1", "regels.json:3"});
  Reading joined{Completeness::kComplete, {}, {}, {}};
  read(joined, "{\n\"a\":1}{\"a\":2}\n[3]", "los.json");
  CHECK(joined.documents == Documents{R"({"a":1})", R"({"a":2})", "[3]"});
  CHECK(joined.places == Documents{"los.json:1", "los.json:2", "los.json:3/0"});
}

TEST_CASE("a list is read element by element, and each knows its number") {
  Reading reading{Completeness::kComplete, {}, {}, {}};
  read(reading, "[ {\"a\":\"]},{\"} ,\n \"b,]\" , 3,[4, 5] ]\n", "lijst.json");
  REQUIRE(reading.outcome);
  CHECK(reading.documents == Documents{R"([{"a":"]},{"}])", R"(["b,]"])", "[3]", "[[4,5]]"});
  CHECK(reading.places
        == Documents{"lijst.json/0", "lijst.json/1", "lijst.json/2", "lijst.json/3"});
  Reading empty{Completeness::kComplete, {}, {}, {}};
  read(empty, "[ ]", "leeg.json");
  CHECK(empty.documents == Documents{"[]"});
}

TEST_CASE("a list that is no JSON is one problem, with the line") {
  for (const std::string bytes : {"[{\"a\":1}\n{\"a\":2}]", "[1,\n]", "[,1]", "[1\n,,2]",
                                  "[\"a\n\"]", "[1 2]", "[1]]", "[nul]"}) {
    Reading reading{Completeness::kComplete, {}, {}, {}};
    read(reading, bytes, "fout.json");
    INFO(bytes);
    REQUIRE(!reading.outcome);
    CHECK(reading.outcome.error().front().code == "invalid_json");
    CHECK(reading.outcome.error().front().text.en.find("line ") != std::string::npos);
  }
}

TEST_CASE("a bad line is one rejected record, the others stay, and the feed is then partial") {
  Reading reading{Completeness::kComplete, {}, {}, {}};
  read(reading, "{\"a\":1}\n{\"a\":\n{\"a\":3}\nzomaar\n", "regels.ndjson");
  CHECK(reading.documents.size() == 2);
  REQUIRE(reading.sink.rejected.size() == 2);
  CHECK(reading.sink.rejected[0].record == "regels.ndjson:2");
  CHECK(reading.sink.rejected[0].problem.code == "unreadable_record");
  CHECK(*reading.outcome == Completeness::kPartial);
}

TEST_CASE("a first line that is bad does not make the file one document") {
  Reading reading{Completeness::kComplete, {}, {}, {}};
  read(reading, "{\"a\":\n{\"a\":2}\n{\"a\":3}\n", "regels.ndjson");
  CHECK(reading.documents.size() == 2);
  CHECK(reading.sink.rejected.size() == 1);
}

TEST_CASE(
    "what is cut off, empty, binary, too deep or too large is one problem with its file and line") {
  const auto code_of = [](const std::string& bytes) {
    Reading reading{Completeness::kComplete, {}, {}, {}};
    read(reading, bytes, "feed.json");
    REQUIRE(!reading.outcome);
    CHECK_THAT(reading.outcome.error().front().text.en, Catch::StartsWith("feed.json"));
    return reading.outcome.error().front().code;
  };
  CHECK(code_of("[{\"a\":1},\n{\"a\":") == "invalid_json");
  CHECK(code_of("") == "empty_file");
  CHECK(code_of(" \n ") == "empty_file");
  CHECK(code_of(std::string("\x7f"
                            "ELF\0\0\x01",
                            7))
        == "not_json");
  CHECK(code_of("<html></html>") == "not_json");
  CHECK(code_of(std::string(10'000, '[') + std::string(10'000, ']')) == "invalid_json");
  CHECK(code_of(std::string(10'000, '[')) == "invalid_json");
  std::string huge = "[\"";
  huge.resize(100'000'000, 'x');
  CHECK(code_of(huge + "\"]") == "document_too_large");
  CHECK(code_of("{\"a\":1} rest") == "invalid_json");
}

}  // namespace kring::tests
