#include "catalog/formats/event_place.h"

#include <algorithm>
#include <utility>

#include "catalog/formats/text_cleaning.h"
#include "catalog/formats/words.h"
#include "catalog/split.h"

namespace kring::catalog::formats {

namespace {

/// The parts of an address on one line, between the commas.
std::vector<std::string> split_address(const std::string& line) {
  std::vector<std::string> parts;
  for (const std::string_view part : split(line, ',')) {
    parts.emplace_back(trim(part));
  }
  return parts;
}

/// The town stands after a Dutch postcode ("6511 AB Nijmegen") and in the part before a British one
/// ("London, E15 4JF").
std::string town_in(const std::vector<std::string>& parts, const std::string& postcode) {
  for (std::size_t index = 0; index < parts.size() && !postcode.empty(); ++index) {
    const std::size_t at = parts[index].find(postcode);
    if (at == std::string::npos) {
      continue;
    }
    const std::string after(trim(std::string_view(parts[index]).substr(at + postcode.size())));
    const std::string before(trim(std::string_view(parts[index]).substr(0, at)));
    if (!after.empty() || !before.empty()) {
      return after.empty() ? before : after;
    }
    return index > 1 ? parts[index - 1] : std::string();
  }
  return {};
}

void read_address_line(const std::string& line, Site& site) {
  const std::vector<std::string> parts = split_address(line);
  site.street = line;
  site.postcode = postcode_in(line);
  site.city = town_in(parts, site.postcode);
  site.country = parts.empty() ? "" : country_in(parts.back());
}

void read_postal_address(const Fields& address, Site& site) {
  site.street = address.line("streetAddress");
  site.postcode = address.line("postalCode");
  site.city = address.line("addressLocality");
  site.country = country_in(address.json()["addressCountry"].is_object()
                                ? address.object("addressCountry").line("name")
                                : address.line("addressCountry"));
}

std::optional<Point> read_point(const Fields& place) {
  const Fields geo = place.has("geo") ? place.object("geo") : place;
  const std::optional<double> latitude = geo.number("latitude");
  const std::optional<double> longitude = geo.number("longitude");
  return latitude && longitude ? std::optional<Point>(Point{*latitude, *longitude}) : std::nullopt;
}

bool is_virtual(const Fields& place) {
  return is_of_type(place.json(), "VirtualLocation");
}

Site read_virtual_place(const Fields& place) {
  Site site;
  site.name = place.line("name");
  site.url = place.line("url");
  site.attendance = attendance_of_virtual(site.name);
  return site;
}

Site read_place(const Fields& place) {
  if (is_virtual(place)) {
    return read_virtual_place(place);
  }
  Site site;
  site.key = node_id(place.json());
  site.key = site.key.empty() ? place.line("identifier") : site.key;
  site.name = localized_text(place, "name");
  if (place.json()["address"].is_string()) {
    read_address_line(place.line("address"), site);
  } else {
    read_postal_address(place.object("address"), site);
  }
  site.point = read_point(place);
  add_distinct(site.accessibility, place.text("accessibilityInformation"));
  for (const Fields& feature : place.objects("amenityFeature")) {
    if (feature.json()["value"] == Json(true)) {
      add_distinct(site.accessibility, localized_text(feature, "name"));
    }
  }
  return site;
}

bool is_empty(const Site& site) {
  return site.key.empty() && site.name.empty() && site.street.empty() && site.postcode.empty()
         && site.city.empty() && !site.point && site.attendance.empty();
}

std::vector<std::string> read_support(const Fields& event) {
  std::vector<std::string> sentences;
  for (const Fields& support : event.objects("accessibilitySupport")) {
    add_distinct(sentences, localized_text(support, "prefLabel"));
  }
  add_distinct(sentences, event.text("accessibilityInformation"));
  return sentences;
}

}  // namespace

Site read_place_line(const std::string& line) {
  Site site;
  if (line.starts_with("http://") || line.starts_with("https://")) {
    site.key = line;
    return site;
  }
  read_address_line(line, site);
  if (site.postcode.empty()) {
    site.name = line;
    site.street.clear();
  }
  return site;
}

std::vector<Site> read_event_sites(const Fields& event) {
  std::vector<Site> sites;
  if (event.json()["location"].is_string()) {
    sites.push_back(read_place_line(event.line("location")));
  } else {
    for (const Fields& place : event.objects("location")) {
      sites.push_back(read_place(place));
    }
  }
  for (const Fields& channel : event.objects("availableChannel")) {
    for (const Fields& place : channel.objects("serviceLocation")) {
      sites.push_back(read_place(place));
    }
  }
  for (const Fields& place : event.objects("beta:virtualLocation")) {
    sites.push_back(read_virtual_place(place));
  }
  std::erase_if(sites, is_empty);
  const AttendanceSet mode = read_attendance_mode(event);
  const bool is_online_only = mode.has(Attendance::kOnline) && !mode.has(Attendance::kInPerson);
  if (is_online_only || (sites.empty() && is_of_type(event.json(), "OnDemandEvent"))) {
    // The address that such an event carries is the organiser's; nobody has to travel to it.
    std::erase_if(sites, [](const Site& site) { return site.attendance.empty(); });
    if (sites.empty()) {
      sites.push_back(Site{});
      sites.back().name = "Online";
      sites.back().url = event.line("url");
      sites.back().attendance.add(Attendance::kOnline);
    }
  }
  const std::vector<std::string> support = read_support(event);
  for (Site& site : sites) {
    site.accessibility.insert(site.accessibility.end(), support.begin(), support.end());
  }
  return sites;
}

Whereabouts whereabouts_of(const std::vector<Site>& sites) {
  const auto known = std::find_if(sites.begin(), sites.end(),
                                  [](const Site& site) { return !site.country.empty(); });
  return known == sites.end() ? Whereabouts{} : Whereabouts{known->country, known->point};
}

AttendanceSet read_attendance_mode(const Fields& event) {
  return attendance_in(event.line("eventAttendanceMode"));
}

std::vector<Phone> read_place_phones(const Fields& event) {
  std::vector<Phone> phones;
  if (event.json()["location"].is_string()) {
    return phones;
  }
  for (const Fields& place : event.objects("location")) {
    const std::string number = place.line("telephone");
    if (!number.empty()) {
      phones.push_back({number, ""});
    }
  }
  return phones;
}

std::vector<std::string> types_of(const Json& object) {
  const Json& written = object["@type"].is_null() ? object["type"] : object["@type"];
  std::vector<std::string> types;
  const auto add = [&](const Json& value) {
    const std::string_view name = value.string().value_or("");
    const std::size_t mark = name.find_last_of("/#:");
    add_distinct(types, std::string(mark == std::string_view::npos ? name : name.substr(mark + 1)));
  };
  if (written.is_array()) {
    for (const Json& value : written.array()) {
      add(value);
    }
    return types;
  }
  add(written);
  return types;
}

bool is_of_type(const Json& object, std::string_view type) {
  const std::vector<std::string> types = types_of(object);
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::string node_id(const Json& object) {
  const std::optional<std::string_view> id = object["@id"].string();
  return std::string(trim(id ? *id : object["id"].string().value_or("")));
}

std::string localized_text(const Fields& owner, std::string_view name) {
  const Json* value = owner.json().find(name);
  if (value != nullptr && value->is_array()) {
    const Json::Array& all = value->array();
    const auto dutch = std::find_if(all.begin(), all.end(),
                                    [](const Json& one) { return one["@language"] == Json("nl"); });
    value = all.empty() ? nullptr : (dutch == all.end() ? &all.front() : &*dutch);
  }
  if (value == nullptr || !value->is_object()) {
    return clean_line(value == nullptr ? "" : value->string().value_or(owner.line(name)));
  }
  for (const char* member : {"@value", "nl", "en"}) {
    if (const std::optional<std::string_view> text = (*value)[member].string()) {
      return clean_line(*text);
    }
  }
  return {};
}

}  // namespace kring::catalog::formats
