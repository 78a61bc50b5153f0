#include "catalog/schedule/recurrence.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

#include <libical/ical.h>

#include "catalog/schedule/expand.h"

namespace kring::catalog {

namespace {

constexpr std::size_t kMaxRuleLength = 512;  ///< characters of a rule
/// Steps that one rule may take, whether they bring days or not: 137 years of a daily rule.
constexpr int kMaxSteps = 50'000;
constexpr int kMostOfOneDay = 5;  ///< Mondays in a month
/// Days of the months.
constexpr std::array kLongest = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

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

/// A rule, split in what libical steps through and what its days are then tested by. libical 3.0
/// looks for ever for a day that a daily or weekly rule never has (the 30th of February), and takes
/// the wrong weeks where a rule skips some and names the last day of the week; so it steps from day
/// to day or week to week, and the days are chosen here.
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
    dropped.insert(dropped.end(), {"BYDAY=", "BYMONTH="});
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

/// Takes over what is tested day by day. False for a rule that is no schedule of an activity, or
/// can never fall.
bool split_rule(Rule& rule) {
  const icalrecurrencetype& steps = rule.steps;
  const bool is_short = steps.freq == ICAL_DAILY_RECURRENCE || steps.freq == ICAL_WEEKLY_RECURRENCE;
  const bool is_long =
      steps.freq == ICAL_MONTHLY_RECURRENCE || steps.freq == ICAL_YEARLY_RECURRENCE;
  if ((!is_short && !is_long) || steps.interval < 1) {
    return false;  // more often than daily, or nothing at all
  }
  rule.months = values_of(steps.by_month);
  rule.month_days = values_of(steps.by_month_day);
  if (!can_fall(rule) || !can_count(steps)) {
    return false;
  }
  if (is_long) {
    rule.months.clear();
    rule.month_days.clear();
    return true;
  }
  rule.week_days = values_of(steps.by_day);
  const bool has_positions = std::any_of(rule.week_days.begin(), rule.week_days.end(), [](int day) {
    return icalrecurrencetype_day_position(static_cast<short>(day)) != 0;
  });
  return !has_positions && values_of(steps.by_set_pos).empty();
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
  const bool names_days = !rule.week_days.empty() || rule.steps.freq == ICAL_DAILY_RECURRENCE
                          || rule.steps.by_day[0] != ICAL_RECURRENCE_ARRAY_MAX
                          || rule.steps.by_month_day[0] != ICAL_RECURRENCE_ARRAY_MAX;
  return rule.steps.interval > 1 || rule.count > 0 || schedule.count.has_value() || !names_days;
}

/// The first day of the week of `day`, for a rule that counts weeks.
Date week_start(const Rule& rule, Date day) {
  const int wanted =
      rule.steps.week_start == ICAL_NO_WEEKDAY ? 1 : static_cast<int>(rule.steps.week_start) - 1;
  const auto weekday = static_cast<int>(std::chrono::weekday(day).c_encoding());
  return day - std::chrono::days((weekday - wanted + 7) % 7);
}

/// Whether libical steps from week to week, and the days of each week are taken here.
bool steps_by_weeks(const Rule& rule) {
  return rule.steps.freq == ICAL_WEEKLY_RECURRENCE && !rule.week_days.empty();
}

/// Where stepping may begin: for a rule of days or weeks that does not count, close before `from`,
/// in the phase of `first`.
Date first_step(const Rule& rule, Date first, Date from) {
  const bool is_weekly = rule.steps.freq == ICAL_WEEKLY_RECURRENCE;
  const Date begin = steps_by_weeks(rule) ? week_start(rule, first) : first;
  if (rule.count > 0 || (rule.steps.freq != ICAL_DAILY_RECURRENCE && !is_weekly)) {
    return begin;
  }
  const int period = rule.steps.interval * (is_weekly ? 7 : 1);
  const auto periods = (from - begin).count() / period - 1;
  return periods > 0 ? begin + std::chrono::days(periods * period) : begin;
}

/// The span of days that a rule is expanded over.
struct Span {
  Date first;  ///< of the schedule: counting starts here
  Date from;
  Date to;
};

/// Gathers the days that libical's steps lead to.
class DayCollector {
 public:
  DayCollector(const Rule& rule, const Span& span) : rule_(rule), span_(span) {}

  /// False once no later step can bring a day.
  bool take_step(Date step) {
    const int width = steps_by_weeks(rule_) ? 7 : 1;
    for (int offset = 0; offset < width; ++offset) {
      if (!take_day(step + std::chrono::days(offset))) {
        return false;
      }
    }
    return true;
  }

  std::vector<Date> days() && { return std::move(days_); }

 private:
  bool take_day(Date day) {
    const bool is_counted_out = rule_.count > 0 && counted_ >= rule_.count;
    if (is_counted_out || day > span_.to || days_.size() >= kMaxSessions) {
      return false;
    }
    if (day < span_.first || !rule_.allows(day)) {
      return true;
    }
    ++counted_;
    if (day >= span_.from && (days_.empty() || days_.back() < day)) {
      days_.push_back(day);
    }
    return true;
  }

  const Rule& rule_;
  Span span_;
  int counted_ = 0;
  std::vector<Date> days_;
};

std::vector<Date> step_through(const Rule& rule, const Span& span) {
  const Date begin = first_step(rule, span.first, span.from);
  const RuleIterator iterator(icalrecur_iterator_new(rule.steps, make_day(begin)));
  DayCollector collector(rule, span);
  for (int step = 0; iterator != nullptr && step < kMaxSteps; ++step) {
    const icaltimetype next = icalrecur_iterator_next(iterator.get());
    if (icaltime_is_null_time(next) != 0 || !collector.take_step(day_of(next))) {
      break;
    }
  }
  return std::move(collector).days();
}

}  // namespace

std::vector<Date> recurring_days(const Schedule& schedule, Date from, Date to) {
  std::optional<Rule> rule = parse_rule(schedule.rrule);
  if (!rule || (!schedule.first_day && needs_first_day(*rule, schedule))) {
    return {};
  }
  rule->count = schedule.count.value_or(rule->count);
  const Date end = schedule.last_day ? std::min(to, *schedule.last_day) : to;
  return step_through(*rule, {schedule.first_day.value_or(from), from, end});
}

bool is_valid_rrule(std::string_view rrule) {
  const std::optional<Rule> rule = parse_rule(rrule);
  return rule && RuleIterator(icalrecur_iterator_new(rule->steps, make_day(Date{}))) != nullptr;
}

}  // namespace kring::catalog
