#include "engine/wish_changes.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/explain.h"
#include "engine/practical_json.h"

namespace kring::engine {
namespace {

using catalog::Json;
using catalog::Text;

constexpr std::array kMoreMinutes = {5, 10, 15, 20, 30, 45, 60};
constexpr std::array kOtherMinutes = {15, 30, 45, 60};  // by a way of travel that is new
constexpr int kMaxMinutes = 180;
constexpr int kDaysInWeek = 7;
constexpr std::array<std::int64_t, 5> kMoreCents = {100, 250, 500, 1'000, 2'000};

// A journey as it stands behind "u 20 in plaats van 10 minuten" and "you".
const Text& mode_words(TravelMode mode) {
  static const std::array<Text, kTravelModeCount> kWords = {
      {{"loopt", "walk"},
       {"met de rolstoel rijdt", "go by wheelchair"},
       {"fietst", "cycle"},
       {"met bus of trein reist", "go by public transport"},
       {"met de auto rijdt", "drive"},
       {"met iemand meerijdt", "ride with someone"}}};
  return kWords[static_cast<std::size_t>(mode)];
}

WishChange widen_travel(const Understood& understood, std::size_t i, int to) {
  std::vector<Travel> wider = *understood.profile.practical.travel;
  const int from = wider[i].max_minutes.value;
  wider[i].max_minutes.value = to;
  const Text& mode = mode_words(wider[i].mode);
  return {
      understood.practical.travel
          ? RelaxedLimit{fmt::format("/practical/travel/{}/max_minutes", i), Json(from), Json(to)}
          : RelaxedLimit{"/practical/travel", Json(), write_travel(wider)},
      {fmt::format("u {} in plaats van {} minuten {}", to, from, mode.nl),
       fmt::format("you {} {} instead of {} minutes", mode.en, to, from),
       fmt::format("je {} in plaats van {} minuten {}", to, from, mode.nl)},
      [i, to](Practical& practical) { (*practical.travel)[i].max_minutes.value = to; }};
}

// One way of travel for longer.
std::vector<WishChange> travel_longer(const Understood& understood,
                                      std::size_t i,
                                      Stretch stretch) {
  const int from = (*understood.profile.practical.travel)[i].max_minutes.value;
  std::vector<WishChange> family;
  for (const int more : kMoreMinutes) {
    const bool is_in_measure = more <= std::max(kMoreMinutes[1], from);
    const bool is_allowed = stretch == Stretch::kFar || is_in_measure;
    if (!is_allowed || from + more > kMaxMinutes) break;
    family.push_back(widen_travel(understood, i, from + more));
  }
  return family;
}

// By a way of travel that the person did not name. Whoever stays at home named none at all.
std::vector<WishChange> travel_otherwise(const Understood& understood, TravelMode mode) {
  const std::vector<Travel>& travel = *understood.profile.practical.travel;
  const bool is_named = std::any_of(travel.begin(), travel.end(),
                                    [mode](const Travel& entry) { return entry.mode == mode; });
  std::vector<WishChange> family;
  if (is_named || travel.empty()) return family;
  const Text& words = mode_words(mode);
  for (const int minutes : kOtherMinutes) {
    const Travel other{mode, {minutes}};
    std::vector<Travel> wider = travel;
    wider.push_back(other);
    family.push_back(
        {{"/practical/travel",
          understood.practical.travel ? write_travel(*understood.practical.travel) : Json(),
          write_travel(wider)},
         {fmt::format("u ook {} minuten {}", minutes, words.nl),
          fmt::format("you also {} for {} minutes", words.en, minutes),
          fmt::format("je ook {} minuten {}", minutes, words.nl)},
         [other](Practical& practical) { practical.travel->push_back(other); }});
  }
  return family;
}

void add_travel(const Understood& understood,
                Stretch stretch,
                std::vector<std::vector<WishChange>>& families) {
  const std::optional<std::vector<Travel>>& travel = understood.profile.practical.travel;
  if (!travel) return;
  for (std::size_t i = 0; i < travel->size(); ++i)
    families.push_back(travel_longer(understood, i, stretch));
  if (stretch == Stretch::kInMeasure) return;
  for (const TravelMode mode : {TravelMode::kBicycle, TravelMode::kPublicTransport})
    families.push_back(travel_otherwise(understood, mode));
}

void add_cost(const Understood& understood, std::vector<std::vector<WishChange>>& families) {
  const std::optional<catalog::Cents>& cost = understood.profile.practical.max_cost_per_session;
  if (!cost) return;
  std::vector<WishChange> family;
  for (const std::int64_t more : kMoreCents) {
    const std::int64_t to = cost->value + more;
    const bool is_stated = understood.practical.max_cost_per_session.has_value();
    family.push_back(
        {{"/practical/max_cost_per_session",
          is_stated ? catalog::make_decimal(cost->value, 2) : Json(), catalog::make_decimal(to, 2)},
         {fmt::format("het {},{:02} euro per keer mag kosten", to / 100, to % 100),
          fmt::format("it may cost {}.{:02} euro a time", to / 100, to % 100)},
         [to](Practical& practical) { practical.max_cost_per_session = catalog::Cents{to}; }});
  }
  families.push_back(std::move(family));
}

WishChange open_all_hours(const Understood& understood) {
  static const std::vector<WeekHours> kAlways = {{{0, 1, 2, 3, 4, 5, 6}, {0}, {1440}}};
  return {understood.practical.availability
              ? RelaxedLimit{"/practical/availability",
                             write_hours(*understood.practical.availability), Json()}
              : RelaxedLimit{"/practical/availability", Json(), write_hours(kAlways)},
          {"elk uur van de week kan", "every hour of the week is possible"},
          [](Practical& practical) { practical.availability.reset(); }};
}

void add_hours(const Understood& understood, std::vector<std::vector<WishChange>>& families) {
  if (!understood.profile.practical.availability) return;
  std::vector<WishChange> family;
  family.reserve(kDaysInWeek + 1);
  for (int day = 0; day < kDaysInWeek; ++day) {
    family.push_back(add_day(understood, day));
  }
  family.push_back(open_all_hours(understood));
  families.push_back(std::move(family));
}

void add_attendance(const Understood& understood, std::vector<std::vector<WishChange>>& families) {
  const std::optional<catalog::AttendanceSet>& forms = understood.profile.practical.attendance;
  if (!forms) return;
  Json from{Json::Array()};
  for (const catalog::Attendance form : catalog::forms_of(*forms)) {
    from.push_back(name_of(form));
  }
  families.push_back({{{"/practical/attendance", std::move(from), Json()},
                       {"het ook op een andere manier mag: samen, thuis, telefoon of online",
                        "other ways are fine too: together, at home, by phone or online"},
                       [](Practical& practical) { practical.attendance.reset(); }}});
}

}  // namespace

std::vector<std::vector<WishChange>> find_wish_changes(const Understood& understood,
                                                       Stretch stretch) {
  std::vector<std::vector<WishChange>> families;
  add_travel(understood, stretch, families);
  add_attendance(understood, families);
  add_hours(understood, families);
  add_cost(understood, families);
  std::erase_if(families, [](const auto& family) { return family.empty(); });
  return families;
}

WishChange add_day(const Understood& understood, int day) {
  const WeekHours whole_day{{day}, {0}, {1440}};
  std::vector<WeekHours> wider = *understood.profile.practical.availability;
  wider.push_back(whole_day);
  return {
      {"/practical/availability",
       understood.practical.availability ? write_hours(*understood.practical.availability) : Json(),
       write_hours(wider)},
      {fmt::format("{} ook kan", weekday_words(day).nl),
       fmt::format("{} is possible too", weekday_words(day).en)},
      [whole_day](Practical& practical) { practical.availability->push_back(whole_day); }};
}

}  // namespace kring::engine
