#include "catalog/duplicates/times.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
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

// By their place in the week; a word that is equal to one.
constexpr std::array<std::string_view, kDays> kBriefDays = {"ma", "di", "wo", "do",
                                                            "vr", "za", "zo"};
constexpr std::string_view kUntil = "tm";

std::uint8_t next_day(std::uint8_t day) {
  return day == 1U << (kDays - 1U) ? std::uint8_t{1} : static_cast<std::uint8_t>(day << 1U);
}

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
    const int minute = day * kHours * kMinutesAnHour + schedule.opens->value;
    times.minutes.push_back(static_cast<std::uint16_t>(minute));
    times.hours.push_back(static_cast<std::uint16_t>(minute / kMinutesAnHour));
  }
}

// "t/m" and a dash become the word kUntil; in "koffie-inloop" it stands between no days.
std::string spell_out_until(std::string_view text) {
  static const std::string kBetween = " " + std::string(kUntil) + " ";
  std::string spelled(text.substr(0, kMaxComparedBytes));
  for (const std::string_view sign : {"t/m", "T/m", "T/M", "tot en met", "\u2013", "-"}) {
    for (auto at = spelled.find(sign); at != std::string::npos;
         at = spelled.find(sign, at + kBetween.size())) {
      spelled.replace(at, sign.size(), kBetween);
    }
  }
  return spelled;
}

std::uint8_t days_of_word(const std::string& word) {
  const auto* const named =
      std::find_if(kDayWords.begin(), kDayWords.end(),
                   [&word](const DayWord& day) { return word.starts_with(day.beginning); });
  if (named != kDayWords.end()) return named->days;
  const auto* const brief = std::find(kBriefDays.begin(), kBriefDays.end(), word);
  return brief == kBriefDays.end() ? 0
                                   : static_cast<std::uint8_t>(1U << (brief - kBriefDays.begin()));
}

// "di" and "wo" are days by themselves; these are so beside a number or another day: "zo 14 u", "do
// en vr".
bool is_doubtful(std::string_view word) {
  return word == "ma" || word == "do" || word == "zo";
}

bool tells_of_day(const std::string& word) {
  const bool is_number = word.front() >= '0' && word.front() <= '9';
  return is_number || days_of_word(word) != 0;
}

// Of a word beside this one, past what joins two.
bool has_telling_neighbour(const std::vector<std::string>& words, std::size_t at) {
  const auto is_join = [](const std::string& word) {
    return word == kUntil || word == "en" || word == "of";
  };
  std::size_t before = at;
  while (before > 0 && is_join(words[before - 1]))
    --before;
  std::size_t after = at + 1;
  while (after < words.size() && is_join(words[after]))
    ++after;
  return (before > 0 && tells_of_day(words[before - 1]))
         || (after < words.size() && tells_of_day(words[after]));
}

// Monday to Friday, also over the weekend: Saturday to Monday.
std::uint8_t days_between(std::uint8_t first, std::uint8_t last) {
  std::uint8_t days = 0;
  for (std::uint8_t day = first; day != last; day = next_day(day)) {
    days = static_cast<std::uint8_t>(days | day);
  }
  return static_cast<std::uint8_t>(days | last);
}

std::uint8_t days_in_words(std::string_view text) {
  const std::vector<std::string> words = cut_words(spell_out_until(text));
  std::uint8_t days = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::uint8_t named = days_of_word(words[at]);
    if (named == 0 || (is_doubtful(words[at]) && !has_telling_neighbour(words, at))) continue;
    const std::uint8_t first =
        at >= 2 && words[at - 1] == kUntil ? days_of_word(words[at - 2]) : std::uint8_t{0};
    const bool is_range = std::has_single_bit(first) && std::has_single_bit(named);
    days = static_cast<std::uint8_t>(days | (is_range ? days_between(first, named) : named));
  }
  return days;
}

// Absent where one schedule has no end or goes on by weekdays.
std::optional<Span> span_of(const std::vector<const Schedule*>& schedules) {
  std::optional<Span> span;
  for (const Schedule* const schedule : schedules) {
    const std::optional<Date> last =
        schedule->rrule.empty() ? schedule->first_day : schedule->last_day;
    if (!schedule->first_day || !last || days_of_rule(schedule->rrule) != 0) return std::nullopt;
    if (!span) span = Span{*schedule->first_day, *last};
    span = Span{std::min(span->first, *schedule->first_day), std::max(span->last, *last)};
  }
  return span;
}

std::vector<const Schedule*> schedules_of(const Activity& activity) {
  std::vector<const Schedule*> schedules;
  for (const Schedule& schedule : activity.schedules) {
    schedules.push_back(&schedule);
  }
  for (const Site& site : activity.sites) {
    for (const Schedule& schedule : site.schedules) {
      schedules.push_back(&schedule);
    }
  }
  return schedules;
}

std::string words_about_time(const Activity& activity) {
  std::string text = activity.description;
  for (const Schedule* const schedule : schedules_of(activity)) {
    text += " " + schedule->description;
  }
  return text;
}

}  // namespace

Times times_of(const Activity& activity) {
  Times times;
  const std::vector<const Schedule*> schedules = schedules_of(activity);
  for (const Schedule* const schedule : schedules) {
    add_schedule(*schedule, times);
  }
  times.span = span_of(schedules);
  for (std::vector<std::uint16_t>* const beginnings : {&times.hours, &times.minutes}) {
    std::sort(beginnings->begin(), beginnings->end());
    beginnings->erase(std::unique(beginnings->begin(), beginnings->end()), beginnings->end());
  }
  if (times.days == 0) times.days = days_in_words(activity.name);
  if (times.days == 0) {
    times.days = days_in_words(words_about_time(activity));
    times.is_from_words = times.days != 0;
  }
  return times;
}

}  // namespace kring::catalog::duplicates
