// What of a record is compared with others, and which records meet by it?
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/duplicates/blocks.h"
#include "catalog/duplicates/figures.h"
#include "catalog/duplicates/traits_bytes.h"
#include "tests/catalog/walking_group.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::duplicates::Blocks;
using catalog::duplicates::Figure;
using catalog::duplicates::figures_of;
using catalog::duplicates::Keys;
using catalog::duplicates::keys_of;
using catalog::duplicates::kMaxBlock;
using catalog::duplicates::read_traits;
using catalog::duplicates::Span;
using catalog::duplicates::traits_of;
using catalog::duplicates::write_traits;

Blocks make_blocks(const std::vector<Keys>& keys) {
  catalog::duplicates::KeyList list;
  for (std::uint32_t record = 0; record < keys.size(); ++record) {
    list.add(record, keys[record]);
  }
  return Blocks(std::move(list));
}

}  // namespace

TEST_CASE("what has no address meets what is about the same in the same region") {
  const auto at_home_in = [](const char* area, const char* name) {
    Activity activity;
    activity.name = name;
    activity.areas = {{area, {}}};
    return keys_of(traits_of(activity, tell_walking()));
  };
  const Keys keys = at_home_in("Purmerend", "Klussen");
  CHECK(make_blocks({keys, at_home_in("Purmerend", "Handje helpen")}).partners_of(0, keys)
        == std::vector<std::uint32_t>{1});
  CHECK(make_blocks({keys, at_home_in("Edam", "Handje helpen")}).partners_of(0, keys).empty());
}

TEST_CASE("days are read from words, in full, in brief and from one to another") {
  const std::vector<std::pair<const char*, unsigned>> texts = {
      {"Elke dinsdagochtend en vrijdags.", 0b0010010},
      {"Koffie-inloop di 9.30-12.00.", 0b0000010},
      {"Werkochtend wo, werkmiddag za.", 0b0100100},
      {"1e za v/d maand", 0b0100000},
      {"Open ma t/m vr 10.00-16.00 uur", 0b0011111},
      {"van maandag tot en met donderdag", 0b0001111},
      {"za - ma", 0b1100001},
      {"do en vr, zo 14 u", 0b1011000},
      {"Zo doe je dat: do it yourself, ma.", 0},
      {"Kom langs.", 0},
  };
  for (const auto& [text, days] : texts) {
    Activity activity;
    activity.description = text;
    INFO(text);
    CHECK(traits_of(activity).times.days == days);
  }
}

TEST_CASE("a span is of what has a last day and does not go on by weekdays") {
  Activity activity = walking_group();
  CHECK_FALSE(traits_of(activity).times.span);
  catalog::Schedule& schedule = activity.sites.front().schedules.emplace_back();
  activity.schedules.clear();
  const catalog::Date day = std::chrono::year{2026} / std::chrono::December / 2;
  schedule.first_day = day;
  CHECK(traits_of(activity).times.span == Span{day, day});
  schedule.rrule = "FREQ=DAILY";
  CHECK_FALSE(traits_of(activity).times.span);
  schedule.last_day = day + std::chrono::days(3);
  CHECK(traits_of(activity).times.span == Span{day, *schedule.last_day});
}

TEST_CASE("traits come back from their bytes as they were") {
  Activity full = walking_group();
  full.name = "Wandelen 2 voor vrouwen";
  full.email = "info@wandel.example";
  full.url = "https://wandel.example/groep";
  full.min_age = 18;
  for (const Activity& activity : {full, walking_group(), Activity{}}) {
    const auto traits = traits_of(activity, tell_walking());
    CHECK(read_traits(write_traits(traits)) == traits);
  }
}

TEST_CASE("figures are told alike in digits, in words and in fields") {
  const auto figures_in = [](const char* text) {
    Activity activity;
    activity.description = text;
    return figures_of(activity);
  };
  CHECK(figures_in("van half twee tot vier, zeventien euro")
        == std::vector<Figure>{130, 400, 1'700});
  CHECK(figures_in("13.30-16 uur, EUR 17,00") == std::vector<Figure>{130, 400, 1'700});
  CHECK(figures_in("12.50 per keer, voor zestigplussers") == std::vector<Figure>{1'250, 6'000});
  CHECK(figures_in("een keer, sinds 1998, 0 euro, bel 0240000114").empty());
  CHECK(figures_of(walking_group()) == figures_in("om 10 uur, in 2 tempo's"));
}

TEST_CASE("records meet where the text of one names the organisation of the other") {
  Activity own;
  own.name = "Klussen";
  own.organization.name = "Stichting De Waterpas";
  Activity list;
  list.name = "Kraan lekt?";
  list.description = "Voor ouderen: de vrijwilligers van De Waterpas komen langs.";
  const Keys keys = keys_of(traits_of(own));
  CHECK(make_blocks({keys, keys_of(traits_of(list))}).partners_of(0, keys)
        == std::vector<std::uint32_t>{1});
}

TEST_CASE("records meet where they share a key, and not where all do") {
  const Keys keys = keys_of(traits_of(walking_group()));
  const Blocks few = make_blocks({keys, keys, {1, 2}});
  CHECK(few.partners_of(0, keys) == std::vector<std::uint32_t>{1});
  CHECK(few.count_of(keys.front()) == 2);
  CHECK(few.count_of(1) == 1);
  const Blocks many = make_blocks(std::vector<Keys>(kMaxBlock + 1, keys));
  CHECK(many.partners_of(0, keys).empty());
  CHECK(many.count_of(keys.front()) == kMaxBlock + 1);
}

}  // namespace kring::tests
