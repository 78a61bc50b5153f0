#include "catalog/schedule/planned_days.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "catalog/schedule/holidays.h"
#include "catalog/schedule/recurrence.h"

namespace kring::catalog {

namespace {

using Region = std::optional<SchoolRegion>;

Date make_date(int year, unsigned month, unsigned day) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
}

/// Of the region that all sites lie in; absent where they lie in several, or nobody knows.
Region shared_region(const std::vector<Site>& sites, const Places& places) {
  if (sites.empty()) return std::nullopt;
  const Region first = find_school_region(sites.front(), places);
  const bool is_shared = std::all_of(sites.begin(), sites.end(), [&](const Site& site) {
    return find_school_region(site, places) == first;
  });
  return is_shared ? first : std::nullopt;
}

void except_days_off(const DaysOff& days_off, const Region& region, Schedule& schedule) {
  if (days_off.empty() || schedule.rrule.empty()) return;
  const auto is_off = [&](Date day) { return is_day_off(days_off, region, day) == Answer::kYes; };
  for (int year = kFirstYearOfDaysOff; year <= kLastYearOfDaysOff; ++year) {
    for (const Date day :
         recurring_days(schedule, make_date(year, 1, 1), make_date(year, 12, 31))) {
      if (is_off(day)) schedule.except.push_back(day);
    }
  }
  std::sort(schedule.except.begin(), schedule.except.end());
  schedule.except.erase(std::unique(schedule.except.begin(), schedule.except.end()),
                        schedule.except.end());
  std::erase_if(schedule.added, [&](const AddedSession& added) { return is_off(added.day); });
}

}  // namespace

Activity with_days_off(Activity activity, const DaysOffReader& read, const Places& places) {
  const DaysOff always = joined(read(activity.description), read(activity.alert));
  const auto except_all = [&](std::vector<Schedule>& schedules, const Region& region) {
    for (Schedule& schedule : schedules) {
      except_days_off(joined(always, read(schedule.description)), region, schedule);
    }
  };
  except_all(activity.schedules, shared_region(activity.sites, places));
  for (Site& site : activity.sites) {
    except_all(site.schedules, find_school_region(site, places));
  }
  return activity;
}

}  // namespace kring::catalog
