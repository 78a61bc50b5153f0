#include "engine/relaxations.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

namespace kring::engine {
namespace {

using catalog::in;
using catalog::Json;

// A profile with one wish changed, and how to say it.
struct Option {
  Profile profile;
  Relaxation relaxation;
};

constexpr int kMoreMinutes = 15;
constexpr int kMaxMinutes = 180;
constexpr std::int64_t kMoreCents = 250;

Option make_option(const Profile& profile, RelaxedLimit change, const catalog::Text& text) {
  Option option{profile, {}};
  option.relaxation.changes.push_back(std::move(change));
  option.relaxation.text = in(profile.language, text);
  return option;
}

void add_travel(const Profile& profile, std::vector<Option>& options) {
  if (!profile.practical.travel) return;
  for (std::size_t i = 0; i < profile.practical.travel->size(); ++i) {
    const int from = (*profile.practical.travel)[i].max_minutes.value;
    const int to = std::min(kMaxMinutes, from + std::max(kMoreMinutes, from / 2));
    if (to == from) continue;
    options.push_back(make_option(
        profile, {fmt::format("/practical/travel/{}/max_minutes", i), Json(from), Json(to)},
        {fmt::format("Reis tot {} minuten in plaats van {}.", to, from),
         fmt::format("Travel up to {} minutes instead of {}.", to, from)}));
    (*options.back().profile.practical.travel)[i].max_minutes.value = to;
  }
}

void add_attendance(const Profile& profile, std::vector<Option>& options) {
  if (!profile.practical.attendance) return;
  Json from{Json::Array()};
  for (const catalog::Attendance form : catalog::forms_of(*profile.practical.attendance)) {
    from.push_back(name_of(form));
  }
  options.push_back(make_option(profile, {"/practical/attendance", std::move(from), Json()},
                                {"Sta elke vorm toe: samen, thuis, telefoon of online.",
                                 "Allow every form: together, at home, by phone or online."}));
  options.back().profile.practical.attendance.reset();
}

Json write_hours(const std::vector<WeekHours>& hours) {
  static constexpr std::array<std::string_view, 7> kDays = {"MO", "TU", "WE", "TH",
                                                            "FR", "SA", "SU"};
  Json list{Json::Array()};
  for (const WeekHours& entry : hours) {
    Json days{Json::Array()};
    for (const int day : entry.days) {
      days.push_back(kDays[static_cast<std::size_t>(day)]);
    }
    Json json{Json::Object()};
    json.set("days", std::move(days));
    json.set("from", catalog::format_time_of_day(entry.from));
    json.set("to", catalog::format_time_of_day(entry.to));
    list.push_back(std::move(json));
  }
  return list;
}

void add_hours(const Profile& profile, std::vector<Option>& options) {
  const std::optional<std::vector<WeekHours>>& hours = profile.practical.availability;
  if (!hours) return;
  options.push_back(make_option(profile, {"/practical/availability", write_hours(*hours), Json()},
                                {"Maak op andere uren tijd vrij.", "Make time at other hours."}));
  options.back().profile.practical.availability.reset();
}

void add_cost(const Profile& profile, std::vector<Option>& options) {
  if (!profile.practical.max_cost_per_session) return;
  const std::int64_t from = profile.practical.max_cost_per_session->value;
  const std::int64_t to = from + std::max(kMoreCents, from / 2);
  options.push_back(
      make_option(profile,
                  {"/practical/max_cost_per_session", catalog::make_decimal(from, 2),
                   catalog::make_decimal(to, 2)},
                  {fmt::format("Betaal tot {}.{:02} euro per keer.", to / 100, to % 100),
                   fmt::format("Pay up to {}.{:02} euro a time.", to / 100, to % 100)}));
  options.back().profile.practical.max_cost_per_session = catalog::Cents{to};
}

std::vector<Option> find_options(const Profile& profile) {
  std::vector<Option> options;
  add_travel(profile, options);
  add_attendance(profile, options);
  add_hours(profile, options);
  add_cost(profile, options);
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
                                         const indexer::ConceptFinder& finder) {
  const std::set<std::string_view> good_now = good_ones(context, passed.sites);
  if (good_now.size() >= kEnoughGood) return {};
  std::vector<Relaxation> found;
  for (Option& option : find_options(context.asked.profile)) {
    const catalog::Result<Asked> asked = prepare(option.profile, context.asked.snapshot, finder);
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
