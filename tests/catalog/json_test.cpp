// Is a hostile JSON document read, or refused, without harm?
#include "catalog/json.h"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace kring::tests {
namespace {

std::string make_object(int members, const std::string& last) {
  std::string text = "{";
  for (int i = 0; i < members; ++i) {
    text += "\"n" + std::to_string(i) + "\":1,";
  }
  return text + last + "}";
}

}  // namespace

TEST_CASE("a name that stands twice is refused among few members and among many") {
  for (const int members : {1, 15, 16, 17, 1'000}) {
    CAPTURE(members);
    CHECK(catalog::parse_json(make_object(members, R"("x":2)"))->object().size()
          == static_cast<std::size_t>(members) + 1);
    CHECK(!catalog::parse_json(make_object(members, R"("n0":2)")));
    CHECK(!catalog::parse_json(make_object(members, R"("x":2,"x":{})")));
  }
}

TEST_CASE("what two readers may read differently is told by place, all of it") {
  const std::string text =
      R"({"a":[{"b":1},{"b":1,"c/d":{},"b":2}],"e":"x\u0000y","f\u0000":null,"a":3})";
  const auto document = catalog::parse_json_document(text);
  REQUIRE(document);
  CHECK(document->value["a"].integer() == 3);
  CHECK(document->value.object().size() == 3);
  std::vector<std::pair<std::string, std::string>> told;
  const auto refused = catalog::parse_json(text);
  REQUIRE_FALSE(refused);
  for (const catalog::Problem& problem : refused.error())
    told.emplace_back(problem.pointer, problem.code);
  CHECK(
      told
      == std::vector<std::pair<std::string, std::string>>{{"/a/1/b", "given_twice"},
                                                          {"/e", "nul_character"},
                                                          {std::string("/f\0", 3), "nul_character"},
                                                          {"/a", "given_twice"}});
}

TEST_CASE("of a document that is ambiguous throughout only the first places are told") {
  std::string text = "[";
  for (int i = 0; i < 10'000; ++i)
    text += R"({"x":1,"x":2},)";
  const auto refused = catalog::parse_json(text + "0]");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().size() == catalog::kMaxAmbiguities);
}

TEST_CASE("half a character, which an escape can write, is refused: UTF-8 has none") {
  CHECK(catalog::parse_json(R"(["\ud83d\ude00", "\ud7ff\ue000"])"));
  for (const char* const text :
       {R"(["\udc00"])", R"(["a\udfffb"])", R"({"\udd20":1})", R"(["\ud83d"])"}) {
    CAPTURE(text);
    CHECK(!catalog::parse_json(text));
  }
}

TEST_CASE("a NUL does not end a document") {
  for (const char* const text : {"123", "{}", "[] "}) {
    const std::string document(text);
    CAPTURE(document);
    CHECK(catalog::parse_json(document));
    CHECK(!catalog::parse_json(document + std::string(1, '\0')));
    CHECK(!catalog::parse_json(document + std::string(1, '\0') + "rest"));
  }
}

TEST_CASE("an object of very many members takes no longer than many objects") {
  const auto start = std::chrono::steady_clock::now();
  const auto document = catalog::parse_json(make_object(200'000, R"("x":2)"));
  REQUIRE(document);
  CHECK((*document)["x"].integer() == 2);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
}

}  // namespace kring::tests
