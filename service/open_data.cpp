// How are moments and days read that the open APIs filter by?
#include "service/open_data.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "service/message.h"

namespace kring::service {
namespace {

constexpr Instant kSecondsPerMinute = 60;
constexpr Instant kSecondsPerDay = 86'400;
constexpr std::size_t kDateLength = 10;  // "2026-11-26"
constexpr std::size_t kTimeLength = 5;   // "10:00"
constexpr std::size_t kSecondsLength = 3;
constexpr int kMaxSeconds = 60;

/// The digits after ":" at the front of `rest`, which are taken off it; 0 where there is no ":".
std::optional<int> take_seconds(std::string_view& rest) {
  if (!rest.starts_with(':')) return 0;
  int seconds = 0;
  const std::string_view digits = rest.substr(1, kSecondsLength - 1);
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  const bool is_good = error == std::errc{} && digits.size() == 2 && stop == digits.data() + 2
                       && seconds <= kMaxSeconds;
  if (!is_good) return std::nullopt;
  rest.remove_prefix(kSecondsLength);
  if (rest.starts_with('.')) {
    rest.remove_prefix(std::min(rest.find_first_not_of("0123456789", 1), rest.size()));
  }
  return seconds;
}

/// "Z", "+01:00" or nothing.
std::optional<Instant> parse_offset(std::string_view text) {
  if (text.empty() || text == "Z" || text == "z") return 0;
  const char sign = text.front();
  const auto time = catalog::parse_time_of_day(text.substr(1));
  // A plus sign in a query is a blank to those who forget to escape it.
  const bool is_offset =
      time && (sign == '+' || sign == '-' || sign == ' ') && text.size() == kTimeLength + 1;
  if (!is_offset) return std::nullopt;
  const Instant seconds = Instant{time->value} * kSecondsPerMinute;
  return sign == '-' ? -seconds : seconds;
}

}  // namespace

std::optional<Instant> parse_instant(std::string_view text) {
  const auto day = catalog::parse_date(text.substr(0, kDateLength));
  if (!day) return std::nullopt;
  const Instant midnight = day->time_since_epoch().count() * kSecondsPerDay;
  std::string_view rest = text.substr(std::min(kDateLength, text.size()));
  if (rest.empty()) return midnight;
  const bool has_time = rest.front() == 'T' || rest.front() == 't' || rest.front() == ' ';
  const auto time =
      has_time ? catalog::parse_time_of_day(rest.substr(1, kTimeLength)) : std::nullopt;
  if (!time) return std::nullopt;
  rest.remove_prefix(kTimeLength + 1);
  const auto seconds = take_seconds(rest);
  const auto offset = seconds ? parse_offset(rest) : std::nullopt;
  if (!offset) return std::nullopt;
  return midnight + time->value * kSecondsPerMinute + *seconds - *offset;
}

std::optional<std::uint8_t> parse_day(std::string_view text) {
  static constexpr std::array<std::array<std::string_view, 3>, 7> kDays = {
      {{"MO", "monday", "maandag"},
       {"TU", "tuesday", "dinsdag"},
       {"WE", "wednesday", "woensdag"},
       {"TH", "thursday", "donderdag"},
       {"FR", "friday", "vrijdag"},
       {"SA", "saturday", "zaterdag"},
       {"SU", "sunday", "zondag"}}};
  for (std::size_t day = 0; day < kDays.size(); ++day) {
    for (const std::string_view name : kDays.at(day)) {
      if (equals_ignoring_case(name, text)) return static_cast<std::uint8_t>(1U << day);
    }
  }
  return std::nullopt;
}

}  // namespace kring::service
