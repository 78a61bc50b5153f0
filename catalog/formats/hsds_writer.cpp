// How does an activity become an HSDS service, and a catalogue a list of them?
#include <ostream>
#include <string>
#include <utility>

#include "catalog/formats/hsds.h"
#include "catalog/schedule/expand.h"
#include "catalog/store/identity.h"

namespace kring::catalog::formats {

namespace {

constexpr double kMillionths = 1'000'000;  ///< of degrees: six decimals, about a decimetre

/// HSDS wants a uuid for every part; it is made of the activity's id and the part's place, so that
/// it stays the same.
class Parts {
 public:
  explicit Parts(std::string activity_id) : activity_id_(std::move(activity_id)) {}

  [[nodiscard]] Json make(const std::string& part) const {
    Json object{Json::Object{}};
    object.set("id", store::make_named_uuid(activity_id_ + "/" + part));
    return object;
  }

  [[nodiscard]] Json make(const std::string& kind, std::size_t index) const {
    return make(kind + "/" + std::to_string(index));
  }

 private:
  std::string activity_id_;
};

void set_text(Json& object, const char* name, const std::string& text) {
  if (!text.empty()) {
    object.set(name, text);
  }
}

/// "temporarily closed" is the one status that HSDS writes in two words.
std::string write_status(Status status) {
  return status == Status::kTemporarilyClosed ? "temporarily closed" : std::string(name_of(status));
}

/// The parts of a rule under the names that HSDS has for them.
void set_rule(Json& object, const std::string& rrule) {
  std::string_view rest = rrule;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
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

void set_days(Json& object, const Schedule& schedule) {
  if (schedule.first_day) {
    const Minutes offset =
        utc_offset_at(schedule.zone, *schedule.first_day, schedule.opens.value_or(Minutes{0}));
    object.set("dtstart", format_date(*schedule.first_day));
    object.set("timezone", make_decimal(offset.value * 100 / 60, 2));
  }
  if (schedule.last_day) {
    object.set("until", format_date(*schedule.last_day));
  }
  if (schedule.count) {
    object.set("count", *schedule.count);
  }
  std::string except;
  for (const Date day : schedule.except) {
    except += (except.empty() ? "niet op " : ", ") + format_date(day);
  }
  set_text(object, "notes", except);
}

Json write_schedule(const Schedule& schedule, Json object) {
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

Json write_schedules(const std::vector<Schedule>& stored,
                     const Parts& parts,
                     const std::string& kind) {
  const std::vector<Schedule> schedules = with_added_apart(stored);
  Json list{Json::Array{}};
  for (std::size_t index = 0; index < schedules.size(); ++index) {
    list.push_back(write_schedule(schedules[index], parts.make(kind, index)));
  }
  return list;
}

/// Adds the list unless it is empty.
void set_list(Json& object, const char* name, Json list) {
  if (!list.array().empty()) {
    object.set(name, std::move(list));
  }
}

Json write_number(double value) {
  return make_decimal(static_cast<std::int64_t>(value * kMillionths + (value < 0 ? -0.5 : 0.5)), 6);
}

Json write_address(const Site& site, Json address) {
  set_text(address, "address_1", site.street);
  set_text(address, "city", site.city);
  set_text(address, "region", site.municipality);
  set_text(address, "postal_code", site.postcode);
  set_text(address, "country", site.country);
  address.set("address_type", "physical");
  return address;
}

Json write_location(const Site& site, const Parts& parts, const std::string& part) {
  Json location = parts.make(part);
  location.set("location_type", site.attendance.empty() ? "physical" : "virtual");
  set_text(location, "name", site.name);
  set_text(location, "url", site.url);
  set_text(location, "transportation", site.transportation);
  if (site.point) {
    location.set("latitude", write_number(site.point->latitude));
    location.set("longitude", write_number(site.point->longitude));
  }
  Json addresses{Json::Array{}};
  if (!site.street.empty() || !site.postcode.empty() || !site.city.empty()) {
    addresses.push_back(write_address(site, parts.make(part + "/address")));
  }
  set_list(location, "addresses", std::move(addresses));
  Json accessibility{Json::Array{}};
  for (std::size_t index = 0; index < site.accessibility.size(); ++index) {
    Json entry = parts.make(part + "/accessibility", index);
    entry.set("description", site.accessibility[index]);
    accessibility.push_back(std::move(entry));
  }
  set_list(location, "accessibility", std::move(accessibility));
  return location;
}

Json write_sites(const Activity& activity, const Parts& parts) {
  Json links{Json::Array{}};
  for (std::size_t index = 0; index < activity.sites.size(); ++index) {
    const std::string part = "site/" + std::to_string(index);
    Json link = parts.make(part);
    link.set("location", write_location(activity.sites[index], parts, part + "/location"));
    set_list(link, "schedules",
             write_schedules(activity.sites[index].schedules, parts, part + "/schedule"));
    links.push_back(std::move(link));
  }
  return links;
}

Json write_organization(const Organization& organization, Json object) {
  object.set("name", organization.name.empty() ? "onbekend" : organization.name);
  set_text(object, "description", organization.description);
  set_text(object, "email", organization.email);
  set_text(object, "website", organization.url);
  return object;
}

Json write_costs(const Activity& activity, const Parts& parts) {
  Json costs{Json::Array{}};
  for (std::size_t index = 0; index < activity.costs.size(); ++index) {
    const CostOption& option = activity.costs[index];
    Json cost = parts.make("cost", index);
    if (option.amount) {
      cost.set("amount", make_decimal(option.amount->value, 2));
    }
    set_text(cost, "currency", option.currency);
    set_text(cost, "option", option.option);
    costs.push_back(std::move(cost));
  }
  return costs;
}

void set_lists(Json& service, const Activity& activity, const Parts& parts) {
  Json phones{Json::Array{}};
  for (std::size_t index = 0; index < activity.phones.size(); ++index) {
    Json phone = parts.make("phone", index);
    phone.set("number", activity.phones[index].number);
    set_text(phone, "description", activity.phones[index].description);
    phones.push_back(std::move(phone));
  }
  set_list(service, "phones", std::move(phones));
  Json areas{Json::Array{}};
  for (std::size_t index = 0; index < activity.areas.size(); ++index) {
    Json area = parts.make("area", index);
    set_text(area, "name", activity.areas[index].name);
    set_text(area, "description", activity.areas[index].extent);
    areas.push_back(std::move(area));
  }
  set_list(service, "service_areas", std::move(areas));
  Json languages{Json::Array{}};
  for (std::size_t index = 0; index < activity.languages.size(); ++index) {
    Json language = parts.make("language", index);
    language.set("code", activity.languages[index]);
    languages.push_back(std::move(language));
  }
  set_list(service, "languages", std::move(languages));
}

Json write_tags(const Activity& activity, const Parts& parts) {
  Json attributes{Json::Array{}};
  for (std::size_t index = 0; index < activity.tags.size(); ++index) {
    Json term = parts.make("term", index);
    term.set("code", activity.tags[index]);
    term.set("name", activity.tags[index]);
    Json attribute = parts.make("attribute", index);
    attribute.set("link_id", activity.id.value);
    attribute.set("link_entity", "service");
    attribute.set("link_type", "taxonomy_term");
    attribute.set("taxonomy_term", std::move(term));
    attributes.push_back(std::move(attribute));
  }
  return attributes;
}

}  // namespace

Json make_hsds_service(const Activity& activity) {
  const Parts parts(activity.id.value);
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
  set_lists(service, activity, parts);
  set_list(service, "schedules", write_schedules(activity.schedules, parts, "schedule"));
  set_list(service, "service_at_locations", write_sites(activity, parts));
  set_list(service, "cost_options", write_costs(activity, parts));
  set_list(service, "attributes", write_tags(activity, parts));
  service.set("organization",
              write_organization(activity.organization, parts.make("organization")));
  return service;
}

void write_hsds(const ActivityStore& store, std::ostream& out) {
  const char* separator = "\n";
  out << "[";
  store.for_each([&](const StoredActivity& stored) {
    out << separator
        << (stored.format == "hsds" ? stored.document
                                    : write_json(make_hsds_service(stored.activity)));
    separator = ",\n";
  });
  out << "\n]\n";
}

}  // namespace kring::catalog::formats
