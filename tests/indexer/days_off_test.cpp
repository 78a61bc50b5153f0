// Which days off are told by a text, and which sessions are left?
#include "indexer/language/days_off.h"

#include <catch2/catch.hpp>

#include "catalog/schedule/expand.h"
#include "catalog/schedule/planned_days.h"
#include "indexer/open_sessions.h"
#include "tests/indexer/annotated.h"

namespace kring::tests {
namespace {

using catalog::DaysOff;
using catalog::SchoolHoliday;

DaysOff told_by(const char* text) {
  static const indexer::Analyser kAnalyser;
  return indexer::find_days_off(text, kAnalyser);
}

DaysOff school(std::initializer_list<SchoolHoliday> holidays) {
  DaysOff days_off;
  for (const SchoolHoliday holiday : holidays) {
    days_off.add(holiday);
  }
  return days_off;
}

const DaysOff kAllSchool{false, DaysOff::kAllSchool};
const DaysOff kPublic{true, 0};

catalog::Date day(const char* text) {
  return *catalog::parse_date(text);
}

/// The same days as calendars name them.
std::vector<std::string> days_in_calendar(const catalog::Activity& activity,
                                          const catalog::Places& places) {
  const catalog::Activity planned = catalog::with_days_off(
      activity, [](std::string_view text) { return told_by(std::string(text).c_str()); }, places);
  std::vector<std::string> days;
  for (const catalog::Session& session :
       catalog::expand(planned.schedules.front(), day("2026-10-10"), day("2026-10-31"))) {
    days.push_back(catalog::format_date(session.day).substr(5));
  }
  return days;
}

/// Days of a weekly activity in Nijmegen or nowhere, in matches and in calendars.
std::vector<std::string> days_left(const char* note, const char* postcode) {
  catalog::Schedule schedule;
  schedule.rrule = "FREQ=WEEKLY;INTERVAL=1;BYDAY=FR";
  schedule.first_day = day("2026-01-02");
  schedule.opens = catalog::Minutes{600};
  schedule.description = note;
  catalog::Activity activity = described("Samen zingen.");
  activity.schedules = {schedule};
  catalog::Site site;
  site.postcode = postcode;
  const indexer::Analyser analyser;
  const catalog::Places places({{6511, "Nijmegen", "Nijmegen", "GM0268", {51.8, 5.8}, false}});
  std::vector<std::string> days;
  for (const catalog::Session& session : indexer::OpenSessions(activity, {}, analyser, places)
                                             .find(&site, day("2026-10-10"), day("2026-10-31"))) {
    days.push_back(catalog::format_date(session.day).substr(5));
  }
  activity.sites = {site};
  CHECK(days == days_in_calendar(activity, places));
  return days;
}

}  // namespace

TEST_CASE("texts say that there is nothing on feestdagen or in school holidays") {
  CHECK(told_by("niet in schoolvakanties") == kAllSchool);
  CHECK(told_by("woensdagmiddag 14.00-16.00, niet in schoolvakanties") == kAllSchool);
  CHECK(told_by("Niet in de vakanties.") == kAllSchool);
  CHECK(told_by("Tijdens de schoolvakanties gesloten.") == kAllSchool);
  CHECK(told_by("Elke vrijdag, behalve in de schoolvakanties") == kAllSchool);
  CHECK(told_by("niet op feestdagen") == kPublic);
  CHECK(told_by("Op feestdagen zijn we gesloten.") == kPublic);
  CHECK(told_by("niet in de kerstvakantie") == school({SchoolHoliday::kChristmas}));
  CHECK(told_by("Niet in de kerst- en carnavalsvakantie!")
        == school({SchoolHoliday::kChristmas, SchoolHoliday::kSpring}));
}

TEST_CASE("a holiday that changes the hours only, or is a journey, closes nothing") {
  for (const char* text : {"in schoolvakanties tot 18.00 uur", "ook in de zomervakantie",
                           "Zevendaagse vakantie voor mensen die zorg nodig hebben",
                           "niet alleen in de vakanties", "Proef tot de zomervakantie 2026."}) {
    CAPTURE(text);
    CHECK(told_by(text).empty());
  }
}

TEST_CASE("sessions in the school holidays of the region fall out, and stay where it is unknown") {
  using Days = std::vector<std::string>;
  CHECK(days_left("niet in schoolvakanties", "6511 AB") == Days{"10-16", "10-30"});
  CHECK(days_left("niet in schoolvakanties", "") == Days{"10-16", "10-23", "10-30"});
  CHECK(days_left("", "6511 AB") == Days{"10-16", "10-23", "10-30"});
}

}  // namespace kring::tests
