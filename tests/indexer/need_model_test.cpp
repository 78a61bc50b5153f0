// Does the model of needs add and take away what its weights say, and no more?
#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "catalog/embedded.h"
#include "indexer/language/wishes.h"

namespace kring::tests {
namespace {

using indexer::Clarity;
using indexer::WishedConcept;

const catalog::Vocabulary& vocabulary() {
  static const catalog::Vocabulary kVocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  return kVocabulary;
}

constexpr const char* kAllUnlikely = "*\t_\t-3000\n";

// A line of weights by which a word alone makes a concept sure.
std::string sure_by(const std::string& word, const std::string& id) {
  return id + "\t" + indexer::Analyser().tokens_of(word).front().form->dutch + "\t9000\n";
}

indexer::Wishes read(const std::string& text, const std::string& weights) {
  return indexer::WishReader(vocabulary(), weights).read(text, indexer::Analyser());
}

const WishedConcept* find(const std::vector<WishedConcept>& wishes, const std::string& id) {
  const auto found = std::find_if(wishes.begin(), wishes.end(), [&id](const WishedConcept& wished) {
    return vocabulary().concepts()[wished.number].id == id;
  });
  return found == wishes.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("what the model is sure of is understood, by the word that spoke loudest") {
  const std::string text = "Er wordt niets verzet, zijn stoel staat er nog.";
  const indexer::Wishes wishes = read(text, kAllUnlikely + sure_by("stoel", "peer_bereavement"));
  const WishedConcept* understood = find(wishes.wanted, "peer_bereavement");
  REQUIRE(understood != nullptr);
  CHECK(understood->clarity == Clarity::kUnderstood);
  CHECK(text.substr(understood->span.begin, understood->span.end - understood->span.begin)
        == "stoel");
}

TEST_CASE("a term of its own that is likely enough stays what is said") {
  const indexer::Wishes wishes =
      read("Ik wil zingen.", kAllUnlikely + sure_by("zingen", "do_music_theatre"));
  REQUIRE(find(wishes.wanted, "do_music_theatre") != nullptr);
  CHECK(find(wishes.wanted, "do_music_theatre")->clarity == Clarity::kSaid);
}

TEST_CASE("a term that the model holds unlikely is not wanted, unless little else is said") {
  const std::string told =
      "Ik wil zingen. Dat zegt mijn dochter tenminste, die belt elke dag en weet alles beter.";
  CHECK(find(read(told, "").wanted, "do_music_theatre") != nullptr);
  CHECK(find(read(told, kAllUnlikely).wanted, "do_music_theatre") == nullptr);
  CHECK(find(read("Ik wil zingen.", kAllUnlikely).wanted, "do_music_theatre") != nullptr);
}

TEST_CASE("what is refused, or said in a clause that refuses, is not understood as wanted") {
  const std::string weights = kAllUnlikely + sure_by("zondag", "do_music_theatre");
  const indexer::Wishes refused = read("De zondag is lang, maar liever geen koor.", weights);
  CHECK(find(refused.wanted, "do_music_theatre") == nullptr);
  CHECK(find(refused.refused, "do_music_theatre") != nullptr);
  CHECK(find(read("Liever niet op zondag.", weights).wanted, "do_music_theatre") == nullptr);
}

TEST_CASE("no more than three concepts are wanted where the model adds some") {
  std::string weights = kAllUnlikely;
  for (const char* const id : {"do_walking", "meet_coffee", "peer_group", "volunteering"})
    weights += sure_by("zondag", id);
  CHECK(read("De zondag is lang.", weights).wanted.size() == 3);
}

}  // namespace kring::tests
