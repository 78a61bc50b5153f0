// How is a field read that is written in an unexpected way?
#include "catalog/formats/field_reader.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/formats/moment.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/words.h"

namespace kring::tests {

using catalog::Attendance;
using catalog::Cents;
using catalog::Json;
using catalog::Minutes;
using catalog::formats::attendance_in;
using catalog::formats::clean_text;
using catalog::formats::Fields;
using catalog::formats::localise;
using catalog::formats::Notes;
using catalog::formats::parse_clock;
using catalog::formats::parse_moment;
using catalog::formats::parse_money;

TEST_CASE("HTML becomes plain text and a mere < stays") {
  CHECK(clean_text("<p>Koffie &amp; thee</p><ul><li>gratis</li></ul>")
        == "Koffie & thee\n\ngratis");
  CHECK(clean_text("Pre-pay <br />and swipe") == "Pre-pay\nand swipe");
  CHECK(clean_text("5 < 6 en <b>vet</b>") == "5 < 6 en vet");
  CHECK(clean_text("a<script>alert(1)</script>b") == "ab");
  CHECK(clean_text("caf&eacute; &#8364;5 &#x20AC;6 &nosuch; &") == "café €5 €6 &nosuch; &");
  CHECK(clean_text("<!-- weg -->blijft <") == "blijft <");
}

TEST_CASE("written-out line ends, CRLF and padding blanks are tidied") {
  CHECK(clean_text("  een\\ntwee\r\n\r\n\r\n\r\ndrie \t ") == "een\ntwee\n\ndrie");
  CHECK(clean_text("\u00a0x\u00a0") == "x");
  CHECK(catalog::formats::clean_line(" een \n  twee ") == "een twee");
}

TEST_CASE("amounts are read as numbers and as texts, and nonsense is not") {
  CHECK(parse_money("7.60") == Cents{760});
  CHECK(parse_money("€ 7,60") == Cents{760});
  CHECK(parse_money("5,-") == Cents{500});
  CHECK(parse_money("0") == Cents{0});
  CHECK(!parse_money("-1"));
  CHECK(!parse_money("gratis"));
  CHECK(!parse_money("1e300"));
}

TEST_CASE("clocks are read in the ways that feeds write them") {
  CHECK(parse_clock("10:00:00") == Minutes{600});
  CHECK(parse_clock("9:00am") == Minutes{540});
  CHECK(parse_clock("830am") == Minutes{510});
  CHECK(parse_clock("8:00m") == Minutes{480});
  CHECK(parse_clock("12:15 am") == Minutes{15});
  CHECK(parse_clock("7 pm") == Minutes{1140});
  CHECK(parse_clock("10.30 uur") == Minutes{630});
  CHECK(!parse_clock("25:00"));
  CHECK(!parse_clock("71582789:00"));  // 2^32 + 44 minutes
  CHECK(!parse_clock("0975"));
  CHECK(!parse_clock("overdag"));
}

TEST_CASE("a number, a text that is one, a list and one object are all taken") {
  const Json record = *catalog::parse_json(
      R"({"a":"51.5","b":51.5,"c":"51,5","d":"veel","e":{"x":1},"f":[{"x":1},"y",null],"g":["een","een",2],"h":null})");
  Notes notes;
  const Fields fields(record, "", notes);
  CHECK(fields.number("a") == 51.5);
  CHECK(fields.number("b") == 51.5);
  CHECK(fields.number("c") == 51.5);
  CHECK(fields.objects("e").size() == 1);
  CHECK(fields.lines("g") == std::vector<std::string>{"een", "2"});
  CHECK(fields.text("h").empty());
  CHECK(notes.problems().empty());
  CHECK(!fields.number("d"));
  CHECK(fields.objects("f").size() == 1);
  CHECK(fields.text("e").empty());
  REQUIRE(notes.problems().size() == 3);
  CHECK(notes.problems()[0].pointer == "/d");
  CHECK(notes.problems()[1].pointer == "/f/1");
  CHECK(notes.problems()[2].pointer == "/e");
}

TEST_CASE("every spelling of how one takes part is understood") {
  const auto only = [](Attendance form) {
    catalog::AttendanceSet set;
    set.add(form);
    return set;
  };
  for (const char* words : {"Op locatie", "in-person", "in_person"}) {
    CHECK(attendance_in(words) == only(Attendance::kInPerson));
  }
  for (const char* words : {"Online", "online", "Beeldbellen", "Zoom", "Webinar"}) {
    CHECK(attendance_in(words) == only(Attendance::kOnline));
  }
  CHECK(attendance_in("Aan huis") == only(Attendance::kHomeVisit));
  CHECK(attendance_in("home") == only(Attendance::kHomeVisit));
  CHECK(attendance_in("Telefonisch spreekuur") == only(Attendance::kPhone));
  CHECK(attendance_in("phone") == only(Attendance::kPhone));
  CHECK(attendance_in("hybrid").has(Attendance::kOnline));
  CHECK(attendance_in("hybrid").has(Attendance::kInPerson));
  CHECK(attendance_in("Telefoon en chat").has(Attendance::kOnline));
  CHECK(attendance_in("in het buurthuis").empty());
  CHECK(catalog::formats::attendance_of_virtual("Telefoon") == only(Attendance::kPhone));
  CHECK(catalog::formats::attendance_of_virtual("pannetje-over.example.org")
        == only(Attendance::kOnline));
}

TEST_CASE("languages are read by code and by name, and prose is not a language") {
  CHECK(catalog::formats::language_in("Tigrinya") == "ti");
  CHECK(catalog::formats::language_in("NL") == "nl");
  CHECK(catalog::formats::language_in("eng") == "en");
  CHECK(catalog::formats::language_in("pt-BR") == "pt-br");
  CHECK(!catalog::formats::language_in("In overleg met de vrijwilliger"));
}

TEST_CASE("an instant is on the Dutch clock where it is Dutch, and exact where it is not") {
  const auto local = [](const char* text, const char* country) {
    return localise(*parse_moment(text), {country, std::nullopt});
  };
  CHECK(local("2026-07-01T18:00:00Z", "").time == Minutes{20 * 60});
  CHECK(local("2026-01-01T23:30:00Z", "NL").time == Minutes{30});
  CHECK(catalog::format_date(local("2026-01-01T23:30:00Z", "NL").day) == "2026-01-02");
  CHECK(local("2026-07-01T20:00:00+02:00", "").zone == "Europe/Amsterdam");
  CHECK(local("2026-07-01T20:00:00+02:00", "").time == Minutes{20 * 60});
  const auto canada = local("2025-12-06T11:00:00-05:00", "CA");
  CHECK(canada.zone == "Etc/GMT+5");
  CHECK(canada.time == Minutes{11 * 60});
  CHECK(local("2020-07-13T17:00:00Z", "CA").zone == "UTC");
  CHECK(local("2020-07-13T17:00:00Z", "GB").zone == "Europe/London");
  CHECK(local("2020-07-13T17:00:00Z", "GB").time == Minutes{18 * 60});
  CHECK(local("2026-07-01T20:00:00", "CA").zone == "Europe/Amsterdam");
  CHECK(local("2026-07-01", "").time == std::nullopt);
  CHECK(local("2026-07-01T12:00:00+05:30", "").time == Minutes{390});
}

TEST_CASE("an instant in a country of several zones is on the clock of the nearest city's") {
  const catalog::Whereabouts bloor{"CA", catalog::Point{43.6628, -79.4228}};
  const auto show = localise(*parse_moment("2024-05-09T02:00:00.000Z"), bloor);
  CHECK(show.zone == "America/Toronto");
  CHECK(catalog::format_date(show.day) == "2024-05-08");
  CHECK(show.time == Minutes{22 * 60});
  CHECK(catalog::find_zone_at({"CA", catalog::Point{49.3, -123.1}}) == "America/Vancouver");
  CHECK(catalog::find_zone_at({"BE", std::nullopt}) == "Europe/Brussels");
  CHECK(!catalog::find_zone_at({"CA", std::nullopt}));
  CHECK(!catalog::find_zone_at({"XX", catalog::Point{1, 1}}));
  CHECK(!catalog::find_zone_at({"../etc", std::nullopt}));
}

TEST_CASE("no moment is moved out of the years that four digits tell") {
  const auto day_of = [](const char* text) {
    return catalog::format_date(localise(*parse_moment(text), {"NL", std::nullopt}).day);
  };
  CHECK(day_of("9999-12-31T23:30:00Z") == "9999-12-31");
  CHECK(day_of("0000-01-01T00:10:00+12:30") == "0000-01-01");
}

TEST_CASE("a moment's seconds are dropped, but :59 is the next minute") {
  CHECK(parse_moment("2020-01-06T23:59:59")->time == Minutes{24 * 60});
  CHECK(parse_moment("2020-01-06T24:00:59")->time == Minutes{24 * 60});
  CHECK(parse_moment("2020-01-06T16:59:59Z")->time == Minutes{17 * 60});
  CHECK(parse_moment("2020-01-06T16:00:30Z")->time == Minutes{16 * 60});
  CHECK(!parse_moment("morgen"));
  CHECK(!parse_moment("2026-02-30T10:00:00Z"));
}

}  // namespace kring::tests
