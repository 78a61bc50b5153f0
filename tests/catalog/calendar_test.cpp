// Is what Kring writes as iCalendar iCalendar?
#include "catalog/schedule/calendar.h"

#include <memory>

#include <libical/ical.h>

#include <catch2/catch.hpp>

namespace kring::catalog {
namespace {

const Date kMonday = *parse_date("2026-11-23");

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Component parse(const std::string& text) {
  return {icalparser_parse_string(text.c_str()), icalcomponent_free};
}

CalendarEntry make_entry() {
  return {"1@kring.invalid", kMonday,
          Minutes{570},      "Eetclub; samen, thuis\\buiten",
          "Bel.\nVraag.",    "Plein 1, Nijmegen"};
}

}  // namespace

TEST_CASE("a calendar keeps to RFC 5545 and gives back what went in") {
  CalendarEntry whole_day = make_entry();
  whole_day.uid = "2@kring.invalid";
  whole_day.starts.reset();
  const std::string text = write_calendar({make_entry(), whole_day}, kMonday);
  const Component calendar = parse(text);
  REQUIRE(calendar != nullptr);
  REQUIRE(icalrestriction_check(calendar.get()) == 1);
  REQUIRE(icalcomponent_count_errors(calendar.get()) == 0);
  icalcomponent* const event =
      icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
  REQUIRE(std::string(icalcomponent_get_summary(event)) == make_entry().summary);
  REQUIRE(std::string(icalcomponent_get_description(event)) == make_entry().description);
  REQUIRE(std::string(icalcomponent_get_location(event)) == make_entry().location);
  REQUIRE(text.find("DTSTART:20261123T093000Z\r\n") != std::string::npos);
  REQUIRE(text.find("DTSTART;VALUE=DATE:20261123\r\n") != std::string::npos);
}

TEST_CASE("lines are folded at 75 octets and never within a letter") {
  CalendarEntry entry = make_entry();
  entry.summary.clear();
  for (int i = 0; i < 60; ++i)
    entry.summary += "ዓርቢ";
  const std::string text = write_calendar({entry}, kMonday);
  std::size_t begin = 0;
  for (std::size_t end = text.find("\r\n"); end != std::string::npos;
       end = text.find("\r\n", begin)) {
    REQUIRE(end - begin <= 75);
    const std::size_t first = begin < end && text[begin] == ' ' ? begin + 1 : begin;
    REQUIRE((static_cast<unsigned char>(text[first]) & 0xC0U) != 0x80U);
    begin = end + 2;
  }
  REQUIRE(begin == text.size());
  REQUIRE(std::string(icalcomponent_get_summary(
              icalcomponent_get_first_component(parse(text).get(), ICAL_VEVENT_COMPONENT)))
          == entry.summary);
}

TEST_CASE("no line is folded within its own end, whatever its length") {
  CalendarEntry entry = make_entry();
  entry.summary.clear();
  for (int length = 1; length <= 160; ++length) {
    entry.summary += 'a';
    const std::string text = write_calendar({entry}, kMonday);
    CHECK(text.find("\r\r") == std::string::npos);
    CHECK(text.find(" \n") == std::string::npos);
    CHECK(std::string(icalcomponent_get_summary(
              icalcomponent_get_first_component(parse(text).get(), ICAL_VEVENT_COMPONENT)))
          == entry.summary);
  }
}

TEST_CASE("a time with an offset is told in UTC, across midnight too") {
  const auto morning = parse_utc("2026-11-25T10:00:00+01:00");
  REQUIRE(morning);
  REQUIRE(morning->day == *parse_date("2026-11-25"));
  REQUIRE(morning->time == Minutes{540});
  REQUIRE(parse_utc("2026-11-25T00:30:00+01:00")->day == *parse_date("2026-11-24"));
  REQUIRE(parse_utc("2026-11-25T00:30:00+01:00")->time == Minutes{1410});
  REQUIRE(parse_utc("2026-11-25T23:30:00-01:00")->day == *parse_date("2026-11-26"));
  REQUIRE(parse_utc("2026-11-25T23:30:00Z")->time == Minutes{1410});
  for (const char* const text : {"", "2026-11-25", "2026-11-25T10:00:00", "2026-11-25T10:00:00+1"})
    REQUIRE_FALSE(parse_utc(text));
}

}  // namespace kring::catalog
