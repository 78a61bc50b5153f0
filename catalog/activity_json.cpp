#include "catalog/activity_json.h"

#include <cmath>

#include <fmt/format.h>

namespace kring::catalog {
namespace {

// Writing: absent facts leave no member, so that the stored form stays small.

void put_text(Json& object, const char* name, const std::string& text) {
  if (!text.empty()) object.set(name, text);
}

void put_texts(Json& object, const char* name, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  Json::Array array;
  for (const std::string& text : texts) {
    array.emplace_back(text);
  }
  object.set(name, std::move(array));
}

void put_date(Json& object, const char* name, const std::optional<Date>& date) {
  if (date) object.set(name, format_date(*date));
}

void put_time(Json& object, const char* name, const std::optional<Minutes>& time) {
  if (time) object.set(name, format_time_of_day(*time));
}

void put_whole(Json& object, const char* name, const std::optional<int>& number) {
  if (number) object.set(name, *number);
}

void put_attendance(Json& object, AttendanceSet set) {
  if (set.empty()) return;
  Json::Array names;
  for (const Attendance form : forms_of(set)) {
    names.emplace_back(name_of(form));
  }
  object.set("attendance", std::move(names));
}

template <class Value, class Write>
void put_list(Json& object, const char* name, const std::vector<Value>& values, Write write) {
  if (values.empty()) return;
  Json::Array array;
  for (const Value& value : values) {
    array.push_back(write(value));
  }
  object.set(name, std::move(array));
}

Json write_added(const AddedSession& added) {
  Json json{Json::Object()};
  json.set("day", format_date(added.day));
  put_time(json, "opens", added.opens);
  put_time(json, "closes", added.closes);
  return json;
}

Json write_schedule(const Schedule& schedule) {
  Json json{Json::Object()};
  put_text(json, "rrule", schedule.rrule);
  put_date(json, "first_day", schedule.first_day);
  put_date(json, "last_day", schedule.last_day);
  put_whole(json, "count", schedule.count);
  put_time(json, "opens", schedule.opens);
  put_time(json, "closes", schedule.closes);
  put_list(json, "except", schedule.except, [](Date day) { return Json(format_date(day)); });
  put_list(json, "added", schedule.added, write_added);
  json.set("zone", schedule.zone);
  put_attendance(json, schedule.attendance);
  put_text(json, "description", schedule.description);
  return json;
}

Json write_site(const Site& site) {
  Json json{Json::Object()};
  put_text(json, "key", site.key);
  put_text(json, "name", site.name);
  put_text(json, "street", site.street);
  put_text(json, "postcode", site.postcode);
  put_text(json, "city", site.city);
  put_text(json, "municipality", site.municipality);
  put_text(json, "country", site.country);
  if (site.point) {
    json.set("latitude", Json::Number{fmt::format("{}", site.point->latitude)});
    json.set("longitude", Json::Number{fmt::format("{}", site.point->longitude)});
  }
  put_text(json, "url", site.url);
  put_text(json, "transportation", site.transportation);
  put_texts(json, "accessibility", site.accessibility);
  put_list(json, "schedules", site.schedules, write_schedule);
  put_attendance(json, site.attendance);
  return json;
}

Json write_cost(const CostOption& cost) {
  Json json{Json::Object()};
  if (cost.amount) json.set("amount", make_decimal(cost.amount->value, 2));
  put_text(json, "currency", cost.currency);
  put_text(json, "option", cost.option);
  return json;
}

Json write_phone(const Phone& phone) {
  Json json{Json::Object()};
  json.set("number", phone.number);
  put_text(json, "description", phone.description);
  return json;
}

Json write_area(const ServiceArea& area) {
  Json json{Json::Object()};
  json.set("name", area.name);
  put_text(json, "extent", area.extent);
  return json;
}

Json write_organization(const Organization& organization) {
  Json json{Json::Object()};
  put_text(json, "id", organization.id);
  put_text(json, "name", organization.name);
  put_text(json, "description", organization.description);
  put_text(json, "email", organization.email);
  put_text(json, "url", organization.url);
  return json;
}

// Reading.

std::string text_of(const Json& json, std::string_view name) {
  return std::string(json[name].string().value_or(""));
}

std::vector<std::string> texts_of(const Json& json, std::string_view name) {
  std::vector<std::string> texts;
  for (const Json& element : json[name].array()) {
    texts.emplace_back(element.string().value_or(""));
  }
  return texts;
}

std::optional<Date> date_of(const Json& json, std::string_view name) {
  return parse_date(json[name].string().value_or(""));
}

std::optional<Minutes> time_of(const Json& json, std::string_view name) {
  return parse_time_of_day(json[name].string().value_or(""));
}

std::optional<int> whole_of(const Json& json, std::string_view name) {
  const auto number = json[name].integer();
  if (!number) return std::nullopt;
  return static_cast<int>(*number);
}

AttendanceSet attendance_of(const Json& json) {
  AttendanceSet set;
  for (const Json& name : json["attendance"].array()) {
    if (const auto form = find_attendance(name.string().value_or(""))) set.add(*form);
  }
  return set;
}

template <class Read>
auto list_of(const Json& json, std::string_view name, Read read) {
  std::vector<decltype(read(json))> values;
  for (const Json& element : json[name].array()) {
    values.push_back(read(element));
  }
  return values;
}

AddedSession read_added(const Json& json) {
  return {date_of(json, "day").value_or(Date{}), time_of(json, "opens"), time_of(json, "closes")};
}

Schedule read_schedule(const Json& json) {
  Schedule schedule;
  schedule.rrule = text_of(json, "rrule");
  schedule.first_day = date_of(json, "first_day");
  schedule.last_day = date_of(json, "last_day");
  schedule.count = whole_of(json, "count");
  schedule.opens = time_of(json, "opens");
  schedule.closes = time_of(json, "closes");
  for (const Json& day : json["except"].array()) {
    if (const auto date = parse_date(day.string().value_or(""))) schedule.except.push_back(*date);
  }
  schedule.added = list_of(json, "added", read_added);
  schedule.zone = text_of(json, "zone");
  schedule.attendance = attendance_of(json);
  schedule.description = text_of(json, "description");
  return schedule;
}

Site read_site(const Json& json) {
  Site site;
  site.key = text_of(json, "key");
  site.name = text_of(json, "name");
  site.street = text_of(json, "street");
  site.postcode = text_of(json, "postcode");
  site.city = text_of(json, "city");
  site.municipality = text_of(json, "municipality");
  site.country = text_of(json, "country");
  const auto latitude = json["latitude"].number();
  const auto longitude = json["longitude"].number();
  if (latitude && longitude) site.point = Point{*latitude, *longitude};
  site.url = text_of(json, "url");
  site.transportation = text_of(json, "transportation");
  site.accessibility = texts_of(json, "accessibility");
  site.schedules = list_of(json, "schedules", read_schedule);
  site.attendance = attendance_of(json);
  return site;
}

CostOption read_cost(const Json& json) {
  CostOption cost;
  if (const auto amount = json["amount"].number()) {
    cost.amount = Cents{std::llround(*amount * 100)};
  }
  cost.currency = text_of(json, "currency");
  cost.option = text_of(json, "option");
  return cost;
}

Organization read_organization(const Json& json) {
  return {.id = text_of(json, "id"),
          .name = text_of(json, "name"),
          .description = text_of(json, "description"),
          .email = text_of(json, "email"),
          .url = text_of(json, "url")};
}

}  // namespace

Json activity_to_json(const Activity& activity) {
  Json json{Json::Object()};
  json.set("id", activity.id.value);
  json.set("name", activity.name);
  put_text(json, "description", activity.description);
  put_text(json, "url", activity.url);
  put_text(json, "email", activity.email);
  put_list(json, "phones", activity.phones, write_phone);
  json.set("organization", write_organization(activity.organization));
  json.set("status", name_of(activity.status));
  put_text(json, "alert", activity.alert);
  put_list(json, "sites", activity.sites, write_site);
  put_list(json, "schedules", activity.schedules, write_schedule);
  put_list(json, "areas", activity.areas, write_area);
  put_list(json, "costs", activity.costs, write_cost);
  put_text(json, "fees_description", activity.fees_description);
  put_whole(json, "min_age", activity.min_age);
  put_whole(json, "max_age", activity.max_age);
  put_text(json, "eligibility_description", activity.eligibility_description);
  put_texts(json, "languages", activity.languages);
  put_texts(json, "tags", activity.tags);
  put_text(json, "application_process", activity.application_process);
  put_text(json, "wait_time", activity.wait_time);
  put_date(json, "verified_on", activity.verified_on);
  put_date(json, "modified_on", activity.modified_on);
  return json;
}

Activity activity_from_json(const Json& json) {
  Activity activity;
  activity.id.value = text_of(json, "id");
  activity.name = text_of(json, "name");
  activity.description = text_of(json, "description");
  activity.url = text_of(json, "url");
  activity.email = text_of(json, "email");
  activity.phones = list_of(json, "phones", [](const Json& phone) {
    return Phone{text_of(phone, "number"), text_of(phone, "description")};
  });
  activity.organization = read_organization(json["organization"]);
  activity.status = find_status(text_of(json, "status")).value_or(Status::kActive);
  activity.alert = text_of(json, "alert");
  activity.sites = list_of(json, "sites", read_site);
  activity.schedules = list_of(json, "schedules", read_schedule);
  activity.areas = list_of(json, "areas", [](const Json& area) {
    return ServiceArea{text_of(area, "name"), text_of(area, "extent")};
  });
  activity.costs = list_of(json, "costs", read_cost);
  activity.fees_description = text_of(json, "fees_description");
  activity.min_age = whole_of(json, "min_age");
  activity.max_age = whole_of(json, "max_age");
  activity.eligibility_description = text_of(json, "eligibility_description");
  activity.languages = texts_of(json, "languages");
  activity.tags = texts_of(json, "tags");
  activity.application_process = text_of(json, "application_process");
  activity.wait_time = text_of(json, "wait_time");
  activity.verified_on = date_of(json, "verified_on");
  activity.modified_on = date_of(json, "modified_on");
  return activity;
}

}  // namespace kring::catalog
