// Is it understood from plain words whether a wheelchair gets in?

#include <string>

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

using catalog::Answer;

// At a place of whose access its own field says `field`.
Answer wheelchair(const std::string& description, const std::string& field = "") {
  catalog::Activity activity = described(description);
  activity.sites.emplace_back();
  if (!field.empty()) activity.sites[0].accessibility = {field};
  return annotate(activity).site_access[0][0];
}

}  // namespace

TEST_CASE("a lift, a level floor or a word of welcome lets a wheelchair in") {
  const char* text = GENERATE(
      "Winkelvloer is vlak.", "Deur gaat automatisch, alles beneden.",
      "Alle zalen per lift bereikbaar.", "Ons gebouw heeft een lift.",
      "De bieb is goed voor een rolstoel.", "Kleedkamer 6 is aangepast voor rollers.",
      "Hall is on the ground floor with an accessible toilet.", "Hellingplaat aanwezig.",
      "Ingang voor rolstoel en rollator is aan de kant van het kerkhof.",
      "Drempel is vorig jaar weggehaald.", "De zaal is met de rolstoel te bereiken.",
      "Ook geschikt wanneer u in een rolstoel zit.", "Via de roldeur (rolstoel: alles past).",
      "Met rolstoel of scootmobiel rijdt u de zaal in.", "The hall is at street level.",
      "Sinds mei brengt een lift u naar de zaal.",
      "De steile trap is verleden tijd: alles beneden.",
      "Drie treden, maar via de achterdeur komt u zonder drempel binnen.",
      "Een gewone flatwoning, begane grond.", "De bus kan een rolstoel meenemen.",
      "Voor mensen in een rolstoel is er een aparte ingang.", "De ingang heeft geen drempel.",
      "Eén hoge drempel; de koster legt een plank als u het vooraf zegt.",
      "Huiskamer en toilet zijn rolstoelvriendelijk; de stilteruimte alleen via de trap.");
  INFO(text);
  CHECK(wheelchair(text) == Answer::kYes);
}

TEST_CASE("stairs, a missing lift or a narrow door keep a wheelchair out") {
  const char* text = GENERATE(
      "De trap is steil, sorry, een lift is er niet.",
      "Ons huis kent vele treden, een lift hebben wij niet.",
      "We zitten op tweehoog en de lift is alleen voor goederen.",
      "Bospad met wortels, wielen zijn geen optie.", "Trap af naar de kelder.",
      "Let op: wij ontvangen in rijtjeshuizen, met drempel.", "Voor rolstoelen is het pad te smal.",
      "Het is een oud pand met veel trapjes.", "Er kan een rolstoel mee, mits opvouwbaar.",
      "Je moet trappen kunnen lopen.", "Sorry, no wheelchairs.",
      "Rolstoelers kunnen helaas niet mee.", "De zaal is alleen via een trap te bereiken.");
  INFO(text);
  CHECK(wheelchair(text) == Answer::kNo);
}

TEST_CASE("wheelchairs, stairs and lifts that are no way in tell nothing") {
  const char* text =
      GENERATE("Wij repareren rolstoelen.", "Lift u mee met ons?", "Laagdrempelige inloop.",
               "U bent goed ter been.", "Leen een rolstoel bij de thuiszorgwinkel.",
               "We duwen rolstoelen van bewoners naar de kerk.");
  INFO(text);
  CHECK(wheelchair(text) == Answer::kUnknown);
}

TEST_CASE("what the text plainly says of stairs outweighs what the place says of itself") {
  CHECK(wheelchair("Wij zitten nu op de eerste verdieping, alleen via de trap.",
                   "rolstoeltoegankelijk, lift")
        == Answer::kNo);
  CHECK(wheelchair("De zaal ligt op de eerste verdieping en er is helaas geen lift.",
                   "rolstoeltoilet")
        == Answer::kNo);
  CHECK(wheelchair("Trap van zestien treden.", "rolstoelvriendelijk") == Answer::kNo);
  CHECK(wheelchair("Lift is defect, maar alles ligt op de begane grond.", "lift") == Answer::kYes);
}

TEST_CASE("a place may say it in plain words") {
  CHECK(wheelchair("Koffie.", "Rolstoelgebruikers gaan via de zijdeur.") == Answer::kYes);
  CHECK(wheelchair("Koffie.", "Rolstoel: ja") == Answer::kYes);
  CHECK(wheelchair("Koffie. De lift doet het sinds mei niet.", "Lift aanwezig") == Answer::kNo);
}

TEST_CASE("a place that says it is unknown says nothing") {
  CHECK(wheelchair("Koffie.", "Rolstoeltoegankelijk: onbekend") == Answer::kUnknown);
}

}  // namespace kring::tests
