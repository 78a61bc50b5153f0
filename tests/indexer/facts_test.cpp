// Which facts are understood from the words of a record?

#include "indexer/language/facts.h"

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::Answer;
using indexer::Annotation;

std::optional<indexer::Strength> strength_of(const Annotation& annotation, const char* id) {
  for (const indexer::FoundConcept& found : annotation.concepts) {
    if (vocabulary().concepts()[found.number].id == id) return found.strength;
  }
  return std::nullopt;
}

using Age = std::pair<std::optional<int>, std::optional<int>>;

Age age_of(const std::string& text) {
  const Annotation annotation = annotate(described(text));
  return {annotation.min_age, annotation.max_age};
}

std::optional<catalog::Cents> cost_of(const std::string& text) {
  return annotate(described(text)).cost_per_session;
}

Answer live_of(const Activity& activity) {
  return annotate(activity).live;
}

indexer::AccessFacts access_of(const std::string& sentence) {
  Activity activity = described("");
  activity.sites.emplace_back();
  activity.sites[0].accessibility = {sentence};
  return annotate(activity).site_access[0];
}

bool has_conflict(const Annotation& annotation, indexer::FactName fact) {
  return std::any_of(
      annotation.conflicts.begin(), annotation.conflicts.end(),
      [fact](const indexer::FactEvidence& conflict) { return conflict.fact == fact; });
}

}  // namespace

TEST_CASE("ages are read from the text where the fields are silent") {
  CHECK(age_of("Voor 55-plussers uit de wijk.") == Age{55, {}});
  CHECK(age_of("Alleen 18+.") == Age{18, {}});
  CHECK(age_of("Vanaf 60 jaar.") == Age{60, {}});
  CHECK(age_of("Voor jongeren van 16 tot en met 27 jaar.") == Age{16, 27});
  CHECK(age_of("12 t/m 17 jaar.") == Age{12, 17});
  CHECK(age_of("Jongeren t/m 27 jaar.") == Age{{}, 27});
  CHECK(age_of("Alleen voor volwassenen.") == Age{18, {}});
}

TEST_CASE("hours, prices, children and terms of years are no age of whom it is for") {
  CHECK(age_of("Elke week om 10 uur, 12 stoelen, 3 euro.") == Age{});
  CHECK(age_of("Open van 10-12 uur.") == Age{});
  CHECK(age_of("Speelhoek voor kinderen tot 4 jaar.") == Age{});
  CHECK(age_of("Bel tussen 9 en 11.") == Age{});
  CHECK(age_of("De meesten zijn 60-plus.") == Age{});
}

TEST_CASE("the age of volunteers, drivers or staff that are wanted is none of whom it is for") {
  CHECK(age_of("Busje voor ouderen. Chauffeurs gezocht: gewoon B-rijbewijs, tot 76 jaar.")
        == Age{});
  CHECK(age_of("Wij zoeken gezellige mensen als vrijwilliger, ook boven de 65 jaar.") == Age{});
  CHECK(age_of("Vanaf 18 jaar: medewerkers gezocht.") == Age{});
  CHECK(age_of("Volunteers wanted, under 70.") == Age{});
  CHECK(age_of("Voor 75-plussers. Chauffeurs gezocht, tot 76 jaar.") == Age{75, {}});
  CHECK(age_of("Een vrijwilliger komt bij mensen vanaf 55 jaar.") == Age{55, {}});
}

TEST_CASE("an age in words wins over the fields, and the fields are the conflict") {
  Activity activity = described("Minimaal 18 jaar.");
  activity.min_age = 16;
  const Annotation annotation = annotate(activity);
  REQUIRE(annotation.min_age == 18);
  CHECK(has_conflict(annotation, indexer::FactName::kAge));
  activity.min_age = 21;
  CHECK(annotate(activity).min_age == 18);
}

TEST_CASE("waiting is read in weeks, and unknown where nothing is said") {
  Activity activity = described("Maatje.");
  REQUIRE_FALSE(annotate(activity).waiting_weeks);
  activity.wait_time = "ongeveer 1 week";
  REQUIRE(annotate(activity).waiting_weeks == 1);
  activity.wait_time = "3 maanden";
  REQUIRE(annotate(activity).waiting_weeks == 13);
  activity.wait_time = "geen wachttijd";
  REQUIRE(annotate(activity).waiting_weeks == 0);
}

TEST_CASE("what is cancelled, closed or stopped is not live, what is full is a question") {
  REQUIRE(live_of(described("Elke dinsdag koffie.")) == Answer::kYes);
  Activity cancelled = described("Koffie.");
  cancelled.name = "GEANNULEERD: koffieochtend";
  REQUIRE(live_of(cancelled) == Answer::kNo);
  Activity closed = described("Koffie.");
  closed.status = catalog::Status::kTemporarilyClosed;
  REQUIRE(live_of(closed) == Answer::kNo);
  REQUIRE(live_of(described("Deze groep is gestopt.")) == Answer::kNo);
  REQUIRE(live_of(described("Wij stoppen ermee.")) == Answer::kNo);
  REQUIRE(live_of(described("We stoppen even voor koffie.")) == Answer::kYes);
  Activity full = described("Koffie.");
  full.alert = "VOL tot maart 2027";
  REQUIRE(live_of(full) == Answer::kUnknown);
}

TEST_CASE("access is yes, no or unknown by what the place says") {
  const auto wheelchair = static_cast<std::size_t>(0);
  const auto hearing_loop = static_cast<std::size_t>(3);
  REQUIRE(access_of("Rolstoeltoegankelijk.")[wheelchair] == Answer::kYes);
  REQUIRE(access_of("Smalle voordeur met opstap; rolstoel past niet.")[wheelchair] == Answer::kNo);
  REQUIRE(access_of("Gezellige ruimte.")[wheelchair] == Answer::kUnknown);
  REQUIRE(access_of("Er is een ringleiding.")[hearing_loop] == Answer::kYes);
}

TEST_CASE("an activity in words alone is in person, a belmaatje is by phone") {
  REQUIRE(arranged_by_rules(described("Samen koffie drinken."))
              .attendance.forms.has(catalog::Attendance::kInPerson));
  const catalog::AttendanceSet phone =
      arranged_by_rules(described("Een belmaatje belt u elke week.")).attendance.forms;
  REQUIRE(phone.has(catalog::Attendance::kPhone));
  REQUIRE_FALSE(phone.has(catalog::Attendance::kInPerson));
  REQUIRE(annotate(described("De vrijwilliger komt bij u thuis."))
              .attendance.has(catalog::Attendance::kHomeVisit));
}

TEST_CASE("a concept in the name is strong, one named in passing is weak") {
  const std::size_t number = vocabulary().find("meet_coffee").value();
  const std::string term = vocabulary().concepts()[number].terms_nl.front();
  Activity coffee = described("Elke week.");
  coffee.name = term;
  REQUIRE(strength_of(annotate(coffee), "meet_coffee") == indexer::Strength::kStrong);
  Activity passing = described("Ook is er " + term + ".");
  passing.name = "Schaken";
  REQUIRE(strength_of(annotate(passing), "meet_coffee") != indexer::Strength::kStrong);
}

TEST_CASE("every term of the vocabulary is found in its own words") {
  const indexer::ConceptFinder finder(vocabulary());
  const indexer::Analyser analyser;
  for (const catalog::Concept& entry : vocabulary().concepts()) {
    for (const std::string& term : entry.terms_nl) {
      INFO(entry.id << ": " << term);
      CHECK_FALSE(finder.find(analyser.tokens_of(term)).empty());
    }
  }
}

TEST_CASE("the last day is known only where every schedule ends") {
  Activity activity = described("Cursus.");
  catalog::Schedule ending;
  ending.last_day = catalog::parse_date("2026-10-01");
  activity.schedules = {ending};
  REQUIRE(annotate(activity).last_day == catalog::parse_date("2026-10-01"));
  catalog::Schedule endless;
  endless.rrule = "FREQ=WEEKLY;BYDAY=MO";
  activity.schedules.push_back(endless);
  REQUIRE_FALSE(annotate(activity).last_day);
}

TEST_CASE("a season that comes back every year is no end") {
  catalog::Schedule ending;
  ending.last_day = catalog::parse_date("2026-10-29");
  for (const char* const text :
       {"Elke dinsdag, april t/m oktober.", "Van april tot en met oktober op de fiets."}) {
    Activity activity = described(text);
    activity.schedules = {ending};
    INFO(text);
    REQUIRE_FALSE(annotate(activity).last_day);
  }
  for (const char* const text : {"Van 7 april t/m 29 oktober.", "April t/m oktober 2026."}) {
    Activity activity = described(text);
    activity.schedules = {ending};
    INFO(text);
    REQUIRE(annotate(activity).last_day == ending.last_day);
  }
}

TEST_CASE("the languages that are spoken are read where the field is silent") {
  using Languages = std::vector<std::string>;
  const auto languages_of = [](const std::string& text) {
    return annotate(described(text)).languages;
  };
  CHECK(languages_of("We spreken ook Turks en Arabisch.") == Languages{"nl", "tr", "ar"});
  CHECK(languages_of("Het gesprek is in het Engels.") == Languages{"nl", "en"});
  CHECK(languages_of("Uitsluitend in het Pools.") == Languages{"pl"});
  CHECK(languages_of("Voor Oekraïenstalige ouders.") == Languages{"nl", "uk"});
  CHECK(languages_of("Arabisch sprekende vrijwilligers helpen u.") == Languages{"nl", "ar"});
  CHECK(languages_of("Cursus Spaans: u leert spreken in het Spaans.").empty());
  CHECK(languages_of("Engels leren voor beginners.").empty());
  CHECK(languages_of("Elke dinsdag koffie.").empty());
  Activity stated = described("We spreken ook Turks.");
  stated.languages = {"nl"};
  const Annotation annotation = annotate(stated);
  CHECK(annotation.languages == Languages{"nl"});
  CHECK(has_conflict(annotation, indexer::FactName::kLanguage));
}

TEST_CASE("a name says for whom a group is, and what welcomes both keeps nobody out") {
  const auto gender_of = [](const std::string& name, const std::string& text) {
    Activity activity = described(text);
    activity.name = name;
    return annotate(activity).gender;
  };
  using indexer::GenderRule;
  CHECK(gender_of("Vrouwenontbijt", "Samen eten.") == GenderRule::kWomen);
  CHECK(gender_of("Wereldvrouwen", "Samen eten.") == GenderRule::kWomen);
  CHECK(gender_of("De Schuur – mannen, hout en koffie", "Timmeren.") == GenderRule::kMen);
  CHECK(gender_of("De Mannenschuur", "Voor mannen vanaf 50; op vrijdag ook vrouwen.")
        == GenderRule::kNone);
  CHECK(gender_of("Wandelgroep", "Veel mannen lopen mee.") == GenderRule::kNone);
}

TEST_CASE("what a record leaves open is told apart from what it says") {
  const auto has = [](const Annotation& annotation, indexer::Doubt doubt) {
    return std::any_of(annotation.doubts.begin(), annotation.doubts.end(),
                       [doubt](const indexer::FoundDoubt& found) { return found.doubt == doubt; });
  };
  using indexer::Doubt;
  CHECK(has(annotate(described("Maximaal tien deelnemers.")), Doubt::kPlaces));
  CHECK(has(annotate(described("Er is nu nog plek.")), Doubt::kPlaces));
  CHECK(has(annotate(described("Zondag rond 13.30 uur.")), Doubt::kHours));
  CHECK(has(annotate(described("Voor jongvolwassenen met autisme.")), Doubt::kConditions));
  CHECK(has(annotate(described("Eten met ouderen.")), Doubt::kForOld));
  CHECK_FALSE(has(annotate(described("Eten met ouderen vanaf 60 jaar.")), Doubt::kForOld));
  CHECK(has(annotate(described("U wordt opgehaald.")), Doubt::kTransport));
  CHECK(annotate(described("Elke week wandelen, gratis.")).doubts.empty());
}

TEST_CASE("several prices are a doubt, one is none") {
  Activity activity = described("Samen eten.");
  activity.costs = {{catalog::Cents{950}, "EUR", "maaltijd"}};
  CHECK(annotate(activity).doubts.empty());
  activity.costs.push_back({catalog::Cents{500}, "EUR", "met pas"});
  REQUIRE(annotate(activity).doubts.size() == 1);
  CHECK(annotate(activity).doubts.front().doubt == indexer::Doubt::kPrices);
}

TEST_CASE("words that say so of all ages take back what the fields give") {
  Activity activity = described("Elke leeftijd is welkom.");
  activity.min_age = 60;
  REQUIRE_FALSE(annotate(activity).min_age);
  CHECK(has_conflict(annotate(activity), indexer::FactName::kAge));
  activity.description = "Alle leeftijden, wel vanaf 16 jaar.";
  CHECK(annotate(activity).min_age == 16);
  Activity family = described("Voor gezinnen met een kind onder de vijf.");
  family.max_age = 5;
  CHECK_FALSE(annotate(family).max_age);
}

TEST_CASE("ages are told without the word for years too") {
  CHECK(age_of("Voor iedereen van 14 tot en met 19 uit het dorp.") == Age{14, 19});
  CHECK(age_of("Jongeren tussen 16 en 23.") == Age{16, 23});
  CHECK(age_of("Vanaf 18 tot de AOW.") == Age{18, 67});
  CHECK(age_of("Elke zaterdag 9.30 uur, 50 jaar en ouder.") == Age{50, {}});
  CHECK(age_of("Volwassenen € 12, jeugd € 6.") == Age{});
}

TEST_CASE("nothing is asked in more ways than one") {
  for (const char* const text :
       {"Wij vragen niets voor onze hulp.", "Het kost u geen cent.", "No dues, no fees.",
        "Geef wat je kunt missen.", "Geen entree.", "U betaalt uw gebruikelijke belkosten."}) {
    INFO(text);
    CHECK(cost_of(text) == catalog::Cents{0});
  }
  CHECK_FALSE(cost_of("Een tuin vraagt niets en geeft veel."));
  CHECK(cost_of("Gratis intake, daarna € 15 per les.") == catalog::Cents{1'500});
}

TEST_CASE("of the options the one counts that is neither for members nor of another year") {
  Activity activity = described("Wekelijks bridgen.");
  activity.costs = {{catalog::Cents{0}, "EUR", "lid"}, {catalog::Cents{300}, "EUR", "niet-lid"}};
  CHECK(annotate(activity).cost == catalog::Cents{300});
  activity.description = "Een rit kost 45 cent per kilometer. Honden gratis.";
  activity.costs = {{catalog::Cents{40}, "EUR", "per km"},
                    {catalog::Cents{45}, "EUR", "per km vanaf 2026"}};
  CHECK(annotate(activity).cost == catalog::Cents{45});
}

TEST_CASE("who stops drinking, a holiday or rain is no end") {
  for (const char* const text :
       {"Voor mensen die zijn gestopt met roken.", "Sinds de bakker dicht is komen we hier bijeen.",
        "Bij onweer gaat de wandeling niet door.", "In de kerstvakantie zijn wij gesloten.",
        "Tot nader order in de grote zaal.", "De lift is tot nader order defect.",
        "Wij gaan met maximaal acht mensen, niet langer dan een uur."}) {
    INFO(text);
    CHECK(live_of(described(text)) == Answer::kYes);
  }
}

TEST_CASE("the end is told in more ways than one") {
  for (const char* const text :
       {"De regeling is met ingang van maart vervallen.", "De groep is opgegaan in een andere.",
        "Wij bieden deze cursus niet langer aan.", "De pilot is stopgezet.", "Per mei stoppen we.",
        "Er is geen opvolger gevonden voor onze dirigent.", "De zaal is tot nader order dicht."}) {
    INFO(text);
    CHECK(live_of(described(text)) == Answer::kNo);
  }
}

TEST_CASE("where the place says nothing of wheelchairs the description may") {
  const auto wheelchair_of = [](const std::string& text) {
    Activity activity = described(text);
    activity.sites.emplace_back();
    return annotate(activity).site_access[0][0];
  };
  for (const char* const text :
       {"Alles gelijkvloers.", "Er zijn geen drempels.", "Rolstoelen rijden zo naar binnen.",
        "Rolstoel is geen bezwaar.", "Het pad is verhard.", "Er is een lift.",
        "Rolstoelers kunnen niet in het hok, wel op het terras."}) {
    INFO(text);
    CHECK(wheelchair_of(text) == Answer::kYes);
  }
  for (const char* const text :
       {"Met een rolstoel gaat dat niet.", "Er is geen lift of helling.",
        "Rolstoel alleen opgevouwen.", "De lift is sinds mei kapot.", "De stoep is hoog.",
        "Een smalle trap leidt naar de zolder.", "De rolstoel moet beneden blijven."}) {
    INFO(text);
    CHECK(wheelchair_of(text) == Answer::kNo);
  }
  CHECK(wheelchair_of("Voor wie slecht ter been is.") == Answer::kUnknown);
  CHECK(wheelchair_of("Geen drempel is te hoog voor een goed gesprek.") == Answer::kUnknown);
}

TEST_CASE("a line is called, a screen in the name is where one meets, a lesson about it is none") {
  const auto forms_of = [](const char* name, const char* text) {
    Activity activity = described(text);
    activity.name = name;
    activity.sites.emplace_back();
    activity.schedules.emplace_back();
    return annotate(activity).attendance;
  };
  CHECK(forms_of("Zorgenlijn", "Er zit iemand klaar, bel ons.").has(catalog::Attendance::kPhone));
  CHECK_FALSE(forms_of("Zoomgroep rouw", "Elke week.").has(catalog::Attendance::kInPerson));
  CHECK(forms_of("Leren beeldbellen", "Vier lessen.").has(catalog::Attendance::kInPerson));
  CHECK_FALSE(annotate(described("Eerst komt de coach langs voor een kennismaking."))
                  .attendance.has(catalog::Attendance::kHomeVisit));
}

TEST_CASE("what is free beside, and what is taken off, is no price") {
  CHECK(cost_of("De lunch kost twee vijftig.") == catalog::Cents{250});
  CHECK(cost_of("Vraag een gratis proefplaatsing aan.") == std::nullopt);
  CHECK(cost_of("Nu € 500 korting.") == std::nullopt);
  CHECK(cost_of("Kosten zijn er niet aan verbonden.") == catalog::Cents{0});
  CHECK(cost_of("Kosten: wat je in de pot doet.") == catalog::Cents{0});
  CHECK(cost_of("Kosten: alleen de koffie.") == catalog::Cents{0});
  CHECK(cost_of("Er gaat geen collectezak rond.") == catalog::Cents{0});
  CHECK(cost_of("Uitgang: vrije gaven.") == catalog::Cents{0});
}

TEST_CASE("what lies still for coffee has not ended") {
  CHECK(annotate(described("Om drie uur ligt alles stil voor koffie.")).live == Answer::kYes);
  CHECK(annotate(described("De een trilt, de ander staat stil.")).live == Answer::kYes);
  CHECK(annotate(described("De groep ligt sinds mei stil.")).live == Answer::kNo);
}

TEST_CASE("who sells or hires meets nobody, and a choir is no event") {
  Activity choir = described("Repetitie op maandag.");
  choir.name = "Mannenkoor";
  CHECK(annotate(choir).group_size == catalog::GroupSize::kOpenGroup);
  const indexer::Arrangement shop =
      arranged_by_rules(described("Uw maatje elke dinsdag in onze showroom."));
  CHECK(shop.group.size == catalog::GroupSize::kService);
  CHECK(shop.recurrence.recurrence == catalog::Recurrence::kContinuous);
  CHECK(arranged_by_rules(described("Hulp bij salaris en ontslag.")).recurrence.recurrence
        != catalog::Recurrence::kOneOff);
  Activity advice = described("Loop binnen.");
  advice.name = "Inloopspreekuur notaris";
  CHECK(annotate(advice).group_size == catalog::GroupSize::kService);
}

TEST_CASE("hostile records are annotated without harm") {
  Activity hostile =
      described(std::string(1'000'000, '9') + "\xff\xc0 " + std::string(70'000, '('));
  hostile.wait_time = std::string(10'000, '1') + " weken";
  hostile.tags = std::vector<std::string>(500, "x");
  hostile.sites.resize(3);
  REQUIRE(annotate(hostile).site_access.size() == 3);
}

}  // namespace kring::tests
