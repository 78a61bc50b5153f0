#include "catalog/schedule/calendar.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include <libical/ical.h>

#include "catalog/schedule/expand.h"
#include "catalog/schedule/recurrence.h"
#include "catalog/schedule/zone_guard.h"

namespace kring::catalog {
namespace {

constexpr const char* kPlanProduct = "-//Kring//Plan//NL";
constexpr const char* kCatalogProduct = "-//Kring//Catalogue//NL";
constexpr int kMinutesOfDay = 1440;
constexpr std::size_t kLocalLength = 19;  ///< of "2026-11-25T10:00:00"
/// Changes of the clock before this year are left out of the zones that are written.
constexpr int kFirstZoneYear = 2000;
/// A rule without days in so many years has none: 29 February skips at most eight.
constexpr std::chrono::days kLongestWait{9 * 366};

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

icaltimetype make_time(Date day, const std::optional<Minutes>& time) {
  const std::chrono::year_month_day parts(day);
  icaltimetype made = icaltime_null_time();
  made.year = static_cast<int>(parts.year());
  made.month = static_cast<int>(static_cast<unsigned>(parts.month()));
  made.day = static_cast<int>(static_cast<unsigned>(parts.day()));
  made.is_date = time ? 0 : 1;
  if (time) {
    made.hour = time->value / 60;
    made.minute = time->value % 60;
  }
  return made;
}

icaltimetype make_utc_time(Date day, const std::optional<Minutes>& time) {
  icaltimetype made = make_time(day, time);
  made.zone = time ? icaltimezone_get_utc_timezone() : nullptr;
  return made;
}

/// `minutes` after local midnight of `day`, in UTC; may pass a day.
icaltimetype to_utc(Date day, int minutes) {
  const auto instant =
      std::chrono::sys_time<std::chrono::minutes>(day) + std::chrono::minutes(minutes);
  const Date utc_day = std::chrono::floor<std::chrono::days>(instant);
  return make_utc_time(utc_day, Minutes{static_cast<int>((instant - utc_day).count())});
}

Component make_calendar(const char* product) {
  Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  icalcomponent_add_property(calendar.get(), icalproperty_new_prodid(product));
  icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
  return calendar;
}

/// libical folds a line of just 75 octets within its own end of line, which readers of lines take
/// for an empty one.
std::string with_whole_line_ends(std::string text) {
  static constexpr std::string_view kFoldedEnd = "\r\r\n \n";
  for (std::size_t at = text.find(kFoldedEnd); at != std::string::npos;
       at = text.find(kFoldedEnd, at)) {
    text.replace(at, kFoldedEnd.size(), "\r\n");
  }
  return text;
}

std::string text_of(icalcomponent* component) {
  const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(
      icalcomponent_as_ical_string_r(component), icalmemory_free_buffer);
  return with_whole_line_ends(text.get());
}

/// A VEVENT that is being written; the component takes its properties over.
class Event {
 public:
  Event(const std::string& uid, Date stamped)
      : component_(icalcomponent_new(ICAL_VEVENT_COMPONENT)) {
    add(icalproperty_new_uid(uid.c_str()));
    add(icalproperty_new_dtstamp(make_utc_time(stamped, Minutes{0})));
  }

  void add(icalproperty* property) { icalcomponent_add_property(component_.get(), property); }

  /// A property with a local time: with its zone, or as a date.
  void add_local(icalproperty* property, const icaltimetype& time, const std::string& zone) {
    icalproperty_add_parameter(property, time.is_date != 0
                                             ? icalparameter_new_value(ICAL_VALUE_DATE)
                                             : icalparameter_new_tzid(zone.c_str()));
    add(property);
  }

  void add_texts(const std::string& summary,
                 const std::string& description,
                 const std::string& location) {
    add(icalproperty_new_summary(summary.c_str()));
    if (!description.empty()) add(icalproperty_new_description(description.c_str()));
    if (!location.empty()) add(icalproperty_new_location(location.c_str()));
  }

  /// A property as it stands, for libical would rewrite its value.
  void add_lines(const std::string& lines) { lines_ += lines; }

  [[nodiscard]] std::string text() const {
    std::string text = text_of(component_.get());
    return text.insert(text.rfind("END:VEVENT"), lines_);
  }

  /// The calendar takes the component over.
  void put_into(const Component& calendar) {
    icalcomponent_add_component(calendar.get(), component_.release());
  }

 private:
  Component component_;
  std::string lines_;
};

void put_entry(const CalendarEntry& entry, Date stamped, const Component& calendar) {
  Event event(entry.uid, stamped);
  event.add(icalproperty_new_dtstart(make_utc_time(entry.day, entry.starts)));
  event.add_texts(entry.summary, entry.description, entry.location);
  event.add(icalproperty_new_class(ICAL_CLASS_PRIVATE));
  event.add(icalproperty_new_transp(entry.starts ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
  event.put_into(calendar);
}

/// The year in which an observance of a zone last began; absent where it goes on.
std::optional<int> last_year_of(icalcomponent* observance) {
  int last = icalcomponent_get_dtstart(observance).year;
  for (icalproperty* property = icalcomponent_get_first_property(observance, ICAL_RDATE_PROPERTY);
       property != nullptr;
       property = icalcomponent_get_next_property(observance, ICAL_RDATE_PROPERTY)) {
    last = std::max(last, icalproperty_get_rdate(property).time.year);
  }
  icalproperty* const rule = icalcomponent_get_first_property(observance, ICAL_RRULE_PROPERTY);
  if (rule == nullptr) {
    return last;
  }
  const icaltimetype until = icalproperty_get_rrule(rule).until;
  return icaltime_is_null_time(until) != 0 ? std::nullopt : std::optional<int>(until.year);
}

/// Takes out what no longer holds; the last observance stays, for a zone that never changes.
void drop_past(icalcomponent* parent) {
  std::vector<icalcomponent*> past;
  int kept = 0;
  for (icalcomponent* child = icalcomponent_get_first_component(parent, ICAL_ANY_COMPONENT);
       child != nullptr; child = icalcomponent_get_next_component(parent, ICAL_ANY_COMPONENT)) {
    const std::optional<int> last = last_year_of(child);
    if (last && *last < kFirstZoneYear) {
      past.push_back(child);
    } else {
      ++kept;
    }
  }
  if (kept == 0 && !past.empty()) {
    past.pop_back();
  }
  for (icalcomponent* child : past) {
    icalcomponent_remove_component(parent, child);
    icalcomponent_free(child);
  }
}

void put_zone(const std::string& name, const Component& calendar) {
  const std::lock_guard<std::mutex> lock(zone_guard());
  icaltimezone* const zone = icaltimezone_get_builtin_timezone(name.c_str());
  icalcomponent* const known = zone == nullptr ? nullptr : icaltimezone_get_component(zone);
  if (known == nullptr) {
    return;
  }
  icalcomponent* const copy = icalcomponent_new_clone(known);
  icalproperty_set_tzid(icalcomponent_get_first_property(copy, ICAL_TZID_PROPERTY), name.c_str());
  drop_past(copy);
  icalcomponent_add_component(calendar.get(), copy);
}

/// The first day that the schedule's rule gives: iCalendar counts DTSTART as one of its days.
std::optional<Date> first_day_of(const CalendarSeries& series) {
  const Schedule& schedule = series.schedule;
  if (schedule.rrule.empty()) {
    return schedule.first_day;
  }
  const Date from = schedule.first_day.value_or(series.stamped);
  Schedule whole = schedule;
  whole.first_day = from;
  const std::vector<Date> days = recurring_days(whole, from, from + kLongestWait);
  return days.empty() ? std::nullopt : std::optional<Date>(days.front());
}

/// Minutes from opening to closing; absent where no end is known.
std::optional<int> length_of(const std::optional<Minutes>& opens,
                             const std::optional<Minutes>& closes) {
  if (!opens || !closes) {
    return std::nullopt;
  }
  const int length = closes->value - opens->value;
  return length > 0 ? length : length + kMinutesOfDay;
}

/// Minutes since midnight that a schedule or session begins, with its end.
struct Hours {
  std::optional<Minutes> opens;
  std::optional<Minutes> closes;
};

void add_hours(Event& event, Date day, const Hours& hours, const std::string& zone) {
  const icaltimetype starts = make_time(day, hours.opens);
  event.add_local(icalproperty_new_dtstart(starts), starts, zone);
  if (const std::optional<int> length = length_of(hours.opens, hours.closes)) {
    const int end = hours.opens->value + *length;
    const icaltimetype ends =
        make_time(day + std::chrono::days(end / kMinutesOfDay), Minutes{end % kMinutesOfDay});
    event.add_local(icalproperty_new_dtend(ends), ends, zone);
  }
}

void add_rule(Event& event, const Schedule& schedule) {
  if (schedule.rrule.empty()) {
    return;
  }
  icalrecurrencetype rule = icalrecurrencetype_from_string(schedule.rrule.c_str());
  if (schedule.count) {
    rule.count = *schedule.count;
  } else if (schedule.last_day && schedule.opens) {
    const int end_of_day = kMinutesOfDay - 1;
    const Minutes offset = utc_offset_at(schedule.zone, *schedule.last_day, Minutes{end_of_day});
    rule.until = to_utc(*schedule.last_day, end_of_day - offset.value);
  } else if (schedule.last_day) {
    rule.until = make_time(*schedule.last_day, std::nullopt);
  }
  event.add(icalproperty_new_rrule(rule));
}

/// Whether an added session differs from the rule's by its day or start only, so that RDATE says
/// it.
bool is_plain(const Schedule& schedule, const AddedSession& added) {
  return !added.opens
         || length_of(added.opens, added.closes) == length_of(schedule.opens, schedule.closes);
}

/// Days and starts that come beside the rule.
void add_exceptions(Event& event, const Schedule& schedule) {
  std::set<std::pair<Date, int>> added;
  const int opens = schedule.opens.value_or(Minutes{0}).value;
  for (const AddedSession& session : schedule.added) {
    if (is_plain(schedule, session)) {
      added.insert({session.day, session.opens.value_or(Minutes{opens}).value});
    }
  }
  for (const Date day : schedule.except) {
    if (!added.contains({day, opens})) {
      const icaltimetype time = make_time(day, schedule.opens);
      event.add_local(icalproperty_new_exdate(time), time, schedule.zone);
    }
  }
  for (const auto& [day, starts] : added) {
    const bool has_hours = schedule.opens.has_value();
    const icaltimetype time =
        make_time(day, has_hours ? std::optional<Minutes>(Minutes{starts}) : std::nullopt);
    event.add_local(icalproperty_new_rdate({time, icalperiodtype_null_period()}), time,
                    schedule.zone);
  }
}

void add_facts(Event& event, const CalendarSeries& series) {
  event.add(icalproperty_new_sequence(series.sequence));
  event.add_texts(series.summary, series.description, series.location);
  if (series.point) {
    event.add(icalproperty_new_geo({series.point->latitude, series.point->longitude}));
  }
  if (!series.url.empty()) event.add(icalproperty_new_url(series.url.c_str()));
  for (const std::string& category : series.categories) {
    event.add(icalproperty_new_categories(category.c_str()));
  }
  if (series.state != EntryState::kConfirmed) {
    event.add(icalproperty_new_status(
        series.state == EntryState::kCancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_TENTATIVE));
  }
  for (const CalendarProperty& own : series.own)
    event.add_lines(write_property(own));
}

/// The series itself; "" where it has no day of its own.
std::string write_rule(const CalendarSeries& series) {
  const std::optional<Date> first = first_day_of(series);
  if (!first) {
    return {};
  }
  const Schedule& schedule = series.schedule;
  Event event(series.uid, series.stamped);
  add_hours(event, *first, {schedule.opens, schedule.closes}, schedule.zone);
  add_rule(event, schedule);
  add_exceptions(event, schedule);
  add_facts(event, series);
  return event.text();
}

/// Which added sessions get an entry of their own: those that RDATE cannot say, or all.
enum class Others {
  kUnlike,
  kAll,
};

std::string write_others(const CalendarSeries& series, Others which) {
  std::string text;
  int number = 0;
  for (const AddedSession& added : series.schedule.added) {
    if (which == Others::kUnlike && is_plain(series.schedule, added)) {
      continue;
    }
    ++number;
    Event event(series.uid + "-" + std::to_string(number), series.stamped);
    const Hours usual{series.schedule.opens, series.schedule.closes};
    add_hours(event, added.day, added.opens ? Hours{added.opens, added.closes} : usual,
              series.schedule.zone);
    add_facts(event, series);
    text += event.text();
  }
  return text;
}

/// Minutes east of UTC of "+01:00", "-05:30" or "Z".
std::optional<int> parse_offset(std::string_view text) {
  if (text == "Z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const std::optional<Minutes> size = parse_time_of_day(text.substr(1));
  if (!size) return std::nullopt;
  return text[0] == '-' ? -size->value : size->value;
}

}  // namespace

std::string write_calendar(const std::vector<CalendarEntry>& entries, Date stamped) {
  const Component calendar = make_calendar(kPlanProduct);
  for (const CalendarEntry& entry : entries)
    put_entry(entry, stamped, calendar);
  return text_of(calendar.get());
}

std::string begin_calendar(const std::set<std::string>& zones) {
  const Component calendar = make_calendar(kCatalogProduct);
  for (const std::string& zone : zones) {
    put_zone(zone, calendar);
  }
  std::string text = text_of(calendar.get());
  text.resize(text.size() - kCalendarEnd.size());
  return text;
}

std::string write_events(const CalendarSeries& series) {
  const std::string rule = write_rule(series);
  return rule + write_others(series, rule.empty() ? Others::kAll : Others::kUnlike);
}

std::string write_calendar(const std::vector<CalendarSeries>& all) {
  std::set<std::string> zones;
  std::string events;
  for (const CalendarSeries& series : all) {
    zones.insert(series.schedule.zone);
    events += write_events(series);
  }
  return events.empty() ? events : begin_calendar(zones) + events + std::string(kCalendarEnd);
}

std::optional<UtcTime> parse_utc(std::string_view rfc3339) {
  if (rfc3339.size() <= kLocalLength) return std::nullopt;
  const auto day = parse_date(rfc3339);
  const auto time = parse_time_of_day(rfc3339.substr(11, 5));
  const auto offset = parse_offset(rfc3339.substr(kLocalLength));
  if (!day || !time || !offset) return std::nullopt;
  const int minutes = time->value - *offset;
  const int days = minutes < 0 ? -1 : minutes / kMinutesOfDay;
  return UtcTime{*day + std::chrono::days{days}, Minutes{minutes - days * kMinutesOfDay}};
}

}  // namespace kring::catalog
