// How does an object of the HSDS API look, whole and in lists?
#include "service/routes/hsds_objects.h"

#include <utility>

namespace kring::service {

using catalog::Json;

// NOLINTNEXTLINE(misc-no-recursion): as deep as a JSON document may be
Json without_lists(const Json& object) {
  Json plain{Json::Object{}};
  for (const auto& [name, value] : object.object()) {
    if (value.is_array()) continue;
    plain.set(name, value.is_object() ? without_lists(value) : value);
  }
  return plain;
}

Json with_terms(Json service, const Json::Array& terms, const OpenData& data) {
  if (terms.empty()) return service;
  const std::string id(service["id"].string().value_or(""));
  Json::Array attributes = service["attributes"].array();
  for (const Json& term : terms) {
    const std::string term_id(term["id"].string().value_or(""));
    std::string name = id;
    name.append("\n").append(term_id);
    attributes.emplace_back(Json::Object{{"id", data.make_id(name)},
                                         {"link_id", id},
                                         {"link_entity", "service"},
                                         {"link_type", "taxonomy_term"},
                                         {"taxonomy_term_id", term_id},
                                         {"taxonomy_term", term}});
  }
  service.set("attributes", Json(std::move(attributes)));
  return service;
}

Json make_minimal(const OpenService& service) {
  return Json::Object{{"id", service.id}, {"last_modified", service.last_modified}};
}

Json make_organization(const Json& document, Json::Array services) {
  Json organization = document["organization"];
  organization.set("services", Json(std::move(services)));
  return organization;
}

Json make_reference(const OpenService& service) {
  return Json::Object{{"id", service.id}, {"name", service.name}, {"status", service.status}};
}

Json make_service_at_location(const Json& document, std::size_t site, HsdsDetail detail) {
  const Json::Array& sites = document["service_at_locations"].array();
  Json link = site < sites.size() ? sites[site] : Json(Json::Object{});
  Json service = document;
  if (detail == HsdsDetail::kFull) {
    service.set("service_at_locations", Json(Json::Array{}));
  } else {
    // The address is what a place is looked up for.
    const Json location = link["location"];
    service = without_lists(document);
    link = without_lists(link);
    if (location.is_object()) link.set("location", location);
  }
  link.set("service_id", document["id"]);
  link.set("service", std::move(service));
  return link;
}

}  // namespace kring::service
