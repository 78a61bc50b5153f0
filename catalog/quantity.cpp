#include "catalog/quantity.h"

#include <charconv>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

namespace kring::catalog {
namespace {

std::optional<int> parse_digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()
      || text.front() == '-') {
    return std::nullopt;
  }
  return value;
}

double radians(double degrees) {
  return degrees * std::numbers::pi / 180.0;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return Date{date};
}

std::string format_date(Date date) {
  const std::chrono::year_month_day parts{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()),
                     static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
}

std::optional<Minutes> parse_time_of_day(std::string_view text) {
  if (text.size() < 5 || text[2] != ':' || (text.size() > 5 && text[5] != ':')) return std::nullopt;
  const auto hours = parse_digits(text.substr(0, 2));
  const auto minutes = parse_digits(text.substr(3, 2));
  if (!hours || !minutes || *minutes > 59) return std::nullopt;
  const int total = *hours * 60 + *minutes;
  if (total > 24 * 60) return std::nullopt;
  return Minutes{total};
}

std::string format_time_of_day(Minutes minutes) {
  return fmt::format("{:02}:{:02}", minutes.value / 60, minutes.value % 60);
}

int weekday_index(Date date) {
  return static_cast<int>(std::chrono::weekday{date}.iso_encoding()) - 1;
}

Meters distance_between(Point a, Point b) {
  static constexpr double kEarthRadius = 6'371'008.8;
  const double half_latitude = std::sin(radians(b.latitude - a.latitude) / 2);
  const double half_longitude = std::sin(radians(b.longitude - a.longitude) / 2);
  const double h = half_latitude * half_latitude
                   + std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) * half_longitude
                         * half_longitude;
  return {2 * kEarthRadius * std::asin(std::sqrt(std::fmin(1.0, h)))};
}

}  // namespace kring::catalog
