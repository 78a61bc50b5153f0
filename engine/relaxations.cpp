#include "engine/relaxations.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/practical_json.h"

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Json;

// What was understood with one wish changed, and how to say it.
struct Option {
  Understood understood;
  Relaxation relaxation;

  [[nodiscard]] Practical& practical() { return understood.profile.practical; }
};

constexpr int kMoreMinutes = 15;
constexpr int kMaxMinutes = 180;
constexpr std::int64_t kMoreCents = 250;

Option make_option(const Understood& understood, RelaxedLimit change, const catalog::Text& text) {
  Option option{understood, {}};
  option.relaxation.changes.push_back(std::move(change));
  option.relaxation.text = in(understood.profile.language, text);
  return option;
}

void add_travel(const Understood& understood, std::vector<Option>& options) {
  const std::optional<std::vector<Travel>>& travel = understood.profile.practical.travel;
  if (!travel) return;
  for (std::size_t i = 0; i < travel->size(); ++i) {
    const int from = (*travel)[i].max_minutes.value;
    const int to = std::min(kMaxMinutes, from + std::max(kMoreMinutes, from / 2));
    if (to == from) continue;
    std::vector<Travel> wider = *travel;
    wider[i].max_minutes.value = to;
    RelaxedLimit change{fmt::format("/practical/travel/{}/max_minutes", i), Json(from), Json(to)};
    if (!understood.practical.travel) change = {"/practical/travel", Json(), write_travel(wider)};
    options.push_back(
        make_option(understood, std::move(change),
                    {fmt::format("Reis tot {} minuten in plaats van {}.", to, from),
                     fmt::format("Travel up to {} minutes instead of {}.", to, from)}));
    options.back().practical().travel = std::move(wider);
  }
}

void add_attendance(const Understood& understood, std::vector<Option>& options) {
  const std::optional<catalog::AttendanceSet>& forms = understood.profile.practical.attendance;
  if (!forms) return;
  Json from{Json::Array()};
  for (const catalog::Attendance form : catalog::forms_of(*forms)) {
    from.push_back(name_of(form));
  }
  options.push_back(make_option(understood, {"/practical/attendance", std::move(from), Json()},
                                {"Sta elke vorm toe: samen, thuis, telefoon of online.",
                                 "Allow every form: together, at home, by phone or online."}));
  options.back().practical().attendance.reset();
}

void add_hours(const Understood& understood, std::vector<Option>& options) {
  const std::optional<std::vector<WeekHours>>& hours = understood.profile.practical.availability;
  if (!hours) return;
  static const std::vector<WeekHours> kAlways = {{{0, 1, 2, 3, 4, 5, 6}, {0}, {1440}}};
  RelaxedLimit change{"/practical/availability", write_hours(*hours), Json()};
  if (!understood.practical.availability) {
    change = {"/practical/availability", Json(), write_hours(kAlways)};
  }
  options.push_back(make_option(understood, std::move(change),
                                {"Maak op andere uren tijd vrij.", "Make time at other hours."}));
  options.back().practical().availability.reset();
}

void add_cost(const Understood& understood, std::vector<Option>& options) {
  const std::optional<catalog::Cents>& cost = understood.profile.practical.max_cost_per_session;
  if (!cost) return;
  const bool is_stated = understood.practical.max_cost_per_session.has_value();
  const std::int64_t to = cost->value + std::max(kMoreCents, cost->value / 2);
  options.push_back(make_option(
      understood,
      {"/practical/max_cost_per_session",
       is_stated ? catalog::make_decimal(cost->value, 2) : Json(), catalog::make_decimal(to, 2)},
      {fmt::format("Betaal tot {}.{:02} euro per keer.", to / 100, to % 100),
       fmt::format("Pay up to {}.{:02} euro a time.", to / 100, to % 100)}));
  options.back().practical().max_cost_per_session = catalog::Cents{to};
}

std::vector<Option> find_options(const Understood& understood) {
  std::vector<Option> options;
  add_travel(understood, options);
  add_attendance(understood, options);
  add_hours(understood, options);
  add_cost(understood, options);
  return options;
}

std::set<std::string_view> good_ones(const ScoreContext& context,
                                     const std::vector<Feasible>& sites) {
  std::set<std::string_view> good;
  for (const Feasible& site : sites) {
    if (is_good(context, site.at)) good.insert(site.at.segment->id(site.at.activity));
  }
  return good;
}

// Counts what `good_then` has beyond `good_now`.
void count_opened(const std::set<std::string_view>& good_now,
                  const std::set<std::string_view>& good_then,
                  Relaxation& relaxation) {
  for (const std::string_view id : good_then) {
    if (good_now.contains(id)) continue;
    ++relaxation.opens;
    if (relaxation.examples.size() < kMaxExamples) relaxation.examples.push_back({std::string(id)});
  }
}

}  // namespace

std::vector<Relaxation> find_relaxations(const ScoreContext& context,
                                         const Passed& passed,
                                         const Understood& understood,
                                         const indexer::Analyser& analyser) {
  const std::set<std::string_view> good_now = good_ones(context, passed.sites);
  if (good_now.size() >= kEnoughGood) return {};
  std::vector<Relaxation> found;
  for (Option& option : find_options(understood)) {
    const catalog::Result<Asked> asked =
        prepare(option.understood, context.asked.snapshot, analyser);
    if (!asked) continue;
    count_opened(good_now, good_ones(context, pass_gates(*asked).sites), option.relaxation);
    if (option.relaxation.opens > 0) found.push_back(std::move(option.relaxation));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Relaxation& a, const Relaxation& b) { return a.opens > b.opens; });
  if (found.size() > kMaxRelaxations) found.resize(kMaxRelaxations);
  return found;
}

}  // namespace kring::engine
