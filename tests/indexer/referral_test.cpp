// Is it understood from plain words how one gets in?

#include <string>

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

using catalog::Referral;

struct Told {
  const char* text;
  Referral referral;
};

Referral with_process(const std::string& description, const std::string& process) {
  catalog::Activity activity = described(description);
  activity.application_process = process;
  return annotate(activity).referral;
}

}  // namespace

TEST_CASE("the way in is read in many wordings") {
  const Told told = GENERATE(
      Told{"Riet komt eerst thuis de afspraken doornemen.", Referral::kIntake},
      Told{"De coordinator komt vooraf op huisbezoek.", Referral::kIntake},
      Told{"Na aanmelding volgt een gesprek.", Referral::kIntake},
      Told{"Wij spreken beide kanten.", Referral::kIntake},
      Told{"Wij drinken wel graag eerst een kop koffie met u.", Referral::kIntake},
      Told{"Aanmelding geschiedt door uw behandelaar.", Referral::kReferral},
      Told{"De transferverpleegkundige regelt de aanmelding.", Referral::kReferral},
      Told{"Voor mensen die via de klantmanager zijn aangemeld.", Referral::kReferral},
      Told{"Financiering: Wmo kortdurend verblijf.", Referral::kIndication},
      Told{"Stuur even een appje zodat Bert weet hoeveel er komen.", Referral::kRegistration},
      Told{"RSVP by Thursday.", Referral::kRegistration},
      Told{"Opschrijven bij de receptie.", Referral::kRegistration},
      Told{"Een nummertje trekken, iedereen komt aan de beurt.", Referral::kNone},
      Told{"Vooraf melden hoeft alleen als u een leenrolstoel wenst.", Referral::kNone},
      Told{"Opgave niet nodig.", Referral::kNone},
      Told{"Iedereen kan zonder aanmelden langskomen.", Referral::kNone});
  INFO(told.text);
  CHECK(arranged_by_rules(described(told.text)).referral.referral == told.referral);
}

TEST_CASE("a membership is no bar where one may walk in") {
  CHECK(arranged_by_rules(described("Contributie een tientje. Loop een keer binnen."))
            .referral.referral
        == Referral::kNone);
  CHECK(arranged_by_rules(described("Contributie 95 euro per seizoen.")).referral.referral
        == Referral::kRegistration);
}

TEST_CASE("what is asked and denied is not required") {
  CHECK(arranged_by_rules(described("Een indicatie? Hebben we hier niet nodig.")).referral.referral
        != Referral::kIndication);
  CHECK(
      arranged_by_rules(described("Een indicatie of verwijzing is niet vereist; u meldt zich aan."))
          .referral.referral
      == Referral::kRegistration);
}

TEST_CASE("what the text says is not needed is not asked for by a copied field") {
  CHECK(with_process("Geen indicatie, geen intake.", "Na indicatie via het loket")
        != Referral::kIndication);
  CHECK(with_process("U hoeft zich niet aan te melden.", "Vooraf aanmelden") == Referral::kNone);
  CHECK(with_process("Geen verwijzing nodig.", "Vooraf aanmelden") == Referral::kRegistration);
  CHECK(with_process("Samen koffie drinken.", "Verwijzing van de huisarts vereist")
        == Referral::kReferral);
}

}  // namespace kring::tests
