// Are words with two meanings taken in the right one?

#include <algorithm>

#include <catch2/catch.hpp>

#include "catalog/embedded.h"
#include "indexer/language/annotator.h"

namespace kring::tests {
namespace {

std::vector<std::string> subjects_of(const std::string& name, const std::string& description) {
  static const catalog::Vocabulary kVocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  catalog::Activity activity;
  activity.name = name;
  activity.description = description;
  std::vector<std::string> ids;
  for (const indexer::FoundConcept& found :
       indexer::Annotator(kVocabulary).annotate(activity).concepts) {
    ids.push_back(kVocabulary.concepts()[found.number].id);
  }
  return ids;
}

bool is_about(const std::string& id, const std::string& name, const std::string& description) {
  const std::vector<std::string> ids = subjects_of(name, description);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

TEST_CASE("a maatje is a person, not a size, a herring or a diver's partner") {
  CHECK(is_about("buddy_general", "Maatjesproject",
                 "Wij koppelen u aan een vrijwilliger. Uw maatje komt elke week."));
  CHECK_FALSE(
      is_about("buddy_general", "Mode", "Een maatje groter? Wij hebben maat 44 tot en met 60."));
  CHECK_FALSE(
      is_about("buddy_general", "Haring", "Maatjesharing op de markt, drie maatjes voor 9 euro."));
}

TEST_CASE("ontslag is from a hospital, not from a job") {
  CHECK(is_about("discharge_transition", "Eerste weken thuis", "Hulp na ontslag uit de kliniek."));
  CHECK_FALSE(
      is_about("discharge_transition", "Rechtshulp",
               "Ontslag aangezegd door uw baas? Advocaten geven advies over arbeidsrecht."));
}

TEST_CASE("wandelen in passing does not make a walking group") {
  CHECK(is_about("do_walking", "Wandelgroep", "Elke woensdag een uur wandelen in het park."));
  CHECK_FALSE(is_about("do_walking", "Bestuurslid gezocht",
                       "Het dorpshuis ligt op wandelafstand van de bus."));
}

TEST_CASE("a death by suicide is for the bereaved, the word alone is not") {
  CHECK(is_about("peer_bereavement", "Samen verder",
                 "Voor nabestaanden na een zelfdoding. Acht avonden, telkens dezelfde mensen."));
  CHECK_FALSE(is_about("peer_bereavement", "Cursus signaleren",
                       "Leer praten over zelfdoding. Voor leraren en wijkteams."));
}

TEST_CASE("the country is no language, and an evening no age") {
  CHECK(is_about("learn_language", "Praten aan tafel", "Wij oefenen Nederlands met elkaar."));
  CHECK_FALSE(is_about("learn_language", "Fietsclub", "De mooiste routes van Nederland."));
  CHECK_FALSE(is_about("meet_young_adults", "Een avond uit", "Wij gaan naar het theater."));
}

TEST_CASE("what is denied is no subject") {
  CHECK_FALSE(
      is_about("do_music_theatre", "Leeskring", "Wij lezen boeken. Geen muziek, geen koor."));
}

TEST_CASE("short terms count as whole words only") {
  CHECK_FALSE(is_about("health_condition_groups", "Soms samen", "Soms drinken we thee."));
}

TEST_CASE("a tag that is a concept's id is the owner's own word") {
  static const catalog::Vocabulary kVocabulary =
      catalog::parse_vocabulary(catalog::embedded_vocabulary()).value();
  catalog::Activity activity;
  activity.name = "Iets";
  activity.tags = {"do_animals"};
  const indexer::Annotation annotation = indexer::Annotator(kVocabulary).annotate(activity);
  REQUIRE_FALSE(annotation.concepts.empty());
  const auto given = std::find_if(annotation.concepts.begin(), annotation.concepts.end(),
                                  [](const indexer::FoundConcept& found) {
                                    return found.evidence.provenance == indexer::Provenance::kGiven;
                                  });
  REQUIRE(given != annotation.concepts.end());
  CHECK(kVocabulary.concepts()[given->number].id == "do_animals");
  CHECK(given->strength == indexer::Strength::kStrong);
}

}  // namespace kring::tests
