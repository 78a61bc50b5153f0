#include "catalog/formats/hsds_service.h"

#include <string>
#include <utility>
#include <vector>

#include "catalog/categories.h"
#include "catalog/formats/hsds_schedule.h"
#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/words.h"

namespace kring::catalog::formats {

namespace {

constexpr int kMaxAge = 150;  ///< years

/// Numbers of `owner`; some feeds put them in quotation marks.
std::vector<Phone> read_phones(const Fields& owner) {
  std::vector<Phone> phones;
  for (const Fields& phone : owner.objects("phones")) {
    std::string number = phone.line("number");
    std::erase(number, '"');
    if (!number.empty()) {
      phones.push_back({std::move(number), phone.line("description")});
    }
  }
  return phones;
}

/// The objects under `name`, each followed by its place where it has one.
std::vector<Fields> with_places(const Fields& service, const char* name) {
  std::vector<Fields> owners;
  for (const Fields& owner : service.objects(name)) {
    owners.push_back(owner);
    if (owner.json()["location"].is_object()) {
      owners.push_back(owner.object("location"));
    }
  }
  return owners;
}

/// The service's own numbers, else those of its contacts, its places, its organisation.
std::vector<Phone> find_phones(const Fields& service) {
  std::vector<Phone> phones = read_phones(service);
  for (const char* name : {"contacts", "service_at_locations", "organization"}) {
    if (!phones.empty() || !service.has(name) || service.json()[name].is_string()) {
      continue;
    }
    for (const Fields& owner : with_places(service, name)) {
      phones = phones.empty() ? read_phones(owner) : phones;
    }
  }
  return phones;
}

std::string find_email(const Fields& service) {
  std::string email = service.line("email");
  for (const Fields& contact : service.objects("contacts")) {
    email = email.empty() ? contact.line("email") : email;
  }
  return email;
}

Organization read_organization(const Fields& service) {
  if (service.json()["organization"].is_string()) {
    return {"", service.line("organization"), "", "", ""};
  }
  const Fields fields = service.object("organization");
  Organization organization{fields.line("id"), fields.line("name"), fields.text("description"),
                            fields.line("email"), fields.first_line({"website", "url"})};
  if (organization.name.empty() && (fields.has("id") || service.has("organization_id"))) {
    organization.id = organization.id.empty() ? service.line("organization_id") : organization.id;
    service.notes().add(
        service.pointer_to("organization"), "dangling_organization",
        {"De organisatie staat niet in de feed; de activiteit heeft nu geen organisatie.",
         "The organisation is not in the feed; the activity now has no organisation."});
  }
  return organization;
}

bool is_post_box(const std::string& street) {
  const std::string lower = lower_case(street);
  return lower.starts_with("postbus") || lower.starts_with("po box")
         || lower.starts_with("p.o. box");
}

/// The address where it happens: a physical one first, and never a post box.
Fields choose_address(const Fields& location) {
  std::vector<Fields> usable;
  for (const Fields& address : location.objects("addresses")) {
    if (is_post_box(address.line("address_1"))) {
      continue;
    }
    if (lower_case(address.line("address_type")) == "physical") {
      return address;
    }
    usable.push_back(address);
  }
  return usable.empty() ? location.object("address") : usable.front();
}

void read_address(const Fields& address, Site& site) {
  site.street = address.line("address_1");
  const std::string second = address.line("address_2");
  site.street += second.empty() || site.street.empty() ? second : ", " + second;
  site.postcode = address.first_line({"postal_code", "postcode"});
  site.city = address.line("city");
  site.country = country_in(address.line("country"));
  const std::string region = address.line("region");
  // HSDS calls it a region; Dutch catalogues write the municipality there, some the province.
  if (!is_province(region) && region != address.line("state_province")) {
    site.municipality = region;
  }
}

std::vector<std::string> read_accessibility(const Fields& location) {
  std::vector<std::string> sentences;
  for (const Fields& entry : location.objects("accessibility")) {
    add_distinct(sentences, entry.text("description"));
    add_distinct(sentences, entry.text("details"));
  }
  return sentences;
}

Site read_location(const Fields& location) {
  Site site;
  site.key = location.line("id");
  site.name = location.line("name");
  site.url = location.line("url");
  site.transportation = location.text("transportation");
  site.accessibility = read_accessibility(location);
  read_address(choose_address(location), site);
  const std::optional<double> latitude = location.number("latitude");
  const std::optional<double> longitude = location.number("longitude");
  if (latitude && longitude) {
    site.point = Point{*latitude, *longitude};
  }
  if (lower_case(location.line("location_type")) == "virtual") {
    site.attendance = attendance_of_virtual(site.name);
  }
  return site;
}

std::vector<Site> read_sites(const Fields& service) {
  std::vector<Site> sites;
  for (const Fields& link : service.objects("service_at_locations")) {
    if (!link.has("location")) {
      continue;
    }
    Site site = read_location(link.object("location"));
    site.schedules = read_hsds_schedules(link);
    sites.push_back(std::move(site));
  }
  if (sites.empty()) {
    for (const Fields& location : service.objects("locations")) {
      sites.push_back(read_location(location));
    }
  }
  return sites;
}

std::vector<ServiceArea> read_areas(const Fields& service) {
  std::vector<ServiceArea> areas;
  for (const Fields& area : service.objects("service_areas")) {
    areas.push_back({area.line("name"), area.line("description")});
  }
  std::erase_if(areas,
                [](const ServiceArea& area) { return area.name.empty() && area.extent.empty(); });
  return areas;
}

std::vector<CostOption> read_costs(const Fields& service) {
  std::vector<CostOption> costs;
  for (const Fields& cost : service.objects("cost_options")) {
    std::string option = cost.line("option");
    const std::string description = cost.line("amount_description");
    option += option.empty() || description.empty() ? description : ", " + description;
    costs.push_back({cost.money("amount"), cost.line("currency"), std::move(option)});
  }
  std::erase_if(costs, [](const CostOption& cost) { return !cost.amount && cost.option.empty(); });
  return costs;
}

std::vector<std::string> read_languages(const Fields& service) {
  std::vector<std::string> languages;
  for (const Fields& entry : service.objects("languages")) {
    std::optional<std::string> code = language_in(entry.line("code"));
    code = code ? code : language_in(entry.line("name"));
    code = code ? code : language_in(entry.line("language"));
    if (code) {
      add_distinct(languages, *code);
      continue;
    }
    entry.notes().add_unusable(entry.pointer(),
                               {"een taalcode (nl, ar)", "a language code (nl, ar)"});
  }
  return languages;
}

std::vector<std::string> read_tags(const Fields& service) {
  std::vector<std::string> tags;
  for (const Fields& attribute : service.objects("attributes")) {
    add_distinct(tags, attribute.object("taxonomy_term").line("name"));
  }
  for (const Fields& term : service.objects("taxonomy_terms")) {
    add_distinct(tags, term.line("name"));
  }
  return with_concepts(CategoryScheme::kHsds, std::move(tags));
}

Status read_status(const Fields& service) {
  const std::string word = service.line("status");
  const std::optional<Status> status = status_in(word);
  if (!status && !word.empty()) {
    service.notes().add_unusable(service.pointer_to("status"),
                                 {"active, inactive, defunct of temporarily closed",
                                  "active, inactive, defunct or temporarily closed"});
  }
  return status.value_or(Status::kActive);
}

void read_ages(const Fields& service, Activity& activity) {
  activity.min_age = service.whole_number("minimum_age", 0, kMaxAge);
  activity.max_age = service.whole_number("maximum_age", 0, kMaxAge);
  if (activity.min_age && activity.max_age && *activity.min_age > *activity.max_age) {
    service.notes().add(service.pointer_to("minimum_age"), "ages_reversed",
                        {"De laagste leeftijd is hoger dan de hoogste; beide zijn niet gebruikt.",
                         "The lowest age is above the highest; neither was used."});
    activity.min_age.reset();
    activity.max_age.reset();
  }
}

}  // namespace

Activity read_hsds_service(const Fields& service) {
  Activity activity;
  activity.name = service.line("name");
  activity.description = service.text("description");
  activity.url = service.line("url");
  activity.email = find_email(service);
  activity.phones = find_phones(service);
  activity.organization = read_organization(service);
  activity.status = read_status(service);
  activity.alert = service.text("alert");
  activity.sites = read_sites(service);
  activity.schedules = read_hsds_schedules(service);
  activity.areas = read_areas(service);
  activity.costs = read_costs(service);
  activity.fees_description = service.text("fees_description");
  if (activity.fees_description.empty()) {
    activity.fees_description = service.text("fees");
  }
  read_ages(service, activity);
  activity.eligibility_description = service.text("eligibility_description");
  activity.languages = read_languages(service);
  activity.tags = read_tags(service);
  activity.application_process = service.text("application_process");
  activity.wait_time = service.text("wait_time");
  activity.verified_on = service.date("assured_date");
  activity.modified_on = service.date("last_modified");
  return activity;
}

}  // namespace kring::catalog::formats
