// Is a fact understood however a record puts it?
//
// The sentences are invented: ways in which welfare organisations write, of no record in
// particular.

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::Answer;
using catalog::Attendance;
using catalog::Cents;
using catalog::GroupSize;
using catalog::Recurrence;
using catalog::Referral;

using Sentences = std::vector<std::string>;

Activity phrased(const std::string& sentence) {
  Activity activity = described(sentence);
  activity.name = "Samen";
  return activity;
}

void check_referral(Referral due, const Sentences& sentences) {
  for (const std::string& sentence : sentences) {
    INFO(sentence);
    CHECK(arranged_by_rules(phrased(sentence)).referral.referral == due);
  }
}

void check_attendance(Attendance due, const Sentences& sentences) {
  catalog::AttendanceSet only;
  only.add(due);
  for (const std::string& sentence : sentences) {
    INFO(sentence);
    CHECK(arranged_by_rules(phrased(sentence)).attendance.forms == only);
  }
}

void check_recurrence(Recurrence due, const Sentences& sentences) {
  for (const std::string& sentence : sentences) {
    INFO(sentence);
    CHECK(arranged_by_rules(phrased(sentence)).recurrence.recurrence == due);
  }
}

void check_group(GroupSize due, const Sentences& sentences) {
  for (const std::string& sentence : sentences) {
    INFO(sentence);
    CHECK(arranged_by_rules(phrased(sentence)).group.size == due);
  }
}

void check_wheelchair(Answer due, const Sentences& sentences) {
  for (const std::string& sentence : sentences) {
    INFO(sentence);
    Activity activity = phrased("");
    activity.sites.emplace_back();
    activity.sites[0].accessibility = {sentence};
    CHECK(annotate(activity).site_access[0][0] == due);
  }
}

void check_cost(std::optional<Cents> due, const Sentences& sentences) {
  for (const std::string& sentence : sentences) {
    INFO(sentence);
    CHECK(annotate(phrased(sentence)).cost == due);
  }
}

}  // namespace

TEST_CASE("one walks in where nothing need be done beforehand") {
  check_referral(Referral::kNone,
                 {"Kom gerust eens langs, de koffie staat klaar.",
                  "U hoeft zich niet aan te melden.", "Gewoon binnenlopen tussen tien en twaalf.",
                  "Je kunt elke week aanhaken.", "Reserveren is niet nodig. Kaartjes aan de zaal.",
                  "Loop eens binnen.", "Vrij toegankelijk voor alle inwoners.",
                  "Geen indicatie of verwijzing nodig, loop binnen."});
}

TEST_CASE("one signs up by any means") {
  check_referral(
      Referral::kRegistration,
      {"Meld je aan via de website.", "Opgeven bij Truus, uiterlijk dinsdag.",
       "Graag een dag van tevoren doorgeven dat u mee-eet.", "Laat even weten of je komt.",
       "Wie mee wil, schrijft zich in op de lijst in de hal.", "Maak een afspraak bij de balie.",
       "Kaarten kosten 5 euro en zijn te koop bij de bakker.",
       "Vraag een rit aan, minstens een dag tevoren.",
       "Een indicatie is niet nodig, wel even aanmelden."});
}

TEST_CASE("a talk comes first however it is called") {
  check_referral(Referral::kIntake,
                 {"Na aanmelding volgt een kennismakingsgesprek bij u thuis.",
                  "Eerst maken we kennis, dan zoeken we een passende vrijwilliger.",
                  "De coördinator komt bij u langs om te horen wat u zoekt.",
                  "Voordat je start heb je een gesprek met de trainer.",
                  "Je komt eerst een keer meedraaien, dan beslissen we samen."});
}

TEST_CASE("a professional sends, or an indication is due") {
  check_referral(Referral::kReferral,
                 {"Aanmelden kan alleen via uw huisarts of praktijkondersteuner.",
                  "Uw behandelaar meldt u aan.", "Aanmelding verloopt via het sociaal team.",
                  "Aanvragen door professionals met het aanmeldformulier.",
                  "U komt bij ons via de fysiotherapeut of longarts."});
  check_referral(
      Referral::kIndication,
      {"U heeft een Wmo-indicatie nodig.", "Er is een beschikking van het Wmo-loket nodig.",
       "Wij leveren zorg in natura en pgb.", "Eigen bijdrage via het CAK."});
}

TEST_CASE("the field for it wins over a courtesy in the text") {
  Activity activity = phrased("Rolstoelen graag even melden.");
  activity.application_process = "U kunt zo binnenlopen.";
  CHECK(annotate(activity).referral == Referral::kNone);
  activity.description = "Wie mee wil eten kan even bellen.";
  CHECK(annotate(activity).referral == Referral::kNone);
}

TEST_CASE("visits, calls and screens are told from how one signs up") {
  check_attendance(Attendance::kHomeVisit,
                   {"De hulp is bij mensen thuis.", "Maaltijden worden thuis gebracht.",
                    "Ambulante begeleiding bij u in huis.", "De kapster komt naar u toe."});
  check_attendance(Attendance::kPhone, {"U wordt iedere ochtend gebeld door een vrijwilliger.",
                                        "Elke week een telefonisch praatje met een vaste beller.",
                                        "Bel ons gratis nummer, dag en nacht luistert er iemand.",
                                        "Het contact verloopt per telefoon."});
  check_attendance(Attendance::kOnline,
                   {"We ontmoeten elkaar via Zoom.", "De groep komt samen in Teams.",
                    "Je chat anoniem met een leeftijdsgenoot.",
                    "Volledig digitaal, gewoon vanuit uw luie stoel."});
  check_attendance(Attendance::kInPerson,
                   {"We komen samen in het buurthuis. Aanmelden kan telefonisch of via de website.",
                    "Wekelijks wandelen we in het park. Vragen? Bel of app Henk.",
                    "Computerles: leer videobellen en appen in de bibliotheek."});
}

TEST_CASE("who may also follow from afar meets in person too") {
  for (const char* sentence :
       {"Op locatie of online te volgen.", "Live in de bibliotheek en via een livestream.",
        "U kunt komen of digitaal aansluiten.", "Hybride bijeenkomst in het ziekenhuis."}) {
    INFO(sentence);
    const catalog::AttendanceSet forms = arranged_by_rules(phrased(sentence)).attendance.forms;
    CHECK(forms.has(Attendance::kInPerson));
    CHECK(forms.has(Attendance::kOnline));
  }
}

TEST_CASE("how often is read in its many forms") {
  check_recurrence(Recurrence::kWeekly, {"Dinsdagavond 19.30 uur.", "Tweemaal per week sporten.",
                                         "'s Maandags koffie, 's vrijdags soep."});
  check_recurrence(
      Recurrence::kFortnightly,
      {"Om de week op woensdag.", "Twee keer per maand op zaterdag.",
       "Elke eerste en derde maandag van de maand.", "In de oneven weken op dinsdag."});
  check_recurrence(Recurrence::kMonthly,
                   {"Een keer in de maand op donderdag.", "De laatste woensdag van elke maand."});
  check_recurrence(Recurrence::kIrregular,
                   {"Eens in de zes weken.", "Elk kwartaal een bijeenkomst."});
  check_recurrence(Recurrence::kOneOff, {"Op zaterdag 12 december 2026."});
  check_recurrence(Recurrence::kContinuous, {"24 uur per dag, 7 dagen per week."});
}

TEST_CASE("a price by the month, days of notice and a first day are no times of meeting") {
  CHECK(arranged_by_rules(phrased("Huur € 275 per maand.")).recurrence.recurrence
        != Recurrence::kMonthly);
  CHECK(arranged_by_rules(phrased("Hulp binnen vijf werkdagen.")).recurrence.recurrence
        == Recurrence::kUnknown);
  CHECK(arranged_by_rules(phrased("Start nieuwe reeks op maandag 11 januari 2027."))
            .recurrence.recurrence
        == Recurrence::kWeekly);
}

TEST_CASE("with how many one meets is read in its many forms") {
  check_group(GroupSize::kOneToOne, {"Persoonlijke begeleiding door een coach.",
                                     "Een vrijwilliger zit een uur naast u en leest mee.",
                                     "U wordt gekoppeld aan een maatje."});
  check_group(GroupSize::kSmallGroup, {"Een besloten groep met twee begeleiders.",
                                       "Zo'n vijf tot zeven mensen rond de tafel."});
  check_group(GroupSize::kOpenGroup,
              {"Open eettafel voor dorpsgenoten.", "Alles mag, niets moet: schuif aan."});
  check_group(GroupSize::kLargeEvent, {"Voor 120 gasten dekken we het kerstdiner."});
  check_group(GroupSize::kService, {"Een logeerhuis voor een paar nachten."});
}

TEST_CASE("a group that one walks into is open, one that one signs up for is not") {
  CHECK(arranged_by_rules(phrased("Loop binnen.")).group.size == GroupSize::kOpenGroup);
  CHECK(arranged_by_rules(phrased("Aanmelden verplicht.")).group.size == GroupSize::kSmallGroup);
}

TEST_CASE("whether a wheelchair gets in is read in its many forms") {
  check_wheelchair(Answer::kYes, {"Ingang op straatniveau", "Er is een oprijplank aanwezig",
                                  "Goed bereikbaar met rolstoel of scootmobiel",
                                  "Rolstoelvriendelijk, MIVA-toilet", "Geschikt voor mindervaliden",
                                  "rolstoeltoegankelijk: ja"});
  check_wheelchair(Answer::kNo, {"rolstoeltoegankelijk: nee", "Alleen via een trap bereikbaar",
                                 "Steile helling voor de deur; binnen gelijkvloers",
                                 "Lift buiten gebruik", "Zaal op de eerste verdieping, geen lift"});
  check_wheelchair(Answer::kUnknown, {"Bushalte voor de deur", "Ruime parkeergelegenheid"});
}

TEST_CASE("what the text refuses wheelchairs holds wherever one meets") {
  Activity activity = phrased("Rolstoelen kunnen helaas niet mee.");
  activity.sites.emplace_back();
  activity.sites[0].accessibility = {"Rolstoeltoegankelijk."};
  CHECK(annotate(activity).site_access[0][0] == Answer::kNo);
}

TEST_CASE("a step that the text says is gone, or a place that it alone tells of, counts") {
  Activity activity = phrased("De drempel eruit gehaald: met de rolstoel prima te doen.");
  activity.sites.emplace_back();
  activity.sites[0].accessibility = {"2 treden bij de ingang"};
  CHECK(annotate(activity).site_access[0][0] == Answer::kYes);
  CHECK(annotate(phrased("Rolstoelen kunnen mee via de lift.")).told_access[0] == Answer::kYes);
  CHECK(annotate(phrased("Er is een lage vergoeding.")).told_access[0] == Answer::kUnknown);
}

TEST_CASE("an age that others have, that most have or that limits nobody is no rule") {
  Activity activity = phrased("Chauffeurs van 23 tot 75 jaar zijn zeer welkom.");
  activity.min_age = 23;
  activity.max_age = 75;
  CHECK_FALSE(annotate(activity).min_age);
  activity.description = "De gemiddelde leeftijd is 63.";
  activity.min_age = 63;
  activity.max_age.reset();
  CHECK_FALSE(annotate(activity).min_age);
  activity.description = "Kom langs.";
  activity.min_age = 0;
  activity.max_age = 99;
  CHECK_FALSE(annotate(activity).min_age);
  CHECK_FALSE(annotate(activity).max_age);
  CHECK(annotate(phrased("Koffie voor zestigplussers.")).min_age == 60);
}

TEST_CASE("what one pays is read in its many forms") {
  check_cost(Cents{0},
             {"Deelname is gratis, koffie kost 1 euro.", "De koffie is gratis.",
              "U betaalt alleen uw eigen consumpties.", "De gemeente betaalt.",
              "Hulp is voor niets.", "Er wordt niets in rekening gebracht.",
              "Koffie voor eigen rekening.", "Een kopje koffie is gratis, de lunch kost € 4."});
  check_cost(Cents{3'500}, {"Kosten verschillen (20 tot 35 euro)."});
  check_cost(Cents{1'500}, {"Leden € 10, niet-leden € 15."});
  check_cost(Cents{400}, {"Eerste keer gratis, daarna 4 euro."});
  check_cost(std::nullopt, {"Kinderen onder 12 jaar gratis.", "Kosten in overleg."});
}

TEST_CASE("a price in words that no option tells wins over the options") {
  Activity activity = phrased("Drie gangen voor € 8,50 inclusief koffie.");
  activity.costs.push_back({Cents{750}, "EUR", "maaltijd"});
  CHECK(annotate(activity).cost == Cents{850});
  activity.description = "Maaltijd € 7,50, drankje € 2.";
  CHECK(annotate(activity).cost == Cents{750});
}

TEST_CASE("a bare number or a bare no in the fees is what one pays") {
  Activity activity = phrased("Koffie.");
  activity.fees_description = "5,00";
  CHECK(annotate(activity).cost == Cents{500});
  activity.fees_description = "Nee";
  CHECK(annotate(activity).cost == Cents{0});
}

}  // namespace kring::tests
