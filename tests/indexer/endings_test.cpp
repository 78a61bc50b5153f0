// Is it understood that an activity has ended, ends on a day, or goes on whatever else ends?

#include <string>

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::Answer;
using catalog::Date;

// Last looked at on 1 November 2026.
Activity written(const std::string& description) {
  Activity activity = described(description);
  activity.modified_on = catalog::parse_date("2026-11-01");
  return activity;
}

bool is_over_on(const Activity& activity, const char* today) {
  const indexer::Annotation annotation = annotate(activity);
  const std::optional<Date> day = catalog::parse_date(today);
  return annotation.live == Answer::kNo || (annotation.last_day && *annotation.last_day < *day);
}

bool is_over(const std::string& description) {
  return is_over_on(written(description), "2026-11-26");
}

}  // namespace

TEST_CASE("what its own words call stopped, closed or given up is over") {
  const char* text = GENERATE(
      "STOPGEZET wegens gebrek aan begeleiders.", "Er is een punt gezet achter de eettafel.",
      "De reis van 18 december gaat helaas niet door.", "Het pand is onbruikbaar.",
      "In juni stond de laatste stamppot op tafel.", "De functie is inmiddels vervuld.",
      "Wij heffen de club op want het is mooi geweest.", "Update juli: de subsidie is afgelopen.",
      "Er stroomt niemand meer in.", "De werkplaats is leeg opgeleverd.",
      "Het nummer wordt niet meer opgenomen.", "De lijn is niet langer bereikbaar.",
      "Wegens verbouwing zijn wij tot in het voorjaar dicht.",
      "Vanwege asbest is er tot eind februari geen theemiddag.",
      "We hebben moeten besluiten de stekker eruit te trekken.",
      "De bijeenkomsten liggen voorlopig stil.", "De vereniging heeft zichzelf opgeheven.",
      "We zijn als groep uit elkaar gegaan.", "Dit project krijgt geen vervolg.",
      "Wij hebben de inloop moeten sluiten.", "De groep is opgegaan in Buurtteam West.",
      "Er is dit seizoen geen cursus.", "Er is niemand die de groep wil overnemen.",
      "Wij zijn samengevoegd met het buurthuis.", "We kregen de bus niet rond.",
      "Wij hebben de deur voorgoed achter ons dichtgetrokken.",
      "Zaterdag 19 december gaat het feest niet door.", "Nieuwe aanvragen nemen wij niet meer aan.",
      "We hebben in juli de laatste koppels afgerond.", "De voorstelling was een mooi slot.",
      "Of er een vervolg komt, weten we niet.", "De soos valt voorlopig stil.",
      "Wat was het een mooi feest!", "De club gaat dit voorjaar niet van start.",
      "Inmiddels is de vacature vervuld.", "Berichten plaatsen is sinds maart niet meer mogelijk.");
  INFO(text);
  CHECK(is_over(text));
}

TEST_CASE("what ends for others, at times or under a condition goes on") {
  const char* text = GENERATE(
      "In juli en augustus waren we dicht; sinds september zitten we er weer.",
      "Het roken is beëindigd, het hunkeren niet altijd.",
      "Nu de subsidie is weggevallen, vragen wij vier euro per keer.",
      "De oude locatie aan de Vaartweg is definitief dicht. U vindt ons nu in Kerkelanden.",
      "Voor wie gestopt is met roken.", "Geen opvolger, te veel regels? Wij drinken koffie met u.",
      "De wandeling gaat bij code oranje niet door.",
      "In de schoolvakanties gaat de les niet door.", "In januari liggen we stil.",
      "De drempel is vorig jaar weggehaald.", "Uw uitkering wordt stopgezet? Wij helpen.",
      "De inloop is gesloten op tweede kerstdag.", "Elke les sluiten we af met een lied.",
      "De laatste avond eten we samen.",
      "De zaal was gesloten tot 1 maart 2026, nu zitten we er weer.",
      "Inschrijven kan tot en met 27 december 2025.", "We stoppen om 12 uur.", "Gestopt? Welnee!",
      "Wij zijn verhuisd noch gestopt.",
      "Het seizoen is beëindigd. Sinds 5 oktober zijn we weer begonnen.",
      "De fietsenmakerij is gestopt, de winkel draait gewoon door.",
      "Als de school dicht is, is er geen club.", "Ben je al gestopt, of wil je het nog?");
  INFO(text);
  CHECK_FALSE(is_over(text));
}

TEST_CASE("a status that was left behind yields to words that it is open again") {
  Activity activity =
      written(GENERATE("Na de verbouwing zijn we op 5 oktober 2026 weer opengegaan!",
                       "Vanaf 5 oktober 2026 kan iedereen weer terecht.", "Wij zijn weer open!"));
  INFO(activity.description);
  activity.status = catalog::Status::kTemporarilyClosed;
  CHECK(annotate(activity).live == Answer::kYes);
  activity.modified_on.reset();
  CHECK(annotate(activity).live == Answer::kNo);
}

TEST_CASE("a status holds where opening again is to come, or hoped for") {
  Activity activity =
      written(GENERATE("Vanaf 5 februari 2027 kan iedereen weer terecht.",
                       "We hopen dat we snel weer open zijn.", "Koffie voor iedereen."));
  INFO(activity.description);
  activity.status = catalog::Status::kTemporarilyClosed;
  CHECK(annotate(activity).live == Answer::kNo);
}

TEST_CASE("an end with a day is over after that day, and live before it") {
  const char* text = GENERATE(
      "De groep stopt per 1 januari 2027.", "De groep stopt per 1-1-2027.",
      "De groep stopt per 1 januari.", "Wij houden per 1 januari 2027 op te bestaan.",
      "Vanaf 1 januari 2027 zijn wij gesloten.",
      "Met ingang van 1 januari 2027 vervalt het spreekuur.",
      "De laatste bijeenkomst is op 31 december 2026.",
      "Eind december 2026 sluiten wij definitief.", "Elke dinsdag, tot en met 31 december 2026.",
      "Het project loopt tot en met december 2026.",
      "We gaan nog door tot en met 31 december 2026.");
  INFO(text);
  const Activity activity = written(text);
  CHECK_FALSE(is_over_on(activity, "2026-11-26"));
  CHECK(is_over_on(activity, "2027-02-01"));
}

TEST_CASE("an end that lies behind is over") {
  const char* text =
      GENERATE("De laatste keer was op 12 juni 2026.", "Laatste keer op 12 juni 2026.",
               "Vanaf 1 oktober 2026 gesloten.", "De lessen zijn gestopt op 30 juni 2026.",
               "Elke dinsdag, tot en met 31 december 2025.",
               "Met ingang van 15 juli wordt niet meer opgenomen.",
               "In mei hebben we voor het laatst gezongen.");
  INFO(text);
  CHECK(is_over(text));
}

TEST_CASE("a day that stands in the alert counts as one in the text") {
  Activity activity = written("Koffie.");
  activity.alert = "Stopt per 1-1-2027";
  CHECK_FALSE(is_over_on(activity, "2026-12-31"));
  CHECK(is_over_on(activity, "2027-01-01"));
  activity.alert = "Gesloten op 25 december en 1 januari";
  CHECK_FALSE(is_over_on(activity, "2027-02-01"));
  activity.alert.clear();
  activity.name = "GEANNULEERD Bingo 27 december 2026";
  CHECK(is_over_on(activity, "2026-11-26"));
}

TEST_CASE("a round that has ended is not over where the text tells of the next") {
  Activity course = written("De cursus van oktober is vol; de voorjaarsreeks start 9 maart 2027.");
  catalog::Schedule schedule;
  schedule.rrule = "FREQ=WEEKLY;BYDAY=TU";
  schedule.first_day = catalog::parse_date("2026-10-06");
  schedule.last_day = catalog::parse_date("2026-11-03");
  course.schedules = {schedule};
  CHECK_FALSE(is_over_on(course, "2026-11-26"));
  course.description = "De cursus van oktober is vol.";
  CHECK(is_over_on(course, "2026-11-26"));
}

TEST_CASE("the first of many days is no last day") {
  Activity circle = written("Zes keer per seizoen bespreken we een roman.");
  catalog::Schedule schedule;
  schedule.first_day = catalog::parse_date("2026-10-06");
  circle.schedules = {schedule};
  CHECK_FALSE(is_over_on(circle, "2026-11-26"));
  circle.description = "Wij bespreken een roman.";
  CHECK(is_over_on(circle, "2026-11-26"));
}

}  // namespace kring::tests
