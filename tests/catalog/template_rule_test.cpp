// Do days and frequencies in Dutch words mean the rule that a reader would think of?
#include "catalog/formats/template_rule.h"

#include <string>

#include <catch2/catch.hpp>

#include "catalog/formats/template_values.h"

namespace kring::tests {
namespace {

using catalog::formats::parse_rule_words;
using catalog::formats::RuleWords;
using catalog::formats::write_rule_words;

/// "?" where the words cannot be read.
std::string rule_of(const std::string& days, const std::string& frequency) {
  return parse_rule_words({days, frequency}).value_or("?");
}

TEST_CASE("days in words are days of the week, of the month, or a row of days") {
  CHECK(rule_of("maandag", "") == "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO");
  CHECK(rule_of("ma, wo en vr", "wekelijks") == "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE,FR");
  CHECK(rule_of("ma t/m vr", "") == "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR");
  CHECK(rule_of("di-do", "") == "FREQ=WEEKLY;INTERVAL=1;BYDAY=TU,WE,TH");
  CHECK(rule_of("maandag tot en met woensdag", "") == "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE");
  CHECK(rule_of("werkdagen", "") == "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR");
  CHECK(rule_of("2e vrijdag", "") == "FREQ=MONTHLY;INTERVAL=1;BYDAY=2FR");
  CHECK(rule_of("1e en 3e dinsdag van de maand", "elke maand")
        == "FREQ=MONTHLY;INTERVAL=1;BYDAY=1TU,3TU");
  CHECK(rule_of("laatste zondag", "maandelijks") == "FREQ=MONTHLY;INTERVAL=1;BYDAY=-1SU");
}

TEST_CASE("frequencies in words are intervals") {
  CHECK(rule_of("woensdag", "om de week") == "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE");
  CHECK(rule_of("woensdag", "elke 3 weken") == "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE");
  CHECK(rule_of("", "dagelijks") == "FREQ=DAILY;INTERVAL=1");
  CHECK(rule_of("zaterdag", "eenmalig").empty());
  CHECK(rule_of("", "").empty());
  CHECK(rule_of("", "FREQ=YEARLY;BYMONTH=4") == "FREQ=YEARLY;BYMONTH=4");
}

TEST_CASE("words that are unclear are no rule") {
  CHECK(rule_of("dinsdag", "elke maand") == "?");
  CHECK(rule_of("2e dinsdag", "elke week") == "?");
  CHECK(rule_of("in overleg", "") == "?");
  CHECK(rule_of("maandag", "soms") == "?");
  CHECK(rule_of("ma t/m", "") == "?");
  CHECK(rule_of("vr t/m ma", "") == "?");
  CHECK(rule_of("2e", "") == "?");
}

TEST_CASE("a rule that is written is read as it was") {
  CHECK(write_rule_words("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,FR")
        == RuleWords{"woensdag, vrijdag", "om de 2 weken"});
  CHECK(write_rule_words("FREQ=MONTHLY;INTERVAL=1;BYDAY=2FR")
        == RuleWords{"2e vrijdag", "elke maand"});
  for (const std::string rule :
       {"", "FREQ=WEEKLY;INTERVAL=5;BYDAY=MO", "FREQ=MONTHLY;INTERVAL=1;BYDAY=-1SU",
        "FREQ=DAILY;INTERVAL=4", "FREQ=MONTHLY;INTERVAL=1;BYDAY=TU", "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=", "FREQ=WEEKLY;INTERVAL=x", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=4",
        "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;WKST=SU"}) {
    CAPTURE(rule);
    CHECK(parse_rule_words(write_rule_words(rule)) == rule);
  }
}

TEST_CASE("lists, areas and dates come back as they were written") {
  using namespace catalog::formats;  // NOLINT(google-build-using-namespace): of this body alone
  for (const std::vector<std::string>& items :
       {std::vector<std::string>{}, {"a"}, {"a;b", "c;"}, {";a", "b;;c"}, {"Lent (Wijk)"}}) {
    CHECK(parse_list(write_list(items)) == items);
  }
  CHECK(parse_list("a;\n b \n;") == std::vector<std::string>{"a", "b"});
  for (const catalog::ServiceArea& area : {catalog::ServiceArea{"Lent", ""},
                                           {"Lent", "Wijk"},
                                           {"Bergen (NH)", ""},
                                           {"Bergen (L)", "Gemeente"}}) {
    CHECK(parse_area(write_area(area)) == area);
  }
  const catalog::Date day = *catalog::parse_date("2026-01-04");
  for (const char* text :
       {"04-01-2026", "4-1-2026", "4/1/26", "zondag 4 januari 2026", "4 jan. 2026", "2026-01-04"}) {
    CAPTURE(text);
    CHECK(parse_dutch_date(text) == day);
  }
  CHECK(parse_dutch_date(write_dutch_date(day)) == day);
  for (const char* text : {"31-02-2026", "gisteren", "1-2026", "2026", "4-13-2026", ""}) {
    CHECK_FALSE(parse_dutch_date(text));
  }
}

}  // namespace
}  // namespace kring::tests
