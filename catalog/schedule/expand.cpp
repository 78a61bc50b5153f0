#include "catalog/schedule/expand.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include <libical/ical.h>

#include "catalog/schedule/recurrence.h"
#include "catalog/schedule/zone_guard.h"

namespace kring::catalog {

namespace {

constexpr int kMinutesPerDay = 1'440;
constexpr int kMinutesPerHour = 60;
constexpr int kSecondsPerMinute = 60;

icaltimetype make_day(Date day) {
  const std::chrono::year_month_day parts(day);
  icaltimetype time = icaltime_null_time();
  time.year = static_cast<int>(parts.year());
  time.month = static_cast<int>(static_cast<unsigned>(parts.month()));
  time.day = static_cast<int>(static_cast<unsigned>(parts.day()));
  return time;
}

bool is_time_of_day(const std::optional<Minutes>& time) {
  return time && time->value >= 0 && time->value < kMinutesPerDay;
}

/// The days of the rule, or the one day; none where no time is known (by appointment).
std::vector<Date> days_of(const Schedule& schedule, Date from, Date to) {
  if (!is_time_of_day(schedule.opens)) {
    return {};
  }
  if (!schedule.rrule.empty()) {
    return recurring_days(schedule, from, to);
  }
  if (!schedule.first_day || *schedule.first_day < from || *schedule.first_day > to) {
    return {};
  }
  return {*schedule.first_day};
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
int nominal_end(const std::optional<Minutes>& closes, int starts) {
  if (!closes) {
    return starts;
  }
  return closes->value > starts ? closes->value : closes->value + kMinutesPerDay;
}

/// requires: `meeting` has a time at which it opens.
Session make_session(const AddedSession& meeting, const Zone& zone) {
  const Date day = meeting.day;
  const int opens = meeting.opens->value;
  const int closes = nominal_end(meeting.closes, opens);
  const Offsets offsets = offsets_around(zone, day);
  const LocalTime starts = settle(zone, day, opens, offsets);
  int ends = settle(zone, day, closes, offsets).minutes;
  if (closes > opens && ends <= starts.minutes) {
    ends = starts.minutes + closes - opens;
  }
  return {day, Minutes{starts.minutes}, Minutes{closes > opens ? ends : starts.minutes},
          Minutes{starts.utc_offset}};
}

/// What the rule gives but for its exceptions, and what was added, with their hours.
std::vector<AddedSession> meetings_of(const Schedule& schedule, Date from, Date to) {
  std::vector<AddedSession> meetings;
  for (const Date day : days_of(schedule, from, to)) {
    if (!std::binary_search(schedule.except.begin(), schedule.except.end(), day)) {
      meetings.push_back({day, schedule.opens, schedule.closes});
    }
  }
  for (const AddedSession& added : schedule.added) {
    if (added.day >= from && added.day <= to) {
      meetings.push_back(added.opens ? added
                                     : AddedSession{added.day, schedule.opens, schedule.closes});
    }
  }
  return meetings;
}

}  // namespace

std::vector<Session> expand(const Schedule& schedule, Date from, Date to) {
  if (from > to) {
    return {};
  }
  std::vector<Session> sessions;
  const Zone zone(schedule.zone);
  for (const AddedSession& meeting : meetings_of(schedule, from, to)) {
    if (is_time_of_day(meeting.opens) && sessions.size() < kMaxSessions) {
      sessions.push_back(make_session(meeting, zone));
    }
  }
  std::sort(sessions.begin(), sessions.end());
  sessions.erase(std::unique(sessions.begin(), sessions.end()), sessions.end());
  return sessions;
}

Minutes utc_offset_at(const std::string& zone, Date day, Minutes time_of_day) {
  const Zone found(zone);
  return Minutes{settle(found, day, time_of_day.value, offsets_around(found, day)).utc_offset};
}

}  // namespace kring::catalog
