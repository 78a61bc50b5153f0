#include "catalog/formats/schema_org_json.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "catalog/categories.h"
#include "catalog/formats/schema_org_schedule_json.h"

namespace kring::catalog::formats {

namespace {

constexpr double kMillionths = 1e6;  ///< of a degree: a decimetre

void set_text(Json& object, const char* name, const std::string& text) {
  if (!text.empty()) {
    object.set(name, text);
  }
}

Json make_node(const char* type) {
  Json node{Json::Object{}};
  node.set("@type", type);
  return node;
}

/// One value as it is, several as a list; nothing where there is none.
void set_values(Json& object, const char* name, Json::Array values) {
  if (values.size() == 1) {
    object.set(name, std::move(values.front()));
  } else if (!values.empty()) {
    object.set(name, std::move(values));
  }
}

Json write_number(double value) {
  return make_decimal(static_cast<std::int64_t>(value * kMillionths + (value < 0 ? -0.5 : 0.5)), 6);
}

Json write_address(const Site& site) {
  Json address = make_node("PostalAddress");
  set_text(address, "streetAddress", site.street);
  set_text(address, "postalCode", site.postcode);
  set_text(address, "addressLocality", site.city);
  set_text(address, "addressCountry", site.country);
  return address;
}

Json write_place(const Site& site) {
  if (!site.attendance.empty()) {
    Json place = make_node("VirtualLocation");
    set_text(place, "name", site.name);
    set_text(place, "url", site.url);
    return place;
  }
  Json place = make_node("Place");
  set_text(place, "@id", site.key);
  set_text(place, "name", site.name);
  place.set("address", write_address(site));
  if (site.point) {
    Json point = make_node("GeoCoordinates");
    point.set("latitude", write_number(site.point->latitude));
    point.set("longitude", write_number(site.point->longitude));
    place.set("geo", std::move(point));
  }
  Json::Array features;
  for (const std::string& sentence : site.accessibility) {
    Json feature = make_node("LocationFeatureSpecification");
    feature.set("name", sentence);
    feature.set("value", true);
    features.push_back(std::move(feature));
  }
  set_values(place, "amenityFeature", std::move(features));
  return place;
}

Json::Array write_places(const Activity& activity) {
  Json::Array places;
  for (const Site& site : activity.sites) {
    places.push_back(write_place(site));
  }
  return places;
}

void set_organization(Json& node, const char* name, const Activity& activity) {
  const Organization& organization = activity.organization;
  const bool is_known = !organization.name.empty() || !organization.id.empty();
  if (!is_known && activity.phones.empty() && activity.email.empty()) {
    return;
  }
  Json written = make_node("Organization");
  set_text(written, "@id", organization.id);
  set_text(written, "name", organization.name);
  set_text(written, "description", organization.description);
  set_text(written, "email", activity.email.empty() ? organization.email : activity.email);
  set_text(written, "url", organization.url);
  set_text(written, "telephone", activity.phones.empty() ? "" : activity.phones.front().number);
  node.set(name, std::move(written));
}

void set_costs(Json& node, const Activity& activity) {
  Json::Array offers;
  for (const CostOption& cost : activity.costs) {
    if (!cost.amount) continue;
    Json offer = make_node("Offer");
    set_text(offer, "name", cost.option);
    offer.set("price", make_decimal(cost.amount->value, 2));
    set_text(offer, "priceCurrency", cost.currency);
    offers.push_back(std::move(offer));
  }
  set_values(node, "offers", std::move(offers));
}

/// "6-12", "18-", "-12".
std::string ages_text(const Activity& activity) {
  const auto text = [](const std::optional<int>& age) {
    return age ? std::to_string(*age) : std::string();
  };
  const std::string ages = text(activity.min_age) + "-" + text(activity.max_age);
  return ages == "-" ? std::string() : ages;
}

const char* status_url(Status status) {
  if (status == Status::kTemporarilyClosed) {
    return "https://schema.org/EventPostponed";
  }
  return status == Status::kActive ? "https://schema.org/EventScheduled"
                                   : "https://schema.org/EventCancelled";
}

/// What the schedules say of how one takes part; "" where they do not.
std::string attendance_url(const std::vector<Schedule>& schedules) {
  AttendanceSet all;
  for (const Schedule& schedule : schedules) {
    all.bits = static_cast<std::uint8_t>(all.bits | schedule.attendance.bits);
  }
  const bool is_online = all.has(Attendance::kOnline);
  if (!is_online && !all.has(Attendance::kInPerson)) {
    return {};
  }
  const std::string mode = !is_online                       ? "Offline"
                           : all.has(Attendance::kInPerson) ? "Mixed"
                                                            : "Online";
  return "https://schema.org/" + mode + "EventAttendanceMode";
}

void add_each_once(const std::vector<Schedule>& more, std::vector<Schedule>& all) {
  for (const Schedule& schedule : more) {
    if (std::find(all.begin(), all.end(), schedule) == all.end()) {
      all.push_back(schedule);
    }
  }
}

/// Of the activity and its sites, each once.
std::vector<Schedule> all_schedules(const Activity& activity) {
  std::vector<Schedule> all = activity.schedules;
  for (const Site& site : activity.sites) {
    add_each_once(site.schedules, all);
  }
  return all;
}

/// The source's own words as keywords; the concepts of Kring apart, as terms of its vocabulary.
void set_tags(Json& node, const std::vector<std::string>& tags) {
  Json::Array words;
  Json::Array concepts;
  for (const std::string& tag : tags) {
    if (!is_concept(tag)) {
      words.emplace_back(tag);
      continue;
    }
    Json term = make_node("DefinedTerm");
    term.set("termCode", tag);
    term.set("inDefinedTermSet", kConceptSet);
    concepts.push_back(std::move(term));
  }
  if (!words.empty()) {
    node.set("keywords", std::move(words));
  }
  set_values(node, "about", std::move(concepts));
}

/// What schema.org has no word for, by HSDS's.
void set_further(Json& node, const Activity& activity) {
  Json::Array further;
  for (const FurtherText& text : further_texts()) {
    const std::string& value = activity.*text.member;
    if (value.empty()) continue;
    Json property = make_node("PropertyValue");
    property.set("propertyID", text.name);
    property.set("value", value);
    further.push_back(std::move(property));
  }
  set_values(node, "additionalProperty", std::move(further));
}

/// What an event and a service have alike.
void set_common(Json& node, const Activity& activity) {
  set_text(node, "@id", activity.id.value.empty() ? "" : "urn:uuid:" + activity.id.value);
  set_text(node, "name", activity.name);
  set_text(node, "description", activity.description);
  set_text(node, "url", activity.url);
  set_costs(node, activity);
  set_text(node, "typicalAgeRange", ages_text(activity));
  Json::Array languages(activity.languages.begin(), activity.languages.end());
  set_values(node, "inLanguage", std::move(languages));
  set_tags(node, activity.tags);
  set_further(node, activity);
  if (activity.modified_on) {
    node.set("dateModified", format_date(*activity.modified_on));
  }
}

/// What schema.org has for works, and readers look for beside any record.
void set_terms(Json& node, const SourceTerms& terms) {
  set_text(node, "license", terms.licence);
  set_text(node, "creditText", terms.attribution);
}

Json write_event(const Activity& activity, const std::vector<Schedule>& schedules) {
  Json event = make_node("Event");
  set_common(event, activity);
  event.set("eventStatus", status_url(activity.status));
  set_text(event, "eventAttendanceMode", attendance_url(schedules));
  set_values(event, "location", write_places(activity));
  set_organization(event, "organizer", activity);
  set_schedules(event, schedules);
  return event;
}

Json write_service(const Activity& activity) {
  Json service = make_node("Service");
  set_common(service, activity);
  set_organization(service, "provider", activity);
  Json::Array areas;
  for (const ServiceArea& area : activity.areas) {
    Json written = make_node("AdministrativeArea");
    written.set("name", area.name);
    areas.push_back(std::move(written));
  }
  set_values(service, "areaServed", std::move(areas));
  Json channel = make_node("ServiceChannel");
  set_values(channel, "serviceLocation", write_places(activity));
  if (!activity.sites.empty()) {
    service.set("availableChannel", std::move(channel));
  }
  return service;
}

}  // namespace

std::span<const FurtherText> further_texts() {
  static constexpr std::array kTexts = {
      FurtherText{"application_process", &Activity::application_process},
      FurtherText{"fees_description", &Activity::fees_description},
      FurtherText{"wait_time", &Activity::wait_time},
      FurtherText{"eligibility_description", &Activity::eligibility_description},
      FurtherText{"alert", &Activity::alert},
  };
  return kTexts;
}

Json schema_org_node(const Activity& activity, const SourceTerms& terms) {
  const std::vector<Schedule> schedules = all_schedules(activity);
  Json node = schedules.empty() ? write_service(activity) : write_event(activity, schedules);
  set_terms(node, terms);
  return node;
}

Json schema_org_document(const Activity& activity, const SourceTerms& terms) {
  Json document{Json::Object{}};
  document.set("@context", "https://schema.org");
  const Json node = schema_org_node(activity, terms);
  for (const auto& [name, value] : node.object()) {
    document.set(name, value);
  }
  return document;
}

}  // namespace kring::catalog::formats
