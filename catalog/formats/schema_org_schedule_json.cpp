#include "catalog/formats/schema_org_schedule_json.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "catalog/schedule/expand.h"
#include "catalog/split.h"

namespace kring::catalog::formats {

namespace {

constexpr std::size_t kMostDates = 100;  ///< of a rule that cannot be written as one
constexpr std::chrono::days kLookAhead{3 * 366};
constexpr int kMinutesPerDay = 1'440;

constexpr std::array kDays = {
    std::pair<std::string_view, std::string_view>{"MO", "https://schema.org/Monday"},
    std::pair<std::string_view, std::string_view>{"TU", "https://schema.org/Tuesday"},
    std::pair<std::string_view, std::string_view>{"WE", "https://schema.org/Wednesday"},
    std::pair<std::string_view, std::string_view>{"TH", "https://schema.org/Thursday"},
    std::pair<std::string_view, std::string_view>{"FR", "https://schema.org/Friday"},
    std::pair<std::string_view, std::string_view>{"SA", "https://schema.org/Saturday"},
    std::pair<std::string_view, std::string_view>{"SU", "https://schema.org/Sunday"},
};

/// "https://schema.org/Monday" of "MO"; "1MO" stays, as schema.org takes it from iCalendar.
Json day_json(std::string_view day) {
  const auto* const found =
      std::find_if(kDays.begin(), kDays.end(), [&](const auto& row) { return row.first == day; });
  return found == kDays.end() ? Json(std::string(day)) : Json(found->second);
}

Json days_json(std::string_view list) {
  Json::Array days;
  for (const std::string_view day : split(list, ',')) {
    days.push_back(day_json(day));
  }
  return {std::move(days)};
}

Json numbers_json(std::string_view list) {
  Json::Array numbers;
  for (const std::string_view number : split(list, ',')) {
    numbers.emplace_back(Json::Number{std::string(number)});
  }
  return {std::move(numbers)};
}

using PeriodLetter = std::pair<std::string_view, char>;

constexpr std::array kPeriodLetters = {PeriodLetter{"DAILY", 'D'}, PeriodLetter{"WEEKLY", 'W'},
                                       PeriodLetter{"MONTHLY", 'M'}, PeriodLetter{"YEARLY", 'Y'}};

/// The letter of an ISO 8601 period for FREQ; absent for what no activity has.
std::optional<char> period_letter(std::string_view frequency) {
  const auto* const found =
      std::find_if(kPeriodLetters.begin(), kPeriodLetters.end(),
                   [&](const PeriodLetter& row) { return row.first == frequency; });
  return found == kPeriodLetters.end() ? std::nullopt : std::optional<char>(found->second);
}

/// Sets the rule; false where schema.org has no word for a part of it.
bool set_rule(const std::string& rrule, Json& json) {
  std::string interval = "1";
  std::optional<char> letter;
  for (const std::string_view part : split(rrule, ';')) {
    const std::size_t mark = std::min(part.find('='), part.size());
    const std::string_view name = part.substr(0, mark);
    const std::string_view value = part.substr(std::min(mark + 1, part.size()));
    if (name == "FREQ") {
      letter = period_letter(value);
    } else if (name == "INTERVAL") {
      interval = value;
    } else if (name == "BYDAY") {
      json.set("byDay", days_json(value));
    } else if (name == "BYMONTHDAY") {
      json.set("byMonthDay", numbers_json(value));
    } else if (name == "BYMONTH") {
      json.set("byMonth", numbers_json(value));
    } else {
      return false;
    }
  }
  json.set("repeatFrequency", "P" + interval + std::string(1, letter.value_or('W')));
  return letter.has_value();
}

void set_time(Json& json, const char* name, const std::optional<Minutes>& time) {
  if (time) {
    json.set(name, format_time_of_day(*time) + ":00");
  }
}

void set_date(Json& json, const char* name, const std::optional<Date>& date) {
  if (date) {
    json.set(name, format_date(*date));
  }
}

Json make_schedule(const Schedule& schedule) {
  Json json{Json::Object{}};
  json.set("@type", "Schedule");
  set_date(json, "startDate", schedule.first_day);
  set_date(json, "endDate", schedule.last_day);
  set_time(json, "startTime", schedule.opens);
  set_time(json, "endTime", schedule.closes);
  if (schedule.count) {
    json.set("repeatCount", *schedule.count);
  }
  Json::Array except;
  for (const Date day : schedule.except) {
    except.emplace_back(format_date(day));
  }
  if (!except.empty()) {
    json.set("exceptDate", std::move(except));
  }
  json.set("scheduleTimezone", schedule.zone);
  if (!schedule.description.empty()) {
    json.set("description", schedule.description);
  }
  return json;
}

/// "2026-01-06T10:00:00+01:00"; a date where no time is known.
std::string moment_text(const Schedule& schedule, Date day, const std::optional<Minutes>& time) {
  if (!time) {
    return format_date(day);
  }
  const Date local_day = day + std::chrono::days(time->value / kMinutesPerDay);
  const Minutes local{time->value % kMinutesPerDay};
  const int offset = utc_offset_at(schedule.zone, local_day, local).value;
  const Minutes size{std::abs(offset)};
  return format_date(local_day) + "T" + format_time_of_day(local) + ":00" + (offset < 0 ? "-" : "+")
         + format_time_of_day(size);
}

/// The end of a meeting, past midnight where it does not come after the start.
std::optional<Minutes> end_of(const Schedule& schedule) {
  if (!schedule.opens || !schedule.closes) {
    return std::nullopt;
  }
  const bool is_next_day = *schedule.closes <= *schedule.opens;
  return Minutes{schedule.closes->value + (is_next_day ? kMinutesPerDay : 0)};
}

void set_moments(Json& event, const Schedule& dated) {
  event.set("startDate", moment_text(dated, *dated.first_day, dated.opens));
  if (const std::optional<Minutes> end = end_of(dated)) {
    event.set("endDate", moment_text(dated, *dated.first_day, end));
  }
}

/// A schedule of the one meeting on `day`.
Schedule make_dated(const Schedule& schedule, Date day) {
  Schedule dated;
  dated.first_day = day;
  dated.opens = schedule.opens;
  dated.closes = schedule.closes;
  dated.zone = schedule.zone;
  return dated;
}

bool can_say(const Schedule& schedule) {
  Json ignored{Json::Object{}};
  return schedule.rrule.empty() || set_rule(schedule.rrule, ignored);
}

/// Its dates, where a rule cannot be written as one.
std::vector<Schedule> dates_of(const Schedule& schedule) {
  std::vector<Schedule> dated;
  if (!schedule.first_day) {
    return dated;
  }
  for (const Session& session :
       expand(schedule, *schedule.first_day, *schedule.first_day + kLookAhead)) {
    if (dated.size() < kMostDates) {
      dated.push_back(make_dated(schedule, session.day));
    }
  }
  return dated;
}

/// Rules as they are, and each added session and unwritable rule as single dates.
std::vector<Schedule> simplify(const std::vector<Schedule>& schedules) {
  std::vector<Schedule> simple;
  for (const Schedule& schedule : schedules) {
    if (can_say(schedule)) {
      simple.push_back(schedule);
      simple.back().added.clear();
    } else {
      Schedule rule = schedule;
      rule.added.clear();
      const std::vector<Schedule> dates = dates_of(rule);
      simple.insert(simple.end(), dates.begin(), dates.end());
    }
    for (const AddedSession& added : schedule.added) {
      Schedule dated = make_dated(schedule, added.day);
      dated.opens = added.opens ? added.opens : dated.opens;
      dated.closes = added.opens ? added.closes : dated.closes;
      simple.push_back(std::move(dated));
    }
  }
  return simple;
}

Json schedule_json(const Schedule& schedule) {
  Json json = make_schedule(schedule);
  if (!schedule.rrule.empty()) {
    set_rule(schedule.rrule, json);
  } else if (schedule.first_day) {
    json.set("repeatFrequency", "P1D");
    json.set("repeatCount", 1);
  }
  return json;
}

Json sub_event_json(const Schedule& dated) {
  Json json{Json::Object{}};
  json.set("@type", "Event");
  set_moments(json, dated);
  return json;
}

bool is_date(const Schedule& schedule) {
  return schedule.rrule.empty() && schedule.first_day && schedule.except.empty();
}

template <class Write>
Json list_json(const std::vector<Schedule>& schedules, Write write) {
  Json::Array list;
  for (const Schedule& schedule : schedules) {
    list.push_back(write(schedule));
  }
  return {std::move(list)};
}

}  // namespace

void set_schedules(Json& event, const std::vector<Schedule>& schedules) {
  const std::vector<Schedule> simple = simplify(schedules);
  if (simple.size() == 1 && is_date(simple.front())) {
    set_moments(event, simple.front());
  } else if (std::all_of(simple.begin(), simple.end(), is_date)) {
    event.set("subEvent", list_json(simple, sub_event_json));
  } else {
    event.set("eventSchedule", list_json(simple, schedule_json));
  }
}

}  // namespace kring::catalog::formats
