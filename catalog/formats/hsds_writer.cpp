// How does an activity become an HSDS service, and a catalogue a list of them?
#include <ostream>
#include <string>
#include <utility>

#include "catalog/formats/hsds.h"
#include "catalog/formats/hsds_completion.h"
#include "catalog/formats/hsds_schedule.h"
#include "catalog/formats/withheld_cells.h"
#include "catalog/schedule/expand.h"
#include "catalog/split.h"

namespace kring::catalog::formats {

namespace {

constexpr double kMillionths = 1'000'000;  ///< of degrees: six decimals, about a decimetre

void set_text(Json& object, const char* name, const std::string& text) {
  if (!text.empty()) {
    object.set(name, text);
  }
}

/// "temporarily closed" is the one status that HSDS writes in two words.
std::string write_status(Status status) {
  return status == Status::kTemporarilyClosed ? "temporarily closed" : std::string(name_of(status));
}

/// Every day is every week on all its days, for HSDS has weeks and months only.
std::string without_daily(const std::string& rrule) {
  static constexpr std::string_view kDaily = "FREQ=DAILY;INTERVAL=1";
  return rrule == kDaily ? "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR,SA,SU" : rrule;
}

/// The parts of a rule under the names that HSDS has for them.
void set_rule(Json& object, const std::string& given) {
  const std::string rrule = without_daily(given);
  for (const std::string_view part : split(rrule, ';')) {
    const std::size_t mark = std::min(part.find('='), part.size() - 1);
    std::string name(part.substr(0, mark));
    for (char& letter : name) {
      letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
    }
    const std::string value(part.substr(mark + 1));
    const bool is_number = name == "interval" && !value.empty();
    object.set(name, is_number ? Json(Json::Number{value}) : Json(value));
  }
}

std::string write_attendance(AttendanceSet set) {
  std::string words;
  for (const Attendance form : forms_of(set)) {
    words += (words.empty() ? "" : ", ") + std::string(name_of(form));
  }
  return words;
}

/// HSDS knows no zone and no days off: the zone stands beside the number that it has, the days in a
/// list of their own.
void set_days(Json& object, const Schedule& schedule) {
  if (schedule.first_day) {
    const Minutes offset =
        utc_offset_at(schedule.zone, *schedule.first_day, schedule.opens.value_or(Minutes{0}));
    object.set("dtstart", format_date(*schedule.first_day));
    object.set("timezone", make_decimal(offset.value * 100 / 60, 2));
  }
  if (schedule.zone != Schedule{}.zone) {
    object.set(std::string(kOriginalPrefix) + "timezone", schedule.zone);
  }
  if (schedule.last_day) {
    object.set("until", format_date(*schedule.last_day));
  }
  if (schedule.count) {
    object.set("count", *schedule.count);
  }
  Json::Array except;
  for (const Date day : schedule.except) {
    except.emplace_back(format_date(day));
  }
  if (!except.empty()) {
    object.set("exdate", Json(std::move(except)));
  }
  set_text(object, "notes", tell_days_off(schedule.except));
}

Json write_schedule(const Schedule& schedule) {
  Json object{Json::Object{}};
  set_rule(object, schedule.rrule);
  set_days(object, schedule);
  if (schedule.opens) {
    object.set("opens_at", format_time_of_day(*schedule.opens) + ":00");
  }
  if (schedule.closes) {
    object.set("closes_at", format_time_of_day(*schedule.closes) + ":00");
  }
  set_text(object, "attending_type", write_attendance(schedule.attendance));
  set_text(object, "description", schedule.description);
  return object;
}

/// HSDS has no added sessions: each becomes a schedule of one day, after the others.
std::vector<Schedule> with_added_apart(const std::vector<Schedule>& schedules) {
  std::vector<Schedule> all = schedules;
  for (const Schedule& schedule : schedules) {
    for (const AddedSession& added : schedule.added) {
      Schedule dated;
      dated.first_day = added.day;
      dated.opens = added.opens ? added.opens : schedule.opens;
      dated.closes = added.opens ? added.closes : schedule.closes;
      dated.zone = schedule.zone;
      dated.attendance = schedule.attendance;
      all.push_back(std::move(dated));
    }
  }
  return all;
}

Json write_schedules(const std::vector<Schedule>& schedules) {
  Json list{Json::Array{}};
  for (const Schedule& schedule : with_added_apart(schedules)) {
    list.push_back(write_schedule(schedule));
  }
  return list;
}

/// Adds the list unless it is empty.
void set_list(Json& object, const char* name, Json list) {
  if (!list.array().empty()) {
    object.set(name, std::move(list));
  }
}

Json write_degrees(double value) {
  return make_decimal(static_cast<std::int64_t>(value * kMillionths + (value < 0 ? -0.5 : 0.5)), 6);
}

Json write_address(const Site& site) {
  Json address{Json::Object{}};
  set_text(address, "address_1", site.street);
  set_text(address, "city", site.city);
  set_text(address, "region", site.municipality);
  set_text(address, "postal_code", site.postcode);
  set_text(address, "country", site.country);
  address.set("address_type", "physical");
  return address;
}

Json write_location(const Site& site) {
  Json location{Json::Object{}};
  set_text(location, "id", site.key);
  location.set("location_type", site.attendance.empty() ? "physical" : "virtual");
  set_text(location, "name", site.name);
  set_text(location, "url", site.url);
  set_text(location, "transportation", site.transportation);
  if (site.point) {
    location.set("latitude", write_degrees(site.point->latitude));
    location.set("longitude", write_degrees(site.point->longitude));
  }
  if (!site.street.empty() || !site.postcode.empty() || !site.city.empty()
      || !site.municipality.empty() || !site.country.empty()) {
    location.set("addresses", Json(Json::Array{write_address(site)}));
  }
  Json accessibility{Json::Array{}};
  for (const std::string& sentence : site.accessibility) {
    accessibility.push_back(Json::Object{{"description", sentence}});
  }
  set_list(location, "accessibility", std::move(accessibility));
  return location;
}

Json write_sites(const Activity& activity) {
  Json links{Json::Array{}};
  for (const Site& site : activity.sites) {
    Json link{Json::Object{}};
    link.set("location", write_location(site));
    set_list(link, "schedules", write_schedules(site.schedules));
    links.push_back(std::move(link));
  }
  return links;
}

Json write_organization(const Organization& organization) {
  Json object{Json::Object{}};
  set_text(object, "id", organization.id);
  set_text(object, "name", organization.name);
  set_text(object, "description", organization.description);
  set_text(object, "email", organization.email);
  set_text(object, "website", organization.url);
  return object;
}

Json write_costs(const Activity& activity) {
  Json costs{Json::Array{}};
  for (const CostOption& option : activity.costs) {
    Json cost{Json::Object{}};
    if (option.amount) {
      cost.set("amount", make_decimal(option.amount->value, 2));
    }
    set_text(cost, "currency", option.currency);
    set_text(cost, "option", option.option);
    costs.push_back(std::move(cost));
  }
  return costs;
}

void set_lists(Json& service, const Activity& activity) {
  Json phones{Json::Array{}};
  for (const Phone& given : activity.phones) {
    Json phone{Json::Object{}};
    phone.set("number", given.number);
    set_text(phone, "description", given.description);
    phones.push_back(std::move(phone));
  }
  set_list(service, "phones", std::move(phones));
  Json areas{Json::Array{}};
  for (const ServiceArea& given : activity.areas) {
    Json area{Json::Object{}};
    set_text(area, "name", given.name);
    set_text(area, "description", given.extent);
    areas.push_back(std::move(area));
  }
  set_list(service, "service_areas", std::move(areas));
  Json languages{Json::Array{}};
  for (const std::string& code : activity.languages) {
    languages.push_back(Json::Object{{"code", code}});
  }
  set_list(service, "languages", std::move(languages));
}

Json write_tags(const Activity& activity) {
  Json attributes{Json::Array{}};
  for (const std::string& tag : activity.tags) {
    attributes.push_back(
        Json::Object{{"link_id", activity.id.value},
                     {"link_entity", "service"},
                     {"link_type", "taxonomy_term"},
                     {"taxonomy_term", Json::Object{{"code", tag}, {"name", tag}}}});
  }
  return attributes;
}

/// What the activity says, without what HSDS requires besides.
Json write_service(const Activity& activity) {
  Json service{Json::Object{}};
  service.set("id", activity.id.value);
  service.set("name", activity.name);
  set_text(service, "description", activity.description);
  set_text(service, "url", activity.url);
  set_text(service, "email", activity.email);
  service.set("status", write_status(activity.status));
  set_text(service, "alert", activity.alert);
  set_text(service, "application_process", activity.application_process);
  set_text(service, "wait_time", activity.wait_time);
  set_text(service, "fees_description", activity.fees_description);
  set_text(service, "eligibility_description", activity.eligibility_description);
  if (activity.min_age) {
    service.set("minimum_age", *activity.min_age);
  }
  if (activity.max_age) {
    service.set("maximum_age", *activity.max_age);
  }
  set_text(service, "assured_date", activity.verified_on ? format_date(*activity.verified_on) : "");
  set_text(service, "last_modified",
           activity.modified_on ? format_date(*activity.modified_on) + "T00:00:00Z" : "");
  set_lists(service, activity);
  set_list(service, "schedules", write_schedules(activity.schedules));
  set_list(service, "service_at_locations", write_sites(activity));
  set_list(service, "cost_options", write_costs(activity));
  set_list(service, "attributes", write_tags(activity));
  if (activity.organization != Organization{}) {
    service.set("organization", write_organization(activity.organization));
  }
  return service;
}

}  // namespace

Json make_hsds_service(const StoredActivity& stored) {
  const HsdsOwner owner{stored.source, stored.activity.id.value};
  const Result<Json> given = stored.format == "hsds" ? parse_json(stored.document) : Json();
  if (!given || !given->is_object()) {
    return complete_hsds_service(write_service(stored.activity), owner);
  }
  Withheld left_out;  // of documents that were kept when importing left it in them
  return complete_hsds_service(without_withheld(*given, left_out), owner);
}

void name_source(const SourceTerms& terms, Json& service) {
  if (has_terms(terms)) {
    service.set("data_source", tell_source(terms));
  }
}

std::size_t write_hsds(const ExportedRecords& records, std::ostream& out) {
  const char* separator = "\n";
  out << "[";
  records.for_each([&](const StoredActivity& stored, const SourceTerms& terms) {
    Json service = make_hsds_service(stored);
    name_source(terms, service);
    out << separator << write_json(service);
    separator = ",\n";
  });
  out << "\n]\n";
  return 0;
}

}  // namespace kring::catalog::formats
