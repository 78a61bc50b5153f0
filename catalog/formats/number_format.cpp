#include "catalog/formats/number_format.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include "catalog/formats/template_values.h"
#include "catalog/quantity.h"

namespace kring::catalog::formats {

namespace {

constexpr int kMinutesOfDay = 24 * 60;
constexpr double kMaxDays = 200'000;       ///< about the year 2447
constexpr double kMaxWhole = 1e15;         ///< beyond it a number is written with an exponent
constexpr double kPhantomLeapDay = 60;     ///< 29 February 1900, a day only Lotus and Excel know
constexpr std::size_t kNumberLength = 64;  ///< characters

using std::chrono::days;
using std::chrono::sys_days;

/// Day 0 of each calendar.
sys_days first_day(Epoch epoch) {
  using std::chrono::year;
  return epoch == Epoch::k1904 ? sys_days(year(1904) / std::chrono::January / 1)
                               : sys_days(year(1899) / std::chrono::December / 30);
}

std::string show_plain(double value) {
  std::array<char, kNumberLength> digits{};
  const bool is_whole = std::floor(value) == value && std::abs(value) < kMaxWhole;
  const auto written =
      is_whole ? std::to_chars(digits.begin(), digits.end(), static_cast<long long>(value))
               : std::to_chars(digits.begin(), digits.end(), value);
  return {digits.begin(), written.ptr};
}

std::string show_moment(double value, Epoch epoch) {
  const double shifted =
      epoch == Epoch::k1900 && value >= 1 && value < kPhantomLeapDay ? value + 1 : value;
  const auto minutes = static_cast<long>(std::llround(shifted * kMinutesOfDay));
  const long day = minutes / kMinutesOfDay;
  std::string time = format_time_of_day(Minutes{static_cast<int>(minutes % kMinutesOfDay)});
  if (day == 0) {
    return time;
  }
  std::string date = write_dutch_date(first_day(epoch) + days(day));
  return minutes % kMinutesOfDay == 0 ? date : date + " " + time;
}

}  // namespace

NumberKind kind_of_builtin(int format_id) {
  const bool is_date = (format_id >= 14 && format_id <= 22) || (format_id >= 27 && format_id <= 36)
                       || (format_id >= 45 && format_id <= 47)
                       || (format_id >= 50 && format_id <= 58);
  return is_date ? NumberKind::kMoment : NumberKind::kPlain;
}

NumberKind kind_of_code(std::string_view format_code) {
  static constexpr std::string_view kMomentLetters = "dDmMyYjJhHuUsS";
  bool is_quoted = false;
  bool is_bracketed = false;
  for (std::size_t at = 0; at < format_code.size() && format_code[at] != ';'; ++at) {
    const char letter = format_code[at];
    if (letter == '\\' || letter == '_' || letter == '*') {
      ++at;  // the next sign stands for itself
      continue;
    }
    is_quoted = letter == '"' ? !is_quoted : is_quoted;
    is_bracketed = letter == '[' || (is_bracketed && letter != ']');
    if (!is_quoted && !is_bracketed && kMomentLetters.find(letter) != std::string_view::npos) {
      return NumberKind::kMoment;
    }
  }
  return NumberKind::kPlain;
}

std::string show_number(std::string_view number, NumberKind kind, Epoch epoch) {
  double value = 0;
  const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (fault != std::errc() || end != number.data() + number.size() || !std::isfinite(value)) {
    return std::string(number);
  }
  const bool is_moment = kind == NumberKind::kMoment && value >= 0 && value < kMaxDays;
  return is_moment ? show_moment(value, epoch) : show_plain(value);
}

}  // namespace kring::catalog::formats
