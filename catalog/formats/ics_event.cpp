#include "catalog/formats/ics_event.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalog/formats/event_place.h"
#include "catalog/formats/text_cleaning.h"

namespace kring::catalog::formats {

namespace {

/// First words of addresses that many read. Any other may be that of a person.
constexpr std::array kSharedMailboxes = {
    "info",        "contact",     "welkom",       "welzijn",    "agenda",       "activiteiten",
    "evenementen", "events",      "secretariaat", "receptie",   "balie",        "administratie",
    "aanmelden",   "aanmelding",  "inschrijven",  "reserveren", "reservering",  "vrijwilligers",
    "buurthuis",   "wijkcentrum", "bibliotheek",  "team",       "post",         "mail",
    "office",      "hallo",       "hello",        "vragen",     "communicatie", "noreply"};

/// "info@x.nl" of "mailto:info@x.nl"; "" for anything else.
std::string mail_address(std::string_view value) {
  const std::string lower = lower_case(trim(value));
  const bool is_mail = lower.starts_with("mailto:");
  return is_mail ? lower.substr(std::string_view("mailto:").size()) : std::string();
}

bool is_shared(const std::string& address) {
  const std::string word = address.substr(0, address.find_first_of("@.-_+"));
  return std::any_of(kSharedMailboxes.begin(), kSharedMailboxes.end(),
                     [&](const char* shared) { return word == shared; });
}

/// Whether a property tells of a person.
bool is_of_person(const CalendarProperty& property) {
  if (property.name == "ATTENDEE") {
    return true;
  }
  return property.name == "ORGANIZER" && !is_shared(mail_address(property.value));
}

void note_persons(const CalendarComponent& event, Notes& notes) {
  for (const CalendarProperty& property : event.properties) {
    if (is_of_person(property)) {
      notes.add("/" + property.name, "person_left_out",
                {"Dit is een persoon en is niet overgenomen. Gebruik een gedeeld adres als info@.",
                 "This is a person and was not taken over. Use a shared address such as info@."});
    }
  }
}

Organization read_organizer(const CalendarComponent& event) {
  const CalendarProperty* const organizer = event.find("ORGANIZER");
  if (organizer == nullptr || is_of_person(*organizer)) {
    return {};
  }
  return {"", clean_line(organizer->parameter("CN")), "", mail_address(organizer->value), ""};
}

std::optional<Point> read_point(const CalendarComponent& event) {
  const std::string written = event.text("GEO");
  const std::size_t mark = written.find(';');
  if (mark == std::string::npos) {
    return std::nullopt;
  }
  const std::optional<double> latitude = parse_number(written.substr(0, mark));
  const std::optional<double> longitude = parse_number(written.substr(mark + 1));
  return latitude && longitude ? std::optional<Point>(Point{*latitude, *longitude}) : std::nullopt;
}

bool is_link(const std::string& text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

Site make_online_site(const std::string& url) {
  Site site;
  site.name = "Online";
  site.url = url;
  site.attendance.add(Attendance::kOnline);
  return site;
}

std::vector<Site> read_sites(const CalendarComponent& event) {
  std::vector<Site> sites;
  const std::string location = clean_line(event.text("LOCATION"));
  const std::optional<Point> point = read_point(event);
  if (is_link(location)) {
    sites.push_back(make_online_site(location));
  } else if (!location.empty() || point) {
    sites.push_back(read_place_line(location));
    sites.back().point = point;
  }
  const std::string conference = clean_line(event.text("CONFERENCE"));
  if (is_link(conference)) {
    sites.push_back(make_online_site(conference));
  }
  return sites;
}

std::vector<std::string> read_tags(const CalendarComponent& event) {
  std::vector<std::string> tags;
  for (const CalendarProperty& property : event.properties) {
    if (property.name != "CATEGORIES") continue;
    for (const std::string& word : split_calendar_list(property.value)) {
      add_distinct(tags, clean_line(unescape_calendar_text(word)));
    }
  }
  return tags;
}

std::optional<Date> read_day(const CalendarComponent& event, std::string_view name) {
  const std::optional<CalendarTime> time = parse_calendar_time(event.text(name));
  return time ? std::optional<Date>(time->day) : std::nullopt;
}

Json property_json(const CalendarProperty& property) {
  Json parameters{Json::Object{}};
  for (const auto& [name, value] : property.parameters) {
    const std::optional<std::string_view> before = parameters[name].string();
    parameters.set(name, before ? std::string(*before) + "," + value : value);
  }
  Json json{Json::Object{}};
  json.set("parameters", std::move(parameters));
  json.set("value", property.value);
  return json;
}

CalendarProperty read_property(const std::string& name, const Json& json) {
  CalendarProperty property{name, {}, std::string(json["value"].string().value_or(""))};
  for (const auto& [parameter, value] : json["parameters"].object()) {
    property.parameters.emplace_back(parameter, value.string().value_or(""));
  }
  return property;
}

void append(Json& object, const std::string& name, Json value) {
  Json list = object[name];
  list.push_back(std::move(value));
  object.set(name, std::move(list));
}

}  // namespace

Activity read_ics_event(const EventSeries& series, Notes& notes) {
  const CalendarComponent& event = *series.event;
  Activity activity;
  activity.name = clean_line(event.text("SUMMARY"));
  activity.description = clean_text(event.text("DESCRIPTION"));
  activity.url = clean_line(event.text("URL"));
  activity.organization = read_organizer(event);
  activity.email = activity.organization.email;
  activity.status = is_cancelled(event) ? Status::kInactive : Status::kActive;
  if (lower_case(trim(event.text("STATUS"))) == "tentative") {
    activity.alert = "Onder voorbehoud.";
  }
  activity.sites = read_sites(event);
  activity.schedules = read_ics_schedules(series, notes);
  activity.tags = read_tags(event);
  activity.modified_on = read_day(event, "LAST-MODIFIED");
  note_persons(event, notes);
  return activity;
}

Json ics_document(const CalendarComponent& event) {
  Json document{Json::Object{}};
  for (const CalendarProperty& property : event.properties) {
    if (!is_of_person(property)) {
      append(document, property.name, property_json(property));
    }
  }
  for (const CalendarComponent& part : event.parts) {
    append(document, part.kind, ics_document(part));
  }
  return document;
}

std::vector<CalendarProperty> own_properties(const Json& document) {
  std::vector<CalendarProperty> own;
  for (const auto& [name, written] : document.object()) {
    if (!name.starts_with("X-")) continue;
    for (const Json& json : written.array()) {
      own.push_back(read_property(name, json));
    }
  }
  return own;
}

}  // namespace kring::catalog::formats
