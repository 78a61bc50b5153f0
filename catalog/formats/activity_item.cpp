// How does an activity look to those who read schema.org?
#include "catalog/formats/activity_item.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace kring::catalog::formats {

namespace {

constexpr int kCentDigits = 2;

Json make_thing(const char* type) {
  return Json::Object{{"@type", type}};
}

void set_text(Json& object, const char* name, const std::string& text) {
  if (!text.empty()) object.set(name, text);
}

void set_list(Json& object, const char* name, Json::Array list) {
  if (!list.empty()) object.set(name, Json(std::move(list)));
}

/// The part called `name` of a recurrence rule; "" where it has none.
std::string_view part_of(std::string_view rrule, std::string_view name) {
  const std::size_t at = rrule.find(name);
  if (at == std::string_view::npos) return {};
  const std::string_view value = rrule.substr(at + name.size());
  return value.substr(0, value.find(';'));
}

/// "P1W", "P2M" …; "" for what happens once.
std::string write_frequency(std::string_view rrule) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 4> kUnits = {
      {{"DAILY", "D"}, {"WEEKLY", "W"}, {"MONTHLY", "M"}, {"YEARLY", "Y"}}};
  const std::string_view frequency = part_of(rrule, "FREQ=");
  const std::string_view interval = part_of(rrule, "INTERVAL=");
  for (const auto& [name, unit] : kUnits) {
    if (frequency == name) return "P" + std::string(interval.empty() ? "1" : interval) + unit;
  }
  return {};
}

Json::Array write_days(std::string_view rrule) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 7> kDays = {
      {{"MO", "Monday"},
       {"TU", "Tuesday"},
       {"WE", "Wednesday"},
       {"TH", "Thursday"},
       {"FR", "Friday"},
       {"SA", "Saturday"},
       {"SU", "Sunday"}}};
  const std::string_view days = part_of(rrule, "BYDAY=");
  Json::Array list;
  for (const auto& [code, name] : kDays) {
    if (days.find(code) != std::string_view::npos)
      list.emplace_back(std::string("https://schema.org/") + name);
  }
  return list;
}

Json write_schedule(const Schedule& schedule) {
  Json object = make_thing("Schedule");
  set_text(object, "repeatFrequency", write_frequency(schedule.rrule));
  set_list(object, "byDay", write_days(schedule.rrule));
  if (schedule.first_day) object.set("startDate", format_date(*schedule.first_day));
  if (schedule.last_day) object.set("endDate", format_date(*schedule.last_day));
  if (schedule.count) object.set("repeatCount", *schedule.count);
  if (schedule.opens) object.set("startTime", format_time_of_day(*schedule.opens));
  if (schedule.closes) object.set("endTime", format_time_of_day(*schedule.closes));
  Json::Array except;
  for (const Date day : schedule.except) {
    except.emplace_back(format_date(day));
  }
  set_list(object, "exceptDate", std::move(except));
  object.set("scheduleTimezone", schedule.zone);
  set_text(object, "description", schedule.description);
  return object;
}

Json write_site(const Site& site) {
  Json place = make_thing(site.attendance.empty() ? "Place" : "VirtualLocation");
  set_text(place, "name", site.name);
  set_text(place, "url", site.url);
  Json address = make_thing("PostalAddress");
  set_text(address, "streetAddress", site.street);
  set_text(address, "postalCode", site.postcode);
  set_text(address, "addressLocality", site.city);
  set_text(address, "addressCountry", site.country);
  if (address.object().size() > 1) place.set("address", std::move(address));
  if (site.point) {
    static constexpr double kMillionths = 1'000'000;
    static constexpr int kDigits = 6;
    const auto degrees = [](double value) {
      return make_decimal(static_cast<std::int64_t>(value * kMillionths), kDigits);
    };
    Json geo = make_thing("GeoCoordinates");
    geo.set("latitude", degrees(site.point->latitude));
    geo.set("longitude", degrees(site.point->longitude));
    place.set("geo", std::move(geo));
  }
  return place;
}

Json write_offer(const CostOption& cost) {
  Json offer = make_thing("Offer");
  set_text(offer, "name", cost.option);
  if (cost.amount) offer.set("price", make_decimal(cost.amount->value, kCentDigits));
  set_text(offer, "priceCurrency", cost.currency);
  return offer;
}

void set_organizer(Json& item, const Organization& organization) {
  if (organization.name.empty()) return;
  Json organizer = make_thing("Organization");
  organizer.set("name", organization.name);
  set_text(organizer, "description", organization.description);
  set_text(organizer, "email", organization.email);
  set_text(organizer, "url", organization.url);
  item.set("organizer", std::move(organizer));
}

void set_times_and_places(Json& item, const Activity& activity) {
  Json::Array schedules;
  for (const Schedule& schedule : activity.schedules)
    schedules.push_back(write_schedule(schedule));
  Json::Array places;
  for (const Site& site : activity.sites) {
    places.push_back(write_site(site));
    for (const Schedule& schedule : site.schedules)
      schedules.push_back(write_schedule(schedule));
  }
  set_list(item, "location", std::move(places));
  set_list(item, "eventSchedule", std::move(schedules));
}

std::string write_ages(const Activity& activity) {
  if (!activity.min_age && !activity.max_age) return {};
  return std::to_string(activity.min_age.value_or(0)) + "-"
         + (activity.max_age ? std::to_string(*activity.max_age) : "");
}

Json::Array write_texts(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

}  // namespace

Json make_activity_item(const Activity& activity) {
  Json item(Json::Object{{"@context", "https://schema.org"},
                         {"@type", "Event"},
                         {"identifier", activity.id.value},
                         {"name", activity.name}});
  set_text(item, "description", activity.description);
  set_text(item, "url", activity.url);
  set_organizer(item, activity.organization);
  set_times_and_places(item, activity);
  Json::Array offers;
  for (const CostOption& cost : activity.costs)
    offers.push_back(write_offer(cost));
  set_list(item, "offers", std::move(offers));
  set_text(item, "typicalAgeRange", write_ages(activity));
  set_list(item, "inLanguage", write_texts(activity.languages));
  set_list(item, "keywords", write_texts(activity.tags));
  if (activity.modified_on) item.set("dateModified", format_date(*activity.modified_on));
  return item;
}

}  // namespace kring::catalog::formats
