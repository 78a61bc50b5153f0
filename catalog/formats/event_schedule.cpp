#include "catalog/formats/event_schedule.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "catalog/formats/moment.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/words.h"
#include "catalog/schedule/expand.h"

namespace kring::catalog::formats {

namespace {

constexpr long kMinutesPerDay = 1'440;
constexpr int kMaxCount = 100'000;
constexpr int kMaxPeriod = 1'000;
constexpr int kMaxMinutes = kMaxCount * 60;

/// "P1W", "PT1H30M", "P3D": the numbers of an ISO 8601 duration by their letters.
struct Duration {
  int years = 0;
  int months = 0;
  int weeks = 0;
  int days = 0;
  int minutes = 0;
};

std::optional<Duration> parse_duration(std::string_view text) {
  if (!text.starts_with('P')) {
    return std::nullopt;
  }
  Duration duration;
  bool is_time = false;
  for (text.remove_prefix(1); !text.empty(); text.remove_prefix(1)) {
    if (text[0] == 'T') {
      is_time = true;
      continue;
    }
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end == text.data() + text.size() || number < 0
        || number > kMaxCount) {
      return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    switch (text[0]) {
      case 'Y':
        duration.years = number;
        break;
      case 'M':
        (is_time ? duration.minutes : duration.months) += number;
        break;
      case 'W':
        duration.weeks = number;
        break;
      case 'D':
        duration.days = number;
        break;
      case 'H':
        duration.minutes += number * 60;
        break;
      default:
        break;
    }
    if (duration.months > kMaxCount || duration.minutes > kMaxMinutes) {
      return std::nullopt;  // a letter that stands again adds to what it gave
    }
  }
  return duration;
}

/// "FREQ=WEEKLY;INTERVAL=2" of "P2W", "Weekly" or, where nothing is said, every week.
std::string read_frequency(const Fields& schedule) {
  const std::string written = schedule.line("repeatFrequency");
  const std::optional<Duration> period = parse_duration(written);
  const auto rule = [](const char* frequency, int interval) {
    return std::string("FREQ=") + frequency
           + ";INTERVAL=" + std::to_string(std::clamp(interval, 1, kMaxPeriod));
  };
  const std::string lower = lower_case(written);
  if (period && period->days > 0) {
    return rule("DAILY", period->days);
  }
  if (lower.find("daily") != std::string::npos) {
    return rule("DAILY", 1);
  }
  if ((period && period->months > 0) || lower.find("monthly") != std::string::npos) {
    return rule("MONTHLY", period ? period->months : 1);
  }
  if ((period && period->years > 0) || lower.find("yearly") != std::string::npos) {
    return rule("YEARLY", period ? period->years : 1);
  }
  return rule("WEEKLY", period ? period->weeks : 1);
}

/// Days as "TU,SU", each with its week of the month where byMonthWeek gives one.
std::string read_week_days(const Fields& schedule, std::string_view name) {
  const std::optional<int> week = schedule.whole_number("byMonthWeek", -5, 5);
  std::string days;
  for (const std::string& word : schedule.lines(name)) {
    const std::size_t digits = std::min(word.find_first_not_of("+-0123456789"), word.size());
    const std::optional<std::string> day = weekday_in(std::string_view(word).substr(digits));
    if (day) {
      const std::string number = week ? std::to_string(*week) : word.substr(0, digits);
      days += (days.empty() ? "" : ",") + number + *day;
    }
  }
  return days;
}

std::string read_rule(const Fields& schedule) {
  std::string rule = read_frequency(schedule);
  const std::string days = read_week_days(schedule, "byDay");
  rule += days.empty() ? "" : ";BYDAY=" + days;
  for (const auto& [name, part] :
       {std::pair{"byMonthDay", "BYMONTHDAY"}, std::pair{"byMonth", "BYMONTH"}}) {
    std::string values;
    for (const std::string& value : schedule.lines(name)) {
      values += (values.empty() ? "" : ",") + value;
    }
    rule += values.empty() ? "" : std::string(";") + part + "=" + values;
  }
  if (!is_valid_rrule(rule)) {
    schedule.notes().add(schedule.pointer(), "unusable_rule",
                         {"Deze herhaling is niet te lezen; er komen geen data uit.",
                          "This recurrence cannot be read; it gives no dates."});
  }
  return rule;
}

std::optional<Minutes> closing_time(const Fields& schedule, const std::optional<Minutes>& opens) {
  const std::optional<Minutes> written = schedule.time_of_day("endTime");
  if (written && written != opens) {
    return written;
  }
  const std::optional<Duration> duration = parse_duration(schedule.line("duration"));
  if (!opens || !duration || duration->minutes <= 0 || duration->minutes >= kMinutesPerDay) {
    return std::nullopt;
  }
  return Minutes{(opens->value + duration->minutes) % static_cast<int>(kMinutesPerDay)};
}

/// Words instead of days and times.
bool is_by_appointment(const Fields& schedule) {
  static constexpr std::array kTimes = {"repeatFrequency", "byDay",     "byMonthDay",
                                        "byMonth",         "startDate", "startTime"};
  return schedule.has("description")
         && std::none_of(kTimes.begin(), kTimes.end(),
                         [&](const char* name) { return schedule.has(name); });
}

Schedule read_recurring(const Fields& fields) {
  Schedule schedule;
  schedule.description = fields.text("description");
  schedule.rrule = is_by_appointment(fields) ? "" : read_rule(fields);
  schedule.first_day = fields.date("startDate");
  schedule.last_day = fields.date("endDate");
  schedule.count = fields.whole_number("repeatCount", 1, kMaxCount);
  schedule.opens = fields.time_of_day("startTime");
  schedule.closes = closing_time(fields, schedule.opens);
  for (const std::string& day : fields.lines("exceptDate")) {
    if (const std::optional<Date> date = parse_date(day)) {
      schedule.except.push_back(*date);
    }
  }
  std::sort(schedule.except.begin(), schedule.except.end());
  const std::string zone = fields.line("scheduleTimezone");
  schedule.zone = zone.empty() ? schedule.zone : zone;
  return schedule;
}

std::vector<Schedule> read_recurring_schedules(const Fields& event) {
  std::vector<Schedule> schedules;
  for (const Fields& fields : event.objects("eventSchedule")) {
    // Without a time of day the dated meetings tell more than the rule does.
    if (fields.has("startTime")) {
      schedules.push_back(read_recurring(fields));
    }
  }
  return schedules;
}

std::vector<Schedule> read_sub_events(const Fields& event, const Whereabouts& place) {
  std::vector<Schedule> schedules;
  for (const Fields& sub_event : event.objects("subEvent")) {
    for (Schedule& schedule : read_dated_schedule(sub_event, place)) {
      schedules.push_back(std::move(schedule));
    }
  }
  return schedules;
}

std::vector<Schedule> read_opening_hours(const Fields& event) {
  std::vector<Schedule> schedules;
  for (const Fields& hours : event.objects("hoursAvailable")) {
    const std::string days = read_week_days(hours, "dayOfWeek");
    if (days.empty()) {
      continue;
    }
    Schedule schedule;
    schedule.rrule = "FREQ=WEEKLY;INTERVAL=1;BYDAY=" + days;
    schedule.first_day = hours.date("validFrom");
    schedule.last_day = hours.date("validThrough");
    schedule.opens = hours.time_of_day("opens");
    schedule.closes = hours.time_of_day("closes");
    schedules.push_back(std::move(schedule));
  }
  return schedules;
}

/// A rule of days without hours: better than nothing, it names the day of the week.
std::vector<Schedule> read_bare_rules(const Fields& event) {
  std::vector<Schedule> schedules;
  for (const Fields& fields : event.objects("eventSchedule")) {
    schedules.push_back(read_recurring(fields));
  }
  return schedules;
}

void note_reversed(const Fields& event) {
  event.notes().add(event.pointer_to("endDate"), "end_before_start",
                    {"Het einde ligt voor het begin; het is gelezen als een tijd na middernacht.",
                     "The end is before the start; it was read as a time past midnight."});
}

/// Several days on end: every day from the first to the last, at the same hours.
void spread_over_days(Schedule& schedule, const LocalMoment& end) {
  schedule.rrule = "FREQ=DAILY;INTERVAL=1";
  schedule.last_day = end.day;
  if (!schedule.opens || !end.time || *end.time == *schedule.opens) {
    return;
  }
  if (*end.time > *schedule.opens) {
    schedule.closes = end.time;
    return;
  }
  schedule.last_day = end.day - std::chrono::days(1);
}

void read_end(const Fields& event, const Moment& start, Schedule& schedule) {
  const std::optional<Moment> end = parse_moment(event.line("endDate"));
  if (!end) {
    return;
  }
  const LocalMoment local = localise_in(*end, schedule.zone);
  const std::optional<long> length = minutes_between(start, *end);
  if (length ? *length > kMinutesPerDay : end->day > start.day) {
    spread_over_days(schedule, local);
    return;
  }
  if (!length || *length == 0) {
    return;
  }
  schedule.closes = local.time;
  if (*length < 0) {
    note_reversed(event);
  }
}

/// When `event` starts; absent where it does not say so, or is cancelled.
std::optional<Moment> read_start(const Fields& event) {
  const std::string written = event.line("startDate");
  const std::optional<Moment> start = parse_moment(written);
  if (!start && !written.empty()) {
    event.notes().add_unusable(event.pointer_to("startDate"),
                               {"een datum met tijd", "a date with a time"});
  }
  return read_event_status(event) == Status::kInactive ? std::nullopt : start;
}

/// `local`: the start on the clock of the place.
Schedule make_dated(const Fields& event, const Moment& start, const LocalMoment& local) {
  Schedule schedule;
  schedule.first_day = local.day;
  schedule.opens = local.time;
  schedule.zone = local.zone;
  read_end(event, start, schedule);
  if (!schedule.closes && schedule.rrule.empty()) {
    schedule.closes = closing_time(event, schedule.opens);
  }
  return schedule;
}

}  // namespace

std::vector<Schedule> read_event_schedules(const Fields& event, const Whereabouts& place) {
  std::vector<Schedule> schedules = read_recurring_schedules(event);
  if (schedules.empty()) {
    schedules = read_sub_events(event, place);
  }
  if (schedules.empty()) {
    schedules = read_dated_schedule(event, place);
  }
  if (schedules.empty()) {
    schedules = read_opening_hours(event);
  }
  return schedules.empty() ? read_bare_rules(event) : schedules;
}

std::vector<Schedule> read_dated_schedule(const Fields& event, const Whereabouts& place) {
  const std::optional<Moment> start = read_start(event);
  return start ? std::vector{make_dated(event, *start, localise(*start, place))}
               : std::vector<Schedule>();
}

std::vector<Schedule> read_dated_schedule_in(const Fields& event, const std::string& zone) {
  const std::optional<Moment> start = read_start(event);
  return start ? std::vector{make_dated(event, *start, localise_in(*start, zone))}
               : std::vector<Schedule>();
}

Status read_event_status(const Fields& event) {
  const std::string status = lower_case(event.line("eventStatus"));
  if (status.find("cancelled") != std::string::npos
      || status.find("canceled") != std::string::npos) {
    return Status::kInactive;
  }
  return status.find("postponed") != std::string::npos ? Status::kTemporarilyClosed
                                                       : Status::kActive;
}

}  // namespace kring::catalog::formats
