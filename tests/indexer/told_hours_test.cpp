// Is it understood from the words alone when something meets?

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

using catalog::Activity;

std::vector<std::string> hours_of(const Activity& activity) {
  std::vector<std::string> hours;
  for (const catalog::Schedule& schedule : annotate(activity).told_hours) {
    std::string line = schedule.rrule + " " + catalog::format_time_of_day(*schedule.opens);
    if (schedule.closes) line += "-" + catalog::format_time_of_day(*schedule.closes);
    hours.push_back(std::move(line));
  }
  return hours;
}

std::vector<std::string> hours_of(const std::string& text) {
  return hours_of(described(text));
}

using Hours = std::vector<std::string>;

}  // namespace

TEST_CASE("days and hours are read from the words where no schedule states them") {
  CHECK(hours_of("Elke woensdag van 10 tot 12 uur koffie.")
        == Hours{"FREQ=WEEKLY;BYDAY=WE 10:00-12:00"});
  CHECK(hours_of("Dinsdag 9.30-12.00 en donderdag 13-15.30, zonder afspraak.")
        == Hours{"FREQ=WEEKLY;BYDAY=TU 09:30-12:00", "FREQ=WEEKLY;BYDAY=TH 13:00-15:30"});
  CHECK(hours_of("Inloop ma t/m vr 9-12.")
        == Hours{"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 09:00-12:00"});
  CHECK(hours_of("Open op ma-wo-vr van 9 tot 11.")
        == Hours{"FREQ=WEEKLY;BYDAY=MO,WE,FR 09:00-11:00"});
  CHECK(hours_of("Wij zingen elke dinsdagavond om 19:30 uur.")
        == Hours{"FREQ=WEEKLY;BYDAY=TU 19:30"});
  CHECK(hours_of("Elke week op dinsdag en donderdag, tussen 14.00 en 16.00 uur.")
        == Hours{"FREQ=WEEKLY;BYDAY=TU,TH 14:00-16:00"});
}

TEST_CASE("two days with a hyphen are a range, and what is told twice is read once") {
  CHECK(hours_of("Ma-vr vanaf 11 uur.").front().starts_with("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"));
  CHECK(hours_of("Woensdag 14-16 uur. Let op: woensdag 14-16 uur!").size() == 1);
}

TEST_CASE("a day of the month is read with its ordinals") {
  CHECK(hours_of("Elke 2e dinsdag van de maand, 10–12 u.")
        == Hours{"FREQ=MONTHLY;BYDAY=2TU 10:00-12:00"});
  CHECK(hours_of("De laatste vrijdag van de maand 14:00-16:00 uur.")
        == Hours{"FREQ=MONTHLY;BYDAY=-1FR 14:00-16:00"});
}

TEST_CASE("hours for calls, closed hours, dates and weeks that nobody tells are no meetings") {
  const char* text = GENERATE(
      "Bel op dinsdag van 10 tot 12 uur.", "Telefonisch bereikbaar ma t/m vr 9-12.",
      "Aanmelden kan op woensdag van 13 tot 15 uur.", "Op maandag gesloten van 12 tot 13 uur.",
      "Om de week op dinsdag van 10 tot 12 uur.", "In de even weken op vrijdag 10-12 uur.",
      "Op zaterdag 5 december van 11 tot 13 uur.", "Een dinsdag in de maand, 10 tot 12 uur.",
      "Dinsdag kost het 10 tot 12 euro.", "Zo 3 tot 5 mensen komen.", "Ma 70 tot 80 jaar.");
  INFO(text);
  CHECK(hours_of(text).empty());
}

TEST_CASE("a schedule that states hours wins over the words") {
  Activity activity = described("Elke woensdag van 10 tot 12 uur.");
  catalog::Schedule stated;
  stated.rrule = "FREQ=WEEKLY;BYDAY=TH";
  stated.first_day = catalog::parse_date("2026-01-01");
  stated.opens = catalog::Minutes{600};
  activity.schedules = {stated};
  CHECK(hours_of(activity).empty());
}

}  // namespace kring::tests
