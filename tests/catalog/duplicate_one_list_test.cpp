// When does one list tell two of its records apart, however alike they are?
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "catalog/duplicates/one_list.h"
#include "catalog/duplicates/score.h"

namespace kring::tests {
namespace {

using catalog::Activity;
using catalog::Minutes;
using catalog::duplicates::are_two_of_one_list;
using catalog::duplicates::Blocks;
using catalog::duplicates::is_linked;
using catalog::duplicates::kCrowd;
using catalog::duplicates::KeyList;
using catalog::duplicates::keys_of;
using catalog::duplicates::load_tuning;
using catalog::duplicates::score_pair;
using catalog::duplicates::Traits;
using catalog::duplicates::traits_of;
using catalog::duplicates::Tuning;

constexpr int kTen = 600;  // minutes of the day

// As a leisure centre tells it: all but the name is equal.
Activity make_class(const std::string& name) {
  Activity activity;
  activity.name = name;
  activity.description = "Book at the desk of the leisure centre, bring a towel and water.";
  activity.organization.name = "Active Town";
  activity.phones = {{"020 3770 4444", ""}};
  catalog::Site site;
  site.street = "281 Prince Regent Lane";
  site.postcode = "E13 8SD";
  activity.sites = {site};
  catalog::Schedule schedule;
  schedule.rrule = "FREQ=WEEKLY;BYDAY=WE";
  schedule.opens = Minutes{kTen};
  activity.schedules = {schedule};
  catalog::CostOption cost;
  cost.amount = catalog::Cents{760};
  activity.costs = {cost};
  return activity;
}

std::string change_price(Activity& activity) {
  activity.costs.front().amount = catalog::Cents{890};
  return "price";
}

std::string change_hour(Activity& activity) {
  activity.schedules.front().opens = Minutes{kTen + 30};
  return "hour";
}

/// Whether two records are linked where `count` of their organisation stand in their list.
bool are_linked_among(std::size_t count,
                      const Activity& one,
                      const Activity& other,
                      const std::string& source = "feed") {
  const Tuning tuning = load_tuning();
  const Traits a = traits_of(one, {}, "feed");
  const Traits b = traits_of(other, {}, source);
  KeyList list;
  for (std::size_t record = 0; record < count; ++record) {
    list.add(static_cast<std::uint32_t>(record), keys_of(a));
  }
  const Blocks blocks(std::move(list));
  return is_linked(score_pair(a, b, tuning), tuning) && !are_two_of_one_list(a, b, blocks);
}

}  // namespace

TEST_CASE("of an organisation with many records another name is another activity") {
  const Activity pilates = make_class("Pilates Wednesday 10am");
  const Activity cycling = make_class("Group Cycle V Wed 10am");
  CHECK_FALSE(are_linked_among(kCrowd, pilates, cycling));
  CHECK_FALSE(are_linked_among(1'000, pilates, cycling));
  CHECK(are_linked_among(kCrowd, pilates, pilates));
}

TEST_CASE("another hour or price is another activity too, in one list") {
  for (const auto change : {change_price, change_hour}) {
    Activity changed = make_class("Pilates");
    INFO(change(changed));
    CHECK_FALSE(are_linked_among(kCrowd, make_class("Pilates"), changed));
    CHECK(are_linked_among(kCrowd, make_class("Pilates"), changed, "other feed"));
  }
}

TEST_CASE("what has no address is known by its number") {
  Activity here = make_class("Legal forms in Cook County");
  here.sites.clear();
  Activity there = here;
  there.phones.front().number = "020 3770 4445";
  CHECK_FALSE(are_linked_among(kCrowd, here, there));
  CHECK(are_linked_among(kCrowd, here, here));
  there.sites = make_class("").sites;
  here.sites = there.sites;
  CHECK(are_linked_among(kCrowd, here, there));
}

TEST_CASE("an organisation with few records may call one thing by two names") {
  Activity one = make_class("Old Stars: wandelvoetbal");
  const Activity other = make_class("Walking Football 60 plus");
  CHECK(are_linked_among(2, one, other));
  one.name = "Legal help for seniors in Cass County";
  CHECK_FALSE(are_linked_among(2, one, make_class("Legal help for seniors in Christian County")));
  one.name = "Repair Cafe Roggel";
  CHECK(are_linked_among(2, one, make_class("Repaircafé Roggel en Heibloem")));
}

TEST_CASE("an event is known by its name, its days and its price") {
  const auto make_event = [](const std::string& name, int day) {
    Activity event = make_class(name);
    event.schedules.front().rrule.clear();
    event.schedules.front().first_day = std::chrono::year{2026} / std::chrono::December
                                        / std::chrono::day(static_cast<unsigned>(day));
    return event;
  };
  const Activity market = make_event("Winter market", 2);
  CHECK(are_linked_among(2, market, make_event("The Winter Market with a choir", 2)));
  CHECK_FALSE(are_linked_among(2, market, make_event("Winter market", 9)));
  CHECK_FALSE(are_linked_among(2, market, make_event("Knit in public", 2)));
  Activity dear = market;
  change_price(dear);
  CHECK_FALSE(are_linked_among(2, market, dear));
}

}  // namespace kring::tests
