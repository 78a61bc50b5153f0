#include "catalog/schedule/expand.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>

#include <libical/ical.h>

namespace kring::catalog {

namespace {

constexpr std::size_t kMaxRuleLength = 512;  ///< characters of a rule
constexpr int kMaxSteps =
    50'000;  ///< days that one rule may try, sought or not: 137 years of a daily rule
constexpr int kMinutesPerDay = 1'440;
constexpr int kMinutesPerHour = 60;
constexpr int kSecondsPerMinute = 60;
constexpr std::array kLongest = {31, 29, 31, 30, 31, 30,
                                 31, 31, 30, 31, 30, 31};  ///< days of the months
constexpr int kMostOfOneDay = 5;                           ///< Mondays in a month

/// Midnight of `day`, as a time: libical 3.0 does not move on from a day alone in a daily rule.
icaltimetype make_day(Date day) {
  const std::chrono::year_month_day parts(day);
  icaltimetype time = icaltime_null_time();
  time.year = static_cast<int>(parts.year());
  time.month = static_cast<int>(static_cast<unsigned>(parts.month()));
  time.day = static_cast<int>(static_cast<unsigned>(parts.day()));
  return time;
}

Date day_of(const icaltimetype& time) {
  return std::chrono::year(time.year) / std::chrono::month(static_cast<unsigned>(time.month))
         / std::chrono::day(static_cast<unsigned>(time.day));
}

/// Values of one part of a rule, which libical ends with a mark.
template <class Array>
std::vector<int> values_of(const Array& part) {
  std::vector<int> values;
  for (const int value : part) {
    if (value == ICAL_RECURRENCE_ARRAY_MAX) break;
    values.push_back(value);
  }
  return values;
}

bool contains(const std::vector<int>& values, int value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// A rule, split in what libical steps through and what its days are then tested by. libical looks
/// for ever for a day that a daily or weekly rule never has (the 30th of February).
struct Rule {
  icalrecurrencetype steps;
  std::vector<int> months;      ///< 1..12
  std::vector<int> month_days;  ///< -31..31
  std::vector<int> week_days;   ///< libical's numbers: Sunday is 1
  int count = 0;                ///< 0: no limit

  [[nodiscard]] bool allows(Date day) const {
    const std::chrono::year_month_day date(day);
    const auto month = static_cast<int>(static_cast<unsigned>(date.month()));
    const auto month_day = static_cast<int>(static_cast<unsigned>(date.day()));
    const std::chrono::year_month_day_last last(date.year() / date.month() / std::chrono::last);
    const int from_end = month_day - static_cast<int>(static_cast<unsigned>(last.day())) - 1;
    const auto week_day = static_cast<int>(std::chrono::weekday(day).c_encoding()) + 1;
    return (months.empty() || contains(months, month))
           && (month_days.empty() || contains(month_days, month_day)
               || contains(month_days, from_end))
           && (week_days.empty() || contains(week_days, week_day));
  }
};

/// Whether a day of the month can fall in one of the months: 30 February never does.
bool can_fall(const Rule& rule) {
  if (rule.months.empty() || rule.month_days.empty()) {
    return true;
  }
  return std::any_of(rule.months.begin(), rule.months.end(), [&](int month) {
    return month >= 1 && month <= 12
           && std::any_of(rule.month_days.begin(), rule.month_days.end(), [&](int day) {
                return std::abs(day) <= kLongest[static_cast<std::size_t>(month - 1)];
              });
  });
}

/// Whether a month has as many of its days as the rule asks for: a sixth Monday never comes, and
/// libical would look for it until the year 2582.
bool can_count(const icalrecurrencetype& steps) {
  if (steps.freq != ICAL_MONTHLY_RECURRENCE) {
    return true;
  }
  const std::vector<int> days = values_of(steps.by_day);
  const bool is_sixth = std::any_of(days.begin(), days.end(), [](int day) {
    return std::abs(icalrecurrencetype_day_position(static_cast<short>(day))) > kMostOfOneDay;
  });
  const auto most = static_cast<int>(days.empty() ? values_of(steps.by_month_day).size()
                                                  : days.size() * kMostOfOneDay);
  const std::vector<int> positions = values_of(steps.by_set_pos);
  const bool has_position =
      positions.empty() || std::any_of(positions.begin(), positions.end(), [&](int position) {
        return std::abs(position) <= std::max(most, 1);
      });
  return !is_sixth && has_position;
}

struct IteratorDeleter {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};
using RuleIterator = std::unique_ptr<icalrecur_iterator, IteratorDeleter>;

/// The parts of a rule that libical is to step through: those of days, without what Rule tests
/// itself. Made as a text, for a part that was read once leaves its traces in libical's struct.
std::string parts_to_step(std::string_view text, icalrecurrencetype_frequency frequency) {
  std::vector<std::string_view> dropped = {"COUNT=", "UNTIL=", "BYHOUR=", "BYMINUTE=", "BYSECOND="};
  if (frequency == ICAL_DAILY_RECURRENCE) {
    dropped.insert(dropped.end(), {"BYDAY=", "BYMONTH=", "BYMONTHDAY="});
  } else if (frequency == ICAL_WEEKLY_RECURRENCE) {
    dropped.emplace_back("BYMONTH=");
  }
  std::string kept;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool is_dropped = std::any_of(dropped.begin(), dropped.end(), [&](std::string_view name) {
      return part.starts_with(name);
    });
    if (!is_dropped) {
      kept += (kept.empty() ? "" : ";") + std::string(part);
    }
  }
  return kept;
}

/// Leaves to libical what it does well. False for a rule that is no schedule of an activity.
bool split_rule(Rule& rule) {
  icalrecurrencetype& steps = rule.steps;
  const bool is_daily = steps.freq == ICAL_DAILY_RECURRENCE;
  const bool is_short = is_daily || steps.freq == ICAL_WEEKLY_RECURRENCE;
  const bool is_long =
      steps.freq == ICAL_MONTHLY_RECURRENCE || steps.freq == ICAL_YEARLY_RECURRENCE;
  if ((!is_short && !is_long) || steps.interval < 1) {
    return false;  // more often than daily, or nothing at all
  }
  if (is_short && steps.by_set_pos[0] != ICAL_RECURRENCE_ARRAY_MAX) {
    return false;
  }
  rule.months = values_of(steps.by_month);
  rule.month_days = values_of(steps.by_month_day);
  if (is_daily) {
    rule.week_days = values_of(steps.by_day);
  }
  const bool is_possible = can_fall(rule) && can_count(steps);
  if (is_long) {
    rule.months.clear();
    rule.month_days.clear();
  }
  return is_possible;
}

/// The rule, for days only: what it says of hours is the schedule's `opens`. Absent where it cannot
/// be expanded.
std::optional<Rule> parse_rule(std::string_view text) {
  if (text.empty() || text.size() > kMaxRuleLength
      || text.find("RSCALE") != std::string_view::npos) {
    return std::nullopt;
  }
  Rule rule{icalrecurrencetype_from_string(std::string(text).c_str()), {}, {}, {}, 0};
  rule.count = rule.steps.count;
  if (!split_rule(rule)) {
    return std::nullopt;
  }
  rule.steps = icalrecurrencetype_from_string(parts_to_step(text, rule.steps.freq).c_str());
  return rule;
}

/// Without a first day a rule still tells its days, unless it counts from that day.
bool needs_first_day(const Rule& rule, const Schedule& schedule) {
  const bool names_days = rule.steps.by_day[0] != ICAL_RECURRENCE_ARRAY_MAX
                          || rule.steps.by_month_day[0] != ICAL_RECURRENCE_ARRAY_MAX
                          || rule.steps.freq == ICAL_DAILY_RECURRENCE;
  return rule.steps.interval > 1 || rule.count > 0 || schedule.count.has_value() || !names_days;
}

/// Where stepping may begin: for a rule of days or weeks that does not count, close before `from`,
/// in the phase of `first`.
Date first_step(const Rule& rule, Date first, Date from) {
  const bool is_weekly = rule.steps.freq == ICAL_WEEKLY_RECURRENCE;
  if (rule.count > 0 || (rule.steps.freq != ICAL_DAILY_RECURRENCE && !is_weekly)) {
    return first;
  }
  const int period = rule.steps.interval * (is_weekly ? 7 : 1);
  const auto periods = (from - first).count() / period - 1;
  return periods > 0 ? first + std::chrono::days(periods * period) : first;
}

std::vector<Date> recurring_days(const Schedule& schedule, Date from, Date to) {
  std::optional<Rule> rule = parse_rule(schedule.rrule);
  if (!rule || (!schedule.first_day && needs_first_day(*rule, schedule))) {
    return {};
  }
  rule->count = schedule.count.value_or(rule->count);
  const Date end = schedule.last_day ? std::min(to, *schedule.last_day) : to;
  const Date start = first_step(*rule, schedule.first_day.value_or(from), from);
  const RuleIterator iterator(icalrecur_iterator_new(rule->steps, make_day(start)));
  std::vector<Date> days;
  int counted = 0;
  for (int step = 0; iterator != nullptr && step < kMaxSteps && days.size() < kMaxSessions;
       ++step) {
    const icaltimetype next = icalrecur_iterator_next(iterator.get());
    const bool is_counted_out = rule->count > 0 && counted >= rule->count;
    if (is_counted_out || icaltime_is_null_time(next) != 0 || day_of(next) > end) {
      break;
    }
    if (!rule->allows(day_of(next))) {
      continue;
    }
    ++counted;
    if (day_of(next) >= from && (days.empty() || days.back() < day_of(next))) {
      days.push_back(day_of(next));
    }
  }
  return days;
}

std::vector<Date> days_of(const Schedule& schedule, Date from, Date to) {
  if (!schedule.rrule.empty()) {
    return recurring_days(schedule, from, to);
  }
  if (!schedule.first_day || *schedule.first_day < from || *schedule.first_day > to) {
    return {};
  }
  return {*schedule.first_day};
}

/// libical loads and extends its zones on first use, which is not thread-safe: one caller at a
/// time.
std::mutex& zone_guard() {
  static std::mutex guard;
  return guard;
}

/// An IANA zone; Europe/Amsterdam where the name is unknown.
class Zone {
 public:
  explicit Zone(const std::string& name) {
    const std::lock_guard<std::mutex> lock(zone_guard());
    zone_ = icaltimezone_get_builtin_timezone(name.c_str());
    if (zone_ == nullptr) {
      zone_ = icaltimezone_get_builtin_timezone("Europe/Amsterdam");
    }
  }

  /// Minutes east of UTC at the instant `minutes` after midnight UTC of `day`; `minutes` may be
  /// negative or pass a day.
  [[nodiscard]] int offset_at_utc(Date day, int minutes) const {
    const auto instant =
        std::chrono::sys_time<std::chrono::minutes>(day) + std::chrono::minutes(minutes);
    const Date utc_day = std::chrono::floor<std::chrono::days>(instant);
    const auto time_of_day = static_cast<int>((instant - utc_day).count());
    icaltimetype time = make_day(utc_day);
    time.hour = time_of_day / kMinutesPerHour;
    time.minute = time_of_day % kMinutesPerHour;
    const std::lock_guard<std::mutex> lock(zone_guard());
    int is_daylight = 0;
    return icaltimezone_get_utc_offset_of_utc_time(zone_, &time, &is_daylight) / kSecondsPerMinute;
  }

 private:
  icaltimezone* zone_ = nullptr;
};

/// A local time that exists, with its offset.
struct LocalTime {
  int minutes = 0;  ///< since local midnight of the day asked for
  int utc_offset = 0;
};

/// The offsets that hold well before and well after the local day `day`; different only around a
/// change of the clock.
struct Offsets {
  int before = 0;
  int after = 0;
};
Offsets offsets_around(const Zone& zone, Date day) {
  return {zone.offset_at_utc(day, -kMinutesPerDay), zone.offset_at_utc(day, 3 * kMinutesPerDay)};
}

/// RFC 5545, 3.3.5: a local time that the change to summer time skips is read with the offset
/// before it, so 02:30 becomes 03:30; a local time that occurs twice is the first of the two.
LocalTime settle(const Zone& zone, Date day, int minutes, Offsets offsets) {
  if (offsets.before == offsets.after) {
    return {minutes, offsets.before};
  }
  const int read_before = zone.offset_at_utc(day, minutes - offsets.before);
  if (read_before == offsets.before) {
    return {minutes, offsets.before};
  }
  const int read_after = zone.offset_at_utc(day, minutes - offsets.after);
  if (read_after == offsets.after) {
    return {minutes, offsets.after};
  }
  return {minutes - offsets.before + read_before, read_before};
}

/// Where no end is known the session ends as it starts; an end that is not after the start lies
/// past midnight.
int nominal_end(const Schedule& schedule, int starts) {
  if (!schedule.closes) {
    return starts;
  }
  return schedule.closes->value > starts ? schedule.closes->value
                                         : schedule.closes->value + kMinutesPerDay;
}

Session make_session(const Schedule& schedule, const Zone& zone, Date day) {
  const int opens = schedule.opens->value;
  const int closes = nominal_end(schedule, opens);
  const Offsets offsets = offsets_around(zone, day);
  const LocalTime starts = settle(zone, day, opens, offsets);
  int ends = settle(zone, day, closes, offsets).minutes;
  if (closes > opens && ends <= starts.minutes) {
    ends = starts.minutes + closes - opens;
  }
  return {day, Minutes{starts.minutes}, Minutes{closes > opens ? ends : starts.minutes},
          Minutes{starts.utc_offset}};
}

bool is_time_of_day(const std::optional<Minutes>& time) {
  return time && time->value >= 0 && time->value < kMinutesPerDay;
}

}  // namespace

std::vector<Session> expand(const Schedule& schedule, Date from, Date to) {
  if (!is_time_of_day(schedule.opens) || from > to) {
    return {};
  }
  const Zone zone(schedule.zone);
  std::vector<Session> sessions;
  for (const Date day : days_of(schedule, from, to)) {
    if (std::find(schedule.except.begin(), schedule.except.end(), day) == schedule.except.end()) {
      sessions.push_back(make_session(schedule, zone, day));
    }
  }
  return sessions;
}

bool is_valid_rrule(std::string_view rrule) {
  const std::optional<Rule> rule = parse_rule(rrule);
  return rule && RuleIterator(icalrecur_iterator_new(rule->steps, make_day(Date{}))) != nullptr;
}

Minutes utc_offset_at(const std::string& zone, Date day, Minutes time_of_day) {
  const Zone found(zone);
  return Minutes{settle(found, day, time_of_day.value, offsets_around(found, day)).utc_offset};
}

}  // namespace kring::catalog
