#include "catalog/schedule/holidays.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "catalog/embedded.h"
#include "catalog/split.h"

namespace kring::catalog {

namespace {

constexpr std::size_t kRegions = 3;
constexpr int kLustrum = 5;  ///< years between two Bevrijdingsdagen that are a day off for most

constexpr std::array<std::string_view, kRegions> kRegionNames = {"noord", "midden", "zuid"};
constexpr std::array<std::string_view, 5> kHolidayNames = {
    "herfstvakantie", "kerstvakantie", "voorjaarsvakantie", "meivakantie", "zomervakantie"};

Date make_date(int year, unsigned month, unsigned day) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876 (its letters kept).
Date easter_of(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int days = h + l - 7 * m + 114;
  return make_date(year, static_cast<unsigned>(days / 31), static_cast<unsigned>(days % 31 + 1));
}

Date kings_day_of(int year) {
  const Date day = make_date(year, 4, 27);
  return std::chrono::weekday(day) == std::chrono::Sunday ? day - std::chrono::days(1) : day;
}

/// The rows of an embedded table, without its head.
std::vector<std::vector<std::string_view>> rows_of(std::string_view table) {
  std::vector<std::vector<std::string_view>> rows;
  for (const std::string_view line : split(table, '\n')) {
    rows.push_back(split(line, '\t'));
  }
  rows.erase(rows.begin());
  return rows;
}

template <std::size_t kCount>
std::size_t place_in(const std::array<std::string_view, kCount>& names, std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

struct Vacation {
  SchoolHoliday holiday = SchoolHoliday::kAutumn;
  Date first;
  Date last;
};

using Vacations = std::array<std::vector<Vacation>, kRegions>;

/// The table by region, read once: of rijksoverheid.nl, "Overzicht schoolvakanties" of each school
/// year. Zuid in the spring and the summer of 2027 is missing: no sources were found that agree.
const Vacations& vacations() {
  static const Vacations kVacations = [] {
    Vacations all;
    for (const auto& row : rows_of(embedded_school_holidays())) {
      all.at(place_in(kRegionNames, row[2]))
          .push_back({static_cast<SchoolHoliday>(place_in(kHolidayNames, row[1])),
                      parse_date(row[3]).value(), parse_date(row[4]).value()});
    }
    return all;
  }();
  return kVacations;
}

/// The days of the year between which a holiday falls in any year of the table: outside them a
/// missing row says nothing. Months and days as one number, 1225 for Christmas.
struct Season {
  int first;
  int last;
};
constexpr std::array kSeasons = {Season{1010, 1110}, Season{1219, 110}, Season{206, 306},
                                 Season{420, 510}, Season{704, 905}};

bool is_in_season(SchoolHoliday holiday, Date day) {
  const std::chrono::year_month_day date(day);
  const auto number = static_cast<int>(static_cast<unsigned>(date.month()) * 100
                                       + static_cast<unsigned>(date.day()));
  const Season& season = kSeasons.at(static_cast<std::size_t>(holiday));
  return season.first <= season.last ? number >= season.first && number <= season.last
                                     : number >= season.first || number <= season.last;
}

/// Half a year: a row so near tells of the same season.
constexpr std::chrono::days kSameSeason{180};

Answer is_in(SchoolHoliday holiday, SchoolRegion region, Date day) {
  bool is_known = false;
  for (const Vacation& vacation : vacations().at(static_cast<std::size_t>(region))) {
    if (vacation.holiday != holiday) continue;
    if (day >= vacation.first && day <= vacation.last) return Answer::kYes;
    is_known =
        is_known || (day > vacation.first - kSameSeason && day < vacation.last + kSameSeason);
  }
  return is_known || !is_in_season(holiday, day) ? Answer::kNo : Answer::kUnknown;
}

Answer is_in_any(const DaysOff& days_off, SchoolRegion region, Date day) {
  Answer answer = Answer::kNo;
  for (std::size_t holiday = 0; holiday < kHolidayNames.size(); ++holiday) {
    const auto named = static_cast<SchoolHoliday>(holiday);
    if (!days_off.has(named)) continue;
    const Answer found = is_in(named, region, day);
    if (found == Answer::kYes) return Answer::kYes;
    answer = found == Answer::kUnknown ? found : answer;
  }
  return answer;
}

}  // namespace

std::vector<PublicHoliday> public_holidays(int year) {
  const Date easter = easter_of(year);
  const auto after_easter = [&](int days) { return easter + std::chrono::days(days); };
  std::vector<PublicHoliday> all = {
      {make_date(year, 1, 1), "Nieuwjaarsdag"},
      {easter, "eerste paasdag"},
      {after_easter(1), "tweede paasdag"},
      {kings_day_of(year), "Koningsdag"},
      {make_date(year, 5, 5), "Bevrijdingsdag", year % kLustrum == 0},
      {after_easter(39), "Hemelvaartsdag"},
      {after_easter(49), "eerste pinksterdag"},
      {after_easter(50), "tweede pinksterdag"},
      {make_date(year, 12, 25), "eerste kerstdag"},
      {make_date(year, 12, 26), "tweede kerstdag"},
  };
  std::stable_sort(all.begin(), all.end(),
                   [](const PublicHoliday& a, const PublicHoliday& b) { return a.day < b.day; });
  return all;
}

bool is_public_holiday(Date day) {
  const std::chrono::year_month_day date(day);
  const std::vector<PublicHoliday> all = public_holidays(static_cast<int>(date.year()));
  return std::any_of(all.begin(), all.end(), [&](const PublicHoliday& holiday) {
    return holiday.day == day && holiday.is_day_off;
  });
}

std::optional<SchoolRegion> find_school_region(std::string_view municipality_code) {
  static const std::map<std::string_view, SchoolRegion> kRegionsByCode = [] {
    std::map<std::string_view, SchoolRegion> all;
    for (const auto& row : rows_of(embedded_school_regions())) {
      all.emplace(row[0], static_cast<SchoolRegion>(place_in(kRegionNames, row[2])));
    }
    return all;
  }();
  const auto found = kRegionsByCode.find(municipality_code);
  return found == kRegionsByCode.end() ? std::nullopt : std::optional<SchoolRegion>(found->second);
}

std::optional<SchoolRegion> find_school_region(const Site& site, const Places& places) {
  const std::optional<int> postcode = parse_postcode4(site.postcode);
  const Place* const place = postcode ? places.find(*postcode) : nullptr;
  return place == nullptr ? std::nullopt : find_school_region(place->municipality_code);
}

Answer is_school_holiday(const DaysOff& days_off, std::optional<SchoolRegion> region, Date day) {
  if (region) {
    return is_in_any(days_off, *region, day);
  }
  const Answer north = is_in_any(days_off, SchoolRegion::kNorth, day);
  const bool is_same = north == is_in_any(days_off, SchoolRegion::kMiddle, day)
                       && north == is_in_any(days_off, SchoolRegion::kSouth, day);
  return is_same ? north : Answer::kUnknown;
}

Answer is_day_off(const DaysOff& days_off, std::optional<SchoolRegion> region, Date day) {
  if (days_off.has_public_holidays && is_public_holiday(day)) {
    return Answer::kYes;
  }
  return days_off.school == 0 ? Answer::kNo : is_school_holiday(days_off, region, day);
}

}  // namespace kring::catalog
