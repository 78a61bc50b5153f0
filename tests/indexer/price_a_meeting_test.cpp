// What does one meeting cost, whatever the unit of the price?

#include <string>

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

using catalog::Activity;

std::optional<catalog::Cents> cost_of(const std::string& text) {
  return annotate(described(text)).cost_per_session;
}

}  // namespace

TEST_CASE("costs are read a meeting") {
  REQUIRE(cost_of("Koffie, 3 euro per keer.") == catalog::Cents{300});
  REQUIRE(cost_of("Bijdrage: € 2,50.") == catalog::Cents{250});
  REQUIRE(cost_of("Deelname is gratis.") == catalog::Cents{0});
  REQUIRE(cost_of("Zeven avonden, € 35 voor 7 avonden.") == catalog::Cents{500});
  REQUIRE_FALSE(cost_of("Kom eens langs."));
}

TEST_CASE("a price by the month is shared out over its meetings") {
  Activity activity = described("Wekelijks zingen.");
  activity.costs = {{catalog::Cents{2'000}, "EUR", "per maand"}};
  REQUIRE(annotate(activity).cost_per_session == catalog::Cents{500});
}

TEST_CASE("a course's price is shared out over the meetings that its words or its rule count") {
  CHECK(cost_of("Zes bijeenkomsten over vriendschap. Deelname € 15 in totaal.")
        == catalog::Cents{250});
  CHECK(cost_of("Acht donderdagen leren koken. Cursusprijs € 96.") == catalog::Cents{1'200});
  CHECK(cost_of("Acht avonden, € 5 per keer.") == catalog::Cents{500});
  Activity lessons = described("De cursus duurt twaalf weken en kost 75 euro.");
  catalog::Schedule twice;
  twice.rrule = "FREQ=WEEKLY;BYDAY=MO,WE";
  twice.first_day = catalog::parse_date("2027-01-04");
  lessons.schedules = {twice};
  lessons.costs = {{catalog::Cents{7'500}, "EUR", "12 weken"}};
  CHECK(annotate(lessons).cost_per_session == catalog::Cents{312});
  Activity book = described("Een groep van acht bijeenkomsten.");
  book.costs = {{catalog::Cents{1'250}, "EUR", "werkboek"}};
  CHECK(annotate(book).cost_per_session == catalog::Cents{156});
}

TEST_CASE("a price without a unit has the one that the words tell of it") {
  Activity activity = described("Elke woensdagmiddag timmeren. €20 per maand inclusief hout.");
  activity.costs = {{catalog::Cents{2'000}, "EUR", ""}};
  CHECK(annotate(activity).cost == catalog::Cents{2'000});
  CHECK(annotate(activity).cost_per_session == catalog::Cents{500});
}

TEST_CASE("a meeting costs what it does in the cheapest way to pay") {
  Activity activity = described("Stoelyoga.");
  activity.costs = {{catalog::Cents{5'500}, "EUR", "10-strippenkaart"},
                    {catalog::Cents{700}, "EUR", "losse les"}};
  CHECK(annotate(activity).cost == catalog::Cents{700});
  CHECK(annotate(activity).cost_per_session == catalog::Cents{550});
  CHECK(cost_of("Losse les € 7, strippenkaart van 10 lessen € 55.") == catalog::Cents{550});
}

TEST_CASE("a subscription that keeps no meetings has no price a meeting") {
  Activity alarm = described("Alarmknop: dag en nacht bereikbaar. € 19,95 per maand.");
  CHECK(annotate(alarm).cost == catalog::Cents{1'995});
  CHECK_FALSE(annotate(alarm).cost_per_session);
}

}  // namespace kring::tests
