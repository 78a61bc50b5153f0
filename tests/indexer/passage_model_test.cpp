// Does a model of passages, such as that of danger, hear what its weights say, and no more?
#include "indexer/language/passage_model.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "indexer/language/danger_signs.h"

namespace kring::tests {
namespace {

using indexer::PassageModel;
using indexer::PassageSigns;

// A text and what its passages show.
struct Read {
  explicit Read(const std::string& text)
      : tokens(indexer::Analyser().tokens_of(text)),
        passages(indexer::read_danger_signs(
            tokens,
            indexer::DangerReading(tokens, *catalog::parse_date("2026-11-25")))) {}

  [[nodiscard]] bool shows(const std::string& name) const {
    const PassageSigns& signs = passages.front();
    return std::any_of(signs.begin(), signs.end(),
                       [&name](const indexer::Sign& sign) { return sign.name() == name; });
  }

  std::vector<indexer::Token> tokens;
  std::vector<PassageSigns> passages;
};

PassageSigns signs_of(std::initializer_list<std::string_view> names) {
  PassageSigns signs;
  for (const std::string_view name : names) {
    signs.emplace_back(indexer::SignPiece(name));
  }
  return signs;
}

}  // namespace

TEST_CASE("a passage shows its words, their letters, and pairs with at most one word between") {
  const Read read("De hond hoeft weg.");
  for (const char* const sign : {"hond", "hond hoeft", "hond _ weg"}) {
    INFO(sign);
    CHECK(read.shows(sign));
  }
  CHECK_FALSE(read.shows("de weg"));
  CHECK(Read("Slaappillen.").shows("~appil"));
}

TEST_CASE("a sentence whose danger is taken back shows only that") {
  const Read read("Er zijn geen gedachten aan zelfmoord.");
  CHECK(read.shows("?undone"));
  CHECK_FALSE(read.shows("gedacht"));
}

TEST_CASE("a long text is heard in passages of four sentences") {
  CHECK(Read("").passages.empty());
  CHECK(Read("Een. Twee. Drie. Vier.").passages.size() == 1);
  CHECK(Read("Een. Twee. Drie. Vier. Vijf.").passages.size() == 2);
}

TEST_CASE("a score is the bias and the weights of the signs, shared by the root of their number") {
  const PassageModel model("*\t-900\nhond\t2000\nkat\t-300\nno number\n");
  CHECK(model.score({}) == -900);
  CHECK(model.score(signs_of({"hond"})) == 1100);
  CHECK(model.score(signs_of({"a", "b", "hond", "kat"})) == -50);
  CHECK(model.is_sure({signs_of({"a"}), signs_of({"hond"})}));
  CHECK_FALSE(model.is_sure({signs_of({"a"}), signs_of({"kat"})}));
}

TEST_CASE("danger drowns in no ordinary text around it") {
  const PassageModel model("*\t-500\nklif\t9000\n");
  std::string text = "Naar de klif. ";
  for (int i = 0; i < 100; ++i)
    text += "Samen koffie drinken op zondag. ";
  CHECK(model.is_sure(Read(text).passages));
}

}  // namespace kring::tests
