#include "catalog/formats/moment.h"

#include "catalog/formats/text_cleaning.h"
#include "catalog/schedule/expand.h"

namespace kring::catalog::formats {

namespace {

constexpr int kMinutesPerDay = 1'440;
const char* const kHome = "Europe/Amsterdam";

std::optional<Minutes> parse_offset(std::string_view text) {
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) {
    return std::nullopt;
  }
  std::string digits;
  for (const char letter : text.substr(1)) {
    if (letter >= '0' && letter <= '9') {
      digits.push_back(letter);
    }
  }
  digits.resize(4, '0');
  const std::optional<Minutes> size =
      parse_time_of_day(digits.substr(0, 2) + ":" + digits.substr(2));
  if (!size) {
    return std::nullopt;
  }
  return Minutes{text[0] == '-' ? -size->value : size->value};
}

/// Whether its year has four digits, as a date is written.
bool is_writable(Date day) {
  const std::chrono::year year = std::chrono::year_month_day(day).year();
  return year >= std::chrono::year(0) && year <= std::chrono::year(9'999);
}

/// Moves the clock by `minutes`; a moment that would leave the years that can be written stays.
LocalMoment shifted(const Moment& moment, int minutes, const std::string& zone) {
  const int total = moment.time->value + minutes;
  const int days =
      total >= 0 ? total / kMinutesPerDay : (total - kMinutesPerDay + 1) / kMinutesPerDay;
  const Date day = moment.day + std::chrono::days(days);
  if (!is_writable(day)) {
    return {moment.day, moment.time, zone};
  }
  return {day, Minutes{total - days * kMinutesPerDay}, zone};
}

/// Offset of `zone` at the instant of `moment`; asked twice, as the answer moves the clock on which
/// it is asked.
int offset_in(const Moment& moment, const std::string& zone) {
  int offset = moment.utc_offset->value;
  for (int round = 0; round < 2; ++round) {
    const LocalMoment local = shifted(moment, offset - moment.utc_offset->value, zone);
    offset = utc_offset_at(zone, local.day, *local.time).value;
  }
  return offset;
}

std::string fixed_zone(int offset) {
  if (offset == 0) {
    return "UTC";
  }
  // POSIX counts westwards: Etc/GMT+4 is four hours behind UTC.
  return std::string("Etc/GMT") + (offset < 0 ? "+" : "-")
         + std::to_string((offset < 0 ? -offset : offset) / 60);
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
  text = trim(text);
  const std::optional<Date> day = parse_date(text.substr(0, 10));
  if (!day) {
    return std::nullopt;
  }
  Moment moment{*day, std::nullopt, std::nullopt, false};
  if (text.size() < 16 || (text[10] != 'T' && text[10] != ' ')) {
    return moment;
  }
  const std::string_view clock = text.substr(11);
  moment.time = parse_time_of_day(clock.substr(0, 5));
  if (!moment.time) {
    return moment;
  }
  if (clock.substr(5).starts_with(":59") && moment.time->value < kMinutesPerDay) {
    ++moment.time->value;
  }
  const std::size_t mark = clock.find_first_of("Zz+-");
  if (mark == std::string_view::npos) {
    return moment;
  }
  moment.is_utc = clock[mark] == 'Z' || clock[mark] == 'z';
  moment.utc_offset = moment.is_utc ? Minutes{0} : parse_offset(clock.substr(mark));
  return moment;
}

LocalMoment localise(const Moment& moment, const Whereabouts& place) {
  const bool is_foreign = !place.country.empty() && place.country != "NL";
  if (const auto zone = is_foreign ? find_zone_at(place) : std::nullopt) {
    return localise_in(moment, *zone);
  }
  if (!moment.time || !moment.utc_offset) {
    return {moment.day, moment.time, kHome};
  }
  const int home = offset_in(moment, kHome);
  const int offset = moment.utc_offset->value;
  if (offset == home || (moment.is_utc && !is_foreign)) {
    return shifted(moment, home - offset, kHome);
  }
  const bool is_whole_hour = offset % 60 == 0 && offset >= -12 * 60 && offset <= 14 * 60;
  return is_whole_hour ? shifted(moment, 0, fixed_zone(offset))
                       : shifted(moment, -offset, fixed_zone(0));
}

LocalMoment localise_in(const Moment& moment, const std::string& zone) {
  if (!moment.time || !moment.utc_offset) {
    return {moment.day, moment.time, zone};
  }
  return shifted(moment, offset_in(moment, zone) - moment.utc_offset->value, zone);
}

std::optional<long> minutes_between(const Moment& from, const Moment& to) {
  if (!from.time || !to.time) {
    return std::nullopt;
  }
  const auto instant = [](const Moment& moment) {
    const long days = moment.day.time_since_epoch().count();
    return days * kMinutesPerDay + moment.time->value
           - moment.utc_offset.value_or(Minutes{0}).value;
  };
  return instant(to) - instant(from);
}

}  // namespace kring::catalog::formats
