// Is it understood from plain words how often something happens?

#include <string>

#include <catch2/catch.hpp>

#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

using catalog::Recurrence;

struct Told {
  const char* text;
  Recurrence recurrence;
};

Recurrence with_weekly_rule(const std::string& description) {
  catalog::Activity activity = described(description);
  catalog::Schedule schedule;
  schedule.rrule = "FREQ=WEEKLY;INTERVAL=1;BYDAY=WE";
  activity.schedules = {schedule};
  return annotate(activity).recurrence;
}

}  // namespace

TEST_CASE("how often is read in many wordings") {
  const Told told =
      GENERATE(Told{"Dinsdags van 10.30 tot 11.45, om de week.", Recurrence::kFortnightly},
               Told{"Every second Sunday of the month we cook.", Recurrence::kMonthly},
               Told{"Vijf zondagen per jaar in de kerk.", Recurrence::kIrregular},
               Told{"Zes avonden per jaar.", Recurrence::kIrregular},
               Told{"De data: 4 december, 15 januari, 26 februari.", Recurrence::kIrregular},
               Told{"Een maatje gaat de eerste drie keer met je mee.", Recurrence::kIrregular},
               Told{"Maximaal vijf gesprekken bij u thuis.", Recurrence::kIrregular},
               Told{"Wij brengen u bij elkaar, zoals het uitkomt.", Recurrence::kIrregular},
               Told{"Een vrijwilliger helpt, tot u het weer zelf kunt.", Recurrence::kIrregular},
               Told{"Een begeleider komt twee tot drie keer per week langs.", Recurrence::kWeekly},
               Told{"24 uur per dag, elke avond ook per chat.", Recurrence::kContinuous},
               Told{"Op maandag koffie.", Recurrence::kWeekly});
  INFO(told.text);
  CHECK(arranged_by_rules(described(told.text)).recurrence.recurrence == told.recurrence);
}

TEST_CASE("a weekly rule yields to words of every other week, not of an extra") {
  CHECK(with_weekly_rule("Woensdags, om de week (even weken).") == Recurrence::kFortnightly);
  CHECK(with_weekly_rule("Elke woensdag; eerste woensdag van de maand is er muziek.")
        == Recurrence::kWeekly);
}

TEST_CASE("help with hours is there when one asks, a day is a day") {
  catalog::Activity help = described("Hulp bij klussen. Bellen ma t/m vr van 9 tot 11.");
  help.name = "Klussendienst";
  CHECK(annotate(help).recurrence == Recurrence::kContinuous);
  help.description = "Hulp bij klussen, elke week.";
  CHECK(annotate(help).recurrence == Recurrence::kWeekly);
}

}  // namespace kring::tests
