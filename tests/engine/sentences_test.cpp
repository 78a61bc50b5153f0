// Does each language of a sheet say everything, and say it rightly?

#include "engine/plan/sentences.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/json.h"
#include "tests/catalog/scratch.h"
#include "tests/engine/demo_world.h"

namespace kring::tests {
namespace {

/// What is to be filled in where the sentence is said.
std::set<std::string> places_of(const engine::Sentences& sentences, const std::string& key) {
  const std::string text =
      sentences.say(key, {{"name", "<n>"}, {"number", "<#>"}, {"date", "<d>"}, {"time", "<t>"}});
  std::set<std::string> found;
  for (const char* const place : {"<n>", "<#>", "<d>", "<t>"}) {
    if (text.find(place) != std::string::npos) found.insert(place);
  }
  return found;
}

}  // namespace

TEST_CASE("each file of sentences is a language of sheets, Dutch first") {
  std::vector<std::string> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(KRING_SOURCE_DIR "/engine/plan/sentences"))
    files.push_back(entry.path().stem().string());
  std::sort(files.begin(), files.end(), [](const std::string& one, const std::string& other) {
    return std::pair(one != "nl", one) < std::pair(other != "nl", other);
  });
  const auto languages = engine::sheet_languages();
  REQUIRE(std::vector<std::string>(languages.begin(), languages.end()) == files);
}

TEST_CASE("every language has every sentence, with the same places to fill") {
  const engine::Sentences& dutch = engine::sentences_in("nl");
  for (const std::string_view language : engine::sheet_languages()) {
    INFO(language);
    const engine::Sentences& sentences = engine::sentences_in(language);
    REQUIRE(sentences.language() == language);
    REQUIRE(sentences.keys() == dutch.keys());
    for (const std::string& key : dutch.keys()) {
      INFO(key);
      REQUIRE_FALSE(
          sentences.say(key, {{"name", ""}, {"number", ""}, {"date", ""}, {"time", ""}}).empty());
      REQUIRE(places_of(sentences, key) == places_of(dutch, key));
    }
    REQUIRE(sentences.day_and_year(kToday).find("2026") != std::string::npos);
  }
}

TEST_CASE("every language can put every question, and name every wish that the sheet may hold") {
  const std::set<std::string> circumstances = {
      "discharge_transition", "loneliness_general", "health_condition_groups",
      "cognitive_dementia",   "autism_neuro",       "lvb_disability"};
  for (const std::string_view language : engine::sheet_languages()) {
    INFO(language);
    const engine::Sentences& sentences = engine::sentences_in(language);
    for (std::size_t i = 0; i < engine::kInquiryCount; ++i) {
      const auto inquiry = static_cast<engine::Inquiry>(i);
      if (inquiry == engine::Inquiry::kAvoided) continue;  // no sheet tells of it
      INFO(engine::name_of(inquiry));
      CHECK(sentences.has("ask." + std::string(engine::name_of(inquiry))));
    }
    const bool speaks_as_vocabulary = language == "nl" || language == "en";
    for (const catalog::Concept& wish : demo_engine().vocabulary().concepts()) {
      if (wish.kind != catalog::ConceptKind::kActivity || circumstances.contains(wish.id)) continue;
      INFO(wish.id);
      CHECK(sentences.find_wish(wish.id).has_value() != speaks_as_vocabulary);
    }
  }
}

TEST_CASE("every language says who it is and tells each day of a year, no two alike") {
  constexpr int days_of_year = 365;
  for (const std::string_view language : engine::sheet_languages()) {
    INFO(language);
    const std::string path =
        std::string(KRING_SOURCE_DIR "/engine/plan/sentences/").append(language) + ".json";
    const auto file = catalog::parse_json(read_file(path)).value();
    REQUIRE_FALSE(file["language"]["name"].string().value_or("").empty());
    const std::string direction(file["language"]["direction"].string().value_or(""));
    REQUIRE((direction == "ltr" || direction == "rtl"));
    REQUIRE(file["language"]["is_checked"].boolean().has_value());
    REQUIRE(file["months"].array().size() == 12);
    REQUIRE(file["weekdays"].array().size() == 7);
    std::set<std::string> told;
    for (int i = 0; i < days_of_year; ++i)
      told.insert(engine::sentences_in(language).day(kToday + std::chrono::days{i}));
    REQUIRE(told.size() == days_of_year);
  }
}

TEST_CASE("a sentence in another form of address has the same places to fill, and never says u") {
  const engine::Sentences& polite = engine::sentences_in("nl");
  const engine::Sentences& familiar = engine::sentences_in("nl", engine::FormOfAddress::kJe);
  REQUIRE(familiar.keys() == polite.keys());
  REQUIRE(familiar.say("title") == "Jouw plan");
  const std::regex says_u("(^|[^A-Za-z{])[Uu]w?([^A-Za-z]|$)");
  for (const std::string& key : polite.keys()) {
    INFO(key);
    const std::string text = familiar.say(
        key, {{"name", "{name}"}, {"number", "{number}"}, {"date", "{date}"}, {"time", "{time}"}});
    REQUIRE_FALSE(std::regex_search(text, says_u));
    REQUIRE(places_of(familiar, key) == places_of(polite, key));
  }
  REQUIRE(engine::sentences_in("en", engine::FormOfAddress::kJe).say("title")
          == engine::sentences_in("en").say("title"));
}

}  // namespace kring::tests
