// Is it understood from plain words how one takes part?

#include <string>

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

using catalog::Attendance;
using catalog::AttendanceSet;

AttendanceSet forms(std::initializer_list<Attendance> listed) {
  AttendanceSet set;
  for (const Attendance form : listed)
    set.add(form);
  return set;
}

// With a place and hours, where somebody sits.
AttendanceSet with_office(const std::string& name, const std::string& description) {
  catalog::Activity activity = described(description);
  activity.name = name;
  activity.sites.emplace_back();
  catalog::Schedule schedule;
  schedule.rrule = "FREQ=DAILY";
  activity.schedules = {schedule};
  return annotate(activity).attendance;
}

}  // namespace

TEST_CASE("who comes to the door visits at home") {
  const char* text = GENERATE(
      "Riet en Theo gaan binnen veertien dagen met een mand op bezoek.",
      "Twee keer per week komt er een vrijwilliger van ons bij u.",
      "Uw kind krijgt elke week bezoek van een student.", "Onze leden bezoeken zieken en ouderen.",
      "Voor thuiswonende mensen met dementie.", "De maaltijd wordt thuis bezorgd.",
      "Een vrijwilliger helpt u thuis met de administratie.", "Wij brengen de boeken bij u thuis.",
      "De vrijwilliger staat donderdag met uw tassen voor de deur.");
  INFO(text);
  CHECK(arranged_by_rules(described(text)).attendance.forms == forms({Attendance::kHomeVisit}));
}

TEST_CASE("a visit to get acquainted, and what is delivered to nobody, is no home visit") {
  const char* text = GENERATE(
      "Eerst komt de coordinator bij u thuis kennismaken, daarna wandelt u samen.",
      "Vooraf maakt onze planner bij u thuis kennis.", "Wil komt bij u langs om het uit te leggen.",
      "Corrie komt dan een keer bij u praten.", "Wij zoeken wie ouderen een fijne dag bezorgt.",
      "Meubels bezorgen kan tegen 25 euro.", "We bellen u terug.", "U wordt eerst opgebeld.",
      "Aanmelden kan telefonisch of online.", "Cursus online bankieren in de bibliotheek.",
      "Een wandeling in Bergen op Zoom.");
  INFO(text);
  CHECK(arranged_by_rules(described(text)).attendance.forms == forms({Attendance::kInPerson}));
}

TEST_CASE("who calls is on the telephone, wherever the office is") {
  const char* text =
      GENERATE("Elke ochtend gaat bij acht mensen de telefoon. De een belt de ander.",
               "Uitleg en advies per telefoon. Een consulent zit aan de lijn.");
  INFO(text);
  CHECK(with_office("Hulp", text) == forms({Attendance::kPhone}));
  CHECK(with_office("Belcirkel", "Voor alleenwonenden.") == forms({Attendance::kPhone}));
  CHECK(with_office("Praatgroep", "Vooraf een telefonisch gesprek.")
        == forms({Attendance::kInPerson}));
}

TEST_CASE("who cannot come may follow from afar") {
  const char* text = GENERATE("Wie niet kan reizen doet mee via beeldbellen.",
                              "Twee keer zien we elkaar, de vijf ertussen zijn online.",
                              "Wie niet kan komen speelt woensdag online mee.",
                              "Bellen, mailen of videobellen; afspraak op kantoor.");
  INFO(text);
  CHECK(arranged_by_rules(described(text)).attendance.forms
        == forms({Attendance::kInPerson, Attendance::kOnline}));
}

TEST_CASE("how one takes part by now goes before how it was") {
  CHECK(with_office("Leesclub", "Vroeger in de bieb, nu alleen nog via Zoom.")
        == forms({Attendance::kOnline}));
  CHECK(with_office("Leesclub", "Wij komen uitsluitend nog online bijeen.")
        == forms({Attendance::kOnline}));
  CHECK(with_office("Cursus", "Online meedoen is niet meer mogelijk.")
        == forms({Attendance::kInPerson}));
  CHECK(with_office("Cursus", "De les is weer fysiek, na een jaar via Teams.")
        == forms({Attendance::kInPerson}));
}

TEST_CASE("work is done where it is, and a shop sells where it stands") {
  CHECK(arranged_by_rules(described("Je brengt bezoek aan huis. Solliciteer voor 15 december."))
            .attendance.forms
        == forms({Attendance::kInPerson}));
  CHECK(with_office("Wolwinkel", "Bestellingen worden thuisbezorgd.")
        == forms({Attendance::kInPerson}));
}

}  // namespace kring::tests
