#include "catalog/schedule/expand.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>

#include <libical/ical.h>

namespace kring::catalog {

namespace {

constexpr std::size_t kMaxRuleLength = 512;  ///< characters of a rule
constexpr int kMaxSteps =
    200'000;  ///< days that one rule may try, sought or not: 547 years of a daily rule
constexpr int kMinutesPerDay = 1'440;
constexpr int kMinutesPerHour = 60;
constexpr int kSecondsPerMinute = 60;

icaltimetype make_day(Date day) {
  const std::chrono::year_month_day parts(day);
  icaltimetype time = icaltime_null_date();
  time.year = static_cast<int>(parts.year());
  time.month = static_cast<int>(static_cast<unsigned>(parts.month()));
  time.day = static_cast<int>(static_cast<unsigned>(parts.day()));
  return time;
}

Date day_of(const icaltimetype& time) {
  return std::chrono::year(time.year) / std::chrono::month(static_cast<unsigned>(time.month))
         / std::chrono::day(static_cast<unsigned>(time.day));
}

/// The rule, for days only: what it says of hours is the schedule's `opens`. Absent where it cannot
/// be expanded.
std::optional<icalrecurrencetype> parse_rule(std::string_view text) {
  if (text.empty() || text.size() > kMaxRuleLength
      || text.find("RSCALE") != std::string_view::npos) {
    return std::nullopt;
  }
  icalrecurrencetype rule = icalrecurrencetype_from_string(std::string(text).c_str());
  // More often than daily is no schedule of an activity, and an easy way to keep a processor busy.
  const bool is_daily_or_rarer =
      rule.freq == ICAL_DAILY_RECURRENCE || rule.freq == ICAL_WEEKLY_RECURRENCE
      || rule.freq == ICAL_MONTHLY_RECURRENCE || rule.freq == ICAL_YEARLY_RECURRENCE;
  if (!is_daily_or_rarer || rule.interval < 1) {
    return std::nullopt;
  }
  rule.by_second[0] = ICAL_RECURRENCE_ARRAY_MAX;
  rule.by_minute[0] = ICAL_RECURRENCE_ARRAY_MAX;
  rule.by_hour[0] = ICAL_RECURRENCE_ARRAY_MAX;
  return rule;
}

struct IteratorDeleter {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};
using RuleIterator = std::unique_ptr<icalrecur_iterator, IteratorDeleter>;

/// Without a first day a rule still tells its days, unless it counts from that day.
bool needs_first_day(const icalrecurrencetype& rule, const Schedule& schedule) {
  const bool names_days = rule.by_day[0] != ICAL_RECURRENCE_ARRAY_MAX
                          || rule.by_month_day[0] != ICAL_RECURRENCE_ARRAY_MAX
                          || rule.freq == ICAL_DAILY_RECURRENCE;
  return rule.interval > 1 || rule.count > 0 || schedule.count.has_value() || !names_days;
}

Date last_possible(const Schedule& schedule, Date to) {
  return schedule.last_day ? std::min(to, *schedule.last_day) : to;
}

std::vector<Date> recurring_days(const Schedule& schedule, Date from, Date to) {
  std::optional<icalrecurrencetype> rule = parse_rule(schedule.rrule);
  if (!rule || (!schedule.first_day && needs_first_day(*rule, schedule))) {
    return {};
  }
  if (schedule.count) {
    rule->count = *schedule.count;
    rule->until = icaltime_null_time();
  }
  const RuleIterator iterator(
      icalrecur_iterator_new(*rule, make_day(schedule.first_day.value_or(from))));
  std::vector<Date> days;
  for (int step = 0; iterator != nullptr && step < kMaxSteps && days.size() < kMaxSessions;
       ++step) {
    const icaltimetype next = icalrecur_iterator_next(iterator.get());
    if (icaltime_is_null_time(next) != 0 || day_of(next) > last_possible(schedule, to)) {
      break;
    }
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
    time.is_date = 0;
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
  return parse_rule(rrule).has_value();
}

Minutes utc_offset_at(const std::string& zone, Date day, Minutes time_of_day) {
  const Zone found(zone);
  return Minutes{settle(found, day, time_of_day.value, offsets_around(found, day)).utc_offset};
}

}  // namespace kring::catalog
