#include "catalog/formats/uitdatabank_calendar.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "catalog/formats/event_schedule.h"
#include "catalog/formats/moment.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/words.h"

namespace kring::catalog::formats {

namespace {

constexpr int kMaxRangeDays = 1'100;     ///< of one range of closed or adjusted days: three years
constexpr std::size_t kMaxDays = 3'700;  ///< of all ranges of one record: ten years

/// What a status says is not to be counted on: cancelled, or put off to a day not yet known.
bool is_available(const Fields& dated) {
  const Json& status = dated.json()["status"];
  const Json& type = status.is_object() ? status["type"] : status;
  return type.string().value_or("Available") == "Available";
}

void note_no_start(const Fields& dated) {
  dated.notes().add(dated.pointer_to("startDate"), "missing_start",
                    {"Deze datum heeft geen begin en is overgeslagen. Vul startDate in.",
                     "This date has no start and was passed over. Fill in startDate."});
}

std::vector<Schedule> read_dates(const Fields& offer, const std::string& zone) {
  std::vector<Schedule> schedules;
  const std::vector<Fields> sub_events = offer.objects("subEvent");
  for (const Fields& dated : sub_events.empty() ? std::vector{offer} : sub_events) {
    if (!dated.has("startDate")) {
      note_no_start(dated);
    } else if (is_available(dated)) {
      const std::vector<Schedule> read = read_dated_schedule_in(dated, zone);
      schedules.insert(schedules.end(), read.begin(), read.end());
    }
  }
  return schedules;
}

/// Hours of some days of the week.
struct OpeningHours {
  std::set<int> days;  ///< 0 = Monday .. 6 = Sunday
  Minutes opens;
  Minutes closes;
};

constexpr std::array kDayCodes = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::set<int> read_days(const Fields& hours) {
  std::set<int> days;
  for (const std::string& word : hours.lines("dayOfWeek")) {
    const std::optional<std::string> code = weekday_in(word);
    const auto* const found =
        std::find(kDayCodes.begin(), kDayCodes.end(), code.value_or(std::string()));
    if (found != kDayCodes.end()) {
      days.insert(static_cast<int>(found - kDayCodes.begin()));
    }
  }
  return days;
}

std::vector<OpeningHours> read_opening_hours(const Fields& owner) {
  std::vector<OpeningHours> all;
  for (const Fields& fields : owner.objects("openingHours")) {
    const std::set<int> days = read_days(fields);
    const std::optional<Minutes> opens = fields.time_of_day("opens");
    const std::optional<Minutes> closes = fields.time_of_day("closes");
    if (!days.empty() && opens && closes) {
      all.push_back({days, *opens, *closes});
      continue;
    }
    fields.notes().add(fields.pointer(), "unusable_hours",
                       {"Deze openingsuren zijn overgeslagen. Geef dayOfWeek, opens en closes.",
                        "These opening hours were passed over. Give dayOfWeek, opens and closes."});
  }
  return all;
}

/// Days on which the usual hours do not hold.
struct Exceptions {
  std::set<Date> days;              ///< closed, or with other hours
  std::vector<AddedSession> added;  ///< the other hours
};

/// The first and last day on which the record holds; absent ends are open.
struct Period {
  std::optional<Date> first;
  std::optional<Date> last;

  [[nodiscard]] bool has(Date day) const {
    return (!first || day >= *first) && (!last || day <= *last);
  }
};

void note_long_range(const Fields& range) {
  range.notes().add(
      range.pointer(), "range_too_long",
      {"Deze reeks dagen is te lang en is afgekapt. Geef hoogstens drie jaar per reeks.",
       "This range of days is too long and was cut. Give three years a range at most."});
}

/// The days of one range of closed or adjusted days, as far as the record holds and no range
/// before it took them.
std::vector<Date> days_of(const Fields& range, const Period& period, const Exceptions& found) {
  const std::optional<Date> first = range.date("startDate");
  const std::optional<Date> last = range.date("endDate");
  std::vector<Date> days;
  if (!first || !last) {
    range.notes().add(range.pointer(), "unusable_range",
                      {"Deze reeks dagen is overgeslagen. Geef startDate en endDate.",
                       "This range of days was passed over. Give startDate and endDate."});
    return days;
  }
  for (Date day = *first; day <= *last; day += std::chrono::days(1)) {
    if ((day - *first).count() >= kMaxRangeDays || found.days.size() + days.size() >= kMaxDays) {
      note_long_range(range);
      break;
    }
    if (period.has(day) && !found.days.contains(day)) {
      days.push_back(day);
    }
  }
  return days;
}

/// The hours of one adjusted day, which replace all others of it.
void adjust(Date day, const std::vector<OpeningHours>& all, Exceptions& found) {
  for (const OpeningHours& hours : all) {
    if (hours.days.contains(weekday_index(day))) {
      found.added.push_back({day, hours.opens, hours.closes});
    }
  }
}

Exceptions read_exceptions(const Fields& offer, const Period& period) {
  Exceptions found;
  for (const Fields& range : offer.objects("openingHoursClosedDays")) {
    const std::vector<Date> days = days_of(range, period, found);
    found.days.insert(days.begin(), days.end());
  }
  for (const Fields& range : offer.objects("openingHoursAdjustedDays")) {
    const std::vector<OpeningHours> all = read_opening_hours(range);
    const std::vector<Date> days = days_of(range, period, found);
    for (const Date day : days) {
      adjust(day, all, found);
    }
    found.days.insert(days.begin(), days.end());
  }
  std::sort(found.added.begin(), found.added.end());
  return found;
}

Schedule make_weekly(const OpeningHours& hours, const Period& period, const Exceptions& found) {
  Schedule schedule;
  for (const int day : hours.days) {
    schedule.rrule += (schedule.rrule.empty() ? "FREQ=WEEKLY;INTERVAL=1;BYDAY=" : ",")
                      + std::string(kDayCodes.at(static_cast<std::size_t>(day)));
  }
  schedule.first_day = period.first;
  schedule.last_day = period.last;
  schedule.opens = hours.opens;
  schedule.closes = hours.closes;
  std::copy_if(found.days.begin(), found.days.end(), std::back_inserter(schedule.except),
               [&](Date day) { return hours.days.contains(weekday_index(day)); });
  return schedule;
}

/// Where no usual hours are given: the adjusted ones alone, or the days of the period, at hours
/// that nobody tells.
std::vector<Schedule> read_without_hours(const Period& period, const Exceptions& found) {
  Schedule schedule;
  if (!found.added.empty()) {
    schedule.first_day = found.added.front().day;
    schedule.opens = found.added.front().opens;
    schedule.closes = found.added.front().closes;
    schedule.added.assign(found.added.begin() + 1, found.added.end());
    return {schedule};
  }
  if (!period.first || !period.last) {
    return {};
  }
  schedule.rrule = "FREQ=DAILY;INTERVAL=1";
  schedule.first_day = period.first;
  schedule.last_day = period.last;
  schedule.except.assign(found.days.begin(), found.days.end());
  return {schedule};
}

/// The period of a record; an end at midnight ends the day before.
Period read_period(const Fields& offer, const std::string& zone) {
  const std::optional<Moment> start = parse_moment(offer.line("startDate"));
  const std::optional<Moment> end = parse_moment(offer.line("endDate"));
  Period period;
  if (start) {
    period.first = localise_in(*start, zone).day;
  }
  if (end) {
    const LocalMoment local = localise_in(*end, zone);
    const bool ends_at_midnight = local.time == Minutes{0};
    period.last = local.day - std::chrono::days(ends_at_midnight ? 1 : 0);
  }
  return period;
}

std::vector<Schedule> read_hours(const Fields& offer, const Period& period) {
  const Exceptions found = read_exceptions(offer, period);
  std::vector<Schedule> schedules;
  for (const OpeningHours& hours : read_opening_hours(offer)) {
    schedules.push_back(make_weekly(hours, period, found));
  }
  if (schedules.empty()) {
    return read_without_hours(period, found);
  }
  schedules.front().added = found.added;
  return schedules;
}

}  // namespace

std::vector<Schedule> read_uitdatabank_calendar(const Fields& offer, const std::string& zone) {
  const std::string type = lower_case(offer.line("calendarType"));
  if (type != "periodic" && type != "permanent") {
    return read_dates(offer, zone);
  }
  std::vector<Schedule> schedules =
      read_hours(offer, type == "permanent" ? Period{} : read_period(offer, zone));
  for (Schedule& schedule : schedules) {
    schedule.zone = zone;
  }
  return schedules;
}

}  // namespace kring::catalog::formats
