#include "catalog/duplicates/times.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kring::catalog::duplicates {
namespace {

constexpr int kDays = 7;
constexpr int kHours = 24;
constexpr int kMinutesAnHour = 60;
constexpr std::uint8_t kWorkingDays = 0b0011111;

constexpr std::array<std::string_view, kDays> kCodes = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

struct DayWord {
  std::string_view beginning;  // of a folded word
  std::uint8_t days;
};

constexpr std::array kDayWords = {
    DayWord{"maandag", 1U << 0U},       DayWord{"dinsdag", 1U << 1U},
    DayWord{"woensdag", 1U << 2U},      DayWord{"donderdag", 1U << 3U},
    DayWord{"vrijdag", 1U << 4U},       DayWord{"zaterdag", 1U << 5U},
    DayWord{"zondag", 1U << 6U},        DayWord{"monday", 1U << 0U},
    DayWord{"tuesday", 1U << 1U},       DayWord{"wednesday", 1U << 2U},
    DayWord{"thursday", 1U << 3U},      DayWord{"friday", 1U << 4U},
    DayWord{"saturday", 1U << 5U},      DayWord{"sunday", 1U << 6U},
    DayWord{"werkdagen", kWorkingDays}, DayWord{"doordeweeks", kWorkingDays}};

// The days of BYDAY ("2WE,-1TH").
std::uint8_t days_of_rule(std::string_view rule) {
  const std::size_t begin = rule.find("BYDAY=");
  if (begin == std::string_view::npos) return 0;
  const std::string_view list = rule.substr(begin, rule.find(';', begin) - begin);
  std::uint8_t days = 0;
  for (unsigned day = 0; day < kDays; ++day) {
    const std::string_view code = kCodes[day];
    const bool stands_there =
        list.find(code, std::string_view("BYDAY=").size()) != std::string_view::npos;
    if (stands_there) days = static_cast<std::uint8_t>(days | (1U << day));
  }
  return days;
}

void add_schedule(const Schedule& schedule, Times& times) {
  std::uint8_t days = days_of_rule(schedule.rrule);
  if (days == 0 && schedule.first_day && schedule.rrule.find("DAILY") == std::string::npos) {
    days =
        static_cast<std::uint8_t>(1U << static_cast<unsigned>(weekday_index(*schedule.first_day)));
  }
  times.days = static_cast<std::uint8_t>(times.days | days);
  if (!schedule.opens) return;
  for (int day = 0; day < kDays; ++day) {
    if ((days & (1U << static_cast<unsigned>(day))) == 0) continue;
    times.hours.push_back(
        static_cast<std::uint16_t>(day * kHours + schedule.opens->value / kMinutesAnHour));
  }
}

std::uint8_t days_in_words(std::string_view text) {
  std::uint8_t days = 0;
  for (const std::string& word : cut_words(text)) {
    for (const DayWord& named : kDayWords) {
      if (word.starts_with(named.beginning)) days = static_cast<std::uint8_t>(days | named.days);
    }
  }
  return days;
}

std::string words_about_time(const Activity& activity) {
  std::string text = activity.description;
  for (const Schedule& schedule : activity.schedules) {
    text += " " + schedule.description;
  }
  for (const Site& site : activity.sites) {
    for (const Schedule& schedule : site.schedules) {
      text += " " + schedule.description;
    }
  }
  return text;
}

}  // namespace

Times times_of(const Activity& activity) {
  Times times;
  for (const Schedule& schedule : activity.schedules) {
    add_schedule(schedule, times);
  }
  for (const Site& site : activity.sites) {
    for (const Schedule& schedule : site.schedules) {
      add_schedule(schedule, times);
    }
  }
  std::sort(times.hours.begin(), times.hours.end());
  times.hours.erase(std::unique(times.hours.begin(), times.hours.end()), times.hours.end());
  if (times.days == 0) times.days = days_in_words(activity.name);
  if (times.days == 0) {
    times.days = days_in_words(words_about_time(activity));
    times.is_from_words = times.days != 0;
  }
  return times;
}

}  // namespace kring::catalog::duplicates
