#include "service/site/schedule_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "catalog/schedule/expand.h"
#include "engine/plan/sentences.h"
#include "service/problem_response.h"

namespace kring::service {
namespace {

using catalog::Schedule;
using catalog::Session;

constexpr int kHorizonDays = 84;  ///< as far as a match looks ahead
constexpr std::string_view kWorkingDays = "MO,TU,WE,TH,FR";
constexpr std::string_view kAllDays = "MO,TU,WE,TH,FR,SA,SU";

/// "FREQ=WEEKLY;BYDAY=WE" by its names.
std::map<std::string, std::string, std::less<>> parts_of(std::string_view rule) {
  std::map<std::string, std::string, std::less<>> parts;
  while (!rule.empty()) {
    const std::size_t end = std::min(rule.find(';'), rule.size());
    const std::string_view part = rule.substr(0, end);
    rule.remove_prefix(std::min(end + 1, rule.size()));
    const std::size_t equals = std::min(part.find('='), part.size());
    parts.emplace(part.substr(0, equals), part.substr(std::min(equals + 1, part.size())));
  }
  return parts;
}

/// "MO" as "maandag", "-1FR" as "laatste vrijdag"; "" for what is no such day.
std::string tell_day(std::string_view day, const PageTexts& texts) {
  static constexpr std::array<std::string_view, 7> kDays = {"MO", "TU", "WE", "TH",
                                                            "FR", "SA", "SU"};
  static constexpr std::array<std::string_view, 6> kPlaces = {"", "1", "2", "3", "4", "-1"};
  if (day.size() < 2) return {};
  const std::string_view name = day.substr(day.size() - 2);
  const std::string_view place = day.substr(0, day.size() - 2);
  const bool is_known = std::find(kDays.begin(), kDays.end(), name) != kDays.end()
                        && std::find(kPlaces.begin(), kPlaces.end(), place) != kPlaces.end();
  if (!is_known) return {};
  std::string word = texts.say("search.value.day." + std::string(name));
  if (place.empty()) return word;
  return texts.say("activity.rule.place." + std::string(place)) + " " + word;
}

/// "maandag, woensdag en vrijdag"; "" where a day cannot be told.
std::string tell_days(std::string_view days, const PageTexts& texts) {
  if (days == kAllDays) return texts.say("activity.rule.all_days");
  if (days == kWorkingDays) return texts.say("activity.rule.working_days");
  std::string told;
  while (!days.empty()) {
    const std::size_t end = std::min(days.find(','), days.size());
    const std::string word = tell_day(days.substr(0, end), texts);
    days.remove_prefix(std::min(end + 1, days.size()));
    if (word.empty()) return {};
    if (!told.empty()) told += days.empty() ? " " + texts.say("activity.rule.and") + " " : ", ";
    told += word;
  }
  return told;
}

/// How often; "" for a rule that has no plain words.
std::string tell_rule(std::string_view rule, const PageTexts& texts) {
  auto parts = parts_of(rule);
  static constexpr std::array<std::string_view, 3> kTold = {"FREQ", "INTERVAL", "BYDAY"};
  const bool has_more = std::any_of(parts.begin(), parts.end(), [](const auto& part) {
    return std::find(kTold.begin(), kTold.end(), part.first) == kTold.end();
  });
  if (has_more) return {};
  const std::string interval = parts["INTERVAL"].empty() ? "1" : parts["INTERVAL"];
  if (parts["FREQ"] == "DAILY" && interval == "1" && parts["BYDAY"].empty())
    return texts.say("activity.rule.weekly.1", {{"days", texts.say("activity.rule.all_days")}});
  const std::string days = tell_days(parts["BYDAY"], texts);
  if (days.empty()) return {};
  const bool is_weekly = parts["FREQ"] == "WEEKLY";
  if (!is_weekly && parts["FREQ"] != "MONTHLY") return {};
  const std::string path = is_weekly ? "activity.rule.weekly." : "activity.rule.monthly.";
  const bool is_usual = interval == "1" || interval == "2";
  return texts.say(path + (is_usual ? interval : "more"), {{"days", days}, {"number", interval}});
}

std::string tell_hours(const Schedule& schedule, const PageTexts& texts) {
  if (!schedule.opens) return {};
  const std::string from = catalog::format_time_of_day(*schedule.opens);
  if (!schedule.closes) return texts.say("activity.rule.at", {{"from", from}});
  return texts.say("activity.rule.hours",
                   {{"from", from}, {"to", catalog::format_time_of_day(*schedule.closes)}});
}

std::string tell_end(const Schedule& schedule, const PageTexts& texts) {
  if (!schedule.last_day || schedule.rrule.empty()) return {};
  return texts.say("activity.rule.until",
                   {{"date", texts.dates().day_and_year(*schedule.last_day)}});
}

std::string tell_start(const Schedule& schedule, const PageTexts& texts) {
  if (!schedule.rrule.empty()) return tell_rule(schedule.rrule, texts);
  if (!schedule.first_day) return {};
  return texts.say("activity.rule.once",
                   {{"date", texts.dates().day_and_year(*schedule.first_day)}});
}

struct PlacedSchedule {
  const Schedule* schedule;
  std::string place;  ///< "" where it need not be told
};

/// The activity's own and those of its sites. Points into the activity.
std::vector<PlacedSchedule> schedules_of(const catalog::Activity& activity) {
  std::vector<PlacedSchedule> placed;
  placed.reserve(activity.schedules.size());
  for (const Schedule& schedule : activity.schedules)
    placed.push_back({&schedule, ""});
  for (const catalog::Site& site : activity.sites) {
    const std::string place = activity.sites.size() > 1 ? site.name : "";
    for (const Schedule& schedule : site.schedules)
      placed.push_back({&schedule, place});
  }
  return placed;
}

/// A meeting, and where it is if that needs telling; soonest first.
using Meeting = std::pair<Session, std::string>;

std::string tell_meeting(const Meeting& meeting, const PageTexts& texts) {
  static constexpr int kDay = 24 * 60;
  const auto& [session, place] = meeting;
  const std::string day = texts.dates().day(session.day);
  const std::string from = catalog::format_time_of_day(session.starts);
  const bool has_end = session.ends > session.starts;
  const std::string to = catalog::format_time_of_day({session.ends.value % kDay});
  std::string told = texts.say(has_end ? "activity.when.session_to" : "activity.when.session",
                               {{"day", day}, {"from", from}, {"to", to}});
  if (!place.empty()) told += " (" + place + ")";
  return told;
}

}  // namespace

std::string tell_schedule(const Schedule& schedule, const PageTexts& texts) {
  const std::string start = tell_start(schedule, texts);
  if (start.empty()) return schedule.description;
  std::string told = start;
  for (const std::string& part : {tell_hours(schedule, texts), tell_end(schedule, texts)}) {
    if (!part.empty()) told.append(", ").append(part);
  }
  if (!schedule.description.empty()) told += " (" + schedule.description + ")";
  return told + ".";
}

std::vector<std::string> tell_sessions(const catalog::Activity& activity,
                                       catalog::Date from,
                                       const PageTexts& texts) {
  const catalog::Date until = from + std::chrono::days{kHorizonDays};
  std::set<Meeting> meetings;
  for (const PlacedSchedule& placed : schedules_of(activity)) {
    for (const Session& session : catalog::expand(*placed.schedule, from, until))
      meetings.emplace(session, placed.place);
  }
  std::vector<std::string> told;
  for (const Meeting& meeting : meetings) {
    if (told.size() == kToldSessions) break;
    told.push_back(tell_meeting(meeting, texts));
  }
  return told;
}

}  // namespace kring::service
