#include "catalog/formats/ics_schedule.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "catalog/formats/moment.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/schedule/expand.h"
#include "catalog/schedule/recurrence.h"
#include "catalog/schedule/time_zones.h"
#include "catalog/split.h"

namespace kring::catalog::formats {

namespace {

constexpr int kMinutesPerDay = 1'440;
constexpr int kMaxCount = 100'000;
constexpr std::size_t kMaxDates = 5'000;  ///< added, or excepted, of one event
constexpr const char* kHome = "Europe/Amsterdam";

/// A time on the clock of the schedule.
struct LocalTime {
  Date day;
  std::optional<Minutes> time;  ///< absent: the whole day
  auto operator<=>(const LocalTime&) const = default;
};

/// Reads the times of one event on one clock.
class Clock {
 public:
  Clock(const EventSeries& series, Notes& notes) : series_(series), notes_(notes) {
    const std::string told = series.calendar->text("X-WR-TIMEZONE");
    home_ = is_known_zone(told) ? told : kHome;
    const CalendarProperty* const start = series.event->find("DTSTART");
    zone_ = start == nullptr ? home_ : zone_of(*start);
    const std::optional<CalendarTime> time =
        start == nullptr ? std::nullopt : parse_calendar_time(start->value);
    if (time && time->is_utc && series.event->find("RRULE") != nullptr) {
      zone_ = "UTC";
    }
  }

  [[nodiscard]] const std::string& zone() const { return zone_; }

  [[nodiscard]] std::optional<LocalTime> read(const CalendarProperty& property,
                                              std::string_view value) const {
    const std::optional<CalendarTime> time = parse_calendar_time(value);
    if (!time) {
      notes_.add_unusable("/" + escape_pointer(property.name),
                          {"een tijd als 20261201T200000", "a time such as 20261201T200000"});
      return std::nullopt;
    }
    const std::string from = time->is_utc ? "UTC" : zone_of(property);
    if (!time->time || from == zone_) {
      return LocalTime{time->day, time->time};
    }
    const Moment moment{time->day, time->time, utc_offset_at(from, time->day, *time->time), false};
    const LocalMoment local = localise_in(moment, zone_);
    return LocalTime{local.day, local.time};
  }

  [[nodiscard]] std::optional<LocalTime> read_first(const CalendarComponent& event,
                                                    std::string_view name) const {
    const CalendarProperty* const property = event.find(name);
    return property == nullptr ? std::nullopt : read(*property, property->value);
  }

 private:
  [[nodiscard]] std::string zone_of(const CalendarProperty& property) const {
    const std::string tzid = property.parameter("TZID");
    if (tzid.empty()) {
      return home_;
    }
    const std::optional<std::string> found = find_zone(tzid, *series_.calendar);
    if (!found) {
      notes_.add("/" + escape_pointer(property.name), "unknown_zone",
                 {"Deze tijdzone is onbekend; de tijd is gelezen als Nederlandse tijd.",
                  "This time zone is unknown; the time was read as Dutch time."});
    }
    return found.value_or(home_);
  }

  const EventSeries& series_;
  Notes& notes_;
  std::string home_;
  std::string zone_;
};

/// Minutes from `from` to `to`, whole days counting from midnight.
long minutes_to(const LocalTime& from, const LocalTime& to) {
  return (to.day - from.day).count() * static_cast<long>(kMinutesPerDay)
         + to.time.value_or(Minutes{0}).value - from.time.value_or(Minutes{0}).value;
}

LocalTime later(const LocalTime& from, long minutes) {
  const auto instant = std::chrono::sys_time<std::chrono::minutes>(from.day)
                       + std::chrono::minutes(from.time.value_or(Minutes{0}).value + minutes);
  const Date day = std::chrono::floor<std::chrono::days>(instant);
  return {day, Minutes{static_cast<int>((instant - day).count())}};
}

/// The length of an event that starts at `start`, by DTEND or DURATION; absent where nothing tells.
std::optional<long> read_length(const CalendarComponent& event,
                                const LocalTime& start,
                                const Clock& clock,
                                Notes& notes) {
  if (const std::optional<LocalTime> end = clock.read_first(event, "DTEND")) {
    const long length = minutes_to(start, *end);
    if (length < 0) {
      notes.add("/DTEND", "end_before_start",
                {"Het einde ligt voor het begin en is niet gebruikt.",
                 "The end is before the start and was not used."});
    }
    return length > 0 ? std::optional<long>(length) : std::nullopt;
  }
  const CalendarProperty* const duration = event.find("DURATION");
  const std::optional<int> length =
      duration == nullptr ? std::nullopt : parse_calendar_duration(duration->value);
  return length && *length > 0 ? std::optional<long>(*length) : std::nullopt;
}

/// When a session that begins at `start` is over; absent where that is not known, or days later.
std::optional<Minutes> closing_time(const LocalTime& start, const std::optional<long>& length) {
  const bool is_session = start.time && length && *length <= kMinutesPerDay;
  return is_session ? later(start, *length).time : std::nullopt;
}

/// A rule without its COUNT and UNTIL.
struct Rule {
  std::string text;
  std::optional<int> count;
  std::string until;  ///< as written; "" where there is none
};

std::optional<int> parse_count(std::string_view digits) {
  int count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  const bool fits = error == std::errc() && end == digits.data() + digits.size() && count >= 1
                    && count <= kMaxCount;
  return fits ? std::optional<int>(count) : std::nullopt;
}

Rule split_rule(std::string_view written) {
  std::string frequency;
  std::string interval = "1";
  std::string others;
  Rule rule;
  for (const std::string_view part : split(written, ';')) {
    const std::size_t mark = std::min(part.find('='), part.size());
    const std::string name = lower_case(trim(part.substr(0, mark)));
    const std::string value(trim(part.substr(std::min(mark + 1, part.size()))));
    if (name == "freq") {
      frequency = value;
    } else if (name == "interval") {
      interval = value;
    } else if (name == "count") {
      rule.count = parse_count(value);
    } else if (name == "until") {
      rule.until = value;
    } else if (!part.empty()) {
      others += ";" + std::string(part);
    }
  }
  rule.text = "FREQ=" + frequency + ";INTERVAL=" + interval + others;
  return rule;
}

/// The last day on which a session may begin.
std::optional<Date> read_until(const Rule& rule, const Schedule& schedule, const Clock& clock) {
  const CalendarProperty until{"RRULE", {}, rule.until};
  const std::optional<LocalTime> end =
      rule.until.empty() ? std::nullopt : clock.read(until, until.value);
  if (!end) {
    return std::nullopt;
  }
  const bool ends_before_hour = end->time && schedule.opens && *end->time < *schedule.opens;
  return end->day - std::chrono::days(ends_before_hour ? 1 : 0);
}

void set_rule(const CalendarProperty& property,
              const Clock& clock,
              Notes& notes,
              Schedule& schedule) {
  const Rule rule = split_rule(property.value);
  schedule.rrule = rule.text;
  schedule.count = rule.count;
  schedule.last_day = read_until(rule, schedule, clock);
  if (!is_valid_rrule(schedule.rrule)) {
    notes.add("/RRULE", "unusable_rule",
              {"Deze herhaling is niet te lezen; er komen geen data uit.",
               "This recurrence cannot be read; it gives no dates."});
    return;
  }
  const Date first = *schedule.first_day;
  if (!schedule.count && recurring_days(schedule, first, first).empty()) {
    schedule.added.push_back({first, std::nullopt, std::nullopt});  // DTSTART is always a session
  }
}

/// Several days on end without a rule: every day from the first to the last.
void spread_over_days(const LocalTime& start, long length, Schedule& schedule) {
  const LocalTime end = later(start, length);
  const bool ends_at_night = end.time == Minutes{0};
  schedule.rrule = "FREQ=DAILY;INTERVAL=1";
  schedule.last_day = end.day - std::chrono::days(ends_at_night ? 1 : 0);
  const bool has_hours = start.time && end.time > start.time;
  schedule.closes = has_hours ? end.time : std::nullopt;
}

/// Exceptions of one event as they stand in it and in its changed occurrences.
class Exceptions {
 public:
  Exceptions(const EventSeries& series, const Clock& clock, Notes& notes)
      : series_(series), clock_(clock), notes_(notes) {}

  void apply(const std::optional<long>& length, Schedule& schedule) {
    add_dates(length, schedule);
    except_dates(schedule);
    for (const CalendarComponent* change : series_.changes) {
      apply_change(*change, length, schedule);
    }
    std::sort(schedule.added.begin(), schedule.added.end());
    schedule.added.erase(std::unique(schedule.added.begin(), schedule.added.end()),
                         schedule.added.end());
    std::sort(schedule.except.begin(), schedule.except.end());
    schedule.except.erase(std::unique(schedule.except.begin(), schedule.except.end()),
                          schedule.except.end());
  }

 private:
  /// A value of a property that may have several.
  struct Value {
    const CalendarProperty* property = nullptr;
    std::string text;
  };

  /// The values of all properties called `name`, within the limit.
  std::vector<Value> values_of(std::string_view name) {
    std::vector<Value> values;
    for (const CalendarProperty& property : series_.event->properties) {
      if (property.name != name) continue;
      for (std::string& text : split_calendar_list(property.value)) {
        values.push_back({&property, std::move(text)});
      }
    }
    if (values.size() > kMaxDates) {
      values.resize(kMaxDates);
      notes_.add("/" + std::string(name), "too_many_dates",
                 {"Te veel data; die na de eerste 5000 zijn overgeslagen.",
                  "Too many dates; those after the first 5000 were passed over."});
    }
    return values;
  }

  void add_dates(const std::optional<long>& length, Schedule& schedule) {
    for (const auto& [property, text] : values_of("RDATE")) {
      const std::size_t slash = std::min(text.find('/'), text.size());
      const std::optional<LocalTime> start = clock_.read(*property, text.substr(0, slash));
      if (!start) continue;
      const std::optional<long> own =
          slash == text.size() ? length : period_length(*property, *start, text.substr(slash + 1));
      schedule.added.push_back({start->day, start->time, closing_time(*start, own)});
    }
  }

  [[nodiscard]] std::optional<long> period_length(const CalendarProperty& property,
                                                  const LocalTime& start,
                                                  const std::string& end) const {
    if (end.starts_with('P')) {
      const std::optional<int> duration = parse_calendar_duration(end);
      return duration ? std::optional<long>(*duration) : std::nullopt;
    }
    const std::optional<LocalTime> time = clock_.read(property, end);
    return time && minutes_to(start, *time) > 0 ? std::optional<long>(minutes_to(start, *time))
                                                : std::nullopt;
  }

  void except_dates(Schedule& schedule) {
    for (const auto& [property, text] : values_of("EXDATE")) {
      if (const std::optional<LocalTime> time = clock_.read(*property, text)) {
        take_out(*time, schedule);
      }
    }
  }

  /// The session that begins then does not take place: an added one, else the rule's.
  static void take_out(const LocalTime& time, Schedule& schedule) {
    const auto is_it = [&](const AddedSession& added) {
      const std::optional<Minutes> opens = added.opens ? added.opens : schedule.opens;
      return added.day == time.day && (!time.time || opens == time.time);
    };
    std::erase_if(schedule.added, is_it);
    if (!time.time || time.time == schedule.opens) {
      schedule.except.push_back(time.day);
    }
  }

  void apply_change(const CalendarComponent& change,
                    const std::optional<long>& usual_length,
                    Schedule& schedule) {
    const std::optional<LocalTime> was = clock_.read_first(change, "RECURRENCE-ID");
    const std::optional<LocalTime> is = clock_.read_first(change, "DTSTART");
    if (!was) return;
    const std::optional<long> told = is ? read_length(change, *is, clock_, notes_) : std::nullopt;
    const std::optional<long> length = told ? told : usual_length;
    const bool is_as_usual = is == was && length == usual_length && !is_cancelled(change);
    if (is_as_usual) return;
    take_out(*was, schedule);
    if (is && !is_cancelled(change)) {
      schedule.added.push_back({is->day, is->time, closing_time(*is, length)});
    }
  }

  const EventSeries& series_;
  const Clock& clock_;
  Notes& notes_;
};

/// Several rules of one event give several schedules; exceptions stand with each.
std::vector<Schedule> with_rules(const EventSeries& series,
                                 const Clock& clock,
                                 const Schedule& base,
                                 Notes& notes) {
  std::vector<Schedule> schedules;
  for (const CalendarProperty& property : series.event->properties) {
    if (property.name == "RRULE") {
      schedules.push_back(base);
      set_rule(property, clock, notes, schedules.back());
    }
  }
  return schedules;
}

}  // namespace

bool is_cancelled(const CalendarComponent& event) {
  return lower_case(trim(event.text("STATUS"))) == "cancelled";
}

std::vector<Schedule> read_ics_schedules(const EventSeries& series, Notes& notes) {
  const Clock clock(series, notes);
  const std::optional<LocalTime> start = clock.read_first(*series.event, "DTSTART");
  if (!start) {
    return {};
  }
  const std::optional<long> length = read_length(*series.event, *start, clock, notes);
  Schedule base;
  base.first_day = start->day;
  base.opens = start->time;
  base.closes = closing_time(*start, length);
  base.zone = clock.zone();
  std::vector<Schedule> schedules = with_rules(series, clock, base, notes);
  if (schedules.empty()) {
    schedules.push_back(base);
    if (length && *length > kMinutesPerDay) {
      spread_over_days(*start, *length, schedules.back());
    }
  }
  Exceptions exceptions(series, clock, notes);
  for (Schedule& schedule : schedules) {
    exceptions.apply(length, schedule);
  }
  return schedules;
}

}  // namespace kring::catalog::formats
