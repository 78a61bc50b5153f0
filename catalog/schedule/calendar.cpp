#include "catalog/schedule/calendar.h"

#include <memory>

#include <libical/ical.h>

namespace kring::catalog {
namespace {

constexpr const char* kProduct = "-//Kring//Plan//NL";
constexpr int kMinutesOfDay = 1440;
constexpr std::size_t kLocalLength = 19;  ///< of "2026-11-25T10:00:00"

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

icaltimetype make_time(Date day, const std::optional<Minutes>& time) {
  const std::chrono::year_month_day parts(day);
  icaltimetype made = icaltime_null_time();
  made.year = static_cast<int>(parts.year());
  made.month = static_cast<int>(static_cast<unsigned>(parts.month()));
  made.day = static_cast<int>(static_cast<unsigned>(parts.day()));
  made.is_date = time ? 0 : 1;
  if (time) {
    made.hour = time->value / 60;
    made.minute = time->value % 60;
    made.zone = icaltimezone_get_utc_timezone();
  }
  return made;
}

// The component takes the property over.
icalcomponent* make_event(const CalendarEntry& entry, Date stamped) {
  icalcomponent* const event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  const auto add = [event](icalproperty* property) { icalcomponent_add_property(event, property); };
  add(icalproperty_new_uid(entry.uid.c_str()));
  add(icalproperty_new_dtstamp(make_time(stamped, Minutes{0})));
  add(icalproperty_new_dtstart(make_time(entry.day, entry.starts)));
  add(icalproperty_new_summary(entry.summary.c_str()));
  if (!entry.description.empty()) add(icalproperty_new_description(entry.description.c_str()));
  if (!entry.location.empty()) add(icalproperty_new_location(entry.location.c_str()));
  add(icalproperty_new_class(ICAL_CLASS_PRIVATE));
  add(icalproperty_new_transp(entry.starts ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
  return event;
}

/// Minutes east of UTC of "+01:00", "-05:30" or "Z".
std::optional<int> parse_offset(std::string_view text) {
  if (text == "Z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const std::optional<Minutes> size = parse_time_of_day(text.substr(1));
  if (!size) return std::nullopt;
  return text[0] == '-' ? -size->value : size->value;
}

}  // namespace

std::string write_calendar(const std::vector<CalendarEntry>& entries, Date stamped) {
  const std::unique_ptr<icalcomponent, FreeComponent> calendar(
      icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  icalcomponent_add_property(calendar.get(), icalproperty_new_prodid(kProduct));
  icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
  for (const CalendarEntry& entry : entries)
    icalcomponent_add_component(calendar.get(), make_event(entry, stamped));
  const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(
      icalcomponent_as_ical_string_r(calendar.get()), icalmemory_free_buffer);
  return text.get();
}

std::optional<UtcTime> parse_utc(std::string_view rfc3339) {
  if (rfc3339.size() <= kLocalLength) return std::nullopt;
  const auto day = parse_date(rfc3339);
  const auto time = parse_time_of_day(rfc3339.substr(11, 5));
  const auto offset = parse_offset(rfc3339.substr(kLocalLength));
  if (!day || !time || !offset) return std::nullopt;
  const int minutes = time->value - *offset;
  const int days = minutes < 0 ? -1 : minutes / kMinutesOfDay;
  return UtcTime{*day + std::chrono::days{days}, Minutes{minutes - days * kMinutesOfDay}};
}

}  // namespace kring::catalog
